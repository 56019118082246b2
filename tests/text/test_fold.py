"""Folding: which spellings are one word, in ten languages, and the laws that hold for any text."""

from __future__ import annotations

import tracemalloc
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.text.fold import fold

SAME = [
    # Azerbaijani: with and without its own letters, in either case.
    ("Gəncə", "Gence"),
    ("GƏNCƏ", "gəncə"),
    ("İlham", "ILHAM"),
    ("İlham", "ılham"),
    ("ilham", "İLHAM"),
    ("Şuşa", "Susa"),
    ("ŞUŞA", "şuşa"),
    ("Qarabağ", "Qarabag"),
    ("QARABAĞ", "qarabağ"),
    ("Çıldır", "Cildir"),
    ("Ümid", "umid"),
    ("kitabxanası", "KİTABXANASI"),
    ("arxivçi", "arxivci"),
    # Turkish.
    ("IŞIQ", "ışıq"),
    ("IĞDIR", "Iğdır"),
    ("İstanbul", "istanbul"),
    ("ISTANBUL", "istanbul"),
    ("kütüphane", "KÜTÜPHANE"),
    ("gazete", "GAZETE"),
    ("kâğıt", "kagit"),
    # Armenian: և is two letters in capitals; stress and question signs stand inside words.
    ("և", "ԵՎ"),
    ("Երևան", "ԵՐԵՎԱՆ"),
    ("Երեւան", "Երևան"),
    ("ինչո՞ւ", "ինչու"),
    ("այո՛", "այո"),
    ("գրադարան", "ԳՐԱԴԱՐԱՆ"),
    ("ե՛ւ", "և"),
    # Russian and Ukrainian: stress marks, ё, capitals.
    ("за́мок", "замок"),
    ("ёлка", "елка"),
    ("ЁЛКА", "ёлка"),
    ("БИБЛИОТЕКА", "библиотека"),
    ("МОЙ", "мой"),
    ("архи́в", "архив"),
    ("Київ", "КИЇВ"),
    ("Ўлад", "ўлад"),
    # Georgian: Mtavruli are capitals.
    ("ბიბლიოთეკა", "ᲑᲘᲑᲚᲘᲝᲗᲔᲙᲐ"),
    ("თბილისი", "ᲗᲑᲘᲚᲘᲡᲘ"),
    # Arabic: vowel signs, tatweel, forms of alef, presentation forms.
    ("كِتَاب", "كتاب"),
    ("كتـــاب", "كتاب"),
    ("أرشيف", "ارشيف"),
    ("إسلام", "اسلام"),
    ("ﻛﺘﺎﺏ", "كتاب"),
    ("مَكْتَبَة", "مكتبة"),
    # Hebrew: points.
    ("סִפְרִיָּה", "ספריה"),
    ("אַרְכִיּוֹן", "ארכיון"),
    # German, English, French, Greek and others.
    ("Straße", "STRASSE"),
    ("straße", "strasse"),
    ("Müller", "Muller"),
    ("Bücher", "BÜCHER"),
    ("café", "CAFE"),
    ("naïve", "naive"),
    ("ﬁle", "file"),
    ("co\u00adoperate", "cooperate"),
    ("ΟΔΟΣ", "οδός"),
    ("Dvořák", "Dvorak"),
    ("nai\u0308ve", "naïve"),
    ("Å", "\u212b"),
    ("½", "1⁄2"),
]

DIFFERENT = [
    ("мой", "мои"),
    ("МОЙ", "МОИ"),
    ("свой", "свои"),
    ("їх", "іх"),
    ("ўлад", "улад"),
    ("мои\u0306", "мои"),
    ("Gəncə", "Ganja"),
    ("Qarabağ", "Карабах"),
    ("Şuşa", "Шуша"),
    ("kitab", "kitap"),
    ("qala", "gala"),
    ("Bakı", "Baku"),
    ("գիր", "գիրք"),
    ("ե", "է"),
    ("օր", "որ"),
    ("ო", "ა"),
    ("კ", "ქ"),
    ("كتاب", "كتب"),
    ("ספר", "סופר"),
    ("ל", "ר"),
    ("Straße", "Strase"),
    ("Müller", "Mueller"),
    ("archive", "archives"),
    ("ы", "и"),
    ("ш", "щ"),
    ("কি", "কা"),
]


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
