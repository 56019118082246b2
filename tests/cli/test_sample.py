from __future__ import annotations

from pathlib import Path

from curator.operations.sample_plan import read_sample


def test_sample_searches_and_what_is_in_the_way(curator, tmp_path: Path) -> None:
    folder = tmp_path / "Sample.curator"
    made = curator("sample", folder, "--json")
    assert made.code == 0
    plan = read_sample()
    assert made.line == {
        "archive": str(folder),
        "title": plan.title,
        "articles": len(plan.articles),
        "names": len(plan.names),
    }
    assert len(curator("list", folder, "--json").lines) == len(plan.articles)
    assert curator("check", folder).code == 0
    assert curator("history", folder, "--limit", "1", "--json").line["actor"] == "Vera"

    refused = curator("sample", folder)
    assert refused.code == 2
    assert "already" in refused.err

    listed = curator("searches", folder, "list", "--json").lines
    assert [(line["search"], line["query"], line["sort"]) for line in listed] == [
        (each.title, each.query, each.sort) for each in plan.searches
    ]


def test_searches_are_added_renamed_and_removed(curator, letters) -> None:
    query = "date:1966.. gence"
    added = curator("searches", letters, "add", "Rooms / Gence", query, "--sort=-date", "--note", "talk", "--json")
    assert added.line["changed"] is True
    assert curator("searches", letters, "list").out == "Rooms / Gence: date:1966.. gence  (-date)\n"
    assert curator("searches", letters, "rename", "gence", "Gəncə").code == 0
    line = curator("searches", letters, "list", "--json").line
    assert (line["folder"], line["title"], line["note"]) == ("", "Gəncə", "talk")
    assert curator("searches", letters, "remove", "gence").code == 0
    assert curator("searches", letters, "list").out == ""
    curator("undo", letters)
    assert curator("searches", letters, "list", "--json").line["title"] == "Gəncə"


def test_a_search_that_cannot_be_saved(curator, letters) -> None:
    for arguments, message in [
        (["add", "A", "(gence"], "bracket is open"),
        (["add", " ", "gence"], "needs a title"),
        (["remove", "A"], "no saved search “A”"),
        (["add", "A", "gence", "--sort", "size"], "size"),
    ]:
        refused = curator("searches", letters, *arguments)
        assert refused.code == 2
        assert message in refused.err
    assert curator("searches", letters, "list", "--json").lines == []
