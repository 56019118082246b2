from __future__ import annotations

import pytest

BRIEF = {"article", "title", "date", "publication", "language", "status"}


def test_list_shows_one_article_a_line(curator, letters) -> None:
    shown = curator("list", letters)
    assert shown.code == 0
    assert shown.out.splitlines() == [
        "     1  The cellar opens  (2019-03-04 · Town Paper · en)",
        "     2  Şəhər kitabxanası  (1966-11-04 · az)",
        "     3  no title  (ru)",
    ]
    assert shown.err == "3 articles.\n"


def test_list_as_json(curator, letters) -> None:
    lines = curator("list", letters, "--json").lines
    assert [line["article"] for line in lines] == [1, 2, 3]
    assert lines[2] == {
        "article": 3,
        "title": None,
        "date": None,
        "publication": None,
        "language": "ru",
        "status": "inbox",
    }


def test_list_of_a_query(curator, letters) -> None:
    assert [line["article"] for line in curator("list", letters, "-q", "date:1960..1970", "--json").lines] == [2]
    nothing = curator("list", letters, "--query", "elephant")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "0 articles.\n")


def test_show_names_every_field(curator, letters) -> None:
    article = curator("show", letters, "1", "--json").line
    assert "text" not in article
    assert article["title"] == "The cellar opens"
    assert article["date"] == article["published"] == "2019-03-04"
    assert article["byline"] == "Edith Marlow"
    assert article["section"] is None
    assert article["tags"] == [] and article["collections"] == []
    assert article["sources"]["title"]["source"] == "heading"
    assert article["originals"][0]["file_name"] == "a.html"
    assert article["accession"]["by_whom"] == "Vera"
    assert article["file"].endswith("a.html")
    assert article["reader"].startswith("html ")


def test_show_with_text(curator, letters) -> None:
    article = curator("show", letters, "3", "--text", "--json").line
    assert article["text"].startswith("Читальный зал открыт снова.")
    words = curator("show", letters, "3", "--text").out
    assert "\n\nЧитальный зал открыт снова." in words
    assert "None" not in words


def test_show_for_people_leaves_out_what_is_not_known(curator, letters) -> None:
    names = [line.split()[0] for line in curator("show", letters, "3").out.splitlines()]
    assert "language" in names and "original" in names
    assert not {"title", "published", "text_id", "trashed"} & set(names)


def test_show_of_an_article_that_is_not_there(curator, letters) -> None:
    refused = curator("show", letters, "4")
    assert refused.code == 2
    assert refused.err == "There is no article 4 in this archive.\n  The list shows the numbers: curator list ARCHIVE\n"


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 30])
def test_a_number_that_is_none_is_refused(curator, letters, number: str) -> None:
    refused = curator("show", letters, "--", number)
    assert refused.code == 2
    assert number in refused.err


def test_search_finds_any_spelling(curator, letters) -> None:
    lines = curator("search", letters, "gence", "--json").lines
    assert {line["article"] for line in lines} == {1, 2}
    for line in lines:
        assert set(line) == BRIEF | {"score", "snippets", "hits"}
        assert line["score"] > 0
        (start, end), *_ = line["hits"][0]
        assert line["snippets"][0][start:end] == "Gəncə"


def test_search_for_people(curator, letters) -> None:
    shown = curator("search", letters, "опись")
    assert shown.out.splitlines()[0] == "     3  no title  (ru)"
    assert "Опись старых газет" in shown.out
    assert shown.err == "1 article.\n"


def test_search_tells_the_whole_number_beyond_the_limit(curator, letters) -> None:
    shown = curator("search", letters, "gence", "--limit", "1", "--json")
    assert len(shown.lines) == 1
    assert shown.err == "2 articles, the first 1 shown.\n"


@pytest.mark.parametrize(
    ("order", "expected"),
    [("date", [2, 1, 3]), ("-date", [1, 2, 3]), ("title", [2, 1, 3]), ("accession", [1, 2, 3])],
)
def test_search_sorts_those_without_a_date_or_title_last(curator, letters, order: str, expected: list[int]) -> None:
    lines = curator("search", letters, "gence OR опись", "--sort", order, "--json").lines
    assert [line["article"] for line in lines] == expected


def test_facets_are_the_last_line(curator, letters) -> None:
    curator("tag", letters, "1", "2", "--person", "Lucia Bandini")
    *found, last = curator("search", letters, "gence OR опись", "--facets", "--limit", "1", "--json").lines
    assert len(found) == 1
    assert set(last) == {"facets", "total"}
    assert last["total"] == 3
    facets = last["facets"]
    assert list(facets) == [
        *("person", "organisation", "event", "place", "theme"),
        *("collection", "publication", "language", "status", "has", "year"),
    ]
    assert facets["person"] == [{"value": "Lucia Bandini", "count": 2, "id": 1}]
    assert facets["publication"] == [{"value": "Town Paper", "count": 1}]
    assert facets["year"] == [
        {"value": "1966", "count": 1, "certain": 1},
        {"value": "2019", "count": 1, "certain": 1},
    ]
    for name in ("person", "language", "status", "has", "year"):
        for line in facets[name]:
            query = f'(gence OR опись) {"date" if name == "year" else name}:"{line["value"]}"'
            assert len(curator("search", letters, query, "--json").lines) == line["count"], query


def test_facets_for_people(curator, letters) -> None:
    for name in range(12):
        curator("tag", letters, "1", "--theme", f"Theme {name}")
    curator("tag", letters, "2", "--theme", "Theme 11")
    shown = curator("search", letters, "gence", "--facets")
    lines = dict(line.split(maxsplit=1) for line in shown.out.split("\n\n")[1].splitlines())
    assert lines["theme"].split(" · ") == ["Theme 11 (2)", *(f"Theme {name} (1)" for name in range(9)), "2 more"]
    assert lines["year"] == "1966 (1) · 2019 (1)"
    assert "person" not in lines
    assert shown.err == "2 articles.\n"


def test_list_in_another_order(curator, letters) -> None:
    for order, expected in {"title": [2, 1, 3], "-date": [1, 2, 3], "accession": [1, 2, 3]}.items():
        lines = curator("list", letters, "--sort", order, "--json").lines
        assert [line["article"] for line in lines] == expected


def test_a_value_that_cannot_be_understood_is_shown_where_it_stands(curator, letters) -> None:
    refused = curator("search", letters, "gence status:raed")
    assert refused.code == 2
    assert refused.err == "“raed” is no status. It stands at column 14.\n  Did you mean status:read?\n"


def test_a_query_that_cannot_be_understood(curator, letters) -> None:
    refused = curator("search", letters, "a OR (", "--json")
    assert refused.code == 2
    assert refused.out == ""
    assert "column 7" in refused.err
    assert refused.err.count("\n") == 2


def test_fields_of_a_query(curator, letters) -> None:
    for query, expected in {
        "language:az": [2],
        "publication:town": [1],
        "status:inbox": [1, 2, 3],
        "-language:ru": [1, 2],
        "title:cellar": [1],
        "gence date:2019-03": [1],
    }.items():
        assert [line["article"] for line in curator("list", letters, "-q", query, "--json").lines] == expected, query
