"""Rows side by side that have the same value, so that those of a mask are counted for all values at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.search.renewal import Mask, Numbers


@dataclass(frozen=True, eq=False)
class Grouped:
    """Rows in the order of their values; a row may have several values.

    Args:
        rows: those of the value 0 first. numpy takes numbers of 64 bits as places at once, those of 32 only after a
            conversion that takes longer than all the rest of counting.
        totals: how many rows have each value; values are small whole numbers from 0 on.
    """

    rows: Numbers
    totals: Numbers

    @classmethod
    def by(cls, values: NDArray[np.integer[Any]], size: int) -> Grouped:
        """Group rows by the one value that each has, which is below `size`."""
        return cls(np.argsort(values, kind="stable"), np.bincount(values, minlength=size))

    @cached_property
    def _bounds(self) -> Numbers:
        """Where the rows of each value begin, and where the last ones end."""
        return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(self.totals)))

    def of(self, value: int) -> Numbers:
        """Return the rows of a value."""
        known = 0 <= value < len(self.totals)
        return self.rows[self._bounds[value] : self._bounds[value + 1]] if known else self.rows[:0]

    def counts(self, mask: Mask) -> Numbers:
        """Return for each value how many rows of `mask` have it."""
        return self.counted(mask[self.rows])

    def counted(self, chosen: Mask) -> Numbers:
        """Return for each value how many of its places in `rows` are `chosen`.

        The bits are counted 64 at a time: a tenth of the time of adding them up one by one.
        """
        bits = np.packbits(chosen, bitorder="little")
        words = np.concatenate((bits, np.zeros(8 + -len(bits) % 8, dtype=np.uint8))).view("<u8")
        before = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(np.bitwise_count(words), dtype=np.int64)))
        word, bit = self._bounds >> 6, (self._bounds & 63).astype(np.uint64)
        within = words[word] & ((np.uint64(1) << bit) - np.uint64(1))
        counts: Numbers = np.diff(before[word] + np.bitwise_count(within))
        return counts
