from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.names import completion as module
from curator.names.completion import Completer, NameRow
from curator.text.name_key import name_key

NAMES = {
    1: ("person", ["Lucia Bandini", "L. Bandini", "Лучия Бандини"], 9),
    2: ("person", ["Sara Cefers", "S. Cefers", "Cəfərs, Sara"], 3),
    3: ("place", ["Gəncə", "Ganja", "Гянджа", "Գանձակ"], 7),
    4: ("organisation", ["Town Library of Bandar"], 1),
    5: ("person", ["Anna Bandur"], 2),
    6: ("theme", ["Emergency drying"], 0),
}


def rows(names: dict[int, tuple[str, list[str], int]]) -> list[NameRow]:
    return [
        NameRow(authority_id, kind, name, name_key(name), not at, articles)
        for authority_id, (kind, all_names, articles) in names.items()
        for at, name in enumerate(all_names)
    ]


@pytest.fixture
def completer() -> Completer:
    return Completer(rows(NAMES))


def offered(completer: Completer, typed: str, kind: str | None = None, limit: int = 10) -> list[tuple[int, str]]:
    return [(each.authority_id, each.how) for each in completer.complete(typed, kind, limit)]


def test_beginnings_first_then_words_then_parts_then_what_is_like_it(completer: Completer) -> None:
    assert offered(completer, "bandi") == [(1, "word"), (5, "fuzzy"), (4, "fuzzy")]
    assert offered(completer, "luc") == [(1, "prefix")]
    assert offered(completer, "brar") == [(4, "contains")]
    assert offered(completer, "an") == [(5, "prefix"), (1, "contains"), (3, "contains"), (4, "contains")]


def test_what_is_in_more_articles_comes_first(completer: Completer) -> None:
    assert offered(completer, "band", limit=2) == [(1, "word"), (5, "word")]
    assert [each.articles for each in completer.complete("band")] == [9, 2, 1]


@pytest.mark.parametrize(
    ("typed", "authority_id", "why"),
    [
        ("s cef", 2, "as S. Cefers"),
        ("CƏFƏRS", 2, "as Cəfərs, Sara"),
        ("gence", 3, ""),
        ("gan", 3, "as Ganja"),
        ("гян", 3, "as Гянджа"),
        ("գանձ", 3, "as Գանձակ"),
        ("бандини лу", 1, "as Лучия Бандини"),
        ("bandini lucia", 1, ""),
        ("lucia bnadini", 1, "similar"),
        ("emergancy dry", 6, "similar"),
        ("emrgency", 6, "similar"),
        ("library twon", 4, "similar"),
    ],
)
def test_any_name_in_any_spelling_and_why(completer: Completer, typed: str, authority_id: int, why: str) -> None:
    first = completer.complete(typed)[0]
    assert (first.authority_id, first.why) == (authority_id, why)
    assert first.name == NAMES[authority_id][1][0]


def test_only_a_kind_and_only_so_many(completer: Completer) -> None:
    assert offered(completer, "band", kind="organisation") == [(4, "word")]
    assert offered(completer, "band", kind="event") == []
    assert len(completer.complete("a", limit=2)) == 2


@pytest.mark.parametrize("typed", ["", " ", "?!", "zzzz", "qqqqqqqqqqqqqqqq"])
def test_nothing_is_found(completer: Completer, typed: str) -> None:
    assert completer.complete(typed) == []


def test_no_names() -> None:
    assert Completer([]).complete("bandini") == []


def test_changes_are_taken_over(completer: Completer) -> None:
    changed = {2: ("person", ["Sara Cefers", "Sara Bandova"], 20), 7: ("place", ["Bandung"], 1)}
    completer.update({2, 5, 7}, rows(changed))
    assert offered(completer, "band") == [(7, "prefix"), (2, "word"), (1, "word"), (4, "word")]
    assert completer.complete("s cef")[0].matched == "Sara Cefers"
    assert offered(completer, "anna") == []


LETTERS = st.text("abnd í", min_size=1, max_size=8).filter(name_key)
RECORDS = st.dictionaries(
    st.integers(1, 6),
    st.tuples(st.sampled_from(["person", "place"]), st.lists(LETTERS, min_size=1, max_size=3), st.integers(0, 3)),
    max_size=6,
)


@given(RECORDS, RECORDS, st.sets(st.integers(1, 6)), LETTERS, st.sampled_from([None, "person"]), st.integers(0, 3))
def test_an_updated_completer_is_as_good_as_a_new_one(
    before: dict[int, tuple[str, list[str], int]],
    after: dict[int, tuple[str, list[str], int]],
    gone: set[int],
    typed: str,
    kind: str | None,
    most_fresh: int,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_MOST_FRESH", most_fresh)
        completer = Completer(rows(before))
        completer.update(gone | after.keys(), rows(after))
        left = {key: value for key, value in before.items() if key not in gone} | after
        found = completer.complete(typed, kind, 50)
        new = Completer(rows(left)).complete(typed, kind, 50)
    # What is like it depends on which words are known where the two parts are searched apart.
    assert {(e.authority_id, e.how) for e in found if e.how != "fuzzy"} == {
        (e.authority_id, e.how) for e in new if e.how != "fuzzy"
    }


@given(RECORDS, LETTERS)
def test_each_way_of_fitting_is_what_it_says(names: dict[int, tuple[str, list[str], int]], typed: str) -> None:
    key = name_key(typed)
    found = Completer(rows(names)).complete(typed, limit=50)
    ways = {each.authority_id: each.how for each in found}
    assert len(ways) == len(found)
    for authority_id, (_kind, all_names, _articles) in names.items():
        folded = [name_key(name) for name in all_names]
        begins = any(name.startswith(key) for name in folded)
        words = any(all(f" {name}".find(f" {word}") >= 0 for word in key.split()) for name in folded)
        contains = any(key in name for name in folded)
        wanted = "prefix" if begins else "word" if words else "contains" if contains else None
        assert ways.get(authority_id) in ({wanted} if wanted else {None, "fuzzy"})
