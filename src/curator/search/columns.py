"""Facts about all articles of an archive as arrays: what filters, facets, histograms and orders are made from.

A row is an article; rows stand in the order of accession, which is that of ids. `Columns` never change: a change of the
archive makes new ones, which share what stayed the same, so that any thread may go on with those it has.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

import numpy as np

from curator.search.column_parts import Described, Flags
from curator.search.date_column import Dates
from curator.search.grouped import Grouped
from curator.search.renewal import Mask, Numbers, rows_of
from curator.search.trees import Collected, Tags

_Part = TypeVar("_Part")
# Ids that reach beyond so many times the number of articles are looked for one by one.
_SPARSE = 16
# What `has:` can ask for, in the order of the facet.
HAS = (
    "title", "date", "publication", "byline", "language", "url", "tag", "person", "organisation", "event", "place",
    "theme", "collection", "passage", "note", "original", "recheck",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Columns:
    """The columns as of one moment.

    Args:
        ids: the articles that are in the archive (trash and merged ones left out), ascending.
        parts: what was loaded of them: Dates, Titles, Described, Tags, Collected, Flags.
    """

    ids: Numbers
    parts: Mapping[type, Any] = field(default_factory=dict)

    def part(self, kind: type[_Part]) -> _Part:
        """Return one part; KeyError when it was not loaded."""
        return cast(_Part, self.parts[kind])

    def mask(self, articles: Numbers) -> Mask:
        """Return the rows of articles; ids that are no row are passed over."""
        if len(self.ids) and self.ids[-1] < _SPARSE * len(self.ids):
            # Marked by id, then taken by row: a tenth of the time of looking for each.
            marked = np.zeros(int(self.ids[-1]) + 1, dtype=bool)
            marked[articles[articles < len(marked)]] = True
            return marked[self.ids]
        mask = np.zeros(len(self.ids), dtype=bool)
        mask[rows_of(self.ids, articles)[0]] = True
        return mask

    def has(self, what: str) -> Mask:
        """Return the rows that have one of `HAS`."""
        return (self.having >> HAS.index(what) & 1).astype(bool)

    @cached_property
    def having(self) -> Numbers:
        """What each row has: a bit for each of `HAS`."""
        described, tags = self.part(Described), self.part(Tags)
        filled = dict(self.part(Flags).filled)
        filled |= {kind: pairs.filled() for kind, pairs in tags.by_kind.items()}
        filled["tag"] = np.logical_or.reduce([filled[kind] for kind in tags.by_kind])
        filled["date"] = self.part(Dates).dated
        filled["collection"] = self.part(Collected).pairs.filled()
        filled |= {name: getattr(described, name).codes >= 0 for name in ("publication", "language")}
        bits = np.zeros(len(self.ids), dtype=np.int64)
        for position, name in enumerate(HAS):
            bits |= filled[name].astype(np.int64) << position
        return bits

    def having_counts(self, mask: Mask) -> Numbers:
        """Return for each of `HAS` how many rows of `mask` have it."""
        combinations, grouped = self._having_grouped
        counts = grouped.counts(mask)
        return np.array([counts[combinations >> bit & 1 == 1].sum() for bit in range(len(HAS))])

    @cached_property
    def _having_grouped(self) -> tuple[Numbers, Grouped]:
        """The combinations of bits that there are, and the rows by their place among these."""
        combinations = np.flatnonzero(np.bincount(self.having))
        return combinations, Grouped.by(combinations.searchsorted(self.having), len(combinations))
