"""The columns of an open archive: each part loaded when it is first asked for, and kept current from the journal."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from threading import Lock
from typing import Any

import numpy as np

from curator import memory
from curator.archive import Archive, Connection, collections, column_rows, history
from curator.archive.connection import one_state
from curator.model.revision import Changes
from curator.search.column_parts import Described, Flags, Labels
from curator.search.columns import Columns
from curator.search.date_column import Dates
from curator.search.renewal import Numbers, renewal
from curator.search.titles import Titles
from curator.search.trees import Authorities, Collected, Collections, Tags

# What facets need: all but the titles.
FACET_PARTS: tuple[type, ...] = (Dates, Described, Tags, Collected, Flags)
# When more was touched than this, loading all anew is quicker than finding out what.
_MOST_CHANGES = 200_000


class ArchiveColumns:
    """The columns of one archive; any thread may ask.

    Args:
        archive: the open archive, written to by whatever process.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._lock = Lock()
        # The newest change and tombstone, as of which the columns are.
        self._seen = (-1, -1)
        self._columns = Columns(np.empty(0, dtype=np.int64))

    def current(self, parts: Collection[type] = ()) -> Columns:
        """Return the columns as the archive is now, with at least `parts`; what is loaded is not loaded again."""
        connection = self._archive.read()
        with self._lock, one_state(connection):
            self._refresh(connection)
            missing = [part for part in parts if part not in self._columns.parts]
            if missing:
                self._columns = Columns(
                    self._columns.ids, {**self._columns.parts, **_loaded(connection, self._columns.ids, missing)}
                )
                # Loading took three times the memory that the columns have.
                memory.give_back()
            return self._columns

    def _refresh(self, connection: Connection) -> None:
        newest = column_rows.newest(connection)
        if newest == self._seen:
            return
        changed = None
        (since, erased), (change, tombstone) = self._seen, newest
        if erased == tombstone and since < change <= since + _MOST_CHANGES:
            _newest, changes = history.changes_since(connection, since)
            changed = _changed(connection, self._columns, changes, since)
        if changed is None:
            ids = column_rows.in_archive(connection)
            changed = Columns(ids, _loaded(connection, ids, list(self._columns.parts)))
        self._columns, self._seen = changed, newest


def _changed(connection: Connection, columns: Columns, changes: Changes, since: int) -> Columns | None:
    """Return the columns after changes, or None when the journal does not tell which articles those were on."""
    touched = column_rows.touched_articles(connection, changes, since)
    if touched is None:
        return None
    tables = _tables(connection, columns, changes)
    touched |= _moved(connection, columns, tables)
    if not touched and not tables:
        return columns
    fresh = column_rows.in_archive(connection, touched)
    change = renewal(columns.ids, np.array(sorted(touched), dtype=np.int64), fresh)
    loaded = _loaded(connection, fresh, list(columns.parts), touched, _all_tables(columns) | tables)
    return Columns(change.ids, {part: old.renewed(change, loaded[part]) for part, old in columns.parts.items()})


def _tables(connection: Connection, columns: Columns, changes: Changes) -> dict[type, Any]:
    """Return the tables of names and of collections whose rows were touched."""
    tables: dict[type, Any] = {}
    touched = changes.ids("authority")
    if (touched or changes.ids("authority_relation")) and Tags in columns.parts:
        rows, steps = column_rows.authorities(connection, touched), column_rows.broader_steps(connection)
        tables[Authorities] = columns.part(Tags).authorities.renewed(touched, rows, steps)
    if changes.ids("collection") and Collected in columns.parts:
        tables[Collections] = _collections(connection)
    return tables


def _moved(connection: Connection, columns: Columns, tables: Mapping[type, Any]) -> set[int]:
    """Return the articles whose tags stand for others now, or whose collections lie elsewhere."""
    moved: set[int] = set()
    if Authorities in tables:
        differing = tables[Authorities].differing(columns.part(Tags).authorities)
        moved.update(column_rows.articles_mentioning(connection, differing) if differing else ())
    if Collections in tables:
        differing = tables[Collections].differing(columns.part(Collected).collections)
        moved.update(column_rows.articles_collected(connection, differing) if differing else ())
    return moved


def _all_tables(columns: Columns) -> dict[type, Any]:
    tables: dict[type, Any] = {}
    if Tags in columns.parts:
        tables[Authorities] = columns.part(Tags).authorities
    if Collected in columns.parts:
        tables[Collections] = columns.part(Collected).collections
    return tables


def _loaded(
    connection: Connection,
    ids: Numbers,
    parts: Collection[type],
    only: Collection[int] | None = None,
    tables: Mapping[type, Any] | None = None,
) -> dict[type, Any]:
    """Load parts for the articles `ids` from the rows of all articles, or of these `only`."""
    return {part: _LOADERS[part](connection, ids, only, tables or {}) for part in parts}


_Only = Collection[int] | None
_Given = Mapping[type, Any]


def _dates(connection: Connection, ids: Numbers, only: _Only, _tables: _Given) -> Dates:
    return Dates.of(ids, column_rows.dates(connection, only))


def _titles(connection: Connection, ids: Numbers, only: _Only, _tables: _Given) -> Titles:
    return Titles.of(ids, *column_rows.texts(connection, "title", only))


def _described(connection: Connection, ids: Numbers, only: _Only, _tables: _Given) -> Described:
    fields = ("publication", "language", "status")
    return Described(*(Labels.of(ids, *column_rows.texts(connection, field, only)) for field in fields))


def _tags(connection: Connection, ids: Numbers, only: _Only, tables: _Given) -> Tags:
    authorities = tables.get(Authorities) or Authorities.of(
        column_rows.authorities(connection), column_rows.broader_steps(connection)
    )
    return Tags.of(ids, column_rows.taggings(connection, only), authorities)


def _collected(connection: Connection, ids: Numbers, only: _Only, tables: _Given) -> Collected:
    table = tables.get(Collections) or _collections(connection)
    return Collected.of(ids, column_rows.collectings(connection, only), table)


def _flags(connection: Connection, ids: Numbers, only: _Only, _tables: _Given) -> Flags:
    names, rows = column_rows.own_fields(connection, only)
    there = Columns(ids)
    filled = {name: there.mask(rows[rows[:, at] == 1, 0]) for at, name in enumerate(names, 1)}
    belonging = column_rows.belongings(connection, only)
    return Flags(filled | {name: there.mask(articles) for name, articles in belonging.items()})


def _collections(connection: Connection) -> Collections:
    return Collections.of((found.id, found.parent_id, found.path) for found in collections.listed(connection))


_LOADERS: dict[type, Callable[[Connection, Numbers, _Only, _Given], Any]] = {
    Dates: _dates,
    Titles: _titles,
    Described: _described,
    Tags: _tags,
    Collected: _collected,
    Flags: _flags,
}
