from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.archive import Archive, articles
from curator.gui.session import Session
from curator.gui.views.command_list import Offer
from curator.gui.window import Window
from curator.model.revision import Label
from curator.operations import saved_searches, tag
from curator.operations.context import Context


@pytest.fixture
def window(app: QApplication, tmp_path: Path) -> Iterator[Window]:
    path = tmp_path / "Commands.curator"
    with Archive.create(path) as archive:
        with archive.transaction(Label("Add")) as transaction:
            for title in ("Memories of the mud", "The cellar", "A reading list"):
                articles.add(transaction, {"title": title, "language": "en"}, "The library dried its books.", "test")
        tag.add(Context(archive), [1, 2], [("person", "Memo Bandini"), ("theme", "Emergency drying")])
    made = Window(Session.open(path), QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    made.show()
    made.activateWindow()
    wait_for(lambda: made.articles.rowCount() == 3 and made.index_waiting == 0 and made.session.names.is_ready)
    made.focus_search()
    yield made
    made.close()


def wait_for(condition: object) -> None:
    assert callable(condition)
    for _attempt in range(400):
        if condition():
            return
        QTest.qWait(25)
    raise AssertionError("it did not come to be")


def offered(window: Window, section: str) -> list[str]:
    return [offer.text for offer in window.searching.palette.list.offers() if offer.section == section]


def test_names_articles_and_the_search_are_offered(window: Window) -> None:
    line = window.toolbar.search.line
    QTest.keyClicks(line, "mem")
    wait_for(lambda: offered(window, "Articles") == ["Memories of the mud"])
    assert offered(window, "Names") == ["Memo Bandini"]
    assert offered(window, "Search") == ["Find “mem” in all articles"]
    assert window.searching.palette.list.current() is None


def test_a_name_becomes_a_token_and_is_listed(window: Window) -> None:
    line, palette = window.toolbar.search.line, window.searching.palette
    QTest.keyClicks(line, "theme:emer")
    assert offered(window, "Names") == ["Emergency drying"]
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(lambda: window.articles.rowCount() == 2)
    assert window.articles.listing.query == 'theme:"Emergency drying"'
    assert [token.value for token in window.toolbar.search.tokens] == ["Emergency drying"]
    assert palette.list.isHidden()


def test_commands_only_after_a_sign(window: Window) -> None:
    line = window.toolbar.search.line
    shown = window.inspector.isVisible()
    QTest.keyClicks(line, ">inspec")
    found = window.searching.palette.list.current()
    assert isinstance(found, Offer)
    assert found.does == "command"
    assert {offer.section for offer in window.searching.palette.list.offers()} == {"Commands"}
    while (current := window.searching.palette.list.current()) is not None and current.value != "inspector":
        QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.inspector.isVisible() is not shown
    assert line.text() == ""


def test_an_article_is_opened_by_its_title(window: Window) -> None:
    line = window.toolbar.search.line
    QTest.keyClicks(line, "cellar")
    wait_for(lambda: offered(window, "Articles") == ["The cellar"])
    while (current := window.searching.palette.list.current()) is None or current.does != "article":
        QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(lambda: window.reader.reading is not None and window.reader.reading.article.title == "The cellar")
    assert window.reader.text.hasFocus()


def test_values_of_fields_are_completed_from_the_list(window: Window) -> None:
    QTest.keyClicks(window.toolbar.search.line, "language:eng")
    assert offered(window, "Language") == ["English"]


def test_escape_closes_the_list_before_it_clears(window: Window) -> None:
    line = window.toolbar.search.line
    QTest.keyClicks(line, "mem")
    assert not window.searching.palette.list.isHidden()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert window.searching.palette.list.isHidden()
    assert line.text() == "mem"


def test_down_in_an_empty_field_offers_earlier_searches(window: Window) -> None:
    line = window.toolbar.search.line
    for words in ("cellar", "mud"):
        line.setText(words)
        QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert offered(window, "Earlier searches") == ["mud", "cellar"]
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(lambda: window.articles.rowCount() == 1 and window.articles.listing.query == "cellar")


def test_a_search_is_saved_under_a_title_and_undone(window: Window) -> None:
    line = window.toolbar.search.line
    line.setText("library -mud")
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(lambda: window.articles.rowCount() == 2)
    window.menus.run("save-search")
    popup = window.searching.name_popup
    assert popup.isVisible()
    popup.line.setText("Dry")
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    context = window.session.context
    wait_for(lambda: [found.title for found in saved_searches.listed(context)] == ["Dry"])
    assert saved_searches.listed(context)[0].query == "library -mud"
    window.menus.run("undo")
    wait_for(lambda: saved_searches.listed(context) == [])


def test_a_mistake_is_told_at_once_after_enter(window: Window) -> None:
    line = window.toolbar.search.line
    QTest.keyClicks(line, "(mud")
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(lambda: "column 5" in window.toolbar.error)
    QTest.keyClicks(line, ")")
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(lambda: window.articles.listing.query == "(mud)")
    assert window.toolbar.error == ""


def test_names_typed_before_they_are_read_are_offered_as_soon_as_they_are(app: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "Early.curator"
    with Archive.create(path) as archive:
        with archive.transaction(Label("Add")) as transaction:
            articles.add(transaction, {"title": "The cellar", "language": "en"}, "Dry.", "test")
        tag.add(Context(archive), [1], [("person", "Memo Bandini")])
    made = Window(Session.open(path), QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    made.show()
    made.activateWindow()
    made.focus_search()
    app.processEvents()
    assert made.toolbar.search.line.hasFocus()
    assert not made.session.names.is_ready
    QTest.keyClicks(made.toolbar.search.line, "person:memo")
    assert offered(made, "Names") == ["Reading the names ..."]
    QTest.keyClick(made.toolbar.search.line, Qt.Key.Key_Down)
    assert made.searching.palette.list.current() is None
    wait_for(lambda: offered(made, "Names") == ["Memo Bandini"])
    made.close()
