"""Forms of a name among the words of a dictionary: the same that the matcher reads in a text."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.names.endings import groups_of, inflected
from curator.names.grammatical_cases import COMPOUND
from curator.names.person_name import Word, words_of
from curator.names.vocabulary import Vocabulary
from curator.names.word_forms import slots_of

GROUPS = groups_of(())
NAMES = ("Gəncə", "Гянджа", "Գանձակ", "განჯა", "Bandini", "Алиев", "Orlu", "Харків", "Ali")


def dictionary(words: Collection[str]):
    return lambda beginning: [word for word in words if word.startswith(beginning)]


def forms(name: str, kind: str, words: Collection[str]) -> list[tuple[tuple[str, ...], ...]]:
    return slots_of(name, kind, GROUPS, dictionary(words))


def every_form(word: Word) -> set[str]:
    return {stem + end for group in GROUPS for stem, ends in inflected(*word, group) for end in ends}


@given(st.sampled_from(NAMES), st.data())
def test_the_matcher_reads_just_these_forms(name: str, data: st.DataObject) -> None:
    (word,) = words_of(name)
    others = st.text("aeinldəаеийомұսմիისა", max_size=6).map(
        lambda end: word.folded[: data.draw(st.integers(1, 9))] + end
    )
    words = data.draw(st.sets(st.one_of(st.sampled_from(sorted(every_form(word))), others), max_size=12))
    vocabulary = Vocabulary()
    number = vocabulary.add(*word)
    read = {
        each
        for each in {*words, word.folded}
        for reading in vocabulary.readings(each, GROUPS)
        if reading.word == number and reading.cases != (COMPOUND,)
    }
    ((found,),) = forms(name, "place", words)
    assert set(found) == read


def test_only_words_that_texts_have_are_forms() -> None:
    assert forms("Gəncə", "place", ["genceden", "gencli", "gence"]) == [(("gence", "genceden"),)]
    assert forms("Gəncə", "place", []) == [(("gence",),)]
    assert forms("--", "place", ["x"]) == []


def test_the_last_word_has_endings_and_in_cyrillic_all_have() -> None:
    words = ["lucianin", "bandininin", "лючии", "бандини"]
    assert forms("Lucia Bandini", "person", words)[0] == (("lucia",), ("bandini", "bandininin"))
    assert forms("Лючия Бандини", "person", words)[0] == (("лючия", "лючии"), ("бандини",))


@pytest.mark.parametrize(
    ("name", "kind", "orders"),
    [
        ("Lucia Bandini", "person", [("lucia", "bandini"), ("bandini", "lucia")]),
        ("Bandini, Lucia", "person", [("bandini", "lucia"), ("lucia", "bandini")]),
        ("L. Bandini", "person", [("l", "bandini")]),
        ("City Library", "organisation", [("city", "library")]),
    ],
)
def test_a_person_stands_in_either_order(name: str, kind: str, orders: list[tuple[str, ...]]) -> None:
    assert [tuple(slot[0] for slot in slots) for slots in forms(name, kind, [])] == orders


def test_words_are_looked_up_in_the_groups_given() -> None:
    beginning = dictionary(["bandininin", "бандиниго"])
    assert slots_of("Bandini", "person", groups_of(["en"]), beginning) == [(("bandini",),)]
