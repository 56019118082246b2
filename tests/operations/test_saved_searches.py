from __future__ import annotations

from typing import Any

import pytest

from curator.errors import CuratorError
from curator.operations import collect, history, saved_searches
from curator.operations.context import Context
from curator.operations.find import Finder, Found
from curator.operations.saved_search_counts import SavedSearchCounts

from ..archive.samples import add_articles


def paths(context: Context) -> list[str]:
    return [found.path for found in saved_searches.listed(context)]


def test_a_search_is_saved_renamed_and_removed(context: Context) -> None:
    search_id, changes = saved_searches.add(context, "Fires /  Since 1966", "fire date:1966..", "-date", "for the talk")
    assert changes.ids("saved_search") == {search_id}
    (found,) = saved_searches.listed(context)
    assert (found.folder, found.title, found.query) == ("Fires", "Since 1966", "fire date:1966..")
    assert (found.sort, found.note) == ("-date", "for the talk")
    saved_searches.rename(context, "since 1966", "Fires of our time")
    assert paths(context) == ["Fires of our time"]
    saved_searches.remove(context, "FIRES of our time")
    assert paths(context) == []


def test_each_of_it_is_undone_and_redone(context: Context) -> None:
    saved_searches.add(context, "Fires", "fire")
    saved_searches.rename(context, "Fires", "Floods / Rivers")
    saved_searches.remove(context, "Rivers")
    seen = [paths(context)]
    for _act in range(3):
        history.undo(context)
        seen.append(paths(context))
    assert seen == [[], ["Floods / Rivers"], ["Fires"], []]
    for _act in range(2):
        history.redo(context)
    assert paths(context) == ["Floods / Rivers"]


def test_what_cannot_be_saved_is_refused(context: Context) -> None:
    saved_searches.add(context, "A / Fires", "fire")
    saved_searches.add(context, "B / Fires", "flame")
    for path, query, sort, message in [
        ("A / Fires", "x", None, "already"),
        (" / ", "x", None, "needs a title"),
        ("C", "(fire", None, "bracket"),
        ("C", "fire", "size", "no order “size”"),
    ]:
        with pytest.raises(CuratorError, match=message):
            saved_searches.add(context, path, query, sort)
    with pytest.raises(CuratorError, match="already"):
        saved_searches.rename(context, "B / Fires", "A / Fires")
    assert paths(context) == ["A / Fires", "B / Fires"]


def test_a_name_that_fits_none_or_several(context: Context) -> None:
    with pytest.raises(CuratorError, match="no saved search “Fires”"):
        saved_searches.remove(context, "Fires")
    saved_searches.add(context, "A / Fires", "fire")
    saved_searches.add(context, "B / Fires", "flame")
    with pytest.raises(CuratorError, match="Several") as refused:
        saved_searches.remove(context, "fires")
    assert "A / Fires; B / Fires" in refused.value.hint


def test_a_search_renamed_to_its_own_title_is_no_act(context: Context) -> None:
    saved_searches.add(context, "Fires", "fire")
    assert not saved_searches.rename(context, "Fires", "Fires")


def test_a_search_is_moved_between_folders(context: Context) -> None:
    saved_searches.add(context, "Fires / Since 1966", "fire")
    saved_searches.move(context, "Since 1966", "Report /  Chapter 2")
    assert paths(context) == ["Report / Chapter 2 / Since 1966"]
    assert saved_searches.folders(context) == ["Report", "Report / Chapter 2"]
    saved_searches.move(context, "Since 1966", "")
    assert paths(context) == ["Since 1966"] and saved_searches.folders(context) == []
    history.undo(context)
    history.undo(context)
    assert paths(context) == ["Fires / Since 1966"]
    saved_searches.add(context, "Since 1966", "fire")
    with pytest.raises(CuratorError, match="already"):
        saved_searches.move(context, "Fires / Since 1966", "")


def test_a_folder_is_renamed_with_all_in_it_as_one_act(context: Context) -> None:
    for path in ("A / x", "A / B / y", "AB / z"):
        saved_searches.add(context, path, "fire")
    saved_searches.rename_folder(context, "A", "Report / A")
    assert sorted(paths(context)) == ["AB / z", "Report / A / B / y", "Report / A / x"]
    history.undo(context)
    assert sorted(paths(context)) == ["A / B / y", "A / x", "AB / z"]
    saved_searches.rename_folder(context, "A / B", "")
    assert sorted(paths(context)) == ["A / x", "AB / z", "y"]
    with pytest.raises(CuratorError, match="No saved search lies in") as refused:
        saved_searches.rename_folder(context, "C", "D")
    assert refused.value.hint == "There are: A; AB"


def test_counts_follow_the_archive_and_are_asked_once(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    add_articles(context.archive, "Fire", "Flood")
    fires, _changes = saved_searches.add(context, "Fires", "fire")
    box, _changes = saved_searches.add(context, "Box", "in:Box")
    asked: list[str] = []
    with Finder(context) as finder:
        find = finder.find
        assert find("fire").total == 1

        def noted(query: str, *rest: Any, **more: Any) -> Found:
            asked.append(query)
            return find(query, *rest, **more)

        monkeypatch.setattr(finder, "find", noted)
        counts = SavedSearchCounts(finder)
        assert counts.current() == {fires: 1, box: None}
        assert counts.current() == {fires: 1, box: None}
        assert asked == ["fire", "in:Box"]
        collect.put(context, "Box", [2])
        add_articles(context.archive, "Another fire")
        assert counts.current() == {fires: 2, box: 1}
        history.undo(context)
        assert counts.current() == {fires: 1, box: 1}
