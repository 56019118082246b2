"""What is highlighted: words, beginnings, phrases where they stand; nothing that was negated."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.search import Word, hits, parse
from curator.text.fold import fold
from curator.text.tokens import tokens

TEXT = "Old maps: the city archive keeps old maps. The Gəncə archive’s maps are older."


def shown(text: str, query: str, title: bool = False) -> list[str]:
    return [text[start:end] for start, end in hits(text, parse(query), title)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("archive", ["archive", "archive"]),
        ("gence", ["Gəncə"]),
        ("old*", ["Old", "old", "older"]),
        ('"old maps"', ["Old maps", "old maps"]),
        ('"city archive" maps', ["maps", "city archive", "maps", "maps"]),
        ('"old maps" maps', ["Old maps", "old maps", "maps"]),
        ('"archive keeps" "city archive"', ["city archive keeps"]),
        ('"maps old"', []),
        ("archive -maps", ["archive", "archive"]),
        ("NOT (archive OR maps)", []),
        ("NOT NOT keeps", ["keeps"]),
        ("NOT (maps NOT keeps)", ["keeps"]),
        ("person:archive date:1966", []),
        ("title:archive", []),
        ("", []),
    ],
)
def test_what_is_highlighted(query: str, expected: list[str]) -> None:
    assert shown(TEXT, query) == expected


def test_title_terms_count_in_titles() -> None:
    assert shown("The City Archive", "title:archive the", title=True) == ["The", "Archive"]


@given(st.text("abəğ '\u0301.", max_size=60), st.sampled_from(["a", "b* a", '"a b" OR b', "ə -a", '"b a b"']))
def test_ranges_are_ascending_and_apart(text: str, query: str) -> None:
    ranges = hits(text, parse(query))
    ends = [0, *(end for _start, end in ranges)]
    assert all(before <= start < end <= len(text) for before, (start, end) in zip(ends, ranges, strict=False))
    if query == "a":
        assert all(fold(text[start:end]) == "a" for start, end in ranges)


MIXED = (
    "Gəncə və Şuşa: İLHAM, ılham, Qarabağ. Երևանում՝ ԵՐԵՎԱՆ, Երեւան, ինչո՞ւ և ԵՎ. За́мок Ёлка, ёлка, мой, мои. "
    "ბიბლიოთეკა ᲑᲘᲑᲚᲘᲝᲗᲔᲙᲐ. كِتَاب كتـــاب. סִפְרִיָּה ספריה. Straße STRASSE Müller. "
    "O’Brien naïve ﬁle co\u00adoperate IŞIQ ışıq. 𝔊ut 😀 end"
)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_every_word_of_a_mixed_text_is_found_where_it_stands(form: str) -> None:
    text = unicodedata.normalize(form, MIXED)
    words = list(tokens(text))
    assert len(words) == 35
    for start, end, folded in words:
        places = [(one, other) for one, other, word in words if word == folded]
        assert hits(text, Word(folded)) == places
        assert (start, end) in places
        assert {fold(text[one:other]) for one, other in places} == {folded}
        assert places == hits(text, parse(f'"{folded}"'))
