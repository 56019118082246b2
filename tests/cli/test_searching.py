from __future__ import annotations

from pathlib import Path


def test_what_was_probably_meant_is_offered_and_not_searched(curator, letters: Path) -> None:
    shown = curator("search", letters, "libary cellar")
    assert (shown.code, shown.out) == (0, "")
    assert shown.err == "0 articles.\n  Did you mean library cellar? 1 article.\n"
    assert curator("search", letters, "xylophone").err == "0 articles.\n"


def test_articles_like_one_say_why(curator, letters: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.txt").write_text(
        "Newspaper cellar of the library: shelves of papers, dry and in order.\n", "utf-8"
    )
    assert curator("import", letters, tmp_path / "copy.txt").code == 0
    curator("tag", letters, "1", "4", "--place", "Gəncə")
    line = curator("search", letters, "--similar", "1", "--json").lines[0]
    assert line["article"] == 4 and line["names"] == ["Gəncə"] and {"cellar", "shelves"} <= set(line["words"])
    shown = curator("search", letters, "--similar", "1", "--limit", "1")
    assert "names: Gəncə" in shown.out and shown.err == "1 article.\n"


def test_a_query_or_an_article_is_needed(curator, letters: Path) -> None:
    for arguments in ((), ("gence", "--similar", "1")):
        refused = curator("search", letters, *arguments)
        assert refused.code == 2 and "--similar" in refused.err


def test_a_name_tells_what_it_was_looked_for_as(curator, letters: Path) -> None:
    curator("tag", letters, "3", "--place", "Gəncə")
    curator("names", letters, "variant", "Gəncə", "Опись")
    searched = curator("search", letters, "name:gence")
    assert searched.err == "3 articles.\n  Gəncə was looked for as: Gəncə, Опись\n"
    plain = curator("search", letters, "gence")
    assert plain.err == '2 articles.\n  Gəncə is on record also as Опись: search for name:"gence"\n'


def test_a_list_of_names_is_looked_for_at_once(curator, letters: Path, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("Gence\nNobody Atall\nГазет\n", "utf-8")
    lines = curator("search", letters, "--names", tmp_path / "names.txt", "--json").lines
    assert [(line["name"], line["articles"], line["places"]) for line in lines] == [
        ("Gence", 2, 2),
        ("Nobody Atall", 0, 0),
        ("Газет", 1, 1),
    ]
    shown = curator("search", letters, "--names", tmp_path / "names.txt")
    assert shown.out.splitlines()[0] == "     2 articles,      2 places  Gence"
    assert shown.err == "2 of 3 names are in articles.\n"
    out = tmp_path / "found.csv"
    written = curator("search", letters, "--names", tmp_path / "names.txt", "--out", out, "--no-alike")
    assert written.out == f"Wrote 3 names to {out}.\n"
    assert out.read_text("utf-8").splitlines()[1].startswith("Gence,,2,2,2,2,0,0,0,0,,")
    assert curator("search", letters, "--names", tmp_path / "names.txt", "--out", out).code == 2
