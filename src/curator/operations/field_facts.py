"""Which articles have a fact: asked of SQLite, or of the columns where they are loaded. Both answer the same."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from curator.archive import Connection, articles, collections, column_rows, mentions
from curator.operations.columns import FACET_PARTS
from curator.search import Collected, Columns, Dates, Tags
from curator.search.filters import labels_of
from curator.search.trees import KINDS

Ids = NDArray[np.int64]


class Facts(Protocol):
    """Where the articles of a fact come from; each answer is their ids, in any order."""

    def tagged(self, authority_ids: Collection[int]) -> Ids:
        """Return the articles tagged with any of these records (ids, merges resolved)."""

    def dated(self, earliest: int | None, latest: int | None) -> Ids:
        """Return the articles that may have been published between two Julian days (None: open)."""

    def collected(self, collection_id: int) -> Ids:
        """Return the articles in a collection or in one that lies in it."""

    def described(self, field: str, fits: Callable[[str], bool]) -> Ids:
        """Return the articles whose "publication", "language" or "status" fits."""

    def having(self, what: str) -> Ids:
        """Return the articles that have `what`, one of `curator.search.HAS`."""


class SqlFacts:
    """Facts asked of SQLite: for one search, quicker than loading columns."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def tagged(self, authority_ids: Collection[int]) -> Ids:
        return _ids(mentions.articles_with(self._connection, list(authority_ids)))

    def dated(self, earliest: int | None, latest: int | None) -> Ids:
        return _ids(articles.overlapping_dates(self._connection, earliest, latest))

    def collected(self, collection_id: int) -> Ids:
        return _ids(collections.items_below(self._connection, collection_id))

    def described(self, field: str, fits: Callable[[str], bool]) -> Ids:
        values = [value for value in articles.values(self._connection, field) if fits(value)]
        return _ids(found for value in values for found in articles.with_value(self._connection, field, value))

    def having(self, what: str) -> Ids:
        return _ids(column_rows.articles_with(self._connection, what))


class ColumnFacts:
    """Facts answered by columns that are loaded for facets anyway."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns

    def tagged(self, authority_ids: Collection[int]) -> Ids:
        tags = self._columns.part(Tags)
        masks = [tags.by_kind[kind].having(tags.authorities.standing(authority_ids, kind)) for kind in KINDS]
        return self._columns.ids[np.logical_or.reduce(masks)]

    def dated(self, earliest: int | None, latest: int | None) -> Ids:
        return self._columns.ids[self._columns.part(Dates).between(earliest, latest)]

    def collected(self, collection_id: int) -> Ids:
        return self._columns.ids[self._columns.part(Collected).pairs.having([collection_id])]

    def described(self, field: str, fits: Callable[[str], bool]) -> Ids:
        return self._columns.ids[labels_of(self._columns, field).where(fits)]

    def having(self, what: str) -> Ids:
        return self._columns.ids[self._columns.has(what)]


def facts(connection: Connection, columns: Columns) -> Facts:
    """Return the quicker of the two, as far as `columns` are loaded."""
    whole = all(part in columns.parts for part in FACET_PARTS)
    return ColumnFacts(columns) if whole else SqlFacts(connection)


def nothing() -> Ids:
    """Return no article."""
    return np.empty(0, dtype=np.int64)


def _ids(found: Iterable[int]) -> Ids:
    return np.fromiter(found, dtype=np.int64)
