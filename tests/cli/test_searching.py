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
