from __future__ import annotations

from pathlib import Path

from curator.archive import Archive
from curator.operations import search_history
from curator.operations.context import Context


def test_saved_searches_are_moved_and_counted(curator, letters: Path) -> None:
    curator("searches", letters, "add", "Rooms / Ganja", "gence")
    curator("searches", letters, "add", "Rooms / Box", "in:Box")
    assert curator("searches", letters, "move", "Ganja", "Report").code == 0
    listed = curator("searches", letters, "list", "--counts", "--json").lines
    assert {line["search"]: line["count"] for line in listed} == {"Report / Ganja": 2, "Rooms / Box": None}
    assert curator("searches", letters, "move", "Report", "Work / Report", "--folder").code == 0
    shown = curator("searches", letters, "list", "--counts").out
    assert "     2  Work / Report / Ganja: gence\n" in shown and "not understood" in shown


def test_past_searches_are_listed_and_forgotten(curator, letters: Path) -> None:
    with Archive.open(letters) as archive:
        search_history.remember(Context(archive), "gence", 2)
    line = curator("searches", letters, "history", "--json").line
    assert (line["query"], line["articles"]) == ("gence", 2)
    assert curator("searches", letters, "history").out.endswith("     2  gence\n")
    assert curator("searches", letters, "history", "--forget").out == ""
