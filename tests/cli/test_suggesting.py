from __future__ import annotations

import pytest


@pytest.fixture
def named(curator, letters):
    """The three articles, and a place on record under two spellings."""
    curator("names", letters, "add", "place", "Gəncə", "--variant", "Гянджа")
    curator("names", letters, "add", "place", "Gandja")
    return letters


def test_suggestions_have_the_fields_of_the_contract(curator, named) -> None:
    ran = curator("suggest", named, "2", "--json")
    assert ran.code == 0
    assert ran.line == {
        "article": 2,
        "kind": "place",
        "name": "Gəncə",
        "authority": 1,
        "start": 0,
        "end": 5,
        "score": 900,
        "why": "matches variant Gəncə",
    }
    assert ran.err == "1 suggestion.\n"


def test_suggestions_of_all_articles_are_told_in_words(curator, named) -> None:
    ran = curator("suggest", named)
    assert [line.split()[0] for line in ran.out.splitlines() if "new" not in line.split()] == ["1", "2"]
    assert "#1     Gəncə: matches variant Gəncə" in ran.out
    assert curator("suggest", named, "99").code == 2


def test_alike_names_are_listed_and_parted(curator, named) -> None:
    ran = curator("names", named, "alike", "--json")
    assert (ran.line["one"], ran.line["other"]) == (1, 2)
    assert ran.line["why"] and 820 <= ran.line["score"] <= 1000
    assert "= #2 Gandja?" in curator("names", named, "alike", "--kind", "place").out
    assert curator("names", named, "different", "Gəncə", "Gandja", "--reason", "a village").code == 0
    assert curator("names", named, "alike").err == "No two look alike.\n"
    assert curator("names", named, "different", "Gəncə", "Гянджа").code == 2
    curator("undo", named)
    assert len(curator("names", named, "alike", "--json").lines) == 1
