"""Orders of lists: by date, by title, by accession."""

from __future__ import annotations

from typing import Literal

import numpy as np

from curator.search.columns import Columns
from curator.search.date_column import Dates
from curator.search.renewal import Numbers
from curator.search.titles import Titles

Order = Literal["date", "-date", "title", "accession"]


def ordered(columns: Columns, ids: Numbers, order: Order) -> Numbers:
    """Return articles in an order.

    By date: by the first possible day, then by the last; of a date with an open end, the end that is known stands for
    both; newest first ("-date") the other way round. Those without a date or title come last. Equal ones, and
    "accession": in the order in which they came into the archive.

    Args:
        columns: with Dates or Titles, as the order needs them.
        ids: articles that are in `columns`, in any order.
    """
    if order == "accession":
        return np.sort(ids)
    wanted = columns.mask(ids)
    rows = columns.part(Titles).order if order == "title" else columns.part(Dates).order(order == "-date")
    return columns.ids[rows[wanted[rows]]]
