"""The window keeps its size: on small screens, with large text, and in languages with longer words."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton, QWidget

from curator import i18n
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.sheet import Sheet
from curator.gui.window import Window

WaitFor = Callable[[Callable[[], bool]], None]
SMALL, LEAST = (1366, 768), (1100, 640)


class Longer(gettext.NullTranslations):
    """A language in which everything takes 60 % more letters."""

    def gettext(self, message: str) -> str:
        return f"{message} {'ümlaut ' * len(message)}"[: len(message) + max(2, len(message) * 6 // 10)].rstrip()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@pytest.fixture
def make_window(three_articles: Path, tmp_path: Path, wait_for: WaitFor) -> Iterator[Callable[[int, int], Window]]:
    """A function that opens a window of a size on three articles."""
    made: list[Window] = []

    def make(width: int, height: int) -> Window:
        state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = Window(Session.open(three_articles), state)
        made.append(window)
        window.resize(width, height)
        window.show()
        wait_for(lambda: window.reader.reading is not None and window.session.tasks.pending == 0)
        return window

    yield make
    for window in made:
        window.close()


def squeezed(root: QWidget) -> list[str]:
    """The labels and buttons in sight that are narrower than their words, and do not end in an ellipsis."""
    found = []
    for widget in [*root.findChildren(QLabel), *root.findChildren(QAbstractButton)]:
        gives_way = isinstance(widget, ElidingLabel | QToolButton) or (isinstance(widget, QLabel) and widget.wordWrap())
        narrow = widget.width() < min(widget.sizeHint().width(), widget.minimumSizeHint().width())
        if widget.isVisible() and not gives_way and narrow:
            found.append(f"{type(widget).__name__} “{widget.text()}” {widget.width()} px")
    return found


def do_what_fills_it(window: Window, wait_for: WaitFor) -> None:
    """Say much, look for something, show the facets and the find bar."""
    window.say("The report of the reading room, with all that was said of it. " * 10)
    window.reader.find_words()
    window.list_pane.toggle_refine()
    window.focus_search()
    wait_for(lambda: window.session.tasks.pending == 0)
    QApplication.processEvents()


@pytest.mark.parametrize("size", [SMALL, LEAST])
def test_nothing_widens_the_window(
    make_window: Callable[[int, int], Window], wait_for: WaitFor, size: tuple[int, int]
) -> None:
    window = make_window(*size)
    assert squeezed(window) == []
    do_what_fills_it(window, wait_for)
    assert window.size().toTuple() == size
    assert squeezed(window) == []


def test_a_pane_that_comes_back_has_its_width(make_window: Callable[[int, int], Window]) -> None:
    window = make_window(*SMALL)
    window.list_pane.toggle_refine()
    window.menus.run("inspector")
    window.menus.run("inspector")
    # The facets took the room of the navigator; with or without them it is to be read.
    window.menus.run("navigator")
    assert window.navigator.width() >= 168
    window.menus.run("navigator")
    window.list_pane.toggle_refine()
    QApplication.processEvents()
    assert window.navigator.width() >= 168
    assert window.inspector.width() >= 240


def test_facets_give_way_where_large_text_leaves_them_no_room(make_window: Callable[[int, int], Window]) -> None:
    window = make_window(*SMALL)
    window.list_pane.toggle_refine()
    assert window.list_pane.refine.isVisible()
    theme().set_text_factor(2.0)
    try:
        QApplication.processEvents()
        assert window.list_pane.refine.isHidden() and window.list_pane.bar.isVisible()
        # Nor are they brought back where they were shown last time, with smaller letters.
        window._state.setValue("refine", 1)
        window.arrangement.restore()
        assert window.list_pane.refine.isHidden()
    finally:
        theme().set_text_factor(1.0)


@pytest.mark.parametrize("size", [SMALL, LEAST])
def test_large_text_leaves_the_window_its_size(
    make_window: Callable[[int, int], Window], wait_for: WaitFor, size: tuple[int, int]
) -> None:
    window = make_window(*size)
    theme().set_text_factor(2.0)
    try:
        QApplication.processEvents()
        do_what_fills_it(window, wait_for)
        assert window.size().toTuple() == size
    finally:
        theme().set_text_factor(1.0)


@pytest.mark.parametrize("size", [SMALL, LEAST])
def test_long_words_leave_the_window_its_size(
    make_window: Callable[[int, int], Window],
    wait_for: WaitFor,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
) -> None:
    monkeypatch.setattr(i18n, "_catalogue", Longer)
    window = make_window(*size)
    assert window.toolbar.search.line.placeholderText().startswith("Search this archive, or type a command ü")
    do_what_fills_it(window, wait_for)
    assert window.size().toTuple() == size
    for action in ("export", "keys", "preferences", "shortcuts", "about"):
        window.menus.run(action)
        wait_for(lambda: window.session.tasks.pending == 0)
        # What was counted is said; the sheet is laid out after that.
        QApplication.processEvents()
        sheet = next(each for each in window.findChildren(Sheet) if each.isVisible())
        assert squeezed(sheet) == []
        assert window.size().toTuple() == size
        sheet.close_sheet()
