"""What stands above a value: the record that a name was merged into, the collections that one lies in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from curator.search.column_parts import Pairs
from curator.search.renewal import Numbers, Renewal

KINDS = ("person", "organisation", "event", "place", "theme")
_SEPARATOR = " / "


@dataclass(frozen=True, slots=True, eq=False)
class Authorities:
    """The names on record.

    Args:
        names: id -> preferred name.
        merged_into: id -> the record that it was found to be the same as.
        kinds: for each number from 0 on the place of its kind in `KINDS`, -1 where there is no such record.
        roots: for each number the record that it stands for after merges.
    """

    names: Mapping[int, str]
    merged_into: Mapping[int, int]
    kinds: NDArray[np.int8]
    roots: Numbers

    @classmethod
    def of(cls, rows: Iterable[tuple[int, str, str, int | None]]) -> Authorities:
        """Make the table from rows of id, kind, preferred name, and the id of what it was merged into."""
        return cls({}, {}, np.full(1, -1, dtype=np.int8), np.zeros(1, dtype=np.int64)).renewed((), rows)

    def renewed(self, touched: Collection[int], rows: Iterable[tuple[int, str, str, int | None]]) -> Authorities:
        """Return the table with `rows` in the place of the records `touched`."""
        listed = list(rows)
        names, merged = dict(self.names), dict(self.merged_into)
        size = max(len(self.kinds), 1 + max((row[0] for row in listed), default=0))
        kinds = np.concatenate((self.kinds, np.full(size - len(self.kinds), -1, dtype=np.int8)))
        for authority_id in touched:
            names.pop(authority_id, None)
            merged.pop(authority_id, None)
            kinds[authority_id : authority_id + 1] = -1
        names.update((row[0], row[2]) for row in listed)
        merged.update((row[0], row[3]) for row in listed if row[3] is not None)
        kinds[[row[0] for row in listed]] = [KINDS.index(row[1]) for row in listed]
        return Authorities(names, merged, kinds, _roots(size, merged))

    def standing(self, keys: Iterable[int | str], kind: str) -> frozenset[int]:
        """Return the records of a kind that the ids among `keys` stand for, merges resolved."""
        ids = (key for key in keys if isinstance(key, int) and key in self.names)
        return frozenset(int(self.roots[key]) for key in ids if self.kinds[key] == KINDS.index(kind))

    def differing(self, other: Authorities) -> list[int]:
        """Return the records that stand for another one, or are of another kind, than in `other`."""
        size = min(len(self.roots), len(other.roots))
        here, there = (
            np.flatnonzero(table.roots[size:] != np.arange(size, len(table.roots))) for table in (self, other)
        )
        known = (self.kinds[:size] >= 0) & (other.kinds[:size] >= 0)
        moved = (self.roots[:size] != other.roots[:size]) | known & (self.kinds[:size] != other.kinds[:size])
        return sorted({*np.flatnonzero(moved).tolist(), *(here + size).tolist(), *(there + size).tolist()})


def _roots(size: int, merged: Mapping[int, int]) -> Numbers:
    roots = np.arange(size)
    if merged:
        roots[list(merged)] = list(merged.values())
        while not np.array_equal(roots, further := roots[roots]):
            roots = further
    return roots


@dataclass(frozen=True, slots=True, eq=False)
class Tags:
    """The tags of each article, by kind, merges resolved."""

    authorities: Authorities
    by_kind: Mapping[str, Pairs]

    @classmethod
    def of(cls, ids: Numbers, taggings: Numbers, authorities: Authorities) -> Tags:
        """Make the columns of the articles `ids` (ascending) from rows of article and authority as it was put."""
        articles, tagged = taggings.T
        roots = authorities.roots[tagged]
        kinds = authorities.kinds[roots]
        return cls(
            authorities,
            {kind: Pairs.of(ids, articles[kinds == code], roots[kinds == code]) for code, kind in enumerate(KINDS)},
        )

    def renewed(self, change: Renewal, fresh: Tags) -> Tags:
        """Return the columns after a change."""
        return Tags(
            fresh.authorities,
            {kind: pairs.renewed(change, fresh.by_kind[kind]) for kind, pairs in self.by_kind.items()},
        )


@dataclass(frozen=True, slots=True, eq=False)
class Collections:
    """The collections: for each id the one it lies in, and its path."""

    parents: Mapping[int, int | None]
    paths: Mapping[int, str]

    @classmethod
    def of(cls, rows: Iterable[tuple[int, int | None, str]]) -> Collections:
        """Make the table from rows of id, parent and path."""
        listed = list(rows)
        return cls({row[0]: row[1] for row in listed}, {row[0]: row[2] for row in listed})

    def above(self, collection_id: int) -> tuple[int, ...]:
        """Return a collection and those it lies in, the outermost last."""
        found, inner = [], collection_id
        while inner is not None and inner in self.parents:
            found.append(inner)
            inner = self.parents[inner]  # type: ignore[assignment]
        return tuple(found)

    def differing(self, other: Collections) -> list[int]:
        """Return the collections that lie elsewhere than in `other`."""
        both = self.parents.keys() | other.parents.keys()
        return sorted(number for number in both if self.above(number) != other.above(number))


@dataclass(frozen=True, slots=True, eq=False)
class Collected:
    """The collections that each article lies in, directly or below."""

    collections: Collections
    pairs: Pairs

    @classmethod
    def of(cls, ids: Numbers, items: Numbers, collections: Collections) -> Collected:
        """Make the column of the articles `ids` (ascending) from rows of article and collection."""
        articles, inside = items.T
        # Asked for counts, too, numpy does not load its masked arrays: 1 MiB that nothing here needs.
        numbers, _counts = np.unique(inside, return_counts=True)
        found = [(articles[inside == number], number) for number in numbers.tolist()]
        spread = [(some, above) for some, number in found for above in collections.above(number)]
        return cls(
            collections,
            Pairs.of(
                ids,
                np.concatenate([np.empty(0, dtype=np.int64), *(some for some, _above in spread)]),
                np.concatenate([np.empty(0, dtype=np.int64), *(np.full(len(some), above) for some, above in spread)]),
            ),
        )

    def renewed(self, change: Renewal, fresh: Collected) -> Collected:
        """Return the column after a change."""
        return Collected(fresh.collections, self.pairs.renewed(change, fresh.pairs))
