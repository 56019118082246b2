"""Accessions: which files came in with one import run, and what became of each."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Mapping

from curator.archive import preservation
from curator.archive.transaction import Transaction, Value
from curator.model.article import Accession, OutcomeKind


def begin(
    transaction: Transaction, by_whom: str, source: str, batch: Mapping[str, str] | None = None, uid: str = ""
) -> int:
    """Record that an import run has started.

    Args:
        batch: its "title" and "collector", where they are known.
        uid: that of the review that it comes from; a new one unless given.

    Returns:
        the id of the accession.
    """
    values: dict[str, Value] = {"started": _now(), "by_whom": by_whom or None, "source": source}
    values |= {name: (batch or {}).get(name) or None for name in ("title", "collector")}
    return transaction.insert("accession", values | ({"uid": uid} if uid else {}))


def with_uid(connection: sqlite3.Connection, uid: str) -> int | None:
    """Return the id of the accession with this uid, or None."""
    row = connection.execute("SELECT id FROM accession WHERE uid = ?", (uid,)).fetchone()
    return None if row is None else int(row[0])


def finish(transaction: Transaction, accession_id: int) -> None:
    """Record that the run has ended, by itself or by the user's wish: as a preservation event, too."""
    transaction.update("accession", accession_id, {"finished": _now()})
    (run,) = transaction.rows("SELECT uid, by_whom FROM accession WHERE id = ?", (accession_id,))
    ((number, size),) = transaction.rows(
        """
        SELECT count(*), ifnull(sum(size), 0) FROM original WHERE id IN (
            SELECT original_id FROM accession_item WHERE accession_id = :run AND outcome = 'added'
            UNION SELECT original_id FROM article_original JOIN article ON article.id = article_id
                WHERE accession_id = :run)""",
        {"run": accession_id},
    )
    detail = f"{number} originals, {size} bytes, SHA-256 taken of each"
    event = preservation.Event("ingestion", run["by_whom"] or "", run["uid"], "success", detail)
    preservation.record(transaction.connection, event)


def add_item(
    transaction: Transaction,
    accession_id: int,
    path: str,
    outcome: OutcomeKind,
    **details: Value,
) -> int:
    """Record what became of one file.

    Args:
        path: the file's path as the user gave it.
        outcome: what became of it.
        details: uid, code, reason, article_id, original_id, reader, reader_version, as far as they are known.

    Returns:
        the id of the item.
    """
    values = {"accession_id": accession_id, "path": path, "outcome": outcome, **details}
    return transaction.insert("accession_item", values)


def get(connection: sqlite3.Connection, accession_id: int) -> Accession | None:
    """Return one accession, or None."""
    row = connection.execute("SELECT * FROM accession WHERE id = ?", (accession_id,)).fetchone()
    return None if row is None else Accession(**dict(row))


def of_article(connection: sqlite3.Connection, article_id: int) -> sqlite3.Row | None:
    """Return the item (path, reader, reader_version) that an article came in with, or None."""
    row: sqlite3.Row | None = connection.execute(
        "SELECT path, reader, reader_version FROM accession_item WHERE article_id = ? AND outcome = 'added'",
        (article_id,),
    ).fetchone()
    return row


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
