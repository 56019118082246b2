"""What stands above a value: the record that a name was merged into, broader names, the collections it lies in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from curator.search.column_parts import Pairs
from curator.search.renewal import Numbers, Renewal

KINDS = ("person", "organisation", "event", "place", "theme")
_SEPARATOR = " / "
Steps = Sequence[tuple[int, int]]
_NOTHING_ABOVE = np.empty((0, 2), dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Authorities:
    """The names on record.

    Args:
        names: id -> preferred name.
        merged_into: id -> the record that it was found to be the same as.
        kinds: for each number from 0 on the place of its kind in `KINDS`, -1 where there is no such record.
        roots: for each number the record that it stands for after merges.
        steps: (narrower, broader) records right above one another, as they were put, merged or not.
        above: (record, broader one at any depth) for each record that has any, merges resolved; sorted.
    """

    names: Mapping[int, str]
    merged_into: Mapping[int, int]
    kinds: NDArray[np.int8]
    roots: Numbers
    steps: Steps
    above: Numbers

    @classmethod
    def of(cls, rows: Iterable[tuple[int, str, str, int | None]], steps: Steps = ()) -> Authorities:
        """Make the table from rows of id, kind, preferred name, and the id of what it was merged into."""
        empty = cls({}, {}, np.full(1, -1, dtype=np.int8), np.zeros(1, dtype=np.int64), (), _NOTHING_ABOVE)
        return empty.renewed((), rows, steps)

    def renewed(
        self, touched: Collection[int], rows: Iterable[tuple[int, str, str, int | None]], steps: Steps
    ) -> Authorities:
        """Return the table with `rows` in the place of the records `touched`, and all `steps` there are now."""
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
        roots = _roots(size, merged)
        return Authorities(names, merged, kinds, roots, tuple(steps), _above(roots, steps))

    def spread(self, articles: Numbers, roots: Numbers) -> tuple[Numbers, Numbers]:
        """Return pairs of article and record with those added that have the broader records in the same articles."""
        if not len(self.above):
            return articles, roots
        begin, end = (np.searchsorted(self.above[:, 0], roots, side) for side in ("left", "right"))
        each = end - begin
        # For every pair as many as its record has broader ones, and which of these each of them is.
        within = np.arange(each.sum()) - np.repeat(np.cumsum(each) - each, each)
        broader = self.above[np.repeat(begin, each) + within, 1]
        return np.concatenate((articles, np.repeat(articles, each))), np.concatenate((roots, broader))

    def standing(self, keys: Iterable[int | str], kind: str) -> frozenset[int]:
        """Return the records of a kind that the ids among `keys` stand for, merges resolved."""
        ids = (key for key in keys if isinstance(key, int) and key in self.names)
        return frozenset(int(self.roots[key]) for key in ids if self.kinds[key] == KINDS.index(kind))

    def differing(self, other: Authorities) -> list[int]:
        """Return the records that stand for another one, have others above them, or are of another kind, than in
        `other`."""
        size = min(len(self.roots), len(other.roots))
        here, there = (
            np.flatnonzero(table.roots[size:] != np.arange(size, len(table.roots))) for table in (self, other)
        )
        known = (self.kinds[:size] >= 0) & (other.kinds[:size] >= 0)
        moved = (self.roots[:size] != other.roots[:size]) | known & (self.kinds[:size] != other.kinds[:size])
        lifted = [low for low, _high in _pairs(self.above) ^ _pairs(other.above)]
        below = [np.flatnonzero(np.isin(table.roots, lifted)) for table in (self, other)]
        found: list[int] = np.unique(
            np.concatenate((np.flatnonzero(moved), here + size, there + size, *below))
        ).tolist()
        return found


def _pairs(above: Numbers) -> set[tuple[int, int]]:
    return {(low, high) for low, high in above.tolist()}


def _above(roots: Numbers, steps: Steps) -> Numbers:
    """Return each record with every broader one, at any depth."""
    right_above: dict[int, set[int]] = {}
    for low, high in steps:
        # A step of a record that is gone by now says nothing.
        if low < len(roots) and high < len(roots) and roots[low] != roots[high]:
            right_above.setdefault(int(roots[low]), set()).add(int(roots[high]))
    pairs = []
    for low in sorted(right_above):
        found, waiting = {low}, [low]
        while waiting:
            further = right_above.get(waiting.pop(), set()) - found
            found |= further
            waiting += further
        pairs += [(low, high) for high in sorted(found - {low})]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def _roots(size: int, merged: Mapping[int, int]) -> Numbers:
    roots = np.arange(size)
    if merged:
        roots[list(merged)] = list(merged.values())
        while not np.array_equal(roots, further := roots[roots]):
            roots = further
    return roots


@dataclass(frozen=True, slots=True, eq=False)
class Tags:
    """The tags of each article, by kind, merges resolved; with each tag those that are broader."""

    authorities: Authorities
    by_kind: Mapping[str, Pairs]

    @classmethod
    def of(cls, ids: Numbers, taggings: Numbers, authorities: Authorities) -> Tags:
        """Make the columns of the articles `ids` (ascending) from rows of article and authority as it was put."""
        articles, tagged = taggings.T
        articles, roots = authorities.spread(articles, authorities.roots[tagged])
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
