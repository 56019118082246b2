from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.archive import Archive, articles
from curator.gui import mentions
from curator.gui.models.listing import Listing
from curator.gui.session import Session
from curator.gui.sheets.tag_mentions import TagMentionsSheet
from curator.gui.window import Window
from curator.model.revision import Label
from curator.operations import authorities, tag
from curator.operations.context import Context

WaitFor = Callable[[Callable[[], bool]], None]
TEXTS = (
    "Prato was dry. The road to Prato was open.",
    "They drove to Prato in May.",
    "Marsh and reed grew by the river.",
    "Nothing is named here.",
)


@pytest.fixture
def window(app: QApplication, tmp_path: Path, wait_for: WaitFor) -> Iterator[Window]:
    with Archive.create(tmp_path / "Names.curator", actor="Tester") as archive:
        context = Context(archive)
        with archive.transaction(Label("Add")) as transaction:
            for number, text in enumerate(TEXTS, 1):
                articles.add(transaction, {"title": f"Text {number}", "language": "en"}, text, "test")
        tag.add(context, [4], [("place", "Prato"), ("person", "Owen Marsh"), ("person", "Ida Marsh")])
        for name in ("Owen Marsh", "Ida Marsh"):
            authorities.add_variant(context, name, "Marsh")
    state = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    made = Window(Session.open(tmp_path / "Names.curator"), state)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    wait_for(lambda: made.articles.rowCount() == 4)
    yield made
    if not made.session.closed:
        made.close()


def record(window: Window, name: str) -> int:
    found = authorities.known_as(window.session.archive.read(), name)
    assert found is not None
    return found.id


def asked(window: Window, name: str, wait_for: WaitFor) -> TagMentionsSheet:
    mentions.ask(window, record(window, name))
    sheet = window.findChild(TagMentionsSheet)
    assert sheet is not None
    wait_for(lambda: sheet._found is not None)
    return sheet


def tagged(window: Window) -> list[int]:
    rows = window.session.archive.read().execute(
        "SELECT article_id FROM mention WHERE passage_id IS NOT NULL AND status = 'confirmed' ORDER BY article_id"
    )
    return [row[0] for row in rows]


def test_all_mentions_are_tagged_as_one_act(window: Window, wait_for: WaitFor) -> None:
    sheet = asked(window, "Prato", wait_for)
    assert sheet.tag_button.text() == "Tag 3 mentions in 2 articles"
    assert sheet.sure.count() == 2
    assert not sheet.doubtful.isVisible()
    QTest.keyClick(sheet.sure, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: tagged(window) == [1, 1, 2])
    wait_for(lambda: window.activity.said == "3 mentions tagged: Prato")
    window.menus.run("undo")
    wait_for(lambda: tagged(window) == [])


def test_an_article_is_left_out(window: Window, wait_for: WaitFor) -> None:
    sheet = asked(window, "Prato", wait_for)
    place = [each.article_id for each in sheet.sure.contexts()].index(1)
    sheet.sure.setCurrentRow(place)
    QTest.keyClick(sheet.sure, Qt.Key.Key_Space)
    assert sheet.tag_button.text() == "Tag 1 mention in 1 article"
    QTest.mouseClick(sheet.tag_button, Qt.MouseButton.LeftButton)
    wait_for(lambda: tagged(window) == [2])


def test_doubtful_ones_are_taken_only_when_they_are_ticked(window: Window, wait_for: WaitFor) -> None:
    sheet = asked(window, "Owen Marsh", wait_for)
    assert sheet.doubtful.count() == 1
    assert not sheet.tag_button.isEnabled()
    sheet.doubtful.setFocus()
    QTest.keyClick(sheet.doubtful, Qt.Key.Key_Space)
    assert sheet.tag_button.text() == "Tag 1 mention in 1 article"
    QTest.mouseClick(sheet.tag_button, Qt.MouseButton.LeftButton)
    wait_for(lambda: tagged(window) == [3])


def test_only_the_articles_of_the_list_are_looked_at(window: Window, wait_for: WaitFor) -> None:
    window.list_articles(Listing("May", "May"))
    wait_for(lambda: window.articles.rowCount() == 1)
    sheet = asked(window, "Prato", wait_for)
    assert [sheet.scope.itemText(place) for place in range(sheet.scope.count())] == [
        "In the whole archive",
        "In the 1 article of the list",
    ]
    sheet.scope.setCurrentIndex(1)
    sheet.scope.activated.emit(1)
    wait_for(lambda: sheet.tag_button.text() == "Tag 1 mention in 1 article")


def test_several_selected_articles_come_first(window: Window, wait_for: WaitFor) -> None:
    window.table.selectAll()
    sheet = asked(window, "Prato", wait_for)
    assert sheet.scope.itemText(0) == "In the 4 selected articles"
    assert sheet.tag_button.text() == "Tag 3 mentions in 2 articles"


def test_it_is_asked_for_from_the_mark_in_the_reader(window: Window, wait_for: WaitFor) -> None:
    assert not mentions.has_name(window)
    window.table.select_place(window.articles.place_of(2))
    wait_for(lambda: len(window.reader.text.suggested) == 1)
    window.reader.text.setFocus()
    QTest.keyClick(window.reader.text, Qt.Key.Key_U)
    QTest.keyClick(window.reader.text, Qt.Key.Key_Return)
    wait_for(lambda: len(window.reader.text.marks) == 1)
    QTest.keyClick(window.reader.text, Qt.Key.Key_Escape)
    QTest.keyClick(window.reader.text, Qt.Key.Key_M)
    assert mentions.has_name(window)
    window.menus.run("tag-mentions")
    sheet = window.findChild(TagMentionsSheet)
    assert sheet is not None
    wait_for(lambda: sheet.tag_button.text() == "Tag 2 mentions in 1 article")


def test_it_is_asked_for_as_a_command_on_the_page_of_a_name(window: Window, wait_for: WaitFor) -> None:
    window.names_page.show_name(record(window, "Prato"))
    wait_for(lambda: mentions.has_name(window))
    window.menus.run("tag-mentions")
    sheet = window.findChild(TagMentionsSheet)
    assert sheet is not None
    wait_for(lambda: sheet.tag_button.text() == "Tag 3 mentions in 2 articles")
