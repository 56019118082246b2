from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.archive import Archive, articles
from curator.gui.session import Session
from curator.gui.sheets.about import AboutSheet
from curator.gui.theme import theme
from curator.gui.views.command_list import Offer, fitting
from curator.gui.window import Window
from curator.model.revision import Label
from curator.operations import collect, describe, saved_searches, search_history, tag
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
    assert offered(window, "Names") == ["Memo Bandini", "Open the page of “Memo Bandini”"]
    assert offered(window, "Search") == ["Find “mem” in all articles"]
    assert window.searching.palette.list.current() is None


def test_a_name_becomes_a_token_and_is_listed(window: Window) -> None:
    line, palette = window.toolbar.search.line, window.searching.palette
    QTest.keyClicks(line, "theme:emer")
    assert offered(window, "Names") == ["Emergency drying"]
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(lambda: window.articles.rowCount() == 2)
    assert window.articles.listing.query == ""
    assert len(window.articles.listing.filters.facets["theme"].include) == 1
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


def test_values_of_languages_are_found_by_what_they_are_called(window: Window) -> None:
    QTest.keyClicks(window.toolbar.search.line, "language:eng")
    wait_for(lambda: offered(window, "Language") == ["English"])
    assert window.searching.palette.list.offers()[0].detail == "3 articles"


@pytest.mark.parametrize(
    ("typed", "section", "shown", "query"),
    [
        ("in:tap", "Collection", ["Oral history / Tapes"], 'in:"Oral history / Tapes"'),
        ("lang:az", "Language", ["Azərbaycan"], "lang:az"),
        ("-source:pap", "Source", ["Paper of the North"], '-source:"Paper of the North"'),
        ("status:de", "Status", ["Described"], "status:described"),
        ("has:no", "Has", ["note"], "has:note"),
    ],
)
def test_values_are_completed_from_the_whole_archive(
    window: Window, typed: str, section: str, shown: list[str], query: str
) -> None:
    # Nothing of all this has any article in the list.
    line, context = window.toolbar.search.line, window.session.context
    collect.put(context, "Oral history / Tapes", [3])
    describe.describe(context, [3], {"publication": "Paper of the North", "language": "az"})
    line.setText("mud -reading")
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(lambda: window.articles.listing.is_search and window.session.tasks.pending == 0)
    window.toolbar.search.set_query("")
    QTest.keyClicks(line, typed)
    wait_for(lambda: offered(window, section) == shown)
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.toolbar.search.query() == query
    assert window.searching.palette.list.isHidden()


def test_languages_that_are_called_alike_are_told_apart(window: Window) -> None:
    describe.describe(window.session.context, [3], {"language": "en-GB"})
    QTest.keyClicks(window.toolbar.search.line, "lang:en")
    wait_for(lambda: offered(window, "Language") == ["English (en)", "English (en-GB)"])


def test_only_the_last_letters_typed_are_answered(window: Window) -> None:
    line = window.toolbar.search.line
    for _word in range(5):
        QTest.keyClicks(line, "status:in")
        line.clear()
    QTest.keyClicks(line, "status:re")
    wait_for(lambda: offered(window, "Status") == ["Read"])
    wait_for(lambda: window.session.tasks.pending == 0)
    assert [offer.text for offer in window.searching.palette.list.offers()] == ["Read"]


def test_a_value_takes_the_place_of_the_whole_word_at_the_cursor(window: Window) -> None:
    line = window.toolbar.search.line
    line.setText("(status:inbox OR mud)")
    line.setCursorPosition(len("(status:"))
    QTest.keyClick(line, Qt.Key.Key_D)
    wait_for(lambda: offered(window, "Status") == ["Described"])
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "(status:described OR mud)"


def test_saved_searches_are_offered_alone_and_as_one_more_condition(window: Window) -> None:
    line = window.toolbar.search.line
    saved_searches.add(window.session.context, "Floods / Wet books", "mud OR cellar")
    QTest.keyClicks(line, "floo")
    wait_for(lambda: offered(window, "Saved searches") == ["Floods / Wet books"])
    while (current := window.searching.palette.list.current()) is None or current.section != "Saved searches":
        QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.toolbar.search.query() == "mud OR cellar"
    line.setText("")
    QTest.keyClicks(line, "library wet")
    wait_for(lambda: offered(window, "Saved searches") == ["Floods / Wet books"])
    while (current := window.searching.palette.list.current()) is None or current.section != "Saved searches":
        QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.toolbar.search.query() == "library (mud OR cellar)"


def test_no_row_is_offered_twice(window: Window) -> None:
    line = window.toolbar.search.line
    for typed in ("mem", "la", "read", "emer", "st"):
        line.clear()
        QTest.keyClicks(line, typed)
        wait_for(lambda: window.session.tasks.pending == 0)
        rows = [(offer.section, offer.text) for offer in window.searching.palette.list.offers()]
        assert len(rows) == len(set(rows))


def test_escape_closes_the_list_before_it_clears(window: Window) -> None:
    line = window.toolbar.search.line
    QTest.keyClicks(line, "mem")
    assert not window.searching.palette.list.isHidden()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert window.searching.palette.list.isHidden()
    assert line.text() == "mem"


def test_names_are_completed_for_their_field(window: Window) -> None:
    QTest.keyClicks(window.toolbar.search.line, "name:mem")
    wait_for(lambda: offered(window, "Names") == ["Memo Bandini"])
    QTest.keyClick(window.toolbar.search.line, Qt.Key.Key_Down)
    QTest.keyClick(window.toolbar.search.line, Qt.Key.Key_Return)
    assert window.toolbar.search.query() == 'name:"Memo Bandini"'


def test_down_in_an_empty_field_offers_earlier_searches(window: Window) -> None:
    line = window.toolbar.search.line
    for words in ("cellar", "mud"):
        line.setText(words)
        QTest.keyClick(line, Qt.Key.Key_Return)
        wait_for(
            lambda words=words: [each.query for each in search_history.listed(window.session.context)][:1] == [words]
        )
    QTest.keyClick(line, Qt.Key.Key_Escape)
    QTest.keyClick(line, Qt.Key.Key_Down)
    wait_for(lambda: offered(window, "Earlier searches") == ["mud", "cellar", "Forget these searches"])
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


def test_after_a_command_the_focus_is_where_it_was_before(window: Window) -> None:
    line, text = window.toolbar.search.line, window.reader.text
    text.setFocus()
    window.focus_search()
    QTest.keyClicks(line, ">status on")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert text.hasFocus()
    window.focus_search()
    QTest.keyClicks(line, ">about")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert text.hasFocus()
    window.focus_search()
    QTest.keyClicks(line, ">list")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.table.hasFocus()


def test_esc_in_the_empty_field_leads_back_to_where_one_was(window: Window) -> None:
    for pane in (window.reader.text, window.table, window.navigator):
        pane.setFocus()
        window.focus_search()
        QTest.keyClick(window.toolbar.search.line, Qt.Key.Key_Escape)
        assert pane.hasFocus()


def test_the_keys_of_commands_are_those_that_hold(window: Window) -> None:
    bindings = window.menus.bindings
    export = next(action for action in bindings.actions if action.id == "export")
    assert bindings.choose(export, "Ctrl+J") == ""
    QTest.keyClicks(window.toolbar.search.line, ">export")
    assert next(offer.key for offer in window.searching.palette.list.offers()) == "Ctrl+J"


def test_every_section_is_in_sight_where_rows_have_no_room() -> None:
    offers = [Offer("Names", f"name {n}", "complete", "") for n in range(5)]
    offers += [Offer("Articles", f"article {n}", "article", "") for n in range(4)]
    offers += [Offer("Search", "Find", "search", "")]
    assert fitting(offers, 13) == offers
    few = fitting(offers, 9)
    assert [offer.text for offer in few] == ["name 0", "name 1", "article 0", "article 1", "article 2", "Find"]
    assert fitting(offers[:5], 3) == offers[:5]


def test_the_list_ends_with_a_whole_row_inside_the_window(window: Window) -> None:
    window.resize(1366, 768)
    QTest.keyClicks(window.toolbar.search.line, ">")
    found = window.searching.palette.list
    assert window.rect().contains(found.geometry())
    assert found.list.viewport().height() % theme().metrics.row_popup == 0


def test_a_row_is_chosen_by_the_action_of_its_accessible_interface(window: Window) -> None:
    QTest.keyClicks(window.toolbar.search.line, ">about")
    found = QAccessible.queryAccessibleInterface(window.searching.palette.list.list)
    action = found.child(found.childCount() - 1).actionInterface()
    action.doAction(action.actionNames()[0])
    wait_for(lambda: any(isinstance(sheet, AboutSheet) for sheet in window.findChildren(AboutSheet)))
