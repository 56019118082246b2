"""Undo, redo and revert: a revision played backwards as a new revision.

Nothing is ever removed from the journal. A revision and the one that reverts it cancel each other out; "stands" means
that a revision's effect is in the records now.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from curator.archive import journal
from curator.archive.history import revision
from curator.archive.transaction import Transaction
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.revision import Revision

# Making the archive is not an act that can be taken back.
CREATION = 1

_CANDIDATE = {
    "undo": """
        SELECT id FROM revision WHERE kind IN ('act', 'revert') AND reverted_by IS NULL AND id > 1
        ORDER BY id DESC LIMIT 1""",
    "redo": """
        SELECT id FROM revision WHERE kind = 'undo' AND reverted_by IS NULL
            AND id > (SELECT ifnull(max(id), 0) FROM revision WHERE kind IN ('act', 'revert'))
        ORDER BY id DESC LIMIT 1""",
}

# Later changes to the same row, of revisions whose effect is in the records: neither taken back, nor taking back.
_LATER = """
    SELECT later.kind, later.before, later.revision_id
    FROM change AS later JOIN revision ON revision.id = later.revision_id
    WHERE later.row_id = ? AND later.record = ? AND later.id > ? AND later.revision_id <> ?
        AND revision.reverted_by IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM revision AS taken WHERE taken.id = revision.reverts AND taken.reverted_by = revision.id)
    ORDER BY later.id"""


def candidate(connection: sqlite3.Connection, kind: str) -> int | None:
    """Return the id of the revision that "undo" or "redo" would take back now, or None."""
    row = connection.execute(_CANDIDATE[kind]).fetchone()
    return None if row is None else int(row[0])


def revertible(connection: sqlite3.Connection, revision_id: int) -> Revision:
    """Return the revision if its effect is in the records now.

    Raises:
        CuratorError: when there is none with this id, or it was taken back already.
    """
    found = revision(connection, revision_id)
    if revision_id == CREATION:
        raise CuratorError(_("“%(this)s” cannot be taken back.") % {"this": found.label})
    if not found.stands:
        raise CuratorError(_("“%(this)s” was taken back already.") % {"this": found.label})
    return found


def play_backwards(transaction: Transaction, revision_id: int) -> None:
    """Write every row that `revision_id` touched back to how it was before it.

    Raises:
        CuratorError: when later work changed the same fields.
        sqlite3.IntegrityError: here or at commit, when later rows need what this would remove.
    """
    connection = transaction.connection
    _refuse_if_built_upon(connection, revision_id)
    connection.execute("PRAGMA defer_foreign_keys = ON")
    changes = connection.execute(
        "SELECT record, row_id, kind, before FROM change WHERE revision_id = ? ORDER BY id DESC",
        (revision_id,),
    ).fetchall()
    for record, row_id, kind, before in changes:
        _play(connection, record, row_id, kind, journal.before_image(before))
    _mark(connection, revision_id, transaction.revision_id)


def _play(connection: sqlite3.Connection, record: str, row_id: int, kind: str, before: dict[str, Any] | None) -> None:
    if kind == "insert":
        connection.execute(f'DELETE FROM "{record}" WHERE id = ?', (row_id,))
        return
    fields = before or {}
    if kind == "update":
        setters = ", ".join(f'"{name}" = ?' for name in fields)
        connection.execute(f'UPDATE "{record}" SET {setters} WHERE id = ?', [*fields.values(), row_id])
        return
    names = ", ".join(f'"{name}"' for name in fields)
    marks = ", ".join("?" * len(fields))
    connection.execute(f'INSERT INTO "{record}" ({names}) VALUES ({marks})', list(fields.values()))


def _refuse_if_built_upon(connection: sqlite3.Connection, revision_id: int) -> None:
    newest = connection.execute("SELECT max(revision_id) FROM change").fetchone()[0]
    if newest == revision_id:
        return
    for change_id, record, row_id, kind, before in connection.execute(
        "SELECT id, record, row_id, kind, before FROM change WHERE revision_id = ? ORDER BY id",
        (revision_id,),
    ).fetchall():
        fields = _fields(kind, before)
        for later_kind, later_before, later_revision in connection.execute(
            _LATER, (row_id, record, change_id, revision_id)
        ):
            if _overlap(fields, _fields(later_kind, later_before)):
                raise _refusal(connection, revision_id, later_revision)


def _fields(kind: str, before: str | None) -> set[str] | None:
    """Return the names of the fields a change touched; None for the whole row."""
    return set(journal.before_image(before) or {}) if kind == "update" else None


def _overlap(one: set[str] | None, other: set[str] | None) -> bool:
    return one is None or other is None or bool(one & other)


def _refusal(connection: sqlite3.Connection, revision_id: int, later_id: int) -> CuratorError:
    this, later = revision(connection, revision_id), revision(connection, later_id)
    return CuratorError(
        _("“%(this)s” cannot be taken back: “%(later)s” changed the same fields after it.")
        % {"this": this.label, "later": later.label},
        _("Take back “%(later)s” (revision %(id)d) first.") % {"later": later.label, "id": later_id},
    )


def needed_by_later_work(connection: sqlite3.Connection, revision_id: int) -> CuratorError:
    """Return the refusal for a revision whose rows later rows point at."""
    return CuratorError(
        _("“%(this)s” cannot be taken back: later work stands on it.")
        % {"this": revision(connection, revision_id).label},
        _("Take back the later work first; the history lists it."),
    )


def _mark(connection: sqlite3.Connection, revision_id: int, by: int | None) -> None:
    """Note that `revision_id` is taken back by `by` (None: stands again), and what that means for what it reverts."""
    connection.execute("UPDATE revision SET reverted_by = ? WHERE id = ?", (by, revision_id))
    reverts = connection.execute("SELECT reverts FROM revision WHERE id = ?", (revision_id,)).fetchone()[0]
    if reverts is not None:
        _mark(connection, reverts, revision_id if by is None else None)
