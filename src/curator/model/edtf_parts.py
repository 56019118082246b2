"""The grammar of EDTF (Library of Congress, 2019; ISO 8601-2:2019), levels 0 to 2: text to its parts.

One form beyond the standard is read: a season with a qualifier ("1992-21~", about spring 1992).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_YEAR = r"-?[0-9X]{4}|Y-?[1-9][0-9]*E[0-9]{1,2}|Y-?[1-9][0-9]{4,}"
_POINT = re.compile(
    rf"([?~%]?)({_YEAR})(?:S([1-9][0-9]?))?([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)
_TIME = re.compile(r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?")
_DAY_LENGTH = len("2020-09-27")
# The age of the universe has 11 digits; larger numbers of days would not fit a 64-bit integer.
_LONGEST_YEAR = 15


class End(Enum):
    """Why one end of an interval has no date."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One date, as written: digits, with X for those that are not given; empty for parts that are absent.

    Args:
        year: "1936", "193X", "-0043"; years beyond four digits in full ("-170000000").
        month: "01" to "12", or a season, quarter or half-year, "21" to "41".
        day: "01" to "31".
        qualifiers: those of "?", "~" and "%" that stand at any part.
        significant: how many digits of the year are meant; 0 when all are.
    """

    year: str
    month: str = ""
    day: str = ""
    qualifiers: frozenset[str] = frozenset()
    significant: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time from one date to another, either of which may be missing."""

    start: Point | End
    end: Point | End


@dataclass(frozen=True, slots=True)
class Choice:
    """A set: all of its members (braces) or one of them, not known which (square brackets)."""

    members: tuple[Point | Span, ...]
    every: bool


def split_edtf(text: str) -> Point | Span | Choice:
    """Return the parts of an EDTF text (no spaces around it); the days are not checked.

    Raises ValueError when it is not EDTF.
    """
    if text[:1] + text[-1:] in ("[]", "{}"):
        return Choice(tuple(_member(part.strip()) for part in text[1:-1].split(",")), text[0] == "{")
    if "/" in text:
        start, _, end = text.partition("/")
        if not (start or end):
            raise ValueError(text)
        return Span(_end(start), _end(end))
    return _point(text)


def _member(text: str) -> Point | Span:
    start, dots, end = text.partition("..")
    if not dots:
        return _point(text)
    if not (start or end):
        raise ValueError(text)
    # In a set the dots alone say that a side is open.
    return Span(_point(start) if start else End.OPEN, _point(end) if end else End.OPEN)


def _end(text: str) -> Point | End:
    return End(text) if text in ("", "..") else _point(text)


def _point(text: str) -> Point:
    if _TIME.fullmatch(text, _DAY_LENGTH):
        text = text[:_DAY_LENGTH]
    match = _POINT.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year_before, year, significant, year_after, *rest = (group or "" for group in match.groups())
    month_before, month, month_after, day_before, day, day_after = rest
    if (year_before and year_after) or (month_before and month_after) or (day_before and day_after):
        raise ValueError(text)
    if significant and ("X" in year or month):
        raise ValueError(text)
    marks = frozenset(year_before + year_after + month_before + month_after + day_before + day_after)
    return Point(_plain_year(year, month), month, day, marks, int(significant or 0))


def _plain_year(year: str, month: str) -> str:
    """Write a long year in full: "Y-17E7" becomes "-170000000"."""
    if year == "-0000":
        raise ValueError(year)
    if not year.startswith("Y"):
        return year
    digits, _, exponent = year[1:].partition("E")
    digits += "0" * int(exponent or 0)
    if month or not 5 <= len(digits.lstrip("-")) <= _LONGEST_YEAR:
        raise ValueError(year)
    return digits
