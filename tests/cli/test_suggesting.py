from __future__ import annotations

import pytest


@pytest.fixture
def named(curator, letters):
    """The three articles, and a place on record under two spellings."""
    curator("names", letters, "add", "place", "Gəncə", "--variant", "Гянджа")
    curator("names", letters, "add", "place", "Gandja")
    return letters


def test_suggestions_have_the_fields_of_the_contract(curator, named) -> None:
    ran = curator("suggest", named, "2", "--known", "--json")
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


def test_new_names_and_those_on_record_are_told_apart(curator, named) -> None:
    known, new = (curator("suggest", named, option, "--json") for option in ("--known", "--new"))
    assert {line["authority"] for line in known.lines} == {1}
    assert {line["authority"] for line in new.lines} == {None}
    assert len(curator("suggest", named, "--json").lines) == len(known.lines) + len(new.lines)
    assert {line["kind"] for line in curator("suggest", named, "--kind", "place", "--json").lines} == {"place"}


def test_the_queue_tells_each_name_once_with_sentences(curator, named) -> None:
    ran = curator("suggest", named, "--queue", "--known", "--json")
    assert (ran.line["name"], ran.line["articles"], ran.line["places"]) == ("Gəncə", 2, 2)
    assert {each["article"] for each in ran.line["contexts"]} == {1, 2}
    assert all(each["words"] for each in ran.line["contexts"])
    words = curator("suggest", named, "--queue", "--known")
    assert "#1" in words.out and "[Gəncə]" in words.out
    assert words.err == "1 name.\n"
    assert curator("suggest", named, "3", "--queue").code == 2


def test_a_name_is_accepted_in_all_articles_or_in_some(curator, named) -> None:
    ran = curator("suggest", named, "--accept", "Gence", "--json")
    assert (ran.line["places"], ran.line["made"]) == (2, [])
    assert curator("suggest", named, "--known", "--json").lines == []
    again = curator("suggest", named, "--accept", "Gence")
    assert (again.code, "not suggested anywhere" in again.err) == (2, True)
    curator("undo", named)
    assert curator("suggest", named, "2", "--accept", "Gəncə").out == "1 place tagged with Gəncə.\n"
    assert [line["article"] for line in curator("suggest", named, "--known", "--json").lines] == [1]


def test_a_new_name_is_put_on_record_or_rejected(curator, named) -> None:
    name = curator("suggest", named, "--queue", "--new", "--json").lines[0]["name"]
    accepted = curator("suggest", named, "--accept", name)
    assert accepted.out.endswith("It is on record now.\n")
    curator("undo", named)
    assert curator("suggest", named, "--reject", name).code == 0
    assert name not in {line["name"] for line in curator("suggest", named, "--json").lines}
    curator("undo", named)
    assert name in {line["name"] for line in curator("suggest", named, "--json").lines}
    assert curator("suggest", named, "--reject", name, "--accept", name).code == 2


def test_all_mentions_of_a_name_are_shown_and_tagged(curator, named) -> None:
    shown = curator("tag", named, "--mentions", "--place", "Gəncə", "--preview", "--json")
    assert (shown.line["articles"], shown.line["places"], shown.line["revision"]) == (2, 2, None)
    assert {each["article"] for each in shown.line["contexts"]} == {1, 2}
    assert curator("tag", named, "2", "--mentions", "--place", "Gəncə").out == (
        "1 place tagged with Gəncə (articles: 1).\n"
    )
    assert curator("tag", named, "--mentions", "--place", "Gəncə", "--json").line["places"] == 1
    nothing = curator("tag", named, "--mentions", "--place", "Gəncə")
    assert nothing.code == 2
    assert curator("tag", named, "--mentions", "--place", "Weimar").code == 2
    assert curator("tag", named, "1", "--preview", "--place", "Gəncə").code == 2
    assert curator("tag", named, "--mentions", "--place", "Gəncə", "--theme", "Gəncə").code == 2
