"""Years or months as the bars of a histogram: what each is called, and which days it stands for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from curator.gui.models.listing import Dates
from curator.gui.widgets.bin_labels import Bin
from curator.i18n import N_, _
from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf
from curator.model.julian import calendar_day, julian_day_of
from curator.search import Histogram

_MOST_BINS = 140
_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The bars side by side.

    Args:
        counts: how many articles each has.
        first: the first year, or the first month counted from January of the year 0.
        step: how many years a bar has; 1 for months.
        by_month: whether the bars are months.
    """

    counts: tuple[int, ...] = ()
    first: int = 0
    step: int = 1
    by_month: bool = False

    @classmethod
    def of(cls, found: Histogram) -> TimeAxis:
        """Make the axis of what was counted; many years are put together by tens, hundreds or thousands."""
        counts = found.certain + found.possible
        if found.unit == "month":
            return cls(tuple(counts.tolist()), found.first, 1, by_month=True)
        step = next(step for step in (1, 10, 100, 1000) if len(counts) <= _MOST_BINS * step or step == 1000)
        first = found.first // step * step
        counts = np.concatenate((np.zeros(found.first - first, dtype=np.int64), counts))
        sums = np.add.reduceat(counts, range(0, len(counts), step)) if len(counts) else counts
        return cls(tuple(sums.tolist()), first, step)

    def places(self, dates: Dates) -> tuple[int, int] | None:
        """Return the first and the last bar that a span takes, None where it lies outside all of them."""
        begin, end = dates
        first = 0 if begin is None else self._place(begin)
        last = len(self.counts) - 1 if end is None else self._place(end)
        if first >= len(self.counts) or last < 0 or first > last:
            return None
        return max(0, first), min(last, len(self.counts) - 1)

    def days(self, first: int, last: int) -> Dates:
        """Return the first and the last day of the bars from place `first` to place `last` (Julian Day Numbers)."""
        return self._begin(first), self._begin(last + 1) - 1

    def bins(self, first: int, last: int) -> list[Bin]:
        """Return the bars as they are drawn; those from place `first` to place `last` are taken."""
        return [self._bin(place, total, first <= place <= last) for place, total in enumerate(self.counts)]

    def _bin(self, place: int, total: int, is_taken: bool) -> Bin:
        kept, number = total if is_taken else 0, self.first + place * self.step
        if not self.by_month:
            return Bin(str(number), total, kept)
        year, month = divmod(number, 12)
        edtf = f"{'-' * (year < 0)}{abs(year):04}-{month + 1:02}"
        return Bin(describe(parse_edtf(edtf)), total, kept, _(_MONTHS[month]), str(year))

    def _place(self, day: int) -> int:
        year, month, _day = calendar_day(day)
        return ((year * 12 + month - 1 if self.by_month else year) - self.first) // self.step

    def _begin(self, place: int) -> int:
        number = self.first + place * self.step
        year, month = divmod(number, 12) if self.by_month else (number, 0)
        return julian_day_of(year, month + 1, 1)
