"""Undo, redo and revert: a revision played backwards as a new revision.

Nothing is ever removed from the journal. An act and all that took it back or brought it back, directly or in turn, are
a family; each turn in it reverses the one before, so a revision's effect is in the records ("it stands") when the
number of later turns is even.
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

# An act all of whose rows were erased for good has no changes left, and is passed over.
# Undo and redo go along the line of acts, whatever was reverted out of turn: that is an act itself, and lies above.
_CANDIDATE = {
    "undo": """
        SELECT id FROM revision AS act WHERE kind IN ('act', 'revert') AND id > 1
            AND EXISTS (SELECT 1 FROM change WHERE revision_id = act.id) AND NOT EXISTS (
            SELECT 1 FROM revision AS undone WHERE undone.reverts = act.id AND undone.kind = 'undo' AND NOT EXISTS (
                SELECT 1 FROM revision AS redone WHERE redone.reverts = undone.id AND redone.kind = 'redo'))
        ORDER BY id DESC LIMIT 1""",
    "redo": """
        SELECT id FROM revision AS undone WHERE kind = 'undo'
            AND EXISTS (SELECT 1 FROM change WHERE revision_id = undone.id)
            AND id > (SELECT ifnull(max(id), 0) FROM revision WHERE kind IN ('act', 'revert'))
            AND NOT EXISTS (
                SELECT 1 FROM revision AS redone WHERE redone.reverts = undone.id AND redone.kind = 'redo')
        ORDER BY id DESC LIMIT 1""",
}

_LATER = """
    SELECT kind, before, revision_id FROM change
    WHERE row_id = ? AND record = ? AND id > ? AND revision_id <> ? ORDER BY id"""

_ACT_OF_FAMILY = """
    WITH RECURSIVE back (id, reverts) AS (
        SELECT id, reverts FROM revision WHERE id = ?
        UNION ALL SELECT revision.id, revision.reverts FROM revision JOIN back ON revision.id = back.reverts)
    SELECT id FROM back WHERE reverts IS NULL"""
_FAMILY = """
    WITH RECURSIVE family (id) AS (
        VALUES (?) UNION ALL SELECT revision.id FROM revision JOIN family ON revision.reverts = family.id)
    SELECT id FROM family ORDER BY id DESC"""

# Fields that make a tree of a table; taking back an old merge could close a circle of them.
_TREES = {"authority": "merged_into", "article": "merged_into", "collection": "parent_id"}


def candidate(connection: sqlite3.Connection, kind: str) -> int | None:
    """Return the id of the revision that "undo" or "redo" would take back now, or None."""
    row = connection.execute(_CANDIDATE[kind]).fetchone()
    return None if row is None else int(row[0])


def revertible(connection: sqlite3.Connection, revision_id: int) -> Revision:
    """Return the revision if its effect is in the records now.

    Raises:
        CuratorError: when there is none with this id, it was taken back already, or what it touched was erased.
    """
    found = revision(connection, revision_id)
    if revision_id == CREATION:
        raise CuratorError(_("“%(this)s” cannot be taken back.") % {"this": found.label})
    if not found.stands:
        raise CuratorError(_("“%(this)s” was taken back already.") % {"this": found.label})
    if not connection.execute("SELECT 1 FROM change WHERE revision_id = ? LIMIT 1", (revision_id,)).fetchone():
        raise CuratorError(
            _("“%(this)s” cannot be taken back: what it was about was erased for good.") % {"this": found.label}
        )
    return found


def play_backwards(transaction: Transaction, revision_id: int) -> None:
    """Write every row that `revision_id` touched back to how it was before it.

    Raises:
        CuratorError: when it was taken back meanwhile, or later work changed the same fields.
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
    _refuse_circles(connection, revision_id)
    _mark(connection, revision_id)


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
    if not _anything_after(connection, revision_id):
        return
    acts: dict[int, int] = {}
    own = _act_of(connection, revision_id, acts)
    for change_id, record, row_id, kind, before in connection.execute(
        "SELECT id, record, row_id, kind, before FROM change WHERE revision_id = ? ORDER BY id",
        (revision_id,),
    ).fetchall():
        fields = _fields(kind, before)
        families: dict[int, set[int]] = {}
        for later_kind, later_before, later in connection.execute(_LATER, (row_id, record, change_id, revision_id)):
            act = _act_of(connection, later, acts)
            if act != own and _overlap(fields, _fields(later_kind, later_before)):
                families.setdefault(act, set()).add(later)
        for act, members in families.items():
            # Done and taken back, or taken back and done again, cancel out; one turn without the other does not.
            if len(members) % 2:
                raise _refusal(connection, revision_id, act if revision(connection, act).stands else max(members))


def _anything_after(connection: sqlite3.Connection, revision_id: int) -> bool:
    row = connection.execute(
        """
        SELECT EXISTS (SELECT 1 FROM change
            WHERE id > (SELECT min(id) FROM change WHERE revision_id = ?1) AND revision_id <> ?1)""",
        (revision_id,),
    ).fetchone()
    return bool(row[0])


def _act_of(connection: sqlite3.Connection, revision_id: int, known: dict[int, int]) -> int:
    """Return the act at the root of a revision's family; `known` spares asking twice."""
    if revision_id not in known:
        known[revision_id] = int(connection.execute(_ACT_OF_FAMILY, (revision_id,)).fetchone()[0])
    return known[revision_id]


def _refuse_circles(connection: sqlite3.Connection, revision_id: int) -> None:
    for record, parent in _TREES.items():
        circle = connection.execute(
            f"""
            WITH RECURSIVE up (start, id) AS (
                SELECT row.id, row.{parent} FROM change JOIN {record} AS row ON row.id = change.row_id
                WHERE change.revision_id = ? AND change.record = '{record}' AND row.{parent} IS NOT NULL
                UNION SELECT up.start, row.{parent} FROM up JOIN {record} AS row ON row.id = up.id
                WHERE row.{parent} IS NOT NULL)
            SELECT 1 FROM up WHERE start = id LIMIT 1""",
            (revision_id,),
        ).fetchone()
        if circle:
            raise needed_by_later_work(connection, revision_id)


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


def _mark(connection: sqlite3.Connection, revision_id: int) -> None:
    """Note for each revision of a family whether it stands, now that the newest of them has turned the records."""
    act = _act_of(connection, revision_id, {})
    members = [row[0] for row in connection.execute(_FAMILY, (act,))]
    connection.executemany(
        "UPDATE revision SET reverted_by = ? WHERE id = ?",
        [(members[0] if turns % 2 else None, member) for turns, member in enumerate(members)],
    )
