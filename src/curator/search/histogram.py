"""Years and months with how many articles may have been published in each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from curator.search.date_column import Dates
from curator.search.renewal import Mask, Numbers

Unit = Literal["year", "month"]
# So many years, side by side, have room for their months.
_YEARS_BY_MONTH = 3


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """How many articles belong to each year or month.

    Args:
        unit: "year" or "month".
        first: the first bar: a year (astronomical: 0 is 1 BCE), or a month counted from January of year 0.
        certain: for each bar how many articles were surely published in it.
        possible: how many more may have been: their dates leave several bars open, and each of these counts them.
    """

    unit: Unit
    first: int
    certain: Numbers
    possible: Numbers

    def labels(self) -> list[str]:
        """Return the bars as EDTF: "1966", "1966-11", "-0043"."""
        bars = range(self.first, self.first + len(self.certain))
        if self.unit == "year":
            return [_year(bar) for bar in bars]
        return [f"{_year(bar // 12)}-{bar % 12 + 1:02}" for bar in bars]


def histogram(dates: Dates, mask: Mask, unit: Unit = "year") -> Histogram:
    """Count the rows of `mask` by year or month.

    An article whose date is vague ("193X", a stretch of time) is certain in no bar and possible in every one that it
    may belong to; so a bar's `certain + possible` is what the query date:YEAR finds. Open ends ("../1950") reach as far
    as the known days of any article do, so that the bars of several masks stand side by side.
    """
    spans = dates.years if unit == "year" else dates.months
    first, size = spans.first, spans.last - spans.first + 1
    if size <= 0:
        return Histogram(unit, 0, np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
    vague = spans.vague[mask[spans.vague]]
    come = np.bincount(np.maximum(spans.begin[vague] - first, 0), minlength=size + 1)
    gone = np.bincount(np.minimum(spans.end[vague] - first, size - 1) + 1, minlength=size + 1)
    return Histogram(unit, first, spans.certain.counts(mask), np.cumsum(come - gone)[:-1])


def fitting_histogram(dates: Dates, mask: Mask) -> Histogram:
    """Count the rows of `mask` by month where they lie within three years, else by year.

    The months are those of whole years. Years stay where no article is known to the month: each would fill all months
    of its year alike.
    """
    years = histogram(dates, mask)
    used = np.flatnonzero(years.certain + years.possible)
    if not len(used) or used[-1] - used[0] >= _YEARS_BY_MONTH:
        return years
    months = histogram(dates, mask, "month")
    if not months.certain.any():
        return years
    first, size = (years.first + int(used[0])) * 12, (int(used[-1] - used[0]) + 1) * 12
    return Histogram(
        "month", first, *(_cut(bars, first - months.first, size) for bars in (months.certain, months.possible))
    )


def _cut(bars: Numbers, start: int, size: int) -> Numbers:
    """Return `size` bars from `start` on, 0 where there are none."""
    cut = np.zeros(size, dtype=np.int64)
    begin, end = max(0, start), min(len(bars), start + size)
    cut[begin - start : end - start] = bars[begin:end]
    return cut


def _year(number: int) -> str:
    return f"{number:04}" if number >= 0 else f"-{-number:04}"
