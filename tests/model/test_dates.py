"""EDTF to first and last day: each level, what is refused, and agreement with the `edtf` library."""

from __future__ import annotations

import math
from datetime import date
from time import struct_time

import edtf
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from curator.errors import CuratorError
from curator.model.dates import UncertainDate, _bounds, _plain_bounds, parse_edtf, parse_range
from curator.model.edtf_bounds import ImpossibleDate
from curator.model.julian import iso_day, julian_day_of


def days(text: str) -> tuple[str | None, str | None]:
    parsed = parse_edtf(text)
    return tuple(None if day is None else iso_day(day) for day in (parsed.earliest, parsed.latest))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1936", "1936-01-01", "1936-12-31"),
        ("1936-02", "1936-02-01", "1936-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("1936-05-01", "1936-05-01", "1936-05-01"),
        ("0000", "0000-01-01", "0000-12-31"),
        ("-0043-03-15", "-0043-03-15", "-0043-03-15"),
        ("2020-09-27/2020-11-09", "2020-09-27", "2020-11-09"),
        ("2020/2020-11", "2020-01-01", "2020-11-30"),
        ("1985-04-12T23:20:30+04:00", "1985-04-12", "1985-04-12"),
    ],
)
def test_level_0(text: str, earliest: str, latest: str) -> None:
    assert days(text) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1936~", "1936-01-01", "1936-12-31"),
        ("1936-05?", "1936-05-01", "1936-05-31"),
        ("1936-05-01%", "1936-05-01", "1936-05-01"),
        ("193X", "1930-01-01", "1939-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("-019X", "-0199-01-01", "-0190-12-31"),
        ("1936-XX", "1936-01-01", "1936-12-31"),
        ("1936-02-XX", "1936-02-01", "1936-02-29"),
        ("1936-XX-XX", "1936-01-01", "1936-12-31"),
        ("1992-21", "1992-03-01", "1992-05-31"),
        ("1992-24", "1992-12-01", "1993-02-28"),
        ("1992-21~", "1992-03-01", "1992-05-31"),
        ("../1950", None, "1950-12-31"),
        ("/1950", None, "1950-12-31"),
        ("1966-05/..", "1966-05-01", None),
        ("1966/", "1966-01-01", None),
        ("../..", None, None),
        ("1984~/2004-06?", "1984-01-01", "2004-06-30"),
        ("Y17000", "+17000-01-01", "+17000-12-31"),
        ("Y-17000", "-17000-01-01", "-17000-12-31"),
    ],
)
def test_level_1(text: str, earliest: str | None, latest: str | None) -> None:
    assert days(text) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("1992-33", "1992-01-01", "1992-03-31"),
        ("1992-30", "1992-12-01", "1993-02-28"),
        ("1992-41", "1992-07-01", "1992-12-31"),
        ("[1667,1668, 1670..1672]", "1667-01-01", "1672-12-31"),
        ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
        ("[..1760-12-03]", None, "1760-12-03"),
        ("[1760-12..]", "1760-12-01", None),
        ("[1667,1760-12..]", "1667-01-01", None),
        ("156X-12-25", "1560-12-25", "1569-12-25"),
        ("2004-1X", "2004-10-01", "2004-12-31"),
        ("2004-XX-31", "2004-01-31", "2004-12-31"),
        ("1XXX-02-29", "1004-02-29", "1996-02-29"),
        ("2004-06-~11", "2004-06-11", "2004-06-11"),
        ("?2004-06~-11", "2004-06-11", "2004-06-11"),
        ("Y-17E7", "-170000000-01-01", "-170000000-12-31"),
        ("1950S2", "1900-01-01", "1999-12-31"),
        ("Y171010000S3", "+171000000-01-01", "+171999999-12-31"),
    ],
)
def test_level_2(text: str, earliest: str | None, latest: str | None) -> None:
    assert days(text) == (earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        "2023-02-30",
        "1900-02-29",
        "2023-13",
        "2023-00",
        "2023-01-00",
        "2023-01-32",
        "20XX-02-30",
        "2004-06-4X",
        "2020/2019",
        "2020-06/2020-05-31",
        "[2020..2019]",
    ],
)
def test_impossible_dates_are_refused_by_name(text: str) -> None:
    with pytest.raises(CuratorError) as refusal:
        parse_edtf(text)
    assert text in refusal.value.message and "no such date" in refusal.value.message
    assert refusal.value.hint


@pytest.mark.parametrize(
    "text",
    [
        "",
        "May 1936",
        "36",
        "12004",
        "1936-5",
        "1936/05/01/02",
        "/",
        "[]",
        "[..]",
        "{1936,}",
        "[1936",
        "Y1936",
        "Y1E99",
        "Y99E999",
        "+2004",
        "?1936?",
        "-0000",
        "1936-05S2",
        "193XS2",
        "１９３６",
        "1936-05-01T25:00:00",
        "1936T10:00:00",
        "1992-21-05x",
        "1936\x00",
    ],
)
def test_what_is_not_edtf_is_refused_with_examples(text: str) -> None:
    with pytest.raises(CuratorError) as refusal:
        parse_edtf(text)
    assert "not understood" in refusal.value.message
    assert "1936~" in refusal.value.hint


def test_a_long_value_is_shortened_in_the_message() -> None:
    with pytest.raises(CuratorError) as refusal:
        parse_edtf("{" + "1936," * 5000 + "1936}")
    assert len(refusal.value.message) < 120


def test_spaces_around_are_dropped_and_the_rest_is_kept_as_given() -> None:
    assert parse_edtf(" 1936~\n") == UncertainDate("1936~", julian_day_of(1936, 1, 1), julian_day_of(1936, 12, 31))


@settings(deadline=None)
@given(st.text(alphabet="0123456789X-/.~?%[]{},YESTZ: +", max_size=24) | st.text(max_size=12))
@example("XXXX-02-30")
def test_any_text_gives_ordered_bounds_or_a_refusal(text: str) -> None:
    try:
        parsed = parse_edtf(text)
    except CuratorError:
        return
    assert parsed.earliest is None or parsed.latest is None or parsed.earliest <= parsed.latest
    assert parse_edtf(parsed.edtf) == parsed


@settings(deadline=None)
@given(st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32), st.integers(1, 3))
def test_the_quick_way_agrees_with_the_whole_grammar(year: int, month: int, day: int, parts: int) -> None:
    text = "-".join([f"{year:04d}", f"{month:02d}", f"{day:02d}"][:parts])
    try:
        expected = _bounds(text)
    except ImpossibleDate:
        with pytest.raises(CuratorError):
            parse_edtf(text)
        return
    assert parse_edtf(text).earliest == expected[0]
    assert _plain_bounds(text) in (expected, None)


def from_library(text: str) -> tuple[int | None, int | None]:
    """Return the bounds that the `edtf` library (5.0) gives."""
    parsed = edtf.parse_edtf(text)
    return _number(parsed.lower_strict()), _number(parsed.upper_strict())


def _number(day: struct_time | float) -> int | None:
    return None if isinstance(day, float) and math.isinf(day) else julian_day_of(*day[:3])  # type: ignore[index]


_DAYS = st.dates().map(date.isoformat)
_PLAIN = st.one_of(_DAYS, _DAYS.map(lambda day: day[:7]), _DAYS.map(lambda day: day[:4]))
_MARKED = st.builds(str.__add__, _PLAIN, st.sampled_from(["", "?", "~", "%"]))
# Winters are left out: the library ends them on 31 December.
_SEASONS = st.builds("{:04d}-{}".format, st.integers(1, 9999), st.sampled_from([21, 22, 23, 33, 36, 37, 39, 40, 41]))
_UNSPECIFIED = st.one_of(
    _DAYS.map(lambda day: day[:3] + "X"),
    _DAYS.map(lambda day: day[:2] + "XX"),
    _DAYS.map(lambda day: day[:4] + "-XX"),
    _DAYS.map(lambda day: day[:7] + "-XX"),
)
_LONG = st.builds("Y{}{}".format, st.sampled_from(["", "-"]), st.integers(10_000, 10**9))
_ORDERED = st.tuples(st.dates(), st.dates()).map(lambda pair: [day.isoformat() for day in sorted(pair)])
_INTERVALS = st.one_of(_ORDERED.map("/".join), _PLAIN.map("../{}".format), _PLAIN.map("{}/..".format))
# A set of one date is left out: the library refuses it.
_SETS = st.one_of(
    st.lists(_PLAIN, min_size=2, max_size=3).map(lambda dates: "{" + ",".join(sorted(dates)) + "}"),
    _ORDERED.map(lambda pair: f"[{pair[0]}..{pair[1]}]"),
    _PLAIN.map("[..{}]".format),
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(_MARKED, _SEASONS, _UNSPECIFIED, _LONG, _INTERVALS, _SETS))
def test_bounds_agree_with_the_edtf_library(text: str) -> None:
    parsed = parse_edtf(text)
    assert (parsed.earliest, parsed.latest) == from_library(text)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1966", "1966-01-01", "1966-12-31"),
        ("1966..1970-05", "1966-01-01", "1970-05-31"),
        ("193X..194X", "1930-01-01", "1949-12-31"),
        ("1992-21 .. 1992-22", "1992-03-01", "1992-08-31"),
        ("..1950", None, "1950-12-31"),
        ("1966..", "1966-01-01", None),
        ("..", None, None),
        ("1966/..", "1966-01-01", None),
        ("1966/1970", "1966-01-01", "1970-12-31"),
        ("[1667..1668]", "1667-01-01", "1668-12-31"),
    ],
)
def test_ranges_of_a_query(text: str, start: str | None, end: str | None) -> None:
    found = tuple(None if day is None else iso_day(day) for day in parse_range(text))
    assert found == (start, end)


@pytest.mark.parametrize("text", ["1970..1966", "May..June", "1966...1970", "1966..1970..1980", "", "2023-02-30.."])
def test_ranges_that_mean_nothing_are_refused(text: str) -> None:
    with pytest.raises(CuratorError):
        parse_range(text)
