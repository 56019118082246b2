from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def names(curator, letters):
    def run(*arguments: str):
        return curator("names", letters, *arguments)

    run("add", "person", "Edith Marlow", "--variant", "E. Marlow", "--dates", "1931/1998")
    run("add", "theme", "Drying")
    return run


@pytest.mark.parametrize("name", ["names.csv", "names.ttl", "names.rdf"])
def test_out_and_in_again(names, curator, tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    assert names("export", str(out), "--json").line["file"] == str(out)
    assert "there already" in names("export", str(out)).err
    assert names("export", str(out), "--replace").code == 0
    other = str(tmp_path / "Other.curator")
    curator("new", other)
    shown = curator("names", other, "import", str(out), "--dry-run")
    assert "Nothing was changed" in shown.err + shown.out
    assert curator("names", other, "list").out == ""
    assert curator("names", other, "import", str(out)).code == 0
    again = curator("names", other, "import", str(out), "--json").lines[-1]
    assert (again["new"], again["doubtful"], again["revision"]) == (0, 0, None)
    line = next(each for each in curator("names", other, "list", "--json").lines if each["name"] == "Edith Marlow")
    assert (line["variants"], line["dates"]) == (["E. Marlow"], "1931/1998")


def test_doubtful_ones_are_left_unless_said(names, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("kind,name\nperson,EDITH MARLOW\n,Nobody\n", "utf-8")
    told = names("import", str(file))
    assert told.code == 1
    assert "EDITH MARLOW  ? #" in told.out
    assert "does not say what kind" in told.err
    assert "EDITH MARLOW" not in names("list").out
    names("import", str(file), "--doubtful", "new")
    assert "EDITH MARLOW" in names("list").out


def test_merging_several_and_taking_one_out(names) -> None:
    names("add", "person", "E. M.", "--dates", "1932")
    names("add", "person", "Miss M.")
    names("merge", "Edith Marlow", "E. M.", "Miss M.", "--keep", "dates=E. M.", "--reason", "one hand")
    assert names("show", "Edith Marlow", "--json").line["dates"] == "1932"
    assert [line["kept"] for line in names("members", "Edith Marlow", "--json").lines] == [["dates"], []]
    assert "one hand" in names("members", "Edith Marlow").out
    names("dates", "Edith Marlow", "1933")
    told = names("split", "E. M.")
    assert (told.code, "keeps its dates" in told.err) == (1, True)
    assert names("show", "Edith Marlow", "--json").line["dates"] == "1933"
    refused = names("merge", "Edith Marlow", "E. M.", "--keep", "shoe=other")
    assert "does not say which field" in refused.err


def test_mentions_move(names, curator, letters) -> None:
    curator("tag", letters, "1", "2", "--person", "Edith Marlow")
    first, second = names("mentions", "Edith Marlow", "--json").lines
    assert {first["article"], second["article"]} == {1, 2}
    assert str(first["mention"]) in names("mentions", "Edith Marlow", "--limit", "1").out
    moved = names("split", "Edith Marlow", "--mentions", str(first["mention"]), "--to", "Edith Marlow (born 1960)")
    assert moved.code == 0
    assert [line["mention"] for line in names("mentions", "Edith Marlow", "--json").lines] == [second["mention"]]
    for wrong in (["--mentions", "1"], ["--mentions", "1,x", "--to", "Y"], ["--mentions", "99", "--to", "Y"]):
        assert names("split", "Edith Marlow", *wrong).code == 2
    names("different", "Edith Marlow", "#1")
    assert names("members", "Edith Marlow").out == ""
