"""Extracts: the most telling places, cut between words, exactly as in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.search import Snippet, parse, snippets
from curator.text.tokens import tokens

FILLER = "Shelves of paper stand in rows and rows. " * 20
TEXT = f"{FILLER}The archive of the city holds maps. {FILLER}Maps and an archive. {FILLER}An atlas lies here."


def test_the_extracts_with_most_different_words_come() -> None:
    found = snippets(TEXT, parse("archive maps atlas"), count=2, width=60)
    assert len(found) == 2
    assert all("archive" in snippet.text and "aps" in snippet.text for snippet in found)
    assert found[0].start < found[1].start


def test_an_extract_is_of_the_width_asked_for_and_around_the_hit() -> None:
    (snippet,) = snippets(TEXT, parse("atlas"), width=80)
    assert 60 < len(snippet.text) <= 80
    assert [snippet.text[start:end] for start, end in snippet.hits] == ["atlas"]


def test_without_a_hit_the_beginning_is_shown() -> None:
    for query in ("person:X", "globe", "-maps", ""):
        assert snippets(TEXT, parse(query), width=30) == [Snippet("Shelves of paper stand in rows", 0, ())]


def test_an_empty_text_has_no_extract() -> None:
    assert snippets("", parse("map")) == []
    assert snippets(TEXT, parse("maps"), count=0) == []
    assert snippets(TEXT, parse("globe"), count=0) == []


def test_a_short_text_is_shown_whole() -> None:
    assert snippets("  A map, old. ", parse("map")) == [Snippet("  A map, old. ", 0, ((4, 7),))]


def test_a_word_longer_than_the_extract_is_cut() -> None:
    (snippet,) = snippets("a" * 500, parse("aa*"), width=100)
    assert snippet == Snippet("a" * 100, 0, ((0, 100),))
    assert snippets("x" * 500, parse("map"), width=100) == [Snippet("x" * 100, 0, ())]


def test_phrases_alone_are_highlighted_in_extracts() -> None:
    (snippet,) = snippets("Maps here. Old maps there.", parse('"old maps"'))
    assert snippet.hits == ((11, 19),)


@given(
    st.lists(st.sampled_from(["map", "maps", "archive", "ə\u0301", "a'b", "—", "\n\n", "x" * 30]), max_size=60),
    st.sampled_from(["map", "map* archive", '"map archive"', "e OR b", "-map", ""]),
    st.integers(1, 4),
    st.integers(5, 90),
)
def test_extracts_are_true_to_the_text(words: list[str], query: str, count: int, width: int) -> None:
    text = " ".join(words)
    found = snippets(text, parse(query), count, width)
    assert len(found) <= count
    assert bool(found) == bool(text)
    last = 0
    for snippet in found:
        assert snippet.text == text[snippet.start : snippet.start + len(snippet.text)]
        assert len(snippet.text) <= width
        assert last <= snippet.start
        last = snippet.start + len(snippet.text)
        assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.hits)


@given(st.lists(st.sampled_from(["map", "archive", "ə\u0301lc", "row's"]), max_size=80), st.integers(20, 60))
def test_no_word_is_cut(words: list[str], width: int) -> None:
    text = ", ".join(words)
    edges = {edge for start, end, _folded in tokens(text) for edge in range(start + 1, end)}
    for snippet in snippets(text, parse("map"), 3, width):
        assert snippet.start not in edges
        assert snippet.start + len(snippet.text) not in edges


@pytest.mark.parametrize("query", ["map", "map*", '"old map"'])
def test_long_texts_are_no_trouble(query: str) -> None:
    text = "an old map " * 20_000
    assert len(snippets(text, parse(query))) == 3
