from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.archive import Archive, articles
from curator.gui.session import Session
from curator.gui.sheets.suggestion_articles import SuggestionArticlesSheet
from curator.gui.views.suggestion_page import SuggestionPage
from curator.gui.window import Window
from curator.model.revision import Label
from curator.operations import scanning, tag
from curator.operations.authorities import known_as
from curator.operations.context import Context

WaitFor = Callable[[Callable[[], bool]], None]
TEXTS = (
    "Lucia Bandini kept the periodicals. The river rose in Prato that night.",
    "The minister, Owen Marsh, spoke in Prato. Lucia Bandini was not asked.",
    "Prato was dry again in May. Minister Owen Marsh said so.",
    "Nothing is named here.",
)
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(app: QApplication, tmp_path: Path, wait_for: WaitFor) -> Iterator[Window]:
    """Four texts that were looked through; Lucia Bandini and Prato are on record, Owen Marsh is not."""
    with Archive.create(tmp_path / "Names.curator", actor="Tester") as archive:
        context = Context(archive)
        with archive.transaction(Label("Add")) as transaction:
            for number, text in enumerate(TEXTS, 1):
                articles.add(transaction, {"title": f"Text {number}", "language": "en"}, text, "test")
        tag.add(context, [4], [("person", "Lucia Bandini"), ("place", "Prato")])
        scanning.catch_up(context)
    state = QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat)
    made = Window(Session.open(tmp_path / "Names.curator"), state)
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    wait_for(lambda: made.articles.rowCount() == 4 and made.reader.reading is not None)
    yield made
    if not made.session.closed:
        made.close()


@pytest.fixture
def page(window: Window, wait_for: WaitFor) -> SuggestionPage:
    window.menus.run("suggestions")
    made = window.queue.page
    assert made is not None
    wait_for(lambda: len(names(made)) >= 3)
    return made


def names(page: SuggestionPage) -> list[str]:
    found = [page.names.row(place) for place in range(page.names.rowCount())]
    return [row.name for row in found if row]


def go_to(page: SuggestionPage, name: str) -> None:
    page.table.select_place(names(page).index(name))
    page.table.setFocus()


def tags(window: Window) -> dict[int, set[str]]:
    """Article -> what it is tagged with."""
    found: dict[int, set[str]] = {}
    for row in window.session.archive.read().execute(
        "SELECT m.article_id, a.preferred_name FROM mention m JOIN authority a ON a.id = m.authority_id"
        " WHERE m.status = 'confirmed'"
    ):
        found.setdefault(row[0], set()).add(row[1])
    return found


def test_names_are_listed_with_their_numbers_and_places(page: SuggestionPage, wait_for: WaitFor) -> None:
    assert names(page)[0] == "Prato"
    go_to(page, "Prato")
    row = page.current()
    assert row is not None
    assert (row.articles, row.places, row.authority_id is None) == (3, 3, False)
    wait_for(lambda: page.preview.contexts.count() == 3)
    assert page.preview.buttons["accept"].text() == "Accept in 3 articles"
    index = page.table.currentIndex()
    spoken = page.names.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Place, Prato, on record, 3 places in 3 articles, matches variant Prato"


def test_enter_accepts_everywhere_as_one_act(page: SuggestionPage, window: Window, wait_for: WaitFor) -> None:
    go_to(page, "Prato")
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert "Prato" not in names(page)
    wait_for(lambda: all("Prato" in tags(window).get(each, ()) for each in (1, 2, 3)))
    wait_for(lambda: window.activity.said == "Accepted: Prato")
    assert page.table.hasFocus()
    window.menus.run("undo")
    wait_for(lambda: "Prato" in names(page))
    assert "Prato" not in tags(window).get(1, ())


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_del_rejects_everywhere(page: SuggestionPage, window: Window, wait_for: WaitFor, key: Qt.Key) -> None:
    go_to(page, "Owen Marsh")
    QTest.keyClick(page.table, key)
    wait_for(lambda: window.activity.said == "Rejected: Owen Marsh")
    assert window.queue.is_shown
    assert "Owen Marsh" not in names(page)
    window.menus.run("undo")
    wait_for(lambda: "Owen Marsh" in names(page))


def test_shift_enter_asks_in_which_articles(page: SuggestionPage, window: Window, wait_for: WaitFor) -> None:
    go_to(page, "Prato")
    QTest.keyClick(page.table, Qt.Key.Key_Return, SHIFT)
    sheet = window.findChild(SuggestionArticlesSheet)
    assert sheet is not None
    wait_for(lambda: sheet.list.count() == 3)
    assert sheet.accept_button.text() == "Accept in 3 articles"
    left = sheet.list.contexts()[0].article_id
    QTest.keyClick(sheet.list, Qt.Key.Key_Space)
    assert sheet.accept_button.text() == "Accept in 2 articles"
    QTest.keyClick(sheet.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: sum("Prato" in own for own in tags(window).values()) == 3)
    assert "Prato" not in tags(window).get(left, ())
    wait_for(lambda: "Prato" in names(page))


def test_a_new_name_becomes_a_spelling_of_a_record(page: SuggestionPage, window: Window, wait_for: WaitFor) -> None:
    go_to(page, "Owen Marsh")
    QTest.keyClick(page.table, Qt.Key.Key_S)
    popup = window.queue.popup
    wait_for(lambda: window.session.names.is_ready)
    QTest.keyClicks(popup.line, "lucia")
    wait_for(lambda: [row.title for row in popup.rows()] == ["Lucia Bandini"])
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    wait_for(lambda: window.activity.said == "Accepted as a spelling: Owen Marsh")
    assert "Lucia Bandini" in tags(window)[3]
    record = known_as(window.session.archive.read(), "Owen Marsh", "person")
    assert record is not None
    assert record.preferred_name == "Lucia Bandini"


def test_kind_and_name_are_changed_before_it_is_accepted(
    page: SuggestionPage, window: Window, wait_for: WaitFor
) -> None:
    go_to(page, "Owen Marsh")
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    popup = window.queue.popup
    assert popup.line.text() == "Owen Marsh"
    wait_for(lambda: window.session.names.is_ready)
    popup.line.setText("Marsh & Sons")
    QTest.keyClick(popup.line, Qt.Key.Key_Tab)
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    wait_for(lambda: window.activity.said == "Accepted: Marsh & Sons")
    assert known_as(window.session.archive.read(), "Marsh & Sons", "organisation") is not None


def test_a_name_on_record_is_not_made_a_spelling(page: SuggestionPage, window: Window) -> None:
    go_to(page, "Prato")
    QTest.keyClick(page.table, Qt.Key.Key_S)
    assert not window.queue.popup.isVisible()
    assert "on record already" in window.activity.said
    assert not page.preview.buttons["variant"].isVisible()


def test_nothing_can_be_pressed_where_there_is_no_name(page: SuggestionPage, wait_for: WaitFor) -> None:
    assert page.preview.buttons["accept"].isVisible()
    page.line.setText("nobody is called so")
    wait_for(lambda: not names(page))
    assert not any(button.isVisible() for button in page.preview.buttons.values())


def test_kinds_standing_and_words_narrow_the_list(page: SuggestionPage, wait_for: WaitFor) -> None:
    every = len(names(page))
    QTest.keyClick(page.table, Qt.Key.Key_L)
    wait_for(lambda: names(page) == ["Prato"])
    QTest.keyClick(page.table, Qt.Key.Key_N)
    wait_for(lambda: page.names.wanted.new is True and not names(page))
    assert page.pages.currentWidget() is page.empty
    QTest.keyClick(page, Qt.Key.Key_A)
    wait_for(lambda: len(names(page)) == every)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Slash)
    assert page.line.hasFocus()
    QTest.keyClicks(page.line, "bandini")
    wait_for(lambda: names(page) == ["Lucia Bandini"])
    QTest.keyClick(page.line, Qt.Key.Key_Escape)
    wait_for(lambda: len(names(page)) == every)


def test_a_place_is_opened_in_the_reader(page: SuggestionPage, window: Window, wait_for: WaitFor) -> None:
    go_to(page, "Prato")
    wait_for(lambda: page.preview.contexts.count() == 3)
    place = page.preview.contexts.contexts()[1]
    page.preview.contexts.setFocus()
    page.preview.contexts.setCurrentRow(1)
    QTest.keyClick(page.preview.contexts, Qt.Key.Key_Return)
    assert not window.queue.is_shown
    wait_for(lambda: window.reader.reading is not None and window.reader.reading.article.id == place.article_id)
    wait_for(lambda: window.reader.text.passage() == (place.start, place.end))
    window.menus.run("back")
    wait_for(lambda: window.queue.is_shown)


def test_esc_leads_back_to_the_list_and_the_entry_is_marked(page: SuggestionPage, window: Window) -> None:
    entry = window.navigator.currentIndex()
    assert window.navigator._model.entry(entry).key == "suggestions"
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert not window.queue.is_shown
    assert window.table.hasFocus()


def test_names_that_were_not_looked_for_are_looked_for_when_the_queue_is_opened(
    window: Window, wait_for: WaitFor
) -> None:
    def add(context: Context) -> None:
        with context.archive.transaction(Label("Add")) as transaction:
            articles.add(transaction, {"title": "New", "language": "en"}, "Prato again.", "test")

    window.session.write(add)
    wait_for(lambda: window.session.tasks.pending == 0)
    window.menus.run("suggestions")
    page = window.queue.page
    assert page is not None

    def articles_of_prato() -> int:
        rows = [page.names.row(place) for place in range(page.names.rowCount())]
        return next((row.articles for row in rows if row and row.name == "Prato"), 0)

    wait_for(lambda: articles_of_prato() == 4)
