"""When articles were published: the column from which filters, histograms and orders by date are made."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from curator.search.grouped import Grouped
from curator.search.renewal import Mask, Numbers, Renewal, rows_of

NEVER_EARLY, NEVER_LATE = -(2**62), 2**62
# Julian Day Number of 1970-01-01, from which numpy counts days.
_EPOCH = 2_440_588
# Years that can be drawn; dates of myths and mountains lie outside.
_FIRST_YEAR, _LAST_YEAR = -9_999, 9_999


@dataclass(frozen=True, eq=False)
class Spans:
    """The first and the last year or month that each article may belong to.

    Args:
        begin, end: for each row; beyond `first` and `last` where a date is open.
        shown: the rows that have a date somewhere between `first` and `last`.
        first, last: the outermost years or months that a known day of any row lies in; `last` < `first` when none does.
    """

    begin: Numbers
    end: Numbers
    shown: Mask
    first: int
    last: int

    @cached_property
    def certain(self) -> Grouped:
        """The rows that belong to one year or month alone, by its number from `first` on."""
        rows = np.flatnonzero(self.shown & (self.begin == self.end))
        grouped = Grouped.by(self.begin[rows] - self.first, self.last - self.first + 1)
        return Grouped(rows[grouped.rows], grouped.totals)

    @cached_property
    def vague(self) -> Numbers:
        """The rows that may belong to several."""
        return np.flatnonzero(self.shown & (self.begin != self.end))


@dataclass(frozen=True, eq=False)
class Dates:
    """When the articles were published: first and last possible day (Julian Day Numbers).

    Args:
        dated: which rows have a date.
        earliest, latest: NEVER_EARLY and NEVER_LATE where the date is open, and where there is none.
    """

    dated: Mask
    earliest: Numbers
    latest: Numbers

    @classmethod
    def of(cls, ids: Numbers, rows: Numbers) -> Dates:
        """Make the column of the articles `ids` (ascending).

        Args:
            rows: id, earliest, latest, and whether earliest and latest are known, of dated articles.
        """
        at, known = rows_of(ids, rows[:, 0])
        made = cls(
            np.zeros(len(ids), dtype=bool),
            np.full(len(ids), NEVER_EARLY, dtype=np.int64),
            np.full(len(ids), NEVER_LATE, dtype=np.int64),
        )
        _id, earliest, latest, has_earliest, has_latest = rows[known].T
        made.dated[at] = True
        made.earliest[at] = np.where(has_earliest, earliest, NEVER_EARLY)
        made.latest[at] = np.where(has_latest, latest, NEVER_LATE)
        return made

    @cached_property
    def months(self) -> Spans:
        """The months of each row, counted from January of the year 0."""
        begin, end = (_months(days) for days in (self.earliest, self.latest))
        return self._spans(begin, end, 12)

    @cached_property
    def years(self) -> Spans:
        """The years of each row (astronomical: 0 is 1 BCE)."""
        begin, end = (_months(days) // 12 for days in (self.earliest, self.latest))
        return self._spans(begin, end, 1)

    def _spans(self, begin: Numbers, end: Numbers, scale: int) -> Spans:
        lowest, highest = _FIRST_YEAR * scale, (_LAST_YEAR + 1) * scale - 1
        has_begin, has_end = self.earliest != NEVER_EARLY, self.latest != NEVER_LATE
        known = np.concatenate((begin[has_begin], end[has_end]))
        known = known[(known >= lowest) & (known <= highest)]
        first, last = (int(known.min()), int(known.max())) if len(known) else (0, -1)
        begin, end = np.where(has_begin, begin, lowest - 1), np.where(has_end, end, highest + 1)
        return Spans(begin, end, self.dated & (end >= first) & (begin <= last), first, last)

    def order(self, newest_first: bool = False) -> Numbers:
        """Return all rows by the first possible day, then the last, or the other way round; those without a day last.

        Of a date with an open end, the end that is known stands for both.
        """
        return self._newest_first if newest_first else self._oldest_first

    @cached_property
    def _oldest_first(self) -> Numbers:
        begin, end, unknown = self._ends
        return np.lexsort((end, begin, unknown))

    @cached_property
    def _newest_first(self) -> Numbers:
        begin, end, unknown = self._ends
        return np.lexsort((-begin, -end, unknown))

    @property
    def _ends(self) -> tuple[Numbers, Numbers, Mask]:
        """The first and the last day by which to sort each row, and whether it has none."""
        begin = np.where(self.earliest == NEVER_EARLY, self.latest, self.earliest)
        end = np.where(self.latest == NEVER_LATE, self.earliest, self.latest)
        unknown = (self.earliest == NEVER_EARLY) & (self.latest == NEVER_LATE)
        return np.where(unknown, 0, begin), np.where(unknown, 0, end), unknown

    def between(self, earliest: int | None, latest: int | None) -> Mask:
        """Return the rows that may have been published between two days (included; None: open)."""
        begin = NEVER_EARLY if earliest is None else earliest
        end = NEVER_LATE if latest is None else latest
        return self.dated & (self.earliest <= end) & (self.latest >= begin)

    def renewed(self, change: Renewal, fresh: Dates) -> Dates:
        """Return the column after a change."""
        return Dates(
            change.applied(self.dated, fresh.dated),
            change.applied(self.earliest, fresh.earliest),
            change.applied(self.latest, fresh.latest),
        )


def _months(days: Numbers) -> Numbers:
    """Return the months of Julian Day Numbers, counted from January of the year 0; 0 for an open end."""
    known = np.where(abs(days) == NEVER_LATE, 0, days - _EPOCH)
    return known.astype("M8[D]").astype("M8[M]").astype(np.int64) + 12 * 1970
