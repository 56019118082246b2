from __future__ import annotations

import pytest


def numbers(curator, letters) -> list[int]:
    return [line["article"] for line in curator("list", letters, "--json").lines]


def test_there_and_back(curator, letters) -> None:
    assert curator("trash", letters, "1", "3").out == "2 articles put into the trash.\n"
    assert numbers(curator, letters) == [2]
    assert [line["article"] for line in curator("trash", letters, "--list", "--json").lines] == [1, 3]
    assert "The cellar opens  (2019-03-04)" in curator("trash", letters, "--list").out
    assert curator("trash", letters, "3", "--restore", "--json").line["restored"] == [3]
    assert numbers(curator, letters) == [2, 3]
    assert curator("trash", letters, "1").out == "Nothing to change: it is so already.\n"


def test_emptying_says_that_the_files_stay_and_is_undone(curator, letters) -> None:
    curator("trash", letters, "-q", "cellar")
    done = curator("trash", letters, "--empty")
    assert done.out.startswith("1 article deleted. The original files stay")
    assert curator("show", letters, "1").code == 2
    assert curator("trash", letters, "--list", "--json").lines == []
    curator("undo", letters)
    assert [line["article"] for line in curator("trash", letters, "--list", "--json").lines] == [1]
    assert curator("trash", letters, "1", "--restore").code == 0
    assert [line["article"] for line in curator("search", letters, "cellar", "--json").lines] == [1]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Which articles"),
        (["9"], "no article 9"),
        (["--list", "--empty"], "One thing at a time"),
        (["1", "--empty"], "the whole trash"),
        (["--restore", "-q", "cellar"], "does not look into the trash"),
        (["--restore"], "Which articles"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(curator, letters, arguments: list[str], message: str) -> None:
    refused = curator("trash", letters, *arguments)
    assert refused.code == 2
    assert message in refused.err
    assert numbers(curator, letters) == [1, 2, 3]
