"""What the numbers and months of a written date mean, by its form: EDTF, confidence, how it was read."""

from __future__ import annotations

import re
from collections.abc import Callable

from curator.text.written_date import day_edtf, is_day, whole_year

Values = list[tuple[str, int]]
Reading = tuple[str, int, str]

_SURE, _SHORTENED, _GUESS = 950, 900, 300
_NUMBERS = re.compile(r"(\d+)\s?([-./‐‑])\s?(\d+)\s?\2\s?(\d+)")
_MONTH_FIRST = frozenset({"en", "en-us", "en-ph", "en-ca"})
_WHOLE_YEAR = 4


def read_named(form: str, values: Values, is_short: bool) -> Reading | None:
    """Return the reading of a date whose month is named, None when there is no such day.

    Args:
        form: "day", "days", "month", "months", "short" (year of two digits) or "yearless".
        values: its numbers and months in their order, as ("d", 14), ("M", 3), ("y", 2011).
        is_short: whether a month is abbreviated.
    """
    return _FORMS[form](values, is_short)


def _of(values: Values, kind: str) -> list[int]:
    return [value for name, value in values if name == kind]


def _day(values: Values, is_short: bool) -> Reading | None:
    edtf = day_edtf(_of(values, "y")[0], _of(values, "M")[0], _of(values, "d")[0])
    return (edtf, _SHORTENED if is_short else _SURE, "named") if edtf else None


def _days(values: Values, is_short: bool) -> Reading | None:
    """Two days, each with its own month and year or with those of the other."""
    days, months, years = (_of(values, kind) for kind in "dMy")
    first = day_edtf(years[0], months[0], days[0])
    last = day_edtf(years[-1], months[-1], days[1])
    if not first or not last or first >= last:
        return (last, _GUESS, "range") if last else None
    return f"{first}/{last}", _SHORTENED if is_short else _SURE, "range"


def _month(values: Values, is_short: bool) -> Reading:
    return f"{_of(values, 'y')[0]:04}-{_of(values, 'M')[0]:02}", 400 if is_short else 800, "month"


def _months(values: Values, is_short: bool) -> Reading | None:
    year, (first, last) = _of(values, "y")[0], _of(values, "M")
    edtf = f"{year:04}-{first:02}/{year:04}-{last:02}"
    return (edtf, 400 if is_short else 800, "range") if first < last else None


def _short(values: Values, is_short: bool) -> Reading | None:
    (_first, day), (_second, month), (_third, year) = values
    edtf = day_edtf(whole_year(year), month, day)
    return (edtf, 500, "two-digit-year") if edtf else None


def _yearless(values: Values, is_short: bool) -> Reading | None:
    day, month = _of(values, "d")[0], _of(values, "M")[0]
    return (f"XXXX-{month:02}-{day:02}", 200, "no-year") if is_day(2000, month, day) else None


_FORMS: dict[str, Callable[[Values, bool], Reading | None]] = {
    "day": _day,
    "days": _days,
    "month": _month,
    "months": _months,
    "short": _short,
    "yearless": _yearless,
}


def read_numbers(text: str, language: str | None) -> Reading | None:
    """Return the reading of a date in numbers, None when there is no such day.

    The year first is ISO order. With dots the day comes first wherever dots are used. With slashes and hyphens it
    does in all languages but English, where either order is met; without a language both are.

    Args:
        text: three numbers with the same sign between them.
        language: BCP 47 code, or None.
    """
    found = _NUMBERS.fullmatch(text)
    if found is None:
        return None
    first, sign, second, third = found[1], found[2], found[3], found[4]
    if len(first) == _WHOLE_YEAR:
        edtf = day_edtf(int(first), int(second), int(third))
        return (edtf, _SURE, "iso") if edtf else None
    return _two_orders(int(first), int(second), third, "." if sign == "." else "/", language)


def _two_orders(first: int, second: int, last: str, sign: str, language: str | None) -> Reading | None:
    tag = (language or "").casefold()
    is_american = sign == "/" and tag in _MONTH_FIRST
    year = int(last) if len(last) == _WHOLE_YEAR else whole_year(int(last))
    day_first, month_first = day_edtf(year, second, first), day_edtf(year, first, second)
    usual, other = (month_first, day_first) if is_american else (day_first, month_first)
    if not usual and not other:
        return None
    if usual and other and usual != other and (is_american or (sign == "/" and tag in ("", "en"))):
        return usual, _GUESS, "order"
    confidence = _SHORTENED if usual and sign == "." else 850 if usual or sign == "/" else 600
    if len(last) == _WHOLE_YEAR:
        return usual or other, confidence, "numeric"
    return usual or other, min(confidence - 300, 500), "two-digit-year"
