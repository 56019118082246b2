from __future__ import annotations

import pytest


def test_tag_several_articles_with_several_names(curator, letters) -> None:
    done = curator(
        "tag", letters, "1", "2", "--person", "Edith Marlow", "--place", "Gəncə", "--theme", "Newspapers", "--json"
    )
    assert done.code == 0
    assert done.line == {
        "revision": 3,
        "articles": [1, 2],
        "tags": [
            {"kind": "person", "name": "Edith Marlow"},
            {"kind": "place", "name": "Gəncə"},
            {"kind": "theme", "name": "Newspapers"},
        ],
        "changed": 6,
        "made": [1, 2, 3],
    }
    assert [tag["name"] for tag in curator("show", letters, "2", "--json").line["tags"]] == [
        "Edith Marlow",
        "Gəncə",
        "Newspapers",
    ]


def test_for_people(curator, letters) -> None:
    assert curator("tag", letters, "1", "--event", "The move").out == "1 tag added. 1 new name on record.\n"
    assert curator("tag", letters, "1", "2", "--event", "the MOVE").out == "1 tag added.\n"
    assert curator("tag", letters, "1", "--event", "The move", "--remove").out == "1 tag removed.\n"


def test_tag_by_query(curator, letters) -> None:
    assert curator("tag", letters, "-q", "gence", "--organisation", "Town library", "--json").line["articles"] == [1, 2]
    found = curator("search", letters, 'organisation:"town library"', "--json").lines
    assert {line["article"] for line in found} == {1, 2}


def test_tagging_again_changes_nothing(curator, letters) -> None:
    curator("tag", letters, "1", "--person", "Edith Marlow")
    again = curator("tag", letters, "1", "--person", "edith marlow", "--json").line
    assert (again["revision"], again["changed"], again["made"]) == (None, 0, [])


def test_removed_tags_no_longer_find(curator, letters) -> None:
    curator("tag", letters, "1", "2", "--person", "Edith Marlow")
    curator("tag", letters, "1", "--person", "Edith Marlow", "--remove")
    assert [line["article"] for line in curator("list", letters, "-q", "person:marlow", "--json").lines] == [2]


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["1"], "Which tag?", "--person"),
        (["--person", "X"], "Which articles?", "curator list ARCHIVE"),
        (["1", "-q", "gence", "--person", "X"], "Which articles?", "curator list ARCHIVE"),
        (["7", "--person", "X"], "no article 7", "Nothing was changed"),
        (["-q", "elephant", "--person", "X"], "No article matches", "Nothing was changed"),
        (["1", "--person", " "], "not a name", "Give a name"),
        (["1", "--person", "X", "--remove"], "No record is known as “X”", "names ARCHIVE list"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(curator, letters, arguments: list[str], message: str, hint: str) -> None:
    refused = curator("tag", letters, *arguments)
    assert refused.code == 2
    assert refused.out == ""
    first, second = refused.err.splitlines()
    assert message in first
    assert hint in second
    assert curator("history", letters, "--json").lines[0]["revision"] == 2
