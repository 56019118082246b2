"""Days as numbers: known days, and there and back again for any year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.model.julian import calendar_day, from_julian_day, iso_day, julian_day, julian_day_of


@pytest.mark.parametrize(
    ("year", "month", "day", "number"),
    [
        (2000, 1, 1, 2451545),
        (1858, 11, 17, 2400001),
        (-4713, 11, 24, 0),
        (1, 1, 1, 1721426),
        (0, 2, 29, 1721119),
    ],
)
def test_days_whose_number_is_published(year: int, month: int, day: int, number: int) -> None:
    assert julian_day_of(year, month, day) == number


@settings(deadline=None)
@given(st.dates())
def test_a_day_comes_back_from_its_number(day: date) -> None:
    assert from_julian_day(julian_day(day)) == day
    assert julian_day(day) == julian_day_of(day.year, day.month, day.day)


@settings(deadline=None)
@given(st.integers(-(10**15), 10**15))
def test_any_number_is_a_day_and_the_next_one_follows(number: int) -> None:
    assert julian_day_of(*calendar_day(number)) == number
    assert calendar_day(number) < calendar_day(number + 1)


@settings(deadline=None)
@given(st.dates())
def test_iso_day_agrees_with_the_standard_library(day: date) -> None:
    assert iso_day(julian_day(day)) == day.isoformat()


def test_iso_day_signs_years_that_four_digits_do_not_hold() -> None:
    assert iso_day(julian_day_of(-43, 3, 15)) == "-0043-03-15"
    assert iso_day(julian_day_of(17000, 1, 1)) == "+17000-01-01"


def test_a_day_that_the_calendar_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        julian_day_of(1900, 2, 29)
