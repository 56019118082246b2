"""A transaction: one labelled revision, and the only way to write a record."""

from __future__ import annotations

import datetime
import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from curator.archive import replica
from curator.archive.identifiers import next_clock, uuid7
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.revision import Changes, Label, RevisionKind

Value = str | int | None


class Transaction:
    """An open transaction; made by `Archive.transaction`, ended by it.

    Args:
        connection: the writer connection, inside BEGIN IMMEDIATE.
        revision_id: the revision that everything written here belongs to.
    """

    def __init__(self, connection: sqlite3.Connection, revision_id: int) -> None:
        self.connection = connection
        self.revision_id = revision_id
        self.first_change = int(connection.execute("SELECT ifnull(max(id), 0) FROM change").fetchone()[0])
        self.changes = Changes()

    def insert(self, record: str, values: Mapping[str, Value]) -> int:
        """Add a row to `record` (a table's name) under a new uid unless `values` has one.

        Returns:
            the id of the row.

        Raises:
            CuratorError: when a value is not text.
        """
        row = {"uid": uuid7(), **values}
        require_text(row)
        cursor = self.connection.execute(_insertion(record, tuple(row)), list(row.values()))
        return int(cursor.lastrowid or 0)

    def update(self, record: str, row_id: int, values: Mapping[str, Value]) -> None:
        """Set fields of one row. A field set to what it was leaves no trace."""
        require_text(values)
        fields = ", ".join(f'"{name}" = ?' for name in values)
        self.connection.execute(f'UPDATE "{record}" SET {fields} WHERE id = ?', [*values.values(), row_id])

    def delete(self, record: str, row_ids: Sequence[int]) -> None:
        """Delete rows by id."""
        self.connection.executemany(f'DELETE FROM "{record}" WHERE id = ?', [(row_id,) for row_id in row_ids])

    def rows(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> list[sqlite3.Row]:
        """Return the rows of a query, which sees what this transaction has written."""
        return self.connection.execute(sql, parameters).fetchall()

    def next_id(self, record: str) -> int:
        """Return the id that the next row of `record` gets (for rows that name each other)."""
        row = self.connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (record,)).fetchone()
        return int(row[0]) + 1 if row else 1

    def touched(self) -> Changes:
        """Return what this transaction has written so far."""
        touched: defaultdict[str, set[int]] = defaultdict(set)
        for record, row_id in self.connection.execute(
            "SELECT record, row_id FROM change WHERE id > ? AND revision_id = ?",
            (self.first_change, self.revision_id),
        ):
            touched[record].add(row_id)
        if not touched:
            return Changes()
        return Changes(self.revision_id, {record: frozenset(ids) for record, ids in touched.items()})


@lru_cache(maxsize=256)
def _insertion(record: str, names: tuple[str, ...]) -> str:
    columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    return f'INSERT INTO "{record}" ({columns}) VALUES ({marks})'


def begin_revision(
    connection: sqlite3.Connection, by: tuple[str, str], label: Label, kind: RevisionKind, reverts: int | None
) -> int:
    """Write the revision that a transaction is.

    Args:
        by: who, and from where.
        label, kind, reverts: see `Archive.transaction`.

    Returns:
        its id.
    """
    state = dict(connection.execute("SELECT key, value FROM replica_state").fetchall())
    clock = next_clock(int(state.get("clock", 0)))
    name = replica.named(connection, state)
    connection.executemany(
        "INSERT INTO replica_state VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [("clock", str(clock)), *name.items()],
    )
    at = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
    cursor = connection.execute(
        "INSERT INTO revision (uid, at, clock, replica, actor, origin, kind, label, reverts)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (uuid7(), at, clock, name["replica"], *by, kind, label.to_json(), reverts),
    )
    return int(cursor.lastrowid or 0)


def require_text(values: Mapping[str, Value]) -> None:
    """Refuse what is not text: NUL characters, which SQLite's JSON, and so the journal, would cut texts at, and halves
    of surrogate pairs, which stand for bytes that could not be read.

    Raises:
        CuratorError: naming the field.
    """
    for name, value in values.items():
        if isinstance(value, str) and not _is_text(value):
            raise CuratorError(
                _("The field %(field)s holds a character that is not text.") % {"field": name},
                _("Remove it (a NUL character, or bytes that are not UTF-8), or save the file as text again."),
            )


def _is_text(value: str) -> bool:
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            return False
    return "\0" not in value
