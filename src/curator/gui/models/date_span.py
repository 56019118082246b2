"""Spans of days as they are written: whole years as years, whole months as months, else as days."""

from __future__ import annotations

from collections.abc import Callable

from curator.gui.models.listing import Dates
from curator.model.julian import calendar_day, iso_day


def ends_of(dates: Dates) -> tuple[str, str]:
    """Return the first and the last of a span as `date:` has them, "" where it is open: ("2020-09", "2020-11")."""
    begin, end = dates
    write: Callable[[int], str] = iso_day
    if _begins(begin, 1) and _begins(end, 1, after=True):
        write = _year
    elif _begins(begin, 2) and _begins(end, 2, after=True):
        write = _month
    return "" if begin is None else write(begin), "" if end is None else write(end)


def _begins(day: int | None, parts: int, after: bool = False) -> bool:
    """Return whether a day, or the one after it, is the first of its year (1) or month (2); so is an open end."""
    return day is None or all(part == 1 for part in calendar_day(day + after)[parts:])


def _year(day: int) -> str:
    return str(calendar_day(day)[0])


def _month(day: int) -> str:
    return iso_day(day)[:-3]
