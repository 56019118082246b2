from __future__ import annotations

import pytest


def test_collect_by_number_and_by_query(curator, letters) -> None:
    done = curator("collect", letters, "Rooms / Reading rooms", "3", "1", "3", "--json")
    assert done.line == {"revision": 3, "collection": "Rooms / Reading rooms", "articles": [3, 1], "changed": 2}
    assert curator("collect", letters, "Rooms", "-q", "gence").out == "2 articles put into “Rooms”.\n"
    assert [(line["collection"], line["articles"]) for line in curator("collections", letters, "--json").lines] == [
        ("Rooms", 3),
        ("Rooms / Reading rooms", 2),
    ]
    assert curator("collections", letters).out == "     3  Rooms\n     2  Rooms / Reading rooms\n"


def test_collection_as_a_field(curator, letters) -> None:
    curator("collect", letters, "Rooms / Reading rooms", "3")
    found = curator("list", letters, "-q", 'collection:"rooms / reading rooms"', "--json").lines
    assert [line["article"] for line in found] == [3]


def test_take_out(curator, letters) -> None:
    curator("collect", letters, "Rooms", "1", "2")
    assert curator("collect", letters, "Rooms", "1", "--remove").out == "1 article taken out of “Rooms”.\n"
    assert curator("show", letters, "1", "--json").line["collections"] == []
    assert curator("show", letters, "2", "--json").line["collections"] == ["Rooms"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["Rooms"], "Which articles?"),
        (["", "1"], "needs a title"),
        (["Rooms", "9"], "no article 9"),
        (["Nowhere", "1", "--remove"], "no collection “Nowhere”"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(curator, letters, arguments: list[str], message: str) -> None:
    refused = curator("collect", letters, *arguments)
    assert refused.code == 2
    assert message in refused.err
    assert curator("collections", letters, "--json").lines == []
