from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.archive import Archive, articles
from curator.gui.models.listing import Listing
from curator.gui.session import Session
from curator.gui.window import Window
from curator.model.revision import Label
from curator.operations import history, reading, tag
from curator.operations.context import Context

BODIES = {
    "The cellar": "The library dried its books. Lucia Bandini looked after the periodicals.\nA second paragraph.",
    "Gəncədə kitabxana": "Kitabxana yazda açıldı. Oxucular gəldi.",
    "Ведомость": "Библиотека составила опись. Работа длилась год.",
}


@pytest.fixture
def session(app: QApplication, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "Sample.curator"
    with Archive.create(path) as archive:
        with archive.transaction(Label("Add")) as transaction:
            for title, body in BODIES.items():
                articles.add(transaction, {"title": title, "published": "1966", "language": "en"}, body, "test")
        tag.add(Context(archive), [1], [("theme", "Newspapers")])
    made = Session.open(path)
    yield made
    if not made.closed:
        made.close()


@pytest.fixture
def window(session: Session, tmp_path: Path) -> Iterator[Window]:
    made = Window(session, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    made.show()
    wait_for(lambda: made.articles.rowCount() == 3 and made.reader.reading is not None and session.names.is_ready)
    yield made
    made.close()


def wait_for(condition: Callable[[], bool]) -> None:
    for _attempt in range(400):
        if condition():
            return
        QTest.qWait(25)
    raise AssertionError("it did not come to be")


def idle(window: Window) -> None:
    wait_for(lambda: window.session.tasks.pending == 0)


def test_it_opens_on_all_articles_and_reads_the_first(window: Window) -> None:
    assert window.articles.rowCount() == 3
    assert window.reader.reading is not None
    assert window.reader.reading.article.title == "The cellar"


def test_a_search_marks_its_hits_and_a_mistake_is_told(window: Window) -> None:
    wait_for(lambda: window.index_waiting == 0)
    window.focus_search()
    window.toolbar.search.line.setText("gence* OR опись")
    QTest.keyClick(window.toolbar.search.line, Qt.Key.Key_Return)
    wait_for(lambda: window.articles.rowCount() == 2)
    idle(window)
    assert window.articles.listing.query == "gence* OR опись"
    window.toolbar.search.line.setText("(mud")
    QTest.keyClick(window.toolbar.search.line, Qt.Key.Key_Return)
    wait_for(lambda: window.toolbar.error != "")
    assert window.articles.rowCount() == 2


def test_a_sentence_is_tagged_by_keyboard_and_undone(window: Window) -> None:
    text = window.reader.text
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_J)
    QTest.keyClick(text, Qt.Key.Key_J)
    assert window.reader.reading is not None
    body = window.reader.reading.text.body
    passage = text.passage()
    assert passage is not None
    assert body[slice(*passage)] == "Lucia Bandini looked after the periodicals."
    QTest.keyClick(text, Qt.Key.Key_P)
    assert window.popup.isVisible()
    window.popup.line.setText("Lucia Bandini")
    QTest.keyClick(window.popup.line, Qt.Key.Key_Return)
    wait_for(lambda: len(window.reader.text.marks) == 1)
    mark = next(iter(window.reader.text.marks))
    assert (mark.kind, mark.name) == ("person", "Lucia Bandini")
    window.menus.run("undo")
    wait_for(lambda: len(window.reader.text.marks) == 0)


def test_what_another_process_does_is_seen(window: Window) -> None:
    with Archive.open(window.session.archive.folder.path) as other:
        tag.add(Context(other), [1], [("person", "Owen Marsh")])
    window.session.look()
    wait_for(lambda: window.reader.reading is not None and len(window.reader.reading.mentions) == 2)


def test_the_trash_and_back(window: Window) -> None:
    window.table.select_place(0)
    window.menus.run("trash")
    wait_for(lambda: window.articles.rowCount() == 2)
    window.list_articles(Listing("Trash", trash=True))
    wait_for(lambda: window.articles.rowCount() == 1)
    assert history.next_undo(window.session.context) is not None


def test_every_action_has_a_menu_and_no_two_share_a_key(window: Window) -> None:
    from curator.gui.actions import ACTIONS

    keys = [action.shortcut for action in ACTIONS if action.shortcut]
    assert len(keys) == len(set(keys))
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)


def test_places_of_marks_hold_beside_wide_characters(window: Window) -> None:
    context = window.session.context
    with context.archive.transaction(Label("Add")) as transaction:
        articles.add(transaction, {"title": "Wide"}, "😀 The library. Another sentence.", "test")
    # The list takes the new article up first: it opens its current one again.
    window.session.look()
    wait_for(lambda: window.articles.rowCount() == 4)
    idle(window)
    window.reader.show_article(4)
    wait_for(lambda: window.reader.reading is not None and window.reader.reading.article.id == 4)
    window.reader.text.step_sentence(1)
    window.reader.text.step_sentence(1)
    passage = window.reader.text.passage()
    assert passage is not None
    assert reading.open_article(context, 4).text.body[slice(*passage)] == "Another sentence."
