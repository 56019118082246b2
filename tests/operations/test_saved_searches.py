from __future__ import annotations

import pytest

from curator.errors import CuratorError
from curator.operations import history, saved_searches
from curator.operations.context import Context


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
