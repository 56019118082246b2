"""The first and the last day that the parts of an EDTF date can mean, as Julian Day Numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from curator.model.edtf_parts import Choice, End, Point, Span
from curator.model.julian import julian_day_of

Bounds = tuple[int | None, int | None]

# Codes of ISO 8601-2: first month and number of months. Seasons are the meteorological ones of the north
# (21-24, 25-28) and south (29-32); one that begins in December ends in February of the next year.
_NORTH = ((3, 3), (6, 3), (9, 3), (12, 3))
_SOUTH = ((9, 3), (12, 3), (3, 3), (6, 3))
_QUARTERS = ((1, 3), (4, 3), (7, 3), (10, 3))
_THIRDS_AND_HALVES = ((1, 4), (5, 4), (9, 4), (1, 6), (7, 6))
SEASONS = dict(enumerate((*_NORTH, *_NORTH, *_SOUTH, *_QUARTERS, *_THIRDS_AND_HALVES), start=21))


class ImpossibleDate(ValueError):  # noqa: N818 - it names what it is
    """The calendar has no such day, or an interval ends before it begins."""


def bounds(parts: Point | Span | Choice) -> Bounds:
    """Return the first and last day (Julian Day Numbers; None where open or unknown).

    Raises ImpossibleDate.
    """
    if isinstance(parts, Point):
        return _edge(parts, last=False), _edge(parts, last=True)
    if isinstance(parts, Span):
        return _span(parts)
    every = [bounds(member) for member in parts.members]
    starts = [start for start, _ in every if start is not None]
    ends = [end for _, end in every if end is not None]
    return min(starts) if len(starts) == len(every) else None, max(ends) if len(ends) == len(every) else None


def _span(span: Span) -> Bounds:
    start = None if isinstance(span.start, End) else bounds(span.start)[0]
    end = None if isinstance(span.end, End) else bounds(span.end)[1]
    if start is not None and end is not None and end < start:
        raise ImpossibleDate
    return start, end


def _edge(point: Point, last: bool) -> int:
    """Return the first (or last) day of the calendar that fits the digits given."""
    if point.month.isdigit() and int(point.month) in SEASONS and not point.day:
        return _season_edge(next(_years(point, last)), int(point.month), last)
    order = -1 if last else 1
    months = _fitting(point.month, 12)[::order]
    days = _fitting(point.day, 31)[::order]
    for year, month, day in ((y, m, d) for y in _years(point, last) for m in months for d in days):
        try:
            return julian_day_of(year, month, day)
        except ValueError:
            continue  # such as 30 February: the next day that fits may exist
    raise ImpossibleDate


def _season_edge(year: int, code: int, last: bool) -> int:
    month, length = SEASONS[code]
    if not last:
        return julian_day_of(year, month, 1)
    years, after = divmod(month - 1 + length, 12)
    return julian_day_of(year + years, after + 1, 1) - 1


def _fitting(pattern: str, highest: int) -> list[int]:
    """Return the numbers from 1 that agree with two digits, of which X may be any."""
    return [
        number
        for number in range(1, highest + 1)
        if all(wanted in ("X", digit) for wanted, digit in zip(pattern, f"{number:02d}", strict=False))
    ]


def _years(point: Point, last: bool) -> Iterator[int]:
    """Yield the years that fit the digits, from the first on (or backwards from the last)."""
    digits = point.year.lstrip("-")
    sign = -1 if point.year.startswith("-") else 1
    away = last == (sign > 0)  # begin with the year that is farther from 0
    if point.significant:
        unit = 10 ** max(0, len(digits) - point.significant)
        nearest = int(digits) // unit * unit
        yield sign * (nearest + unit - 1 if away else nearest)
        return
    spread = "9876543210" if away else "0123456789"
    for chosen in product(*(spread if digit == "X" else digit for digit in digits)):
        yield sign * int("".join(chosen))
