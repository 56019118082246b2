from __future__ import annotations

import pytest


@pytest.fixture
def names(curator, letters):
    """Run `curator names` on an archive with four names, of which the first is a tag of article 1."""
    curator("tag", letters, "1", "--person", "Edith Marlow")
    for kind, name in (("organisation", "Town library"), ("place", "Gəncə"), ("place", "Old towns")):
        curator("names", letters, "add", kind, name)
    return lambda *arguments: curator("names", letters, *arguments)


def test_everything_of_a_name(names) -> None:
    names("dates", "Edith Marlow", "about 1931")
    names("variant", "Edith Marlow", "Эдит Марлоу", "--language", "RU")
    names("relate", "Edith Marlow", "Town library", "--type", "member of", "--dates", "1993/1997")
    names("identifier", "Edith Marlow", "isni", "0000 0001 2103 2683", "--match", "close")
    names("note", "Edith Marlow", "Keeps the cellar.")
    names("add", "person", "E. Marlow")
    names("merge", "Edith Marlow", "E. Marlow", "--reason", "signs both ways")
    assert names("show", "edith marlow").out.splitlines() == [
        "record               #1 person",
        "preferred            Edith Marlow",
        "also                 Эдит Марлоу (ru)",
        "dates                1931~: about 1931",
        "member of            Town library (#2), 1993 to 1997",
        "isni                 0000000121032683 (close match)",
        "merged in            E. Marlow (#5): signs both ways",
        "articles             1",
        "note                 Keeps the cellar.",
    ]
    shown = names("show", "#1", "--json").line
    assert shown["related"] == [
        {
            "id": 2,
            "kind": "organisation",
            "name": "Town library",
            "type": "member of",
            "forward": True,
            "dates": "1993/1997",
            "dates_in_words": "1993 to 1997",
        }
    ]
    assert shown["identifiers"] == [{"scheme": "isni", "identifier": "0000000121032683", "match": "close"}]
    assert shown["merged"] == [{"id": 5, "kind": "person", "name": "E. Marlow", "reason": "signs both ways"}]
    assert "← member of          Edith Marlow (#1), 1993 to 1997" in names("show", "Town library").out


def test_broader_terms_and_back(names) -> None:
    assert names("broader", "Gence", "Old towns").err == "Done.\n"
    assert "broader              Old towns (#4)" in names("show", "Gence").out
    assert "narrower             Gəncə (#3)" in names("show", "Old towns").out
    assert names("broader", "Gence", "Old towns", "--json").line == {"revision": None, "changed": False}
    assert names("broader", "Gence", "Old towns", "--remove").code == 0
    assert names("show", "Gence", "--json").line["broader"] == []


def test_parallel_preferred_names(names) -> None:
    names("preferred", "Gence", "Գանձակ", "--in", "hy")
    names("preferred", "Gence", "Gəncə", "--in", "az")
    assert names("show", "Gence").out.splitlines()[1:3] == ["az                   Gəncə", "hy                   Գանձակ"]
    names("preferred", "Gence", "Գանձակ", "--in", "hy", "--remove")
    assert names("show", "Gence", "--json").line["preferred"] == [{"name": "Gəncə", "in": "az"}]


def test_an_identifier_that_another_has(names) -> None:
    assert names("identifier", "Gence", "wikidata", "Q2044").code == 0
    shared = names("identifier", "Old towns", "wikidata", "Q2044", "--json")
    assert shared.code == 1
    assert shared.line["problems"][0]["code"] == "identifier-shared"
    assert names("identifier", "Old towns", "wikidata", "q2044", "--remove").code == 0
    assert names("relate", "Gence", "Old towns").code == names("relate", "Gence", "Old towns", "--remove").code == 0


def test_complete(names) -> None:
    names("variant", "Gəncə", "Ganja")
    assert names("complete", "gan").out == "#3     place             0  Gəncə  (as Ganja)\n"
    assert names("complete", "marl", "--json").line == {
        "id": 1,
        "kind": "person",
        "name": "Edith Marlow",
        "matched": "Edith Marlow",
        "how": "word",
        "articles": 1,
    }
    assert names("complete", "marl", "--kind", "place").out == ""
    assert "No name on record is like “zzzz”" in names("complete", "zzzz").err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["broader", "Gence", "Town library"], "the kinds differ"),
        (["relate", "Gence", "gəncə"], "one record"),
        (["identifier", "Gence", "isni", "0000 0001 2103 2684"], "no identifier of isni"),
        (["preferred", "Gence", "Ganja"], "--in"),
        (["show", "Nobody"], "No record is known"),
        (["variant", "Gence", "Ganja", "--language", "English!"], "no language tag"),
        (["merge", "Gence", "Town library"], "different kinds"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(names, arguments: list[str], message: str) -> None:
    before = names("list", "--json").out
    refused = names(*arguments)
    assert refused.code == 2
    assert message in refused.err
    assert names("list", "--json").out == before
