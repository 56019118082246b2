"""Orders of lists: by date, by title, by accession."""

from __future__ import annotations

from typing import Literal

import numpy as np

from curator.search.column_parts import Titles
from curator.search.columns import Columns
from curator.search.date_column import NEVER_EARLY, NEVER_LATE, Dates
from curator.search.renewal import Numbers, rows_of

Order = Literal["date", "-date", "title", "accession"]
_LAST = 2**62 + 1


def ordered(columns: Columns, ids: Numbers, order: Order) -> Numbers:
    """Return articles in an order.

    By date: by the first possible day, then by the last; of a date with an open end, the end that is known stands for
    both; newest first ("-date") the other way round. Those without a date or title come last. Equal ones, and
    "accession": in the order in which they came into the archive.

    Args:
        columns: with Dates or Titles, as the order needs them.
        ids: articles that are in `columns`, in any order.
    """
    articles = np.sort(ids)
    rows, _known = rows_of(columns.ids, articles)
    if order == "accession":
        return articles
    if order == "title":
        return articles[np.argsort(columns.part(Titles).ranks[rows], kind="stable")]
    begin, end = _ends(columns.part(Dates), rows)
    keys = (
        (end, begin)
        if order == "date"
        else (np.where(begin == _LAST, begin, -begin), np.where(end == _LAST, end, -end))
    )
    return articles[np.lexsort(keys)]


def _ends(dates: Dates, rows: Numbers) -> tuple[Numbers, Numbers]:
    """Return the first and the last day by which to sort rows; _LAST for both where no day is known."""
    earliest, latest = dates.earliest[rows], dates.latest[rows]
    begin = np.where(earliest == NEVER_EARLY, latest, earliest)
    end = np.where(latest == NEVER_LATE, earliest, latest)
    unknown = (earliest == NEVER_EARLY) & (latest == NEVER_LATE)
    return np.where(unknown, _LAST, begin), np.where(unknown, _LAST, end)
