"""A date as it was found written in a text, and what a calendar allows."""

from __future__ import annotations

import datetime
from calendar import monthrange
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date found in a text.

    Args:
        start, end: where it stands (code points, end excluded), with its weekday and time of day.
        edtf: "2011-03-14", "2011-03", "2011-03-14/2011-03-16", "XXXX-03-14" where no year is written.
        time: "HH:MM" or "HH:MM:SS", or "".
        zone: "+04:00" or "Z", or "".
        verbatim: the words that it was read from.
        confidence: 0 to 1000 per mille; under 500 it is a guess.
        why: how it was read, a stable word: "named", "numeric", "iso", "month", "range", "year"; and where it is
            a guess "order" (day and month could change places), "two-digit-year", "no-year", "weekday" (the
            weekday beside it is another), "broken" (what is left of a template).
    """

    start: int
    end: int
    edtf: str
    time: str
    zone: str
    verbatim: str
    confidence: int
    why: str


def is_day(year: int, month: int, day: int) -> bool:
    """Tell whether the Gregorian calendar has this day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def day_edtf(year: int, month: int, day: int) -> str:
    """Return the EDTF of a day, or "" when there is none such."""
    return f"{year:04}-{month:02}-{day:02}" if is_day(year, month, day) else ""


def whole_year(two_digits: int) -> int:
    """Return the year meant by its last two digits: the latest that is not after next year."""
    newest = datetime.date.today().year + 1
    return newest - (newest - two_digits) % 100
