"""What a screen reader is told: names, roles, rows, the order of the focus; tagging without a key or a mouse."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView, QTableView, QTreeView, QWidget

from curator.gui.models.listing import Listing
from curator.gui.session import Session
from curator.gui.sheets.import_report import ImportReportSheet
from curator.gui.sheets.name import NameSheet
from curator.gui.sheets.welcome import Welcome
from curator.gui.widgets.sheet import Sheet
from curator.gui.window import Window
from curator.operations import authorities

WaitFor = Callable[[Callable[[], bool]], None]
Role = QAccessible.Role

# Roles that say nothing of what a control is for.
_NO_ROLES = (Role.NoRole, Role.Client, Role.Grouping, Role.Pane, Role.Window, Role.Whitespace)
SHEETS = ("export", "keys", "preferences", "shortcuts", "about")


def interface(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def stops(root: QWidget) -> Iterator[QWidget]:
    """Everything in sight to which the focus can go."""
    for widget in root.findChildren(QWidget):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes and widget.isVisible() and widget.isEnabled():
            yield widget


def name_of(widget: QWidget) -> str:
    """The name as a screen reader has it; that of a box to choose from is in its label."""
    return widget.accessibleName() or interface(widget).text(QAccessible.Text.Name)


def nameless(root: QWidget) -> list[str]:
    return [repr(widget) for widget in stops(root) if not name_of(widget).strip()]


def roleless(root: QWidget) -> list[str]:
    return [repr(widget) for widget in stops(root) if interface(widget).role() in _NO_ROLES]


def rows_of(table: QTableView) -> list[str]:
    """What is said of each row. The interface counts the heads, too, though they are hidden."""
    found = interface(table)
    return [found.child((row + 1) * 2 + 1).text(QAccessible.Text.Name) for row in range(table.model().rowCount())]


def test_every_control_of_the_window_has_a_name_and_a_role(shown: Window, wait_for: WaitFor) -> None:
    shown.list_pane.toggle_refine()
    shown.reader.find_words()
    wait_for(lambda: shown.session.tasks.pending == 0)
    assert len(list(stops(shown))) > 10
    assert nameless(shown) == []
    assert roleless(shown) == []


@pytest.mark.parametrize("action", SHEETS)
def test_every_control_of_a_sheet_has_a_name_and_a_role(shown: Window, wait_for: WaitFor, action: str) -> None:
    shown.menus.run(action)
    wait_for(lambda: shown.session.tasks.pending == 0)
    sheet = next(each for each in shown.findChildren(Sheet) if each.isVisible())
    assert name_of(sheet)
    assert interface(sheet).role() == Role.Dialog
    assert list(stops(sheet))
    assert nameless(sheet) == []
    assert roleless(sheet) == []


@pytest.mark.parametrize("make", [NameSheet, lambda window: ImportReportSheet(window, [])])
def test_so_has_every_control_of_the_sheets_that_come_by_themselves(
    host: QWidget, make: Callable[[QWidget], Sheet]
) -> None:
    sheet = make(host)
    sheet.open_sheet()
    assert list(stops(sheet))
    assert nameless(sheet) + roleless(sheet) == []


def test_so_has_the_welcome(app: QApplication) -> None:
    welcome = Welcome()
    welcome.show()
    assert list(stops(welcome))
    assert nameless(welcome) + roleless(welcome) == []
    welcome.close()


def test_a_row_says_all_that_it_shows(shown: Window, wait_for: WaitFor) -> None:
    wait_for(lambda: shown.index_waiting == 0 and shown.session.tasks.pending == 0)
    assert rows_of(shown.table)[0] == "Unread. The cellar. No date, English. 1 of 3."


def test_a_row_that_was_found_says_its_hits(shown: Window, wait_for: WaitFor) -> None:
    wait_for(lambda: shown.index_waiting == 0 and shown.session.tasks.pending == 0)
    QTest.keyClick(shown.table, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "periodicals bindery")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    wait_for(lambda: shown.articles.rowCount() == 1 and shown.session.tasks.pending == 0)
    # A row is fetched as it comes in sight.
    wait_for(lambda: bool(shown.articles.index(0, 0).data()))
    assert rows_of(shown.table) == ["Unread. The bindery. No date, English. 3 hits. 1 of 1."]


def test_the_facets_and_the_navigator_say_their_rows(shown: Window, wait_for: WaitFor) -> None:
    shown.list_pane.toggle_refine()
    wait_for(lambda: shown.session.tasks.pending == 0)
    views: list[QListView | QTreeView] = [*shown.list_pane.refine.findChildren(QListView), shown.navigator]
    for view in views:
        if view.isVisible():
            model = view.model()
            for row in range(model.rowCount()):
                index = model.index(row, 0)
                words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
                assert str(words or "").strip()


def test_a_hundred_thousand_rows_are_not_walked(shown: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    articles, asked = shown.articles, []
    row = articles._pages.row
    monkeypatch.setattr(articles._pages, "row", lambda place: (asked.append(place), row(place))[1])
    articles.beginResetModel()
    articles._ids = array("q", [1]) * 100_000
    articles.endResetModel()
    found = interface(shown.table)
    assert found.childCount() >= 100_000
    assert found.childAt(*shown.table.viewport().mapToGlobal(QPoint(5, 5)).toTuple()) is not None
    QApplication.processEvents()
    assert len(set(asked)) < 40


def test_the_focus_goes_from_left_to_right(shown: Window) -> None:
    QTest.keyClick(shown.table, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    wanted = (shown.toolbar.search, shown.navigator, shown.list_pane, shown.reader, shown.inspector, shown.activity)
    order: list[QWidget] = []
    first = QApplication.focusWidget()
    for _stop in range(60):
        focused = QApplication.focusWidget()
        pane = next((pane for pane in wanted if pane is focused or pane.isAncestorOf(focused)), None)
        if pane is not None and pane not in order[-1:]:
            order.append(pane)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
    assert [type(pane).__name__ for pane in order] == [type(pane).__name__ for pane in wanted]


def test_f6_goes_round_the_panes_and_shift_f6_back(shown: Window) -> None:
    shown.table.setFocus()
    shift, none = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
    visited = []
    for modifier in (none, none, none, none, shift, shift, shift, shift):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, modifier)
        visited.append(shown.menus.pane())
    assert visited == ["reader", "inspector", "navigator", "list", "navigator", "inspector", "reader", "list"]


def test_f6_goes_on_where_the_list_is_empty(shown: Window, wait_for: WaitFor) -> None:
    # Before the index is made a search is refused, and the list stays as it is.
    wait_for(lambda: shown.index_waiting == 0)
    shown.list_articles(Listing("Search", "nowhere"))
    wait_for(lambda: shown.articles.rowCount() == 0 and shown.session.tasks.pending == 0)
    shown.navigator.setFocus()
    visited = []
    for _pane in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        visited.append(shown.menus.pane())
    assert visited == ["list", "reader", "inspector", "navigator"]


def test_a_sheet_at_the_start_gives_the_focus_to_the_list(
    three_articles: Path, tmp_path: Path, wait_for: WaitFor
) -> None:
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    window = Window(Session.open(three_articles), state)
    NameSheet(window).open_sheet()
    window.show()
    window.activateWindow()
    wait_for(lambda: window.articles.rowCount() == 3 and window.session.tasks.pending == 0)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.table.hasFocus()
    window.close()


def test_opening_an_article_leaves_the_focus_where_it_is(shown: Window, wait_for: WaitFor) -> None:
    shown.table.setFocus()
    before = shown.reader.reading
    QTest.keyClick(shown.table, Qt.Key.Key_J)
    wait_for(lambda: shown.reader.reading is not before)
    assert shown.table.hasFocus()
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert shown.reader.text.hasFocus()


def press_in_menu(window: Window, menu: str, words: str) -> None:
    """Press an entry of the menu bar by its accessible action, as a screen reader or a voice does."""
    bar = interface(window.menuBar())
    head = next(child for child in map(bar.child, range(bar.childCount())) if child.text(QAccessible.Text.Name) == menu)
    shown = next(each for each in window.menuBar().actions() if each.text() == menu).menu()
    assert head is not None
    shown.aboutToShow.emit()
    entries = interface(shown)
    entry = next(
        child
        for child in map(entries.child, range(entries.childCount()))
        if child.text(QAccessible.Text.Name).startswith(words)
    )
    assert not entry.state().disabled
    action = entry.actionInterface()
    action.doAction(action.pressAction())


def children(found: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """What an interface holds, in its order."""
    for place in range(found.childCount()):
        child = found.child(place)
        if child is not None:
            yield child


def within(found: QAccessibleInterface, role: QAccessible.Role, name: str) -> QAccessibleInterface:
    """Look through everything in sight for the interface of a role whose name begins so."""
    waiting = [found]
    while waiting:
        here = waiting.pop()
        if here.role() == role and here.text(QAccessible.Text.Name).startswith(name):
            return here
        waiting += [child for child in children(here) if not child.state().invisible]
    raise AssertionError(f"nothing is called {name}")


def do(found: QAccessibleInterface) -> None:
    """Do the first action of an interface, as a screen reader or a voice does."""
    action = found.actionInterface()
    action.doAction(action.actionNames()[0])


@pytest.fixture
def listened_to(app: QApplication) -> Iterator[None]:
    """A screen reader runs: only then does Qt tell its interfaces of rows that come and go."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("listened_to")
def test_a_passage_is_tagged_through_the_interface_alone(shown: Window, wait_for: WaitFor) -> None:
    """Find an article, open it, choose a passage, tag it with a record on file, undo: without a key or a mouse."""
    shown.write(lambda context: authorities.add(context, "person", "Lucia Bandini"))
    wait_for(lambda: shown.session.names.is_ready and bool(shown.session.names.completer.complete("lucia")))
    root = interface(shown)
    table = within(root, Role.Table, "Articles")
    # The action of a row takes it into the selection, or out of it: the first one is selected at the start.
    do(within(table, Role.Cell, "Unread. The cellar."))
    do(within(table, Role.Cell, "Unread. The reading room."))
    wait_for(lambda: shown.reader.reading is not None and shown.reader.reading.article.title == "The reading room")
    text = within(root, Role.EditableText, "Text of the article").textInterface()
    start = text.text(0, text.characterCount()).index("Lucia Bandini")
    text.setSelection(0, start, start + len("Lucia Bandini"))
    press_in_menu(shown, "Article", "Tag the passage as a person")
    line = within(root, Role.EditableText, "Person: a name, any spelling")
    line.setText(QAccessible.Text.Value, "bandini")
    do(within(within(root, Role.List, "Names"), Role.ListItem, "Person, Lucia Bandini"))
    wait_for(lambda: len(shown.reader.text.marks) == 1)
    mark = next(iter(shown.reader.text.marks))
    assert (mark.kind, mark.name) == ("person", "Lucia Bandini")
    press_in_menu(shown, "Edit", "Undo")
    wait_for(lambda: len(shown.reader.text.marks) == 0)
