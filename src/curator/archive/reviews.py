"""Reviews: batches of files that are read, or wait for a person. Not journalled: they are not in the archive yet."""

from __future__ import annotations

import datetime
import json
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from curator.archive.identifiers import uuid7
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.review import Review, ReviewCounts, ReviewOrigin

_WATCHED = "watch_folder"
_Kept = TypeVar("_Kept", str, list[Any], dict[str, Any])


def begin(
    connection: sqlite3.Connection, source: str, paths: Sequence[str], origin: ReviewOrigin, defaults: Mapping[str, str]
) -> int:
    """Record that files are going to be read; on the writer, in a transaction.

    Args:
        source: where they come from, in words.
        paths: files and folders as given; they start at the folder the process is in.

    Returns:
        the id of the review.
    """
    folder, given, kept = (json.dumps(each) for each in (str(Path.cwd()), list(paths), dict(defaults)))
    cursor = connection.execute(
        "INSERT INTO review (uid, started, origin, source, folder, paths, defaults) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (uuid7(), _now(), origin, source, folder, given, kept),
    )
    return int(cursor.lastrowid or 0)


def finish(connection: sqlite3.Connection, review_id: int) -> None:
    """Record that all files are read."""
    connection.execute("UPDATE review SET finished = ? WHERE id = ?", (_now(), review_id))


def go_on(connection: sqlite3.Connection, review_id: int, paths: Sequence[str]) -> None:
    """Record that more files are going to be read into a review."""
    known = get(connection, review_id).paths
    more = [*known, *(path for path in paths if path not in known)]
    connection.execute("UPDATE review SET finished = NULL, paths = ? WHERE id = ?", (json.dumps(more), review_id))


def get(connection: sqlite3.Connection, review_id: int) -> Review:
    """Return one review.

    Raises:
        CuratorError: when there is none with this id.
    """
    row = connection.execute("SELECT * FROM review WHERE id = ?", (review_id,)).fetchone()
    if row is None:
        raise CuratorError(
            _("There is no review %(id)d in this archive.") % {"id": review_id},
            _("What waits is listed by: curator review ARCHIVE list"),
        )
    return _review(row)


def listed(connection: sqlite3.Connection) -> list[Review]:
    """Return all reviews, the newest first, those that are committed as a whole among them."""
    return [_review(row) for row in connection.execute("SELECT * FROM review ORDER BY id DESC")]


def counts(connection: sqlite3.Connection, review_id: int) -> ReviewCounts:
    """Return how many items of a review wait, for what, and how many do not."""
    rows = connection.execute(
        """
        SELECT state, need, EXISTS (SELECT 1 FROM accession_item WHERE uid = review_item.uid) AS committed, count(*)
        FROM review_item WHERE review_id = ? GROUP BY 1, 2, 3""",
        (review_id,),
    ).fetchall()
    needs = {need: number for state, need, committed, number in rows if state == "pending" and not committed}
    return ReviewCounts(
        needs,
        accepted=sum(number for state, _need, committed, number in rows if state == "accepted" and not committed),
        rejected=sum(number for state, _need, committed, number in rows if state == "rejected" and not committed),
        committed=sum(number for _state, _need, committed, number in rows if committed),
    )


def originals(connection: sqlite3.Connection) -> list[str]:
    """Return the SHA-256s (hex) of the files that drafts need; none in a database that is older than reviews."""
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'review_attachment'").fetchone():
        return []
    rows = connection.execute(
        "SELECT sha256 FROM review_item WHERE sha256 IS NOT NULL UNION SELECT sha256 FROM review_attachment"
    )
    return [row[0] for row in rows]


def remove(connection: sqlite3.Connection, review_id: int) -> set[str]:
    """Delete a review with its items, readings and edits.

    Returns:
        the SHA-256s (hex) of files that its drafts had; some may be needed by others.
    """
    mine = "(SELECT id FROM review_item WHERE review_id = :id)"
    given = {"id": review_id}
    files = connection.execute(
        f"""
        SELECT sha256 FROM review_item WHERE review_id = :id AND sha256 IS NOT NULL
        UNION SELECT sha256 FROM review_attachment WHERE item_id IN {mine}""",
        given,
    ).fetchall()
    for statement in (
        f"DELETE FROM review_reading WHERE id IN {mine}",
        f"DELETE FROM review_attachment WHERE item_id IN {mine}",
        "DELETE FROM review_edit WHERE review_id = :id",
        "DELETE FROM review_item WHERE review_id = :id",
        "DELETE FROM review WHERE id = :id",
    ):
        connection.execute(statement, given)
    return {row[0] for row in files}


def watched_folder(connection: sqlite3.Connection) -> str | None:
    """Return the folder (JSON of its path) that is watched for this copy of the archive, or None."""
    row = connection.execute("SELECT value FROM replica_state WHERE key = ?", (_WATCHED,)).fetchone()
    return None if row is None else str(row[0])


def set_watched_folder(connection: sqlite3.Connection, folder: str | None) -> None:
    """Watch a folder (JSON of its path), or none."""
    connection.execute("DELETE FROM replica_state WHERE key = ?", (_WATCHED,))
    if folder is not None:
        connection.execute("INSERT INTO replica_state VALUES (?, ?)", (_WATCHED, folder))


def is_seen(connection: sqlite3.Connection, sha256: str) -> bool:
    """Return whether a file with this SHA-256 (hex) is an original, waits in a review, or was brought by a watch."""
    row = connection.execute(
        """
        SELECT EXISTS (SELECT 1 FROM watched_file WHERE sha256 = ?1)
            OR EXISTS (SELECT 1 FROM original WHERE sha256 = ?1)
            OR EXISTS (SELECT 1 FROM review_item WHERE sha256 = ?1)""",
        (sha256,),
    ).fetchone()
    return bool(row[0])


def mark_seen(connection: sqlite3.Connection, sha256s: Sequence[str]) -> None:
    """Remember files that a watch has brought, so that it brings them once."""
    connection.executemany("INSERT OR IGNORE INTO watched_file VALUES (?)", [(each,) for each in sha256s])


def _review(row: sqlite3.Row) -> Review:
    return Review(
        row["id"],
        row["uid"],
        row["started"],
        row["finished"],
        row["origin"],
        row["source"],
        str(_read(row["folder"], "")),
        tuple(map(str, _read(row["paths"], []))),
        {str(field): str(value) for field, value in _read(row["defaults"], {}).items()},
    )


def _read(kept: str, otherwise: _Kept) -> _Kept:
    """Return what JSON holds, `otherwise` where it is damaged: that must not keep anybody from the archive."""
    try:
        found = json.loads(kept)
    except ValueError:
        return otherwise
    return found if isinstance(found, type(otherwise)) else otherwise


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
