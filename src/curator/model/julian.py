"""Days as whole numbers: Julian Day Numbers in the proleptic Gregorian calendar, for years of any size."""

from __future__ import annotations

from datetime import date

# The Julian Day Number of the day before 0001-01-01, which `date.toordinal` counts from.
_BEFORE_YEAR_1 = 1_721_425
# The Gregorian calendar repeats after 400 years, so any year can borrow the days of one that `date` knows.
_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097


def julian_day(day: date) -> int:
    """Return the Julian Day Number (whole days) of `day`; 2000-01-01 is 2451545."""
    return day.toordinal() + _BEFORE_YEAR_1


def from_julian_day(number: int) -> date:
    """Return the day of a Julian Day Number (whole days).

    Raises ValueError outside the years 1 to 9999; `calendar_day` has no such limit.
    """
    return date.fromordinal(number - _BEFORE_YEAR_1)


def julian_day_of(year: int, month: int, day: int) -> int:
    """Return the Julian Day Number of a day; `year` is astronomical (0 is 1 BCE) and of any size.

    Raises ValueError when the calendar has no such day.
    """
    cycles, rest = divmod(year, _CYCLE_YEARS)
    return julian_day(date(rest + _CYCLE_YEARS, month, day)) + (cycles - 1) * _CYCLE_DAYS


def calendar_day(number: int) -> tuple[int, int, int]:
    """Return year (astronomical), month and day of a Julian Day Number; undoes `julian_day_of`."""
    cycles, rest = divmod(number - _BEFORE_YEAR_1 - 1, _CYCLE_DAYS)
    day = date.fromordinal(rest + 1)
    return day.year + cycles * _CYCLE_YEARS, day.month, day.day


def iso_day(number: int) -> str:
    """Return a Julian Day Number as ISO 8601: "1936-05-01", "-0043-03-15", "+17000-01-01" (expanded year)."""
    year, month, day = calendar_day(number)
    sign = "-" if year < 0 else "+" if year > 9999 else ""
    return f"{sign}{abs(year):04d}-{month:02d}-{day:02d}"
