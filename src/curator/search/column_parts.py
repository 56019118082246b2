"""The parts that columns are made of: several values a row, texts by number, titles, flags; dates stand apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from curator.search.grouped import Grouped
from curator.search.renewal import Mask, Numbers, Renewal, rows_of


@dataclass(frozen=True, eq=False)
class Pairs:
    """Several values a row (tags, collections): pairs of row and value, each once.

    Args:
        height: how many rows there are.
        grouped: the rows of the pairs, ten times as many as articles, by value.
    """

    height: int
    grouped: Grouped

    @classmethod
    def of(cls, ids: Numbers, articles: Numbers, values: Numbers) -> Pairs:
        """Make the pairs of the articles `ids` (ascending); pairs of other articles are passed over."""
        rows, known = rows_of(ids, articles)
        height = max(len(ids), 1)
        unique = _unique(values[known] * height + rows)
        return cls(len(ids), Grouped(unique % height, np.bincount(unique // height)))

    @property
    def totals(self) -> Numbers:
        """How many rows have each value."""
        return self.grouped.totals

    def counts(self, mask: Mask) -> Numbers:
        """Return for each value how many rows of `mask` have it."""
        return self.grouped.counts(mask)

    def filled(self) -> Mask:
        """Return which rows have any value."""
        mask = np.zeros(self.height, dtype=bool)
        mask[self.grouped.rows] = True
        return mask

    def having(self, values: Iterable[int]) -> Mask:
        """Return which rows have any of `values`."""
        mask = np.zeros(self.height, dtype=bool)
        for value in values:
            mask[self.grouped.of(value)] = True
        return mask

    def renewed(self, change: Renewal, fresh: Pairs) -> Pairs:
        """Return the pairs after a change, `fresh` ones for the articles that were loaded again."""
        if change.is_empty:
            return self
        stay = change.kept[self.grouped.rows]
        if change.stands_still and not len(fresh.grouped.rows) and stay.all():
            return self
        rows = self.grouped.rows[stay]
        totals, more = np.zeros((2, max(len(self.totals), len(fresh.totals))), dtype=np.int64)
        totals[: len(self.totals)] = self.grouped.counted(stay)
        more[: len(fresh.totals)] = fresh.totals
        # Each fresh one behind the others of its value.
        places = np.repeat(np.cumsum(totals), more)
        rows = rows if change.stands_still else change.moved[rows]
        return Pairs(len(change.ids), Grouped(np.insert(rows, places, change.fresh[fresh.grouped.rows]), totals + more))


@dataclass(frozen=True, eq=False)
class Labels:
    """One text or none a row, out of few: the number of the text in `names`, -1 for none."""

    codes: NDArray[np.int32]
    names: tuple[str, ...]

    @classmethod
    def of(cls, ids: Numbers, articles: Numbers, texts: Sequence[str]) -> Labels:
        """Make the column of the articles `ids` (ascending) from texts of articles."""
        numbers: dict[str, int] = {}
        codes = np.fromiter((numbers.setdefault(text, len(numbers)) for text in texts), np.int32, len(texts))
        column = np.full(len(ids), -1, dtype=np.int32)
        rows, known = rows_of(ids, articles)
        column[rows] = codes[known]
        return cls(column, tuple(numbers))

    def counts(self, mask: Mask) -> Numbers:
        """Return for each of `names` how many rows of `mask` have it."""
        return self._grouped.counts(mask)[1:]

    @cached_property
    def _grouped(self) -> Grouped:
        return Grouped.by(self.codes + 1, len(self.names) + 1)

    def where(self, fits: Callable[[str], bool]) -> Mask:
        """Return the rows whose text fits."""
        wanted = np.array([*map(fits, self.names), False], dtype=bool)
        return wanted[self.codes]

    def renewed(self, change: Renewal, fresh: Labels) -> Labels:
        """Return the column after a change."""
        numbers = {name: number for number, name in enumerate(self.names)}
        own = [numbers.setdefault(name, len(numbers)) for name in fresh.names]
        codes = np.array([*own, -1], dtype=np.int32)[fresh.codes]
        return Labels(change.applied(self.codes, codes), tuple(numbers))


@dataclass(frozen=True, slots=True, eq=False)
class Described:
    """The fields of the description that are few: publication, language, status."""

    publication: Labels
    language: Labels
    status: Labels

    def renewed(self, change: Renewal, fresh: Described) -> Described:
        """Return the columns after a change."""
        return Described(
            self.publication.renewed(change, fresh.publication),
            self.language.renewed(change, fresh.language),
            self.status.renewed(change, fresh.status),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Flags:
    """What the articles have besides: for each name which rows have it."""

    filled: dict[str, Mask]

    def renewed(self, change: Renewal, fresh: Self) -> Flags:
        """Return the columns after a change."""
        return Flags({name: change.applied(mask, fresh.filled[name]) for name, mask in self.filled.items()})


def _unique(numbers: Numbers) -> Numbers:
    """Return each of `numbers` once, ascending; on a million numbers five times as quick as `np.unique`."""
    ascending = np.sort(numbers)
    first = np.ones(len(ascending), dtype=bool)
    first[1:] = ascending[1:] != ascending[:-1]
    return ascending[first]
