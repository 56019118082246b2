"""Erasing for good: rows, journal, originals, index and own backups; a tombstone stays.

The rows go in one transaction, which leaves a mark. What is left then (files, free pages of the database) is done step
by step, each of which may be done again; a process that dies on the way leaves the mark, and the next opening goes on.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass

import filelock

from curator.archive import backups, erasure_drafts, erasure_written, originals, preservation, sketches, suggestion_rows
from curator.archive.erasure_labels import blot_accessions, blot_labels
from curator.archive.erasure_scope import LINKS, SAID, Scope
from curator.archive.folder import ArchiveFolder
from curator.archive.write_lock import WAIT_S
from curator.errors import CuratorError
from curator.i18n import _

MARK = "erasing"
_PATIENCE_S = 5.0


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What stays of something erased: its uid, table and number, when (ISO 8601, UTC), by whom and why."""

    uid: str
    record: str
    row_id: int
    at: str
    by_whom: str
    reason: str


def tombstones(connection: sqlite3.Connection) -> list[Tombstone]:
    """Return all tombstones, oldest first."""
    rows = connection.execute("SELECT uid, record, row_id, at, by_whom, reason FROM tombstone ORDER BY id")
    return [Tombstone(*row) for row in rows]


def begin(connection: sqlite3.Connection, scope: Scope, by_whom: str, reason: str, written: bool = False) -> None:
    """Delete the rows of `scope` with all that the journal knows of them, set up tombstones, and leave the mark.

    Args:
        connection: a writer without the journal's triggers, whose deleted bytes are overwritten.
        written: whether names also go from titles and notes that people wrote (`erasure_written`).
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        _choose(connection, scope)
        _set_tombstones(connection, scope, by_whom, reason)
        blot_accessions(connection, scope)
        blot_labels(connection, scope)
        erasure_drafts.blot_reviews(connection, scope)
        if written:
            erasure_written.blot(connection, scope)
        _let_go(connection, scope)
        _delete(connection, scope)
        mark = json.dumps({"originals": sorted(scope.originals)})
        connection.execute("INSERT INTO replica_state VALUES (?, ?)", (MARK, mark))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("DROP TABLE IF EXISTS temp.erased")


def is_begun(connection: sqlite3.Connection) -> bool:
    """Return whether an erasure was begun and not finished."""
    return connection.execute("SELECT 1 FROM replica_state WHERE key = ?", (MARK,)).fetchone() is not None


def finish(connection: sqlite3.Connection, folder: ArchiveFolder) -> None:
    """Do what is left to do after `begin`; the write lock is held.

    Raises:
        CuratorError: when another program keeps the index, or reads the database without end.
        sqlite3.Error, OSError: a full disk and the like. The mark stays, and the next opening goes on.
    """
    for step in STEPS:
        step(connection, folder)


def _delete_originals(connection: sqlite3.Connection, folder: ArchiveFolder) -> None:
    mark = connection.execute("SELECT value FROM replica_state WHERE key = ?", (MARK,)).fetchone()
    for sha256 in json.loads(mark[0])["originals"]:
        # The same bytes may have been imported again since a process died here.
        if not erasure_drafts.is_needed(connection, sha256):
            originals.stored_path(folder, sha256).unlink(missing_ok=True)


def _delete_staged(_connection: sqlite3.Connection, folder: ArchiveFolder) -> None:
    if folder.incoming.is_dir():
        originals.clear_abandoned(folder.incoming)


def _delete_index(_connection: sqlite3.Connection, folder: ArchiveFolder) -> None:
    """Delete all generations; the next search makes a new one. Whoever is at work on the index is waited for."""
    try:
        with filelock.FileLock(folder.index_lock, timeout=WAIT_S, fallback_to_soft=False):
            for path in folder.index.glob("*") if folder.index.is_dir() else ():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    except filelock.Timeout as error:
        raise _held_up() from error


def _delete_backups(_connection: sqlite3.Connection, folder: ArchiveFolder) -> None:
    backups.remove_all(folder)


def _rewrite_database(connection: sqlite3.Connection, _folder: ArchiveFolder) -> None:
    # On the disk: a database may be larger than the memory.
    connection.execute("PRAGMA temp_store = FILE")
    connection.execute("VACUUM")
    _empty_log(connection)


def _take_off_mark(connection: sqlite3.Connection, _folder: ArchiveFolder) -> None:
    connection.execute("DELETE FROM replica_state WHERE key = ?", (MARK,))
    # If somebody is reading just now, the log holds this line, and nothing that was erased.
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


Step = Callable[[sqlite3.Connection, ArchiveFolder], None]
STEPS: list[Step] = [
    _delete_originals,
    _delete_staged,
    _delete_index,
    _delete_backups,
    _rewrite_database,
    _take_off_mark,
]


def _empty_log(connection: sqlite3.Connection) -> None:
    """Write the log into the database and cut it to nothing; readers in the midst of a query are waited for."""
    connection.execute("PRAGMA busy_timeout = 500")
    end = time.monotonic() + _PATIENCE_S
    while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        if time.monotonic() > end:
            raise _held_up()
        time.sleep(0.05)


def _held_up() -> CuratorError:
    return CuratorError(
        _("Another program is at work on the archive and keeps traces from going."),
        _("Close it, then open the archive once more, by any command."),
    )


def _choose(connection: sqlite3.Connection, scope: Scope) -> None:
    connection.execute("CREATE TEMP TABLE erased (record TEXT, row_id INTEGER, PRIMARY KEY (record, row_id))")
    connection.executemany(
        "INSERT INTO temp.erased VALUES (?, ?)",
        [(record, row_id) for record in scope.rows for row_id in scope.rows[record]],
    )


def _set_tombstones(connection: sqlite3.Connection, scope: Scope, by_whom: str, reason: str) -> None:
    at = preservation.now()
    for record in (scope.record, "original"):
        for row_id in sorted(scope.rows.get(record, ())):
            uid = _uid(connection, record, row_id)
            connection.execute(
                "INSERT OR IGNORE INTO tombstone (uid, record, row_id, at, by_whom, reason) VALUES (?, ?, ?, ?, ?, ?)",
                (uid, record, row_id, at, by_whom, reason),
            )
            done: preservation.EventType = "deletion" if record == "original" else "erasure"
            preservation.record(connection, preservation.Event(done, by_whom, uid, "success", reason))
    connection.executemany("DELETE FROM preservation_event WHERE object = ?", [(sha,) for sha in scope.originals])


def _uid(connection: sqlite3.Connection, record: str, row_id: int) -> str:
    row = connection.execute(f'SELECT uid FROM "{record}" WHERE id = ?', (row_id,)).fetchone()
    if row is None:
        row = connection.execute(
            "SELECT json_extract(before, '$.uid') FROM change WHERE row_id = ? AND record = ? AND kind = 'delete'",
            (row_id, record),
        ).fetchone()
    return str(row[0])


def _let_go(connection: sqlite3.Connection, scope: Scope) -> None:
    """Clear what points from rows that stay to rows that go, also where an undo would put it back."""
    for record, column, target in LINKS:
        gone = json.dumps(sorted(scope.rows.get(target, ())))
        cleared = (column, *SAID.get(record, ()))
        columns = ", ".join(f'"{name}" = NULL' for name in cleared)
        connection.execute(
            f'UPDATE "{record}" SET {columns} WHERE "{column}" IN (SELECT value FROM json_each(?))', (gone,)
        )
        images = ", ".join(f"'$.{name}', NULL" for name in cleared)
        connection.execute(
            f"""
            UPDATE change SET before = json_set(before, {images}) WHERE record = '{record}'
                AND json_extract(before, '$.{column}') IN (SELECT value FROM json_each(?))""",
            (gone,),
        )


def _delete(connection: sqlite3.Connection, scope: Scope) -> None:
    for record in scope.rows:
        connection.execute(
            f"""DELETE FROM "{record}" WHERE id IN (SELECT row_id FROM temp.erased WHERE record = '{record}')"""
        )
    connection.execute(
        """
        DELETE FROM change WHERE id IN (
            SELECT change.id FROM temp.erased JOIN change
                ON change.row_id = erased.row_id AND change.record = erased.record)"""
    )
    for table, column, record in (
        ("suggestion", "article_id", "article"),
        ("suggestion_scan", "article_id", "article"),
        ("suggestion", "authority_id", "authority"),
        ("index_outbox", "article_id", "article"),
    ):
        connection.execute(
            f'DELETE FROM {table} WHERE "{column}" IN (SELECT row_id FROM temp.erased WHERE record = ?)', (record,)
        )
    # Nobody has to look into it for what was looked for.
    connection.execute("DELETE FROM search_history")
    gone = connection.execute("SELECT row_id FROM temp.erased WHERE record = 'article'").fetchall()
    sketches.remove(connection, [row[0] for row in gone])
    suggestion_rows.erase_names(connection, scope.words)
    # An index made now has seen no more than the newest change that is left.
    with contextlib.closing(connection.execute("SELECT ifnull(max(id), 0) FROM change")) as newest:
        connection.execute(
            "UPDATE replica_state SET value = min(CAST(value AS INTEGER), ?) WHERE key = 'indexed'",
            newest.fetchone()[:1],
        )
