"""The page of a name in words and drawings: spans, sentences around a name, bars of years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from curator.gui.theme import theme
from curator.gui.views.authority_mentions import around_name
from curator.gui.views.authority_words import span_of
from curator.gui.widgets.year_bars import Span, Year, YearBars, in_words
from curator.model.authority import Authority
from curator.model.dates import parse_edtf
from curator.model.merging import MentionContext


def dated(edtf: str) -> Authority:
    date = parse_edtf(edtf)
    return Authority(1, "u1", "event", "Flood", edtf, date.earliest, date.latest, None, None, "draft", None)


@pytest.mark.parametrize(
    ("edtf", "is_certain"),
    [
        ("1966-11-04", True),
        ("1966-11-03/1966-11-05", True),
        ("1931/1998", True),
        ("1966", False),
        ("1966-11-04?", False),
        ("1966-11-03/1966-11-05?", False),
        ("193X", False),
        ("[1966-11-04, 1966-11-05]", False),
    ],
)
def test_only_what_is_known_is_certain(edtf: str, is_certain: bool) -> None:
    (span,) = span_of(dated(edtf))
    assert span.is_certain == is_certain
    assert span.first < span.last


@pytest.mark.parametrize("edtf", ["../1950", "1966/"])
def test_an_open_end_is_not_drawn(edtf: str) -> None:
    assert span_of(dated(edtf)) == ()


@given(st.text("ab ", min_size=0, max_size=400), st.text("Nn", min_size=1, max_size=8), st.text("cd ", max_size=50))
def test_the_name_stays_whole_however_far_in_it_stands(before: str, name: str, after: str) -> None:
    sentence = before + name + after
    context = MentionContext(1, 1, 1, None, None, sentence, len(before), len(before) + len(name), 0)
    text, start, end = around_name(context)
    assert text[start:end] == name
    assert start <= 92
    assert text.removeprefix("…") in sentence


def test_a_year_is_told_with_what_is_only_possible() -> None:
    assert in_words(Year(1966, 1, 0)) == "1966: 1 article"
    assert in_words(Year(1966, 3, 2)) == "1966: 3 articles, 2 more possibly"


def drawn(years: list[Year], spans: tuple[Span, ...] = ()) -> QImage:
    bars = YearBars("Articles a year")
    bars.show_years(years, spans, "event")
    bars.resize(400, bars.sizeHint().height())
    image: QImage = bars.grab().toImage()
    return image


def inked(image: QImage, colour: str) -> int:
    wanted = QColor(colour)
    return sum(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_what_is_possible_is_hatched_and_what_is_certain_solid(app: QApplication) -> None:
    ink = theme().tokens.accent
    certain, possible = inked(drawn([Year(1966, 4, 0)]), ink), inked(drawn([Year(1966, 0, 4)]), ink)
    assert 0 < possible < certain / 2


def test_when_the_thing_was_is_drawn_in_its_own_colour(app: QApplication) -> None:
    ink = theme().tokens.kinds["event"].ink
    assert inked(drawn([Year(1966, 1, 0)]), ink) == 0
    assert inked(drawn([Year(1966, 1, 0)], span_of(dated("1966-11-04"))), ink) > 0
