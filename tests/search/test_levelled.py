"""Texts folded in one piece: the same words in the same places as when they are folded one by one."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from curator.search.levelled import levelled
from curator.search.nodes import Node, OneOf, Phrase, Prefix, Word
from curator.search.occurrences import ranges, runs
from curator.search.text_words import TextWords
from curator.text.tokens import token_lists

_LETTERS = "aAbiIİıəƏğé_'ʼ-. \n9²ßſёйЙїЎеէեԵվւՒևՙգĳﬁაᲐ\u0301\u00ad\u055eΣ"
_WORDS = st.text("abieеեվգ9", min_size=1, max_size=3)
_NODES = st.one_of(
    st.builds(Word, _WORDS),
    st.builds(Prefix, _WORDS),
    st.builds(Phrase, st.lists(_WORDS, min_size=2, max_size=3).map(tuple)),
    st.builds(OneOf, st.lists(_WORDS, min_size=1, max_size=3).map(tuple)),
)


def words_of(level: str) -> list[tuple[int, int, str]]:
    return [(*match.span(), match.group().replace("և", "եվ")) for match in re.finditer(r"[^\W_]+", level)]


def check(text: str) -> None:
    level = levelled(text)
    if level is not None:
        starts, ends, _raw, folded = token_lists(text)
        assert len(level) == len(text)
        assert words_of(level) == list(zip(starts, ends, folded, strict=True))


def test_each_character_beside_letters_is_folded_as_in_a_word() -> None:
    for code in range(0x3000):
        check(f"B{chr(code)}İ {chr(code)}ե")


@given(st.text(_LETTERS, max_size=40))
@example("եւ Եւ ԵՒ և")
def test_words_stand_where_they_do_word_by_word(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    "text",
    ["Qarabağ İrəvan ılıq", "Ёлка, мой Київ", "Երևան եւ Գյումրի", "თბილისი", "O'Brien — “no” 1990…", "м\u02bcята"],
)
def test_texts_of_the_languages_of_archives_are_folded_in_one_piece(text: str) -> None:
    assert levelled(text) is not None


@given(st.text(_LETTERS + "abab  ", max_size=40), _NODES)
@example("և եւ", Prefix("ե"))
@example("b a b a b", Phrase(("b", "a", "b")))
def test_nodes_stand_where_they_do_word_by_word(text: str, node: Node) -> None:
    words = TextWords(text)
    expected = {(words.starts[first], words.ends[last - 1]) for first, last in runs(node, words)}
    assert set(ranges(node, words)) == expected


@given(st.lists(st.sampled_from(["Nations", "nation", "national", "Bombed.", "bombs", "a", "\n"]), max_size=20))
def test_forms_stand_where_they_do_word_by_word(parts: list[str]) -> None:
    node = Word("nation", stems=(("en", "nation"), ("en", "bomb")))
    words = TextWords(" ".join(parts))
    assert words.level is not None
    expected = {(words.starts[first], words.ends[last - 1]) for first, last in runs(node, words)}
    assert set(ranges(node, words)) == expected
