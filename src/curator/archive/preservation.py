"""Preservation events: what was done to keep the archive whole, as PREMIS knows them. No titles or names in them."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from curator.archive.identifiers import uuid7

EventType = Literal["ingestion", "fixity check", "deletion", "backup", "restore", "index rebuild", "repair", "erasure"]
Outcome = Literal["success", "warning", "failure"]

INSERT = """
    INSERT INTO preservation_event (uid, type, at, agent, object, outcome, detail) VALUES (?, ?, ?, ?, ?, ?, ?)"""
# Of the good checks of an original only the last is kept: a line for each, each month, would outgrow the articles.
FORGET_GOOD_CHECK = """
    DELETE FROM preservation_event WHERE object = ? AND type = 'fixity check' AND outcome = 'success'"""


@dataclass(frozen=True, slots=True)
class Event:
    """What was done, and how it ended.

    Args:
        type: what was done.
        agent: who did it.
        object: the SHA-256 (hex) of an original or the uid of a record; None for the archive as a whole.
        outcome: how it ended.
        detail: numbers and hashes; never a title, a name or a path.

    Source: PREMIS Data Dictionary 3.0, 2.1-2.5. "backup" is its replication, "erasure" its deletion.
    """

    type: EventType
    agent: str
    object: str | None = None
    outcome: Outcome = "success"
    detail: str | None = None

    def row(self) -> tuple[str | None, ...]:
        """Return the values for `INSERT`, of this moment."""
        return (uuid7(), self.type, now(), self.agent, self.object, self.outcome, self.detail)


def now() -> str:
    """Return this moment, ISO 8601 in UTC."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def record(connection: sqlite3.Connection, *events: Event) -> None:
    """Write events on the writer connection, inside a transaction."""
    connection.executemany(INSERT, [event.row() for event in events])


def checked(events: Iterable[Event]) -> tuple[tuple[str, list[tuple[str | None, ...]]], ...]:
    """Return the statements for `Archive.derived` that record fixity checks of originals."""
    found = list(events)
    good: list[tuple[str | None, ...]] = [(event.object,) for event in found if event.outcome == "success"]
    return (FORGET_GOOD_CHECK, good), (INSERT, [event.row() for event in found])


def longest_unchecked(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Return (SHA-256 in hex, size in bytes) of all originals: those never checked first, then by their last check.

    The files of drafts that wait in a review are among them.
    """
    rows = connection.execute(
        """
        WITH file (sha256, size) AS (
            SELECT sha256, size FROM original
            UNION SELECT sha256, size FROM review_item WHERE sha256 IS NOT NULL
            UNION SELECT sha256, size FROM review_attachment)
        SELECT file.sha256, file.size, max(event.id) AS last FROM file
            LEFT JOIN preservation_event AS event ON event.object = file.sha256 AND event.type = 'fixity check'
            LEFT JOIN original ON original.sha256 = file.sha256
        GROUP BY file.sha256 ORDER BY ifnull(last, 0), original.id IS NULL, original.id"""
    )
    return [(row["sha256"], row["size"]) for row in rows]


def last(connection: sqlite3.Connection, type: EventType) -> str | None:
    """Return when something was last done for the archive as a whole (ISO 8601), or None."""
    row = connection.execute(
        "SELECT at FROM preservation_event WHERE object IS NULL AND type = ? ORDER BY id DESC LIMIT 1", (type,)
    ).fetchone()
    return None if row is None else str(row["at"])
