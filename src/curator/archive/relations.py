"""Relations between authority records. Those of merged records count for the record they stand for."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator

from curator.archive import authorities
from curator.archive.authorities import date_fields
from curator.archive.transaction import Transaction, Value
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.authority import Authority
from curator.model.authority_links import RelatedName
from curator.model.dates import UncertainDate

_IN = "IN (SELECT value FROM json_each(?))"


def add_broader(transaction: Transaction, authority_id: int, broader_id: int) -> None:
    """Record a broader term (skos:broader); a record may have several.

    Raises:
        CuratorError: when it is the same record, of another kind, or would close a circle.
    """
    connection = transaction.connection
    record, broader_one = _two(connection, authority_id, broader_id)
    if record.kind != broader_one.kind:
        raise CuratorError(
            _("“%(broader)s” (%(one)s) cannot be a broader term of “%(name)s” (%(other)s): the kinds differ.")
            % {
                "broader": broader_one.preferred_name,
                "one": broader_one.kind,
                "name": record.preferred_name,
                "other": record.kind,
            },
            _("Relate the two instead: curator names ARCHIVE relate"),
        )
    if not _rows(transaction, record, broader_one, "broader"):
        refuse_circle(connection, record.id, above=broader_one)
        transaction.insert(
            "authority_relation", {"authority_id": record.id, "related_id": broader_one.id, "relation": "broader"}
        )


def remove_broader(transaction: Transaction, authority_id: int, broader_id: int) -> int:
    """Remove a broader term.

    Returns:
        how many rows went.
    """
    rows = _rows(transaction, *_two(transaction.connection, authority_id, broader_id), "broader")
    transaction.delete("authority_relation", [row["id"] for row in rows])
    return len(rows)


def relate(
    transaction: Transaction, authority_id: int, other_id: int, type_: str | None, dates: UncertainDate | None
) -> None:
    """Record that two entities are related, or change the dates of that.

    Args:
        type_: how, read from the first to the second: "member of"; without one the relation has no direction.

    Raises:
        CuratorError: when they are one record.
    """
    record, other = _two(transaction.connection, authority_id, other_id)
    rows = _rows(transaction, record, other, "related")
    rows += [] if type_ else _rows(transaction, other, record, "related")
    there = [row for row in rows if row["type"] == type_]
    fields = date_fields(dates)
    if there:
        transaction.update("authority_relation", there[0]["id"], fields)
        return
    ends: dict[str, Value] = {"authority_id": record.id, "related_id": other.id, "relation": "related", "type": type_}
    transaction.insert("authority_relation", ends | fields)


def unrelate(transaction: Transaction, authority_id: int, other_id: int, type_: str | None) -> int:
    """Remove what relates two entities: of this type from the first to the second, or of every type either way.

    Returns:
        how many rows went.
    """
    record, other = _two(transaction.connection, authority_id, other_id)
    rows = _rows(transaction, record, other, "related")
    rows = [row for row in rows if row["type"] == type_] if type_ else rows
    rows += [] if type_ else _rows(transaction, other, record, "related")
    transaction.delete("authority_relation", [row["id"] for row in rows])
    return len(rows)


def retype(
    transaction: Transaction, one: int, other: int, old_type: str | None, type_: str | None, dates: UncertainDate | None
) -> None:
    """Give a relation another type and other dates.

    Args:
        old_type: its type so far, read from the first to the second; None: it has none, and is the same either way.
    """
    unrelate_exactly(transaction, one, other, old_type)
    relate(transaction, one, other, type_, dates)


def unrelate_exactly(transaction: Transaction, one: int, other: int, type_: str | None) -> int:
    """Remove what relates two entities by exactly this type; None is the relation without a type, either way.

    Returns:
        how many rows went.
    """
    record, second = _two(transaction.connection, one, other)
    rows = _rows(transaction, record, second, "related")
    rows += [] if type_ else _rows(transaction, second, record, "related")
    gone = [row["id"] for row in rows if row["type"] == type_]
    transaction.delete("authority_relation", gone)
    return len(gone)


def broader(connection: sqlite3.Connection, authority_id: int) -> list[Authority]:
    """Return the broader terms of a record, one step up, by name."""
    return _ends(connection, authority_id, "authority_id", "related_id")


def narrower(connection: sqlite3.Connection, authority_id: int) -> list[Authority]:
    """Return the narrower terms of a record, one step down, by name."""
    return _ends(connection, authority_id, "related_id", "authority_id")


def related(connection: sqlite3.Connection, authority_id: int) -> list[RelatedName]:
    """Return what a record is related with, by type and name."""
    found: dict[tuple[object, ...], RelatedName] = {}
    for forward, here, there in ((True, "authority_id", "related_id"), (False, "related_id", "authority_id")):
        for row, other in _edges(connection, authority_id, here, there, "related"):
            dates = (row["dates"], row["dates_earliest"], row["dates_latest"])
            # Without a type it reads the same from both ends.
            name = RelatedName(other, row["type"], forward or not row["type"], *dates)
            found.setdefault((other.id, name.type, name.forward, name.dates), name)
    return sorted(found.values(), key=lambda name: (name.type or "", name.authority.preferred_name))


def refuse_circle(
    connection: sqlite3.Connection, authority_id: int, others: Collection[int] = (), above: Authority | None = None
) -> None:
    """Make sure that no record is broader than itself.

    Args:
        others: records that are about to become one with this one.
        above: a record that is about to become a broader term of this one.

    Raises:
        CuratorError: naming the way round, when one leads from this record back to it.
    """
    start = authorities.root(connection, authority_id)
    one = {start.id: start} | {each: authorities.root(connection, each) for each in others}
    way: dict[int, list[Authority]] = {each: [record] for each, record in one.items()}
    waiting = list(one.values())
    if above is not None:
        way[above.id] = [start, above]
        waiting = [above]
    while waiting:
        here = waiting.pop()
        for step in broader(connection, here.id):
            if step.id in one and here.id not in one:
                names = " < ".join(record.preferred_name for record in [*way[here.id], step])
                raise CuratorError(
                    _("“%(name)s” would be broader than itself: %(names)s.")
                    % {"name": start.preferred_name, "names": names},
                    _("Nothing was changed. Remove one of these steps first."),
                )
            if step.id not in way:
                way[step.id] = [*way[here.id], step]
                waiting.append(step)


def _two(connection: sqlite3.Connection, one: int, other: int) -> tuple[Authority, Authority]:
    record, second = authorities.root(connection, one), authorities.root(connection, other)
    if record.id == second.id:
        raise CuratorError(
            _("“%(name)s” cannot be connected with itself: both names are one record.")
            % {"name": record.preferred_name}
        )
    return record, second


def _rows(transaction: Transaction, one: Authority, other: Authority, relation: str) -> list[sqlite3.Row]:
    ends = [json.dumps(authorities.members(transaction.connection, [record.id])) for record in (one, other)]
    return transaction.rows(
        f"""
        SELECT id, type FROM authority_relation
        WHERE authority_id {_IN} AND related_id {_IN} AND relation = ? ORDER BY id""",
        (*ends, relation),
    )


def _ends(connection: sqlite3.Connection, authority_id: int, here: str, there: str) -> list[Authority]:
    found = {other.id: other for _row, other in _edges(connection, authority_id, here, there, "broader")}
    return sorted(found.values(), key=lambda record: record.preferred_name)


def _edges(
    connection: sqlite3.Connection, authority_id: int, here: str, there: str, relation: str
) -> Iterator[tuple[sqlite3.Row, Authority]]:
    start = authorities.root(connection, authority_id)
    members = json.dumps(authorities.members(connection, [start.id]))
    rows = connection.execute(
        f"SELECT * FROM authority_relation WHERE {here} {_IN} AND relation = ? ORDER BY id", (members, relation)
    ).fetchall()
    for row in rows:
        other = authorities.root(connection, row[there])
        # Two that were merged may have been connected before.
        if other.id != start.id:
            yield row, other
