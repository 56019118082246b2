"""Which words of a query can be respelt, by what, and how whole queries are put together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.search import parse
from curator.search.respelling import QueryWord, Spelling, respelled, rewritten, spellings, words_of_query

from .conftest import Fill


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("mud water", ["mud", "water"]),
        ('"old mill" OR title:mill', ["old", "mill", "mill"]),
        ("title:title", ["title"]),
        ("mud -water NOT (a OR NOT fire)", ["mud", "fire"]),
        ("person:Anna librar* date:1966", []),
        ("Gəncə (ԵՐԵՎԱՆ)", ["Gəncə", "ԵՐԵՎԱՆ"]),
    ],
)
def test_the_words_that_are_looked_for(query: str, words: list[str]) -> None:
    found = words_of_query(query, parse(query))
    assert [query[word.start : word.end] for word in found] == words


def test_spellings_come_from_the_index_the_likeliest_first(fill: Fill) -> None:
    searcher = fill("library", "library", "library hall", "librarians hall city", "hall of the city")

    def texts(word: str, *others: Spelling) -> list[str]:
        return [each.text for each in searcher.words(lambda known: spellings(word, known, others))]

    assert texts("libary") == ["library"]
    assert texts("librayr") == ["library"]
    assert texts("hlal") == ["hall"]
    assert texts("cityhall") == ["city hall"]
    assert texts("hal") == [], "three letters are like too much"
    assert texts("hall") == [], "what is there is not respelt by what is rarer"
    assert texts("xyz", Spelling("Halle", 0.1, ("halle",))) == ["Halle"]


def test_all_unknown_words_are_replaced_the_cheapest_first() -> None:
    one, two = QueryWord(0, 3, "mud"), QueryWord(4, 7, "oil")
    choices = {one: [Spelling("Mud", 1.0, ("mud",)), Spelling("mut", 2.0, ("mut",))], two: [Spelling("oils", 0.5, ())]}
    assert [each.query for each in respelled("mud oil", choices, {one, two})] == ["Mud oils", "mut oils"]
    assert [each.query for each in respelled("mud oil", choices, set())] == ["mud oils", "Mud oil", "mut oil"]
    assert [each.query for each in respelled("mud oil", choices, {two})] == ["mud oils"]


@given(st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=6), st.text("xyz", max_size=5))
def test_only_the_words_are_rewritten(words: list[str], other: str) -> None:
    query, changes = " ".join(words), []
    for at, word in enumerate(words):
        start = len(" ".join(words[:at])) + (at > 0)
        if at % 2:
            changes.append((QueryWord(start, start + len(word), word), Spelling(other, 0.0, (other,))))
    assert rewritten(query, changes) == " ".join(other if at % 2 else word for at, word in enumerate(words))
