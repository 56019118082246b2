from __future__ import annotations

import pytest


@pytest.fixture
def names(curator, letters):
    """Run `curator names` on an archive in which article 1 is tagged with a person, 2 with another spelling."""
    curator("tag", letters, "1", "--person", "Edith Marlow")
    curator("tag", letters, "2", "--person", "E. Marlow")
    return lambda *arguments: curator("names", letters, *arguments)


def by_name(names) -> dict[str, dict[str, object]]:
    return {line["name"]: line for line in names("list", "--json").lines}


def test_list(names) -> None:
    line = by_name(names)["Edith Marlow"]
    assert set(line) == {"id", "uid", "kind", "name", "variants", "dates", "articles"}
    assert (line["id"], line["kind"], line["variants"], line["dates"], line["articles"]) == (1, "person", [], None, 1)
    assert names("list").out.splitlines()[1] == "#1     person            1  Edith Marlow"
    assert names("list", "--kind", "place", "--json").lines == []


def test_add_with_dates_and_variants(names) -> None:
    added = names("add", "event", "The move", "--dates", "about 1936", "--variant", "Köçürülmə", "--json").line
    assert added == {"id": 3, "kind": "event", "name": "The move", "revision": 5}
    line = by_name(names)["The move"]
    assert (line["dates"], line["variants"]) == ("1936~", ["Köçürülmə"])
    assert "The move (1936~) = Köçürülmə" in names("list").out


def test_add_for_people(names) -> None:
    assert names("add", "place", "Gəncə").out == "#3 Gəncə is on record.\n"


def test_rename_keeps_the_old_name_as_a_variant(names) -> None:
    assert names("rename", "edith marlow", "Edith Marlowe", "--json").line == {"revision": 5, "changed": True}
    assert by_name(names)["Edith Marlowe"]["variants"] == ["Edith Marlow"]
    assert names("rename", "Edith Marlowe", "Edith Marlowe", "--json").line == {"revision": None, "changed": False}


def test_a_variant_finds_in_another_script(names, curator, letters) -> None:
    assert names("variant", "Edith Marlow", "Эдит Марлоу", "--language", "ru").err == "Done.\n"
    assert [line["article"] for line in curator("list", letters, "-q", "person:марлоу", "--json").lines] == [1]
    assert names("variant", "#1", "Эдит Марлоу", "--remove").code == 0
    assert curator("list", letters, "-q", "person:марлоу", "--json").lines == []


def test_dates_are_set_and_cleared(names) -> None:
    names("dates", "Edith Marlow", "1931/1998")
    assert by_name(names)["Edith Marlow"]["dates"] == "1931/1998"
    names("dates", "Edith Marlow", "")
    assert by_name(names)["Edith Marlow"]["dates"] is None


def test_merge_and_split(names, curator, letters) -> None:
    def tagged() -> list[int]:
        return [line["article"] for line in curator("list", letters, "-q", 'person:"Edith Marlow"', "--json").lines]

    assert tagged() == [1]
    assert names("merge", "Edith Marlow", "E. Marlow", "--reason", "signs both ways", "--json").line["changed"]
    assert tagged() == [1, 2]
    line = names("list", "--merged", "--json").line
    assert (line["id"], line["name"], line["merged_into"], line["reason"]) == (2, "E. Marlow", 1, "signs both ways")
    assert "E. Marlow -> #1" in names("list", "--merged").out
    assert names("split", "E. Marlow").code == 0
    assert tagged() == [1]
    assert names("list", "--merged", "--json").lines == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["add", "person", "EDITH MARLOW"], "on record already"),
        (["add", "person", "?!"], "not a name"),
        (["add", "person", "X", "--dates", "soonish"], "soonish"),
        (["rename", "Nobody", "X"], "No record is known as “Nobody”"),
        (["rename", "#999", "X"], "999"),
        (["rename", "#" + "9" * 30, "X"], "9" * 30),
        (["variant", "Edith Marlow", "X", "--remove"], "no other name"),
        (["dates", "Edith Marlow", "1936-99"], "1936-99"),
        (["merge", "Edith Marlow", "Edith Marlow"], "one record already"),
        (["split", "Edith Marlow"], "merged record"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(names, arguments: list[str], message: str) -> None:
    before = names("list", "--json").out
    refused = names(*arguments)
    assert refused.code == 2
    assert message in refused.err
    assert names("list", "--json").out == before


def test_a_kind_that_there_is_not(names) -> None:
    refused = names("add", "animal", "Cat")
    assert refused.code == 2
    assert "organisation" in refused.err
