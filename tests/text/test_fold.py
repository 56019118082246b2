"""Folding: which spellings are one word, in ten languages, and the laws that hold for any text."""

from __future__ import annotations

import tracemalloc
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.text.fold import fold

from . import fold_pairs
from .fold_pairs import pairs

SAME = [
    # What the table by language leaves out.
    ("ΟΔΟΣ", "οδός"),
    ("nai\u0308ve", "naïve"),
    ("Å", "\u212b"),
    ("½", "1⁄2"),
    ("Ўлад", "ўлад"),
]

DIFFERENT = [("ўлад", "улад"), ("কি", "কা")]


def _forms(word: str) -> set[str]:
    """Return a word in both cases and both normal forms."""
    return {unicodedata.normalize(form, each) for form in ("NFC", "NFD") for each in (word, word.upper(), word.lower())}


def test_the_table_is_as_long_as_it_should_be() -> None:
    assert len(pairs(fold_pairs.SAME)) + len(pairs(fold_pairs.APART)) >= 200


@pytest.mark.parametrize(("language", "one", "other"), pairs(fold_pairs.SAME))
def test_spellings_of_the_table_are_one_in_every_case_and_form(language: str, one: str, other: str) -> None:
    assert len({fold(form) for form in _forms(one) | _forms(other)}) == 1


@pytest.mark.parametrize(("language", "one", "other"), pairs(fold_pairs.APART))
def test_words_of_the_table_stay_apart_in_every_case_and_form(language: str, one: str, other: str) -> None:
    assert not {fold(form) for form in _forms(one)} & {fold(form) for form in _forms(other)}


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spellings_of_one_word_are_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_the_normal_form_does_not_matter(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text)) == fold(text)


LETTERS = (
    "aəıiİIğĞşŞçöüßéñ" + "абвгёйўїєіщъыьэюя" + "աբգեզէըթւևօֆ" + "აბგდევზთიკლმნ" + "אבגדהוזחט" + "ابتثجحخ" + "αβγδσςω"
)


@given(st.text(LETTERS + "\u0301\u0306\u0308\u0307\u055e\u0323"))
def test_case_does_not_matter(text: str) -> None:
    assert fold(text.upper()) == fold(text) == fold(text.lower())


@given(st.text())
def test_plain_ascii_is_only_lowered(text: str) -> None:
    ascii_only = "".join(character for character in text if character.isascii())
    assert fold(ascii_only) == ascii_only.lower()


def test_marks_alone_fold_to_nothing() -> None:
    assert fold("\u0301\u064e\u0640") == ""


def test_very_long_words_are_folded_but_not_kept() -> None:
    token = "Şə" * 50_000
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        assert fold(token) == "se" * 50_000
        assert tracemalloc.get_traced_memory()[0] - before < 50_000
    finally:
        tracemalloc.stop()
