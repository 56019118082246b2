"""Words of a text: where they begin and end."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.text.fold import fold
from curator.text.tokens import folded_words, token_lists, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The library, founded in 1923.", ["the", "library", "founded", "in", "1923"]),
        ("Bandini'nin arşivi", ["bandini", "nin", "arsivi"]),
        ("Bandini’nin", ["bandini", "nin"]),
        ("O'Brien OʼBrien O’Brien", ["o", "brien"] * 3),
        ("об'єкт обʼєкт", ["об", "єкт"] * 2),
        ("well-known snake_case", ["well", "known", "snake", "case"]),
        ("Ինչո՞ւ է գրադարանը փակ։ Այո՛", ["ինչու", "է", "գրադարանը", "փակ", "այո"]),
        ("ստա՜ր", ["ստար"]),
        ("за́мок над рекой", ["замок", "над", "рекой"]),
        ("10:30, 1,000 and 3.5 %", ["10", "30", "1", "000", "and", "3", "5"]),
        ("می\u200cخواهم", [fold("میخواهم")]),
        ("कि कु", ["कि", "कु"]),
        ("co\u00adoperation", ["cooperation"]),
        ("— … !", []),
        ("\u0301 \u0640 \u0640\u0640", []),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [folded for _start, _end, folded in tokens(text)] == words
    assert folded_words(text) == words


def test_offsets_are_those_of_the_raw_text() -> None:
    decomposed = unicodedata.normalize("NFD", "Şuşa, Gəncə")
    assert [decomposed[start:end] for start, end, _folded in tokens(decomposed)] == [
        unicodedata.normalize("NFD", "Şuşa"),
        "Gəncə",
    ]


@given(st.text())
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    last = 0
    for start, end, folded in tokens(text):
        assert last <= start < end <= len(text)
        assert fold(text[start:end]) == folded != ""
        last = end


@given(st.text())
def test_the_quick_way_finds_the_same_words(text: str) -> None:
    assert folded_words(text) == [folded for _start, _end, folded in tokens(text)]


@given(st.text("aəİşёйїеւ՞אَا \u0301\u0306'"))
def test_the_normal_form_does_not_change_the_words(text: str) -> None:
    assert folded_words(unicodedata.normalize("NFD", text)) == folded_words(unicodedata.normalize("NFC", text))


@given(st.text())
def test_no_letter_or_digit_is_lost(text: str) -> None:
    covered = {place for start, end, _folded in tokens(text) for place in range(start, end)}
    for place, character in enumerate(text):
        if unicodedata.category(character) in ("Lu", "Ll", "Lo", "Nd") and fold(character):
            assert place in covered


@given(st.text())
def test_lists_hold_what_is_yielded(text: str) -> None:
    starts, ends, raw, words = token_lists(text)
    assert list(zip(starts, ends, words, strict=True)) == list(tokens(text))
    assert raw == [text[start:end] for start, end in zip(starts, ends, strict=True)]


@given(st.text() | st.text(st.sampled_from("aЁ'-՞\u0301\u200c \n\x1c\x85\u00a0\u2003")) | st.text("aé", min_size=60))
def test_by_pieces_between_white_space_the_words_are_the_same(text: str) -> None:
    assert [word for piece in text.split() for word in folded_words(piece)] == folded_words(text)
