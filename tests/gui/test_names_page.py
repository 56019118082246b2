"""The names manager: filter, checks, acts on names, pages shown and left, what a screen reader is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from curator.archive import Archive, articles
from curator.gui.models.names_words import ARTICLES, BESIDE, DATES, LAST, NAME
from curator.gui.session import Session
from curator.gui.sheets.merge import MergeSheet
from curator.gui.sheets.merge_with import MergeWithSheet
from curator.gui.sheets.split import SplitSheet
from curator.gui.views.names_manager import NamesManager
from curator.gui.widgets.sheet import Sheet
from curator.gui.window import Window
from curator.model.revision import Label
from curator.operations import alike_names, authorities, merging, passages, tag
from curator.operations.context import Context

WaitFor = Callable[[Callable[[], bool]], None]
Key = Qt.Key
ONE, OTHER = "Vəli Əliyev", "Вели Алиев"


@pytest.fixture
def window(tmp_path: Path, app: QApplication, wait_for: WaitFor) -> Iterator[Window]:
    """A window on two articles; a person is on record twice, a theme is not used."""
    path = tmp_path / "Names.curator"
    with Archive.create(path) as archive:
        context = Context(archive)
        with archive.transaction(Label("Add")) as transaction:
            articles.add(transaction, {"title": "Kitabxana"}, "Vəli Əliyev kitabxananı açdı.", "test")
            articles.add(transaction, {"title": "Газеты"}, "Вели Алиев показал подшивки.", "test")
        authorities.add(context, "person", ONE, ("V. Əliyev",), "1931")
        authorities.add(context, "person", OTHER, (), "1933")
        authorities.add(context, "theme", "Drying of paper")
        passages.tag_passage(context, 1, 0, len(ONE), "person", ONE)
        passages.tag_passage(context, 2, 0, len(OTHER), "person", OTHER)
        tag.add(context, [1, 2], [("place", "Gəncə")])
    made = Window(Session.open(path), QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    wait_for(lambda: made.articles.rowCount() == 2 and made.session.names.is_ready)
    yield made
    if not made.session.closed:
        made.close()


@pytest.fixture
def manager(window: Window, wait_for: WaitFor) -> NamesManager:
    """The manager, shown, with all names."""
    window.menus.run("names")
    found = window.names_page.manager
    assert found is not None
    wait_for(lambda: found.names.is_ready and not found.names.is_looking and window.session.tasks.pending == 0)
    return found


def names(manager: NamesManager) -> list[str]:
    return [row.name for row in manager.names.chosen.rows]


def choose(manager: NamesManager, *which: str) -> None:
    """Select the rows of names."""
    manager.table.enter()
    places = [names(manager).index(name) for name in which]
    manager.table.select_place(places[0])
    flags = manager.table.selectionModel().SelectionFlag
    for place in places[1:]:
        manager.table.selectionModel().select(manager.names.index(place, NAME), flags.Select | flags.Rows)


def sheet(window: Window) -> Sheet:
    return next(each for each in window.findChildren(Sheet) if each.isVisible())  # type: ignore[no-any-return]


def counts(manager: NamesManager) -> dict[str, int | None]:
    return {chip.text(): chip.count for chip in [*manager.kinds.chips(), *manager.checks.chips()]}


def test_all_names_stand_there_with_counts_and_typing_goes_to_the_filter(manager: NamesManager) -> None:
    assert manager.line.hasFocus()
    assert names(manager) == ["Drying of paper", "Gəncə", ONE, OTHER]
    found = counts(manager)
    assert (found["All kinds"], found["People"], found["Themes"], found["Events"]) == (4, 2, 1, 0)
    assert (found["Unused"], found["Used once"], found["Look alike"], found["Without dates"]) == (1, 2, 1, 0)


def test_the_filter_finds_other_spellings_and_the_counts_follow(manager: NamesManager) -> None:
    manager.line.setText("aliy")
    assert sorted(names(manager)) == [ONE, OTHER]
    assert counts(manager)["All kinds"] == 2
    manager.line.setText("qwxz")
    assert names(manager) == []
    assert manager.pages.currentWidget() is manager.empty
    QTest.keyClick(manager.line, Key.Key_Escape)
    assert len(names(manager)) == 4


def test_kinds_and_checks_are_chosen(manager: NamesManager) -> None:
    manager.kinds.chips()[1].click()
    assert names(manager) == [ONE, OTHER]
    manager.kinds.chips()[0].click()
    manager.checks.chips()[1].click()
    assert names(manager) == ["Drying of paper"]
    assert manager.checks.value == "unused"


def test_heads_put_the_rows_into_another_order(manager: NamesManager) -> None:
    manager.table.sort_wanted.emit(ARTICLES)
    assert names(manager)[0] == "Gəncə"
    manager.table.sort_wanted.emit(DATES)
    assert names(manager)[:2] == [ONE, OTHER]
    manager.table.sort_wanted.emit(NAME)
    assert names(manager)[0] == "Drying of paper"


def test_a_name_is_renamed_and_stays_the_current_one(window: Window, manager: NamesManager, wait_for: WaitFor) -> None:
    choose(manager, "Gəncə")
    QTest.keyClick(manager.table, Key.Key_F2)
    line = QApplication.focusWidget()
    assert line is not None
    QTest.keyClicks(line, "Ganja")
    QTest.keyClick(line, Key.Key_Return)
    wait_for(lambda: "Ganja" in names(manager))
    current = manager.table.current()
    assert current is not None
    assert (current.name, current.others) == ("Ganja", ("Gəncə",))
    assert manager.table.hasFocus()


def test_an_unused_name_is_removed_and_a_used_one_stays(
    window: Window, manager: NamesManager, wait_for: WaitFor
) -> None:
    choose(manager, "Gəncə")
    QTest.keyClick(manager.table, Key.Key_Delete)
    wait_for(lambda: "in use" in window.activity.strip.accessibleName() + _said(window))
    choose(manager, "Drying of paper")
    QTest.keyClick(manager.table, Key.Key_Delete)
    wait_for(lambda: names(manager) == ["Gəncə", ONE, OTHER])
    window.menus.run("undo")
    wait_for(lambda: "Drying of paper" in names(manager))


def _said(window: Window) -> str:
    from PySide6.QtWidgets import QLabel

    return " ".join(label.text() for label in window.activity.findChildren(QLabel))


def test_names_of_different_kinds_are_not_merged(window: Window, manager: NamesManager, wait_for: WaitFor) -> None:
    choose(manager, "Gəncə", ONE)
    QTest.keyClick(manager.table, Key.Key_M)
    wait_for(lambda: "different kinds" in _said(window))
    choose(manager, ONE)
    QTest.keyClick(manager.table, Key.Key_M)
    wait_for(lambda: "two names" in _said(window))


def test_a_merge_takes_the_chosen_values_and_the_reason(
    window: Window, manager: NamesManager, wait_for: WaitFor
) -> None:
    choose(manager, ONE, OTHER)
    QTest.keyClick(manager.table, Key.Key_M)
    merge = sheet(window)
    assert isinstance(merge, MergeSheet)
    wait_for(merge.merge_button.isEnabled)
    kept = manager.table.selected()[0].id
    other = manager.table.selected()[1].id
    merge.pick("dates", other)
    merge.reason.setFocus()
    QTest.keyClicks(merge.reason, "The same reader, 1966")
    QTest.keyClick(merge.reason, Key.Key_Return)
    wait_for(lambda: OTHER not in names(manager))
    context = window.session.context
    (member,) = merging.members(context, kept)
    assert member.reason == "The same reader, 1966"
    assert authorities.record_of(context.archive.read(), ONE).dates == "1933"


def test_a_pair_that_was_said_to_be_different_asks_for_more(
    window: Window, manager: NamesManager, wait_for: WaitFor
) -> None:
    ids = [row.id for row in manager.names.chosen.rows if row.name in (ONE, OTHER)]
    window.session.write(lambda context: alike_names.keep_apart(context, f"#{ids[0]}", f"#{ids[1]}"))
    wait_for(lambda: window.session.tasks.pending == 0)
    window.names_page.acts.ask_merge(ids, "person")
    merge = sheet(window)
    assert isinstance(merge, MergeSheet)
    wait_for(merge.merge_button.isEnabled)
    assert merge.merge_button.text() == "Merge all the same"
    assert merge.banner.isVisible()
    merge.merge()
    wait_for(lambda: OTHER not in names(manager))


def test_merging_with_another_name_is_asked_from_elsewhere(
    window: Window, manager: NamesManager, wait_for: WaitFor
) -> None:
    row = next(row for row in manager.names.chosen.rows if row.name == ONE)
    window.navigator.merge_wanted.emit(row.id, row.kind, row.name)
    asked = sheet(window)
    assert isinstance(asked, MergeWithSheet)
    asked.choice.line.setText("vəli")
    assert asked.choice.authority_id == 0
    asked.choice.line.setText("алиев")
    assert asked.choice.name == OTHER
    QTest.keyClick(asked.choice.line, Key.Key_Return)
    wait_for(lambda: isinstance(sheet(window), MergeSheet))


def test_pages_cover_the_list_and_a_listing_uncovers_it(
    window: Window, manager: NamesManager, wait_for: WaitFor
) -> None:
    assert window.arrangement.is_covered
    choose(manager, ONE)
    QTest.keyClick(manager.table, Key.Key_Return)
    pages = window.names_page
    wait_for(lambda: pages.name is not None and pages.name.authority is not None)
    assert pages.name is not None
    assert not manager.isVisible()
    pages.name.opened.emit(2, 0, 4)
    assert pages.shown is None
    wait_for(lambda: window.reader.reading is not None and window.reader.reading.article.id == 2)
    wait_for(lambda: window.reader.text.passage() == (0, 4))
    window.menus.run("back")
    assert pages.shown is pages.name


def test_names_are_let_go_of_when_the_manager_is_left(window: Window, manager: NamesManager) -> None:
    QTest.keyClick(manager.line, Key.Key_Escape)
    assert not window.arrangement.is_covered
    assert manager.names.rowCount() == 0
    assert window.table.hasFocus()


def test_every_control_has_a_name_and_rows_are_spoken_whole(window: Window, manager: NamesManager) -> None:
    def nameless(root: QWidget) -> list[str]:
        takes = [
            each
            for each in root.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible() and each.focusProxy() is None
        ]
        return [repr(each) for each in takes if not (each.accessibleName() or _interface_name(each))]

    assert nameless(manager) == []
    choose(manager, ONE)
    QTest.keyClick(manager.table, Key.Key_X)
    place = names(manager).index(ONE)
    spoken = manager.names.index(place, NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Marked. Person. {ONE}. also V. Əliyev. 1931. 1 article. 3 of 4"
    window.names_page.acts.ask_split(manager.names.chosen.rows[place].id, "person", ONE)
    assert isinstance(sheet(window), SplitSheet)
    assert nameless(sheet(window)) == []


def _interface_name(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def test_columns_give_way_where_there_is_no_room(window: Window, manager: NamesManager, large_text: None) -> None:
    window.resize(1100, 640)
    QApplication.processEvents()
    assert manager.table.isColumnHidden(LAST)
    assert not manager.table.isColumnHidden(NAME)
    assert not manager.table.isColumnHidden(BESIDE)
    shown = sum(manager.table.columnWidth(column) for column in range(manager.names.columnCount()))
    assert shown <= manager.table.viewport().width()
    assert window.width() == 1100


def test_a_page_takes_the_place_of_another_and_the_list_comes_back(window: Window, manager: NamesManager) -> None:
    before = [pane.isVisible() for pane in (window.list_pane, window.reader)]
    assert before == [False, False]
    other = QWidget()
    other.setAccessibleName("Another page")
    window.arrangement.cover(other)
    assert (other.isVisible(), manager.isVisible(), window.names_page.shown) == (True, False, None)
    assert manager.names.rowCount() == 0
    window.arrangement.uncover()
    assert not window.arrangement.is_covered
    assert [pane.isVisible() for pane in (window.list_pane, window.reader)] == [True, True]


def test_choices_are_walked_by_left_and_right_and_keep_the_focus(manager: NamesManager) -> None:
    first = manager.checks.chips()[0]
    first.setFocus()
    QTest.keyClick(first, Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget() or first, Key.Key_Return)
    assert manager.checks.value == "unused"
    assert manager.checks.chips()[1].hasFocus()
    QTest.keyClick(manager.checks.chips()[1], Key.Key_Down)
    assert manager.table.hasFocus()
