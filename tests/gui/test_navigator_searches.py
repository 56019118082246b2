"""Saved searches in the navigator: their folders, by key, menu and drag, and how many articles each finds now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from curator.archive import Archive, articles
from curator.gui.models.navigation import ENTRY
from curator.gui.session import Session
from curator.gui.views.navigator import Navigator
from curator.model.revision import Label
from curator.operations import describe, history, saved_searches
from curator.operations.context import Context

WaitFor = Callable[[Callable[[], bool]], None]


@pytest.fixture
def navigator(app: QApplication, tmp_path: Path, wait_for: WaitFor) -> Iterator[Navigator]:
    """Three articles; two searches, one of them in a folder that lies in another."""
    with Archive.create(tmp_path / "Sample.curator") as archive:
        context = Context(archive)
        with archive.transaction(Label("Add")) as transaction:
            for title in ("The cellar", "The hall", "The attic"):
                articles.add(transaction, {"title": title}, f"{title} was dry.", "test")
        saved_searches.add(context, "Not read", "status:inbox")
        saved_searches.add(context, "Rooms / Below / Cellars", "cellar")
    session = Session.open(tmp_path / "Sample.curator")
    made = Navigator(session)
    made.resize(220, 600)
    made.show()
    made.activateWindow()
    wait_for(lambda: index(made, "Cellars").isValid())
    yield made
    made.close()
    session.close()
    made.deleteLater()


def everything(navigator: Navigator, inside: QModelIndex = QModelIndex()) -> Iterator[QModelIndex]:  # noqa: B008
    model = navigator.model()
    for row in range(model.rowCount(inside)):
        found = model.index(row, 0, inside)
        yield found
        yield from everything(navigator, found)


def index(navigator: Navigator, title: str) -> QModelIndex:
    return next((found for found in everything(navigator) if found.data() == title), QModelIndex())


def path(navigator: Navigator, title: str) -> list[str]:
    found, titles = index(navigator, title), []
    while found.isValid():
        titles.insert(0, found.data())
        found = found.parent()
    return titles


def count(navigator: Navigator, title: str) -> int | None:
    made: int | None = index(navigator, title).data(ENTRY).count
    return made


def alt(navigator: Navigator, key: Qt.Key) -> None:
    QTest.keyClick(navigator, key, Qt.KeyboardModifier.AltModifier)


def type_title(navigator: Navigator, words: str, wait_for: WaitFor) -> None:
    wait_for(lambda: navigator.findChild(QLineEdit) is not None)
    line = navigator.findChild(QLineEdit)
    assert line is not None
    line.setText(words)
    QTest.keyClick(line, Qt.Key.Key_Return)


def drop(navigator: Navigator, dragged: str, onto: str) -> bool:
    navigator.setCurrentIndex(index(navigator, dragged))
    mime = QMimeData()
    event = _Dropped(navigator, QPointF(navigator.visualRect(index(navigator, onto)).center()), mime)
    event.setAccepted(False)
    navigator.dropEvent(event)
    return event.isAccepted()


class _Dropped(QDropEvent):
    def __init__(self, source: Navigator, at: QPointF, mime: QMimeData) -> None:
        super().__init__(at, Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        self._source = source

    def source(self) -> Navigator:
        return self._source


def test_folders_stand_first_and_are_open(navigator: Navigator) -> None:
    titles = [found.data() for found in everything(navigator)]
    assert titles[titles.index("Saved searches") :][:5] == ["Saved searches", "Rooms", "Below", "Cellars", "Not read"]
    assert navigator.isExpanded(index(navigator, "Rooms"))
    assert navigator.isExpanded(index(navigator, "Below"))


def test_searches_are_counted_as_the_archive_changes(navigator: Navigator, wait_for: WaitFor) -> None:
    wait_for(lambda: (count(navigator, "Not read"), count(navigator, "Cellars")) == (3, 1))
    navigator._session.write(lambda context: describe.describe(context, [1, 2], {"status": "read"}))
    wait_for(lambda: count(navigator, "Not read") == 1)
    said = index(navigator, "Not read").data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Not read, 1"


def test_a_search_goes_into_a_folder_and_out_by_key_and_undo(navigator: Navigator, wait_for: WaitFor) -> None:
    navigator.setCurrentIndex(index(navigator, "Not read"))
    alt(navigator, Qt.Key.Key_Right)
    wait_for(lambda: path(navigator, "Not read") == ["Rooms", "Not read"])
    alt(navigator, Qt.Key.Key_Right)
    wait_for(lambda: path(navigator, "Not read") == ["Rooms", "Below", "Not read"])
    alt(navigator, Qt.Key.Key_Left)
    wait_for(lambda: path(navigator, "Not read") == ["Rooms", "Not read"])
    alt(navigator, Qt.Key.Key_Left)
    wait_for(lambda: path(navigator, "Not read") == ["Not read"])
    assert navigator.currentIndex().data() == "Not read"
    navigator._session.write(history.undo)
    wait_for(lambda: path(navigator, "Not read") == ["Rooms", "Not read"])


def test_a_new_folder_is_named_at_once_renamed_and_removed(navigator: Navigator, wait_for: WaitFor) -> None:
    navigator.acts.new_folder(index(navigator, "Cellars").data(ENTRY))
    type_title(navigator, "Damp", wait_for)
    wait_for(lambda: path(navigator, "Cellars") == ["Rooms", "Below", "Damp", "Cellars"])
    navigator.setCurrentIndex(index(navigator, "Below"))
    QTest.keyClick(navigator, Qt.Key.Key_F2)
    type_title(navigator, "Under", wait_for)
    wait_for(lambda: path(navigator, "Cellars") == ["Rooms", "Under", "Damp", "Cellars"])
    navigator.setCurrentIndex(index(navigator, "Under"))
    QTest.keyClick(navigator, Qt.Key.Key_Delete)
    wait_for(lambda: path(navigator, "Cellars") == ["Rooms", "Damp", "Cellars"])
    navigator._session.write(history.undo)
    wait_for(lambda: path(navigator, "Cellars") == ["Rooms", "Under", "Damp", "Cellars"])


def test_searches_and_folders_are_dragged_but_no_folder_into_itself(navigator: Navigator, wait_for: WaitFor) -> None:
    assert drop(navigator, "Not read", "Below")
    wait_for(lambda: path(navigator, "Not read") == ["Rooms", "Below", "Not read"])
    assert not drop(navigator, "Rooms", "Below")
    assert drop(navigator, "Cellars", "Rooms")
    wait_for(lambda: path(navigator, "Cellars") == ["Rooms", "Cellars"])


def test_the_menu_of_a_search_and_of_a_folder(navigator: Navigator) -> None:
    words = [action.text() for action in navigator.menu_for(index(navigator, "Cellars")).actions()]
    assert {"Put into a new folder", "Move out of the folder\tAlt+Left", "Rename\tF2", "Remove\tDel"} <= set(words)
    words = [action.text() for action in navigator.menu_for(index(navigator, "Rooms")).actions()]
    assert "Remove the folder, keep its searches\tDel" in words
    assert "Move out of the folder\tAlt+Left" not in words
