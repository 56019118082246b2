from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from curator.archive import Archive, articles
from curator.gui.session import Session
from curator.gui.window import Window
from curator.model.revision import Label

WaitFor = Callable[[Callable[[], bool]], None]
BODY = "Kamran Cəfərov read the papers. KAMRAN CEFEROV wrote them down. Nobody else knew Kamran Cəfərov."


@pytest.fixture
def window(tmp_path: Path, wait_for: WaitFor) -> Iterator[Window]:
    """A window on an article in which a name stands three times."""
    path = tmp_path / "Names.curator"
    with Archive.create(path) as archive, archive.transaction(Label("Add")) as transaction:
        articles.add(transaction, {"title": "The papers", "language": "en"}, BODY, "test")
    made = Window(Session.open(path), QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    made.show()
    made.activateWindow()
    wait_for(lambda: made.reader.reading is not None and made.session.names.is_ready)
    yield made
    made.close()


def test_shift_enter_tags_all_places_of_the_passage_in_one_act(window: Window, wait_for: WaitFor) -> None:
    text = window.reader.text
    text.setFocus()
    text.show_passage(0, len("Kamran Cəfərov"))
    QTest.keyClick(text, Qt.Key.Key_P)
    wait_for(lambda: "Shift Enter tag all 3" in window.popup._hints.accessibleName())
    QTest.keyClick(window.popup.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    wait_for(lambda: len(text.marks) == 3)
    assert {mark.name for mark in text.marks} == {"Kamran Cəfərov"}
    assert window.session.undo_label() == "Tag 3 passages of an article with Kamran Cəfərov"
    assert text.hasFocus()
    QTest.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: len(text.marks) == 0)


def test_where_a_name_stands_once_it_is_tagged_as_by_enter(window: Window, wait_for: WaitFor) -> None:
    text = window.reader.text
    text.setFocus()
    start = BODY.index("Nobody")
    text.show_passage(start, start + len("Nobody"))
    QTest.keyClick(text, Qt.Key.Key_T)
    QTest.keyClick(window.popup.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    wait_for(lambda: len(text.marks) == 1)
    assert "tag all" not in window.popup._hints.accessibleName()
