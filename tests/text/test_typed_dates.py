"""Dates as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf
from curator.text.typed_dates import edtf_from_words


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2020-09-27", "2020-09-27"),
        (" 1936~ ", "1936~"),
        ("early Feb 1992?", "1992-02?"),
        ("c. 1936", "1936~"),
        ("ca 1936", "1936~"),
        ("c.1936", "1936~"),
        ("Circa 1936?", "1936%"),
        ("perhaps 1936", "1936?"),
        ("1936 (?)", "1936?"),
        ("1936, uncertain", "1936?"),
        ("in 1936", "1936"),
        ("mid-1936", "1936"),
        ("1930s", "193X"),
        ("the late 1930s", "193X"),
        ("about the 1930s", "193X~"),
        ("the 1900s", "19XX"),
        ("19th century", "18XX"),
        ("12 March 2023", "2023-03-12"),
        ("12th of march, 2023", "2023-03-12"),
        ("March 12, 2023", "2023-03-12"),
        ("Sept. 2020", "2020-09"),
        ("may 1966", "1966-05"),
        ("12 mart 2023-cü il", "2023-03-12"),
        ("c. июнь 1992", "1992-06~"),
        ("12 մարտի 2023", "2023-03-12"),
        ("12.03.2023", "2023-03-12"),
        ("5.3.2023", "2023-03-05"),
        ("13/12/2023", "2023-12-13"),
        ("12/13/2023", "2023-12-13"),
        ("spring 1992", "1992-21"),
        ("Fall of 1992", "1992-23"),
        ("before 1969", "[..1968]"),
        ("after 1969", "[1970..]"),
        ("since May 1966", "1966-05/.."),
        ("until 1950", "../1950"),
        ("27 September 2020 to 9 November 2020", "2020-09-27/2020-11-09"),
        ("between c. 1936 and 1938", "1936~/1938"),
        ("1936-1938", "1936/1938"),
        ("1936 – 1938", "1936/1938"),
        ("193X to 195X", "193X/195X"),
    ],
)
def test_understood(typed: str, edtf: str) -> None:
    assert edtf_from_words(typed) == edtf


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "yesterday",
        "c",
        "May",
        "ma 1936",
        "31 Feb 2020",
        "31.02.2023",
        "13.13.2023",
        "12.13.2023",
        "03/12/2023",
        "1.2.23",
        "1936/38",
        "1938 to 1936",
        "5 spring 1992",
        "00th century",
        "before",
        "to 1936 to",
    ],
)
def test_not_understood(typed: str) -> None:
    assert edtf_from_words(typed) is None


@settings(deadline=None)
@given(st.dates())
def test_words_of_a_day_lead_back_to_it(day: date) -> None:
    if day.year >= 1000:
        assert edtf_from_words(describe(parse_edtf(day.isoformat()))) == day.isoformat()


@settings(deadline=None)
@given(
    st.integers(1000, 9999),
    st.sampled_from(["{}~", "{}?", "{}", "{}-05", "{}-21", "[..{}]", "../{}", "{}/.."]),
)
def test_words_lead_back_to_the_date(year: int, form: str) -> None:
    edtf = form.format(year)
    if edtf not in ("[..9999]",):
        assert edtf_from_words(describe(parse_edtf(edtf))) == edtf


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_understood_as_edtf_or_not_at_all(typed: str) -> None:
    found = edtf_from_words(typed)
    assert found is None or parse_edtf(found).edtf == found
