"""The titles as what lists are sorted by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from curator.search.collation import forget_words, sort_key
from curator.search.renewal import Numbers, Renewal, rows_of


@dataclass(frozen=True, eq=False)
class Titles:
    """The sort keys of all titles, one behind the other: each by itself would take three times the memory.

    Args:
        keys: the keys in UTF-8, whose bytes sort as the letters do; nothing stands for a row without a title.
        ends: where the key of each row ends in them; the first is 0.
    """

    keys: bytes
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, ids: Numbers, articles: Numbers, texts: Sequence[str]) -> Titles:
        """Make the column of the articles `ids` (ascending) from their titles."""
        rows, known = rows_of(ids, articles)
        found = [b""] * len(ids)
        for row, at in zip(rows.tolist(), np.flatnonzero(known).tolist(), strict=True):
            found[row] = sort_key(texts[at]).encode("utf-8", "surrogatepass")
        forget_words()
        return cls._of_keys(found)

    def key(self, row: int) -> bytes:
        """Return what a row is sorted by; nothing for a row without a title."""
        return self.keys[self.ends[row] : self.ends[row + 1]]

    @cached_property
    def order(self) -> Numbers:
        """All rows by title, those without one last; equal titles by row."""
        keys = self._apart()
        untitled = [row for row, key in enumerate(keys) if not key]
        titled = sorted((row for row, key in enumerate(keys) if key), key=keys.__getitem__)
        return np.array(titled + untitled, dtype=np.int64)

    def renewed(self, change: Renewal, fresh: Titles) -> Titles:
        """Return the column after a change; the same one where no title is another."""
        if change.is_empty or (change.stands_still and self._has(change, fresh)):
            return self
        old, new = (np.array(titles._apart(), dtype=object) for titles in (self, fresh))
        return self._of_keys(change.applied(old, new).tolist())

    @classmethod
    def _of_keys(cls, keys: Sequence[bytes]) -> Titles:
        ends = np.zeros(len(keys) + 1, dtype=np.int64)
        np.cumsum(np.fromiter(map(len, keys), np.int64, len(keys)), out=ends[1:])
        return cls(b"".join(keys), ends)

    def _apart(self) -> list[bytes]:
        return [self.keys[start:end] for start, end in pairwise(self.ends.tolist())]

    def _has(self, change: Renewal, fresh: Titles) -> bool:
        """Tell whether the rows that were loaded again have the titles that they had."""
        return all(self.key(row) == fresh.key(at) for at, row in enumerate(change.fresh.tolist()))
