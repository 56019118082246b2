"""Records as they cross from one archive to another: whole rows, pointing to each other by uid."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from curator.archive import journal
from curator.archive.authorities import key_of
from curator.archive.transaction import Transaction, Value
from curator.errors import CuratorError
from curator.i18n import _

# The key under which spellings meet follows from the name, so it stays at home and is made again on arrival.
_FOLDED_FROM = {"authority": "preferred_name", "variant_name": "name", "collection": "title", "rejected_name": "name"}
# A pair has no order of its own: by uid where it travels, by id where it is kept.
_PAIRS = {"not_same": (("authority_id", "other_authority_id"), ("article_id", "other_article_id"))}
_SET_UP_ONLY = ("archive", "accession", "accession_item")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a table of records looks like.

    Args:
        columns: those that cross, in the order of the schema; `id` does not.
        references: column -> the table it points to.
        required: columns that have to be filled.
        whole_numbers: columns that hold integers; the others hold text.
    """

    columns: tuple[str, ...]
    references: Mapping[str, str]
    required: frozenset[str]
    whole_numbers: frozenset[str]


def shapes(connection: sqlite3.Connection) -> dict[str, Shape]:
    """Return the shape of every table of records, as the schema has it."""
    return {record: _shape(connection, record) for record in journal.RECORDS}


def _shape(connection: sqlite3.Connection, record: str) -> Shape:
    info = connection.execute(f'PRAGMA main.table_info("{record}")').fetchall()
    home = {"id", "folded"} if record in _FOLDED_FROM else {"id"}
    kept = [row for row in info if row["name"] not in home]
    links = connection.execute(f'PRAGMA main.foreign_key_list("{record}")').fetchall()
    references = {row["from"]: row["table"] for row in links}
    return Shape(
        tuple(row["name"] for row in kept),
        references,
        frozenset(row["name"] for row in kept if row["notnull"] and row["dflt_value"] is None),
        frozenset(row["name"] for row in kept if row["type"] == "INTEGER" and row["name"] not in references),
    )


def rows(
    connection: sqlite3.Connection, record: str, shape: Shape, ids: Collection[int] | None = None
) -> Iterator[dict[str, Value]]:
    """Yield the rows of a table by uid, references as uids.

    Args:
        record: the table.
        shape: what it looks like.
        ids: only these rows; all unless given.
    """
    fields, joins = [], []
    for number, name in enumerate(shape.columns):
        if name in shape.references:
            joins.append(f'LEFT JOIN "{shape.references[name]}" AS r{number} ON r{number}.id = here."{name}"')
            fields.append(f'r{number}.uid AS "{name}"')
        else:
            fields.append(f'here."{name}"')
    only = "" if ids is None else "WHERE here.id IN (SELECT value FROM json_each(?))"
    found = connection.execute(
        f'SELECT {", ".join(fields)} FROM "{record}" AS here {" ".join(joins)} {only} ORDER BY here.uid',
        () if ids is None else (json.dumps(sorted(ids)),),
    )
    for row in found:
        yield _in_pair_order(record, dict(row))


def _in_pair_order(record: str, row: dict[str, Value]) -> dict[str, Value]:
    for one, other in _PAIRS.get(record, ()):
        low, high = row.get(one), row.get(other)
        if low is not None and high is not None and str(high) < str(low):
            row[one], row[other] = high, low
    return row


def first_obstacle(connection: sqlite3.Connection) -> str | None:
    """Return the name of a table that keeps this archive from counting as empty, or None.

    Accessions may be there: a try that brought nothing in leaves one.
    """
    for record in journal.RECORDS:
        if record not in _SET_UP_ONLY and connection.execute(f'SELECT EXISTS (SELECT 1 FROM "{record}")').fetchone()[0]:
            return record
    return None


class Arrival:
    """Rows of another archive on their way into this one.

    Ids are given out beforehand, in the order of the uids, so that rows may point to rows that come later.

    Args:
        transaction: an open transaction.
        uids: table -> the uids of all its rows that come, sorted.
    """

    def __init__(self, transaction: Transaction, uids: Mapping[str, Collection[str]]) -> None:
        self._transaction = transaction
        self._shapes = shapes(transaction.connection)
        self._ids = {record: self._given_out(record, found) for record, found in uids.items()}
        transaction.connection.execute("PRAGMA defer_foreign_keys = ON")

    def _given_out(self, record: str, uids: Collection[str]) -> dict[str, int]:
        if record == "archive":
            return dict.fromkeys(uids, 1)
        first = self._transaction.next_id(record)
        return {uid: first + number for number, uid in enumerate(uids)}

    def take(self, record: str, row: Mapping[str, Value]) -> int:
        """Write one row; the one row of `archive` is put in the place of this archive's own.

        Returns:
            its id.

        Raises:
            CuratorError: when a rule of the archive is broken by it.
        """
        values = dict(row)
        for column, target in self._shapes[record].references.items():
            if values.get(column) is not None:
                values[column] = self._ids[target][str(values[column])]
        for one, other in _PAIRS.get(record, ()):
            low, high = values.get(one), values.get(other)
            if isinstance(low, int) and isinstance(high, int) and high < low:
                values[one], values[other] = high, low
        if record in _FOLDED_FROM:
            values["folded"] = key_of(str(values[_FOLDED_FROM[record]]))
        row_id = self._ids[record][str(row["uid"])]
        try:
            self._write(record, row_id, values)
        except sqlite3.IntegrityError as error:
            raise CuratorError(
                _("The record %(uid)s of %(table)s breaks a rule of the archive: %(reason)s.")
                % {"uid": row["uid"], "table": record, "reason": error},
                _("Nothing was brought in. The package was made by another program, or was changed."),
            ) from error
        return row_id

    def _write(self, record: str, row_id: int, values: dict[str, Value]) -> None:
        if record == "archive":
            self._transaction.update(record, row_id, values)
        else:
            self._transaction.insert(record, {"id": row_id, **values})
