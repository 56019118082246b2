from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from curator.model.name_entry import EntryIdentifier, EntryName, EntryRelation
from curator.text.name_cells import (
    identifier_in_cell,
    identifier_of_cell,
    name_in_cell,
    name_of_cell,
    relation_in_cell,
    relation_of_cell,
)

WORDS = st.text(st.sampled_from("aə @=#\\;,'-"), min_size=1).map(lambda words: " ".join(words.split())).filter(bool)
COMMUNITIES = st.lists(st.sampled_from(["az", "hy", "residents of = #4", "emigrants"]), unique=True, max_size=3)


@given(WORDS, st.sampled_from([None, "az", "az-Latn"]), COMMUNITIES, st.sampled_from(["variant", "former"]))
@example("at @home =x #1", "az", ["residents of = #4"], "former")
@example("a \\@b", None, [], "variant")
def test_a_name_comes_back(name: str, language: str | None, who: list[str], kind: str) -> None:
    entry = EntryName(name, language, tuple(who), kind)
    assert name_of_cell(name_in_cell(entry)) == entry


def test_how_a_name_reads() -> None:
    entry = EntryName("Գանձակ", "hy", ("hy", "residents"), "former")
    assert name_in_cell(entry) == "Գանձակ @hy =hy, residents #former"
    assert name_of_cell("Ganja") == EntryName("Ganja")


@given(WORDS, st.none() | WORDS, st.sampled_from([None, "1993/1997", "19XX~"]))
def test_a_relation_comes_back(key: str, type_: str | None, dates: str | None) -> None:
    relation = EntryRelation(key, type_, dates)
    assert relation_of_cell(relation_in_cell(relation)) == relation


def test_identifiers() -> None:
    for identifier in (EntryIdentifier("wikidata", "Q42"), EntryIdentifier("local file", "a:b", "close")):
        assert identifier_of_cell(identifier_in_cell(identifier)) == identifier
    for nothing in ("", "wikidata", "~:", ":x", "x: "):
        assert identifier_of_cell(nothing) is None
