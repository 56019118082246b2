"""Postings: weights and positions of the words of an article."""

from __future__ import annotations

from curator.search.analysis import TITLE_WEIGHT, WordField, Words


def postings(words: Words) -> dict[str, tuple[int, float, list[int]]]:
    field = WordField()
    decode = field.format.decode_positions
    return {word.decode(): (count, weight, decode(value)) for word, count, weight, value in field.index(words)}


def test_words_of_the_title_weigh_more_and_stand_apart() -> None:
    assert postings(Words(["map", "old", "map"], ["old", "map"])) == {
        "old": (2, TITLE_WEIGHT + 1.0, [0, 4]),
        "map": (3, TITLE_WEIGHT + 2.0, [1, 3, 5]),
    }


def test_without_a_title_each_word_weighs_one() -> None:
    assert postings(Words(["şəhər", "a", "a"])) == {"şəhər": (1, 1.0, [1]), "a": (2, 2.0, [2, 3])}


def test_no_words_no_postings() -> None:
    assert postings(Words([])) == {}
