"""By keyboard alone: take back everything that was done, to the last row; then do all of it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from curator.archive import Archive

from ..operations.record_states import State, differing, state_of
from .keyboard import Desk, opened
from .test_window_import import answer, reviewed
from .test_window_search_export import an_archive, search_and_collect

PAGE = "The bindery lent its presses\n\nThe bindery lent its presses to the library until all volumes were flat.\n"


def state(desk: Desk) -> State:
    return state_of(desk.window.session.archive.read())


def do_everything(desk: Desk) -> None:
    """Import, tag an article and passages, describe by status, collect, save a search, trash."""
    desk.press("Ctrl+I")
    reviewed(desk, 1)
    desk.press("A", "Ctrl+Return")
    desk.wait(lambda: desk.window.articles.rowCount() == 13)
    desk.rest()
    desk.press("Ctrl+2", "Home", "Return")
    desk.rest()
    for keys in ("JP", "KT"):
        desk.press(*keys)
        desk.type(f"Name {keys}")
        desk.press("Return")
        desk.rest()
    desk.press("Alt+Left", "Q")
    desk.rest()
    desk.press("R", "Escape", "Escape")
    desk.rest()
    search_and_collect(desk, "Floods / Florence 1966")
    desk.press("Ctrl+Shift+S")
    desk.type("All of Florence")
    desk.press("Return")
    desk.rest()
    desk.press("Ctrl+2", "Home", "Del")
    desk.rest()


def test_all_is_undone_step_by_step_and_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive = tmp_path / "Reports.curator"
    an_archive(archive)
    (tmp_path / "bindery.txt").write_text(PAGE, "utf-8")
    answer(monkeypatch, [tmp_path / "bindery.txt"])
    with opened(archive, tmp_path / "window.ini") as desk:
        before, first = state(desk), desk.window.session.undo_label()
        do_everything(desk)
        after, acts = state(desk), 0
        assert differing(before, after)
        desk.gestures = 0
        while desk.window.session.undo_label() != first:
            desk.press("Ctrl+Z")
            desk.rest()
            acts += 1
            assert acts < 20
        assert differing(before, state(desk)) == {}
        assert acts == desk.gestures == 8
        desk.press("Ctrl+Shift+Z", times=acts)
        desk.rest()
        assert differing(after, state(desk)) == {}
        print(f"undo: {acts} acts, {desk.gestures} gestures both ways")
    with Archive.open(archive) as again:
        assert differing(after, state_of(again.read())) == {}
