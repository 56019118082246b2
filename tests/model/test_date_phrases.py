"""Dates in words for people."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.errors import CuratorError
from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1936", "1936"),
        ("1936-05", "May 1936"),
        ("2020-09-27", "27 September 2020"),
        ("1936~", "about 1936"),
        ("1936?", "1936, uncertain"),
        ("1936-05%", "about May 1936, uncertain"),
        ("2004-06-~11", "about 11 June 2004"),
        ("193X", "the 1930s"),
        ("19XX", "some time from 1900 to 1999"),
        ("000X", "some time from 1 BCE to 9"),
        ("156X-12-25", "some time from 25 December 1560 to 25 December 1569"),
        ("1936-XX", "1936, month unknown"),
        ("1936-XX-XX", "1936, month unknown"),
        ("1936-12-XX", "December 1936, day unknown"),
        ("2004-1X", "some time from 1 October 2004 to 31 December 2004"),
        ("1992-21", "spring 1992"),
        ("1992-24", "winter 1992"),
        ("1992-32", "winter 1992"),
        ("1992-33", "first quarter of 1992"),
        ("1992-39", "last third of 1992"),
        ("1992-41", "second half of 1992"),
        ("-0043-03-15", "15 March 44 BCE"),
        ("Y17000", "17000"),
        ("1950S2", "some time from 1900 to 1999, estimated 1950"),
        ("2020-09-27/2020-11-09", "27 September 2020 to 9 November 2020"),
        ("1936~/1938", "about 1936 to 1938"),
        ("../1950", "until 1950"),
        ("1966/..", "since 1966"),
        ("/1950", "unknown start to 1950"),
        ("1966/", "1966 to unknown end"),
        ("../..", "any time"),
        ("[..1968]", "before 1969"),
        ("[1970..]", "after 1969"),
        ("[..1760-12-03]", "3 December 1760 or earlier"),
        ("[1760-12..]", "December 1760 or later"),
        ("[1936..1938]", "some time from 1936 to 1938"),
        ("[1936]", "1936"),
        ("[1667,1670..1672]", "one of 1667, 1670 to 1672"),
        ("{1960,1961-12}", "1960, December 1961"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert describe(parse_edtf(text)) == words


@settings(deadline=None)
@given(st.from_regex(r"[?~]?[0-9X]{4}[?~%]?(-[0-4X][0-9X](-[0-3X][0-9X])?)?(/([0-9X]{4}|\.\.)?)?", fullmatch=True))
def test_every_date_that_can_be_read_has_words(text: str) -> None:
    try:
        date = parse_edtf(text)
    except CuratorError:
        return
    words = describe(date)
    assert words and "X" not in words and "%" not in words
