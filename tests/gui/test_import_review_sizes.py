"""The review on small screens, with large text and long words; and what a screen reader is told of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from curator import i18n
from curator.archive import Archive
from curator.gui.sheets.review_defaults import ReviewDefaultsSheet
from curator.gui.theme import theme
from curator.gui.views.review_page import ReviewPage
from curator.gui.window import Window
from curator.operations.context import Context

from ..operations.reviewed import CLEAN, review_of
from .test_accessibility import nameless, roleless
from .test_import_review import TORN, UNTITLED, shown_page, window_on
from .test_window_sizes import LEAST, SMALL, Longer, squeezed

WaitFor = Callable[[Callable[[], bool]], None]


@pytest.fixture
def make_page(app: QApplication, tmp_path: Path, wait_for: WaitFor) -> Iterator[Callable[[int, int], ReviewPage]]:
    """A function that opens a window of a size with a review shown."""
    path, made = tmp_path / "Letters.curator", list[Window]()
    with Archive.create(path) as archive:
        review_of(Context(archive), tmp_path / "box", CLEAN, UNTITLED, TORN, defaults={"collection": "Fires / 1966"})

    def make(width: int, height: int) -> ReviewPage:
        window = window_on(path, tmp_path)
        made.append(window)
        window.resize(width, height)
        wait_for(lambda: bool(window.reviews.reviewing.waiting))
        window.reviews.show()
        page = shown_page(window)
        wait_for(lambda: page.preview.shown is not None and window.session.tasks.pending == 0)
        QApplication.processEvents()
        return page

    yield make
    for window in made:
        window.close()


@pytest.mark.parametrize("size", [SMALL, LEAST])
def test_the_review_leaves_the_window_its_size(
    make_page: Callable[[int, int], ReviewPage], monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    page = make_page(*size)
    assert page.window().size().toTuple() == size
    assert squeezed(page) == []
    theme().set_text_factor(2.0)
    try:
        QApplication.processEvents()
        assert page.window().size().toTuple() == size
        # Why a row needs somebody stays in sight.
        assert page.table.columnViewportPosition(5) + page.table.columnWidth(5) <= page.table.viewport().width()
        assert page.table.columnWidth(5) > 100
    finally:
        theme().set_text_factor(1.0)


def test_long_words_leave_the_window_its_size(
    make_page: Callable[[int, int], ReviewPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "_catalogue", Longer)
    page = make_page(*SMALL)
    assert page.window().size().toTuple() == SMALL
    assert squeezed(page) == []


def test_every_control_has_a_name_and_a_role_and_rows_say_all(make_page: Callable[[int, int], ReviewPage]) -> None:
    page = make_page(*SMALL)
    assert nameless(page) == []
    assert roleless(page) == []
    assert page.table.accessibleName() == "Items of the review"
    page.ask_defaults()
    sheet = page.window().findChild(ReviewDefaultsSheet)
    assert sheet is not None
    assert nameless(sheet) == []
    sheet.close_sheet()


def test_f6_goes_round_the_parts_of_the_review(make_page: Callable[[int, int], ReviewPage]) -> None:
    page = make_page(1600, 1000)
    window = page.window()
    assert isinstance(window, Window)
    assert window.menus.pane() == "review"
    for expected in (page.preview.text, window.navigator, page.table):
        window.menus.run("pane-next")
        assert QApplication.focusWidget() is expected
    window.menus.run("pane-3")
    assert page.preview.text.hasFocus()
    window.menus.run("pane-2")
    assert page.table.hasFocus()
