from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.archive import Archive, articles
from curator.gui.session import Session
from curator.gui.views.tag_rows import Row
from curator.gui.window import Window
from curator.model.revision import Label
from curator.operations import notes, passages, text_versions
from curator.operations.context import Context

WaitFor = Callable[[Callable[[], bool]], None]
BODY = "The library dried its books. Lucia Bandini looked after the periodicals. The attic was dry."


@pytest.fixture
def window(app: QApplication, tmp_path: Path, wait_for: WaitFor) -> Iterator[Window]:
    """An article whose text was edited: one passage moved, one kept its words, one was lost."""
    with Archive.create(tmp_path / "Sample.curator", actor="Tester") as archive:
        context = Context(archive)
        with archive.transaction(Label("Add")) as transaction:
            articles.add(transaction, {"title": "The cellar"}, BODY, "test")
        passages.tag_passage(context, 1, 29, 42, "person", "Lucia Bandini")
        passages.tag_passage(context, 1, 4, 11, "organisation", "Library")
        passages.tag_passage(context, 1, 73, 90, "theme", "Attics")
        notes.add(context, 1, "Look her up.", (29, 42))
        edited = BODY.replace("Lucia Bandini", "Lucia Bandi").replace("The attic was dry.", "")
        text_versions.edit(context, 1, edited)
    made = Window(
        Session.open(tmp_path / "Sample.curator"), QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    )
    made.show()
    made.activateWindow()
    wait_for(lambda: made.reader.reading is not None and len(rows(made)) == 3)
    made.reader.text.setFocus()
    yield made
    made.close()


def rows(window: Window) -> dict[str, Row]:
    return {row.title: row for row in window.inspector.tags.list.rows() if row.kind}


def states(window: Window) -> list[str]:
    return [each.state for each in passages.of_article(window.session.context, 1)]


def marked(window: Window, kind: str) -> None:
    """Walk by M to the mark of a kind."""
    text = window.reader.text
    text.clear_passage()
    for _step in range(4):
        QTest.keyClick(text, Qt.Key.Key_M)
        if any(mark.kind == kind for mark in text.exact_marks()):
            return
    raise AssertionError(kind)


def test_what_moved_and_what_was_lost_is_listed(window: Window) -> None:
    assert (rows(window)["Lucia Bandini"].aside, rows(window)["Lucia Bandini"].warns) == ("1 moved", True)
    assert (rows(window)["Library"].aside, rows(window)["Library"].warns) == ("", False)
    assert rows(window)["Attics"].warns
    assert [row.title for row in window.inspector.tags.list.rows() if not row.kind][-1] == "No longer in the text"
    spoken = [mark.spoken() for mark in window.reader.text.marks if mark.moved]
    assert spoken == [
        "Person, Lucia Bandini. Moved when the text was edited.",
        "Note: Look her up. Moved when the text was edited.",
    ]


def test_c_confirms_what_moved_at_the_cursor(window: Window, wait_for: WaitFor) -> None:
    marked(window, "organisation")
    QTest.keyClick(window.reader.text, Qt.Key.Key_C)
    assert states(window) == ["anchored", "moved", "detached"]
    marked(window, "person")
    QTest.keyClick(window.reader.text, Qt.Key.Key_C)
    wait_for(lambda: states(window) == ["anchored", "anchored", "detached"])
    wait_for(lambda: not any(mark.moved for mark in window.reader.text.marks))
    wait_for(lambda: not rows(window)["Lucia Bandini"].warns)
    assert window.activity.said == "1 passage confirmed"
    window.menus.run("undo")
    wait_for(lambda: states(window) == ["anchored", "moved", "detached"])


def test_it_is_also_confirmed_from_the_menu_of_its_tag(window: Window, wait_for: WaitFor) -> None:
    page = window.inspector.tags
    menu = page.menu_for(rows(window)["Lucia Bandini"])
    next(action for action in menu.actions() if action.text() == "Confirm what moved").trigger()
    wait_for(lambda: states(window) == ["anchored", "anchored", "detached"])
    assert "Confirm what moved" not in [action.text() for action in page.menu_for(rows(window)["Library"]).actions()]


def test_del_removes_the_marked_passage_and_its_note_stays(window: Window, wait_for: WaitFor) -> None:
    marked(window, "person")
    QTest.keyClick(window.reader.text, Qt.Key.Key_Delete)
    wait_for(lambda: states(window) == ["anchored", "detached"])
    assert [note.passage for note in notes.of_article(window.session.context, 1)] == [None]
    wait_for(lambda: "Lucia Bandini" not in rows(window))
    window.menus.run("undo")
    wait_for(lambda: states(window) == ["anchored", "moved", "detached"])


def test_a_lost_one_is_removed_from_the_inspector(window: Window, wait_for: WaitFor) -> None:
    window.inspector.tags.remove(rows(window)["Attics"])
    wait_for(lambda: states(window) == ["anchored", "moved"])
