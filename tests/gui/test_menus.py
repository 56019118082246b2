from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator import settings
from curator.gui.actions import ACTIONS, MENUS
from curator.gui.bindings import Bindings
from curator.gui.models.listing import Listing
from curator.gui.panes import NAMES
from curator.gui.sheets.key_help import KeyHelpSheet, pane_lines
from curator.gui.sheets.shortcuts import ShortcutsSheet
from curator.gui.window import Window

WaitFor = Callable[[Callable[[], bool]], None]
BY_ID = {action.id: action for action in ACTIONS}
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def press(window: Window, scan_code: int, text: str, modifiers: Qt.KeyboardModifier = NONE, key: int = 0) -> None:
    """Press a key as X11 tells of it, where the focus is."""
    target = QApplication.focusWidget() or window
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key or ord(text.upper()), modifiers, scan_code, 0, 0, text))


def test_every_action_stands_in_a_menu_and_no_two_share_a_key() -> None:
    shortcuts = [QKeySequence(action.shortcut).toString() for action in ACTIONS if action.shortcut]
    assert len(shortcuts) == len(set(shortcuts))
    assert {action.menu for action in ACTIONS} == set(MENUS)
    for pane in NAMES:
        letters = [each.letter for each in ACTIONS if each.letter and (not each.panes or pane in each.panes)]
        assert len(letters) == len(set(letters))


def test_a_russian_keyboard_tags_a_passage_and_opens_the_search(shown: Window) -> None:
    text = shown.reader.text
    text.setFocus()
    press(shown, 44, "о")
    press(shown, 44, "о")
    assert text.passage() is not None
    press(shown, 33, "з")
    assert shown.popup.isVisible()
    # A field has the focus now: letters are text, in whatever script.
    QTest.keyClicks(shown.popup.line, "jp")
    assert shown.popup.line.text().endswith("jp")
    shown.popup.hide()
    shown.table.setFocus()
    press(shown, 45, "", CONTROL, ord("Л"))
    assert shown.toolbar.isAncestorOf(QApplication.focusWidget() or shown)


def test_an_armenian_keyboard_walks_the_list_and_sets_the_status(shown: Window, wait_for: WaitFor) -> None:
    shown.table.setFocus()
    shown.table.select_place(0)
    press(shown, 44, "ջ")
    assert shown.table.currentIndex().row() == 1
    wait_for(
        lambda: shown.reader.reading is not None and shown.reader.reading.article.id == shown.table.selected_ids()[0]
    )
    press(shown, 27, "ր")
    wait_for(lambda: shown.reader.reading is not None and shown.reader.reading.article.status == "read")


def test_brackets_by_their_place_step_through_the_articles(shown: Window) -> None:
    shown.reader.text.setFocus()
    shown.table.select_place(0)
    press(shown, 35, "ü")
    assert shown.table.currentIndex().row() == 1
    press(shown, 34, "ğ")
    assert shown.table.currentIndex().row() == 0


def test_delete_moves_to_the_trash_from_the_list_but_not_from_the_reader(shown: Window, wait_for: WaitFor) -> None:
    shown.reader.text.setFocus()
    QTest.keyClick(shown.reader.text, Qt.Key.Key_Delete)
    wait_for(lambda: shown.session.tasks.pending == 0)
    assert shown.session.undo_label() == "Add"
    shown.table.setFocus()
    QTest.keyClick(shown.table, Qt.Key.Key_Delete)
    wait_for(lambda: shown.articles.rowCount() == 2)


def test_the_panes_are_gone_round_by_f6(shown: Window) -> None:
    shown.table.setFocus()
    seen = [shown.menus.pane()]
    for _step in range(4):
        shown.menus.step_pane(1)
        seen.append(shown.menus.pane())
    assert seen == ["list", "reader", "inspector", "navigator", "list"]


def test_context_menus_hold_what_can_be_done(shown: Window) -> None:
    words = [action.text() for action in shown.menus.context_menu("list").actions()]
    assert {"Tag...", "Status on", "Move to the trash", "Export..."} <= set(words)


def test_behind_a_sheet_nothing_else_is_done(shown: Window, wait_for: WaitFor) -> None:
    shown.menus.run("keys")
    shown.menus.run("trash")
    shown.menus.run("about")
    assert len(shown.findChildren(KeyHelpSheet)) == 1
    wait_for(lambda: shown.session.tasks.pending == 0)
    assert shown.session.undo_label() == "Add"


def test_help_tells_the_keys_of_the_pane(shown: Window) -> None:
    shown.table.setFocus()
    press(shown, 61, "?", Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Question)
    sheet = shown.findChild(KeyHelpSheet)
    assert sheet is not None
    assert (("J", "K"), "next, previous article") in sheet.lines
    assert (("R",), "Status on") in sheet.lines


def test_a_key_is_changed_kept_and_given_back(app: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    bindings = Bindings(ACTIONS, file)
    assert bindings.choose(BY_ID["tag"], "Ctrl+G") == ""
    assert bindings.choose(BY_ID["export"], "") == ""
    again = Bindings(ACTIONS, file)
    assert again.key(BY_ID["tag"]) == "Ctrl+G"
    assert again.key(BY_ID["export"]) == ""
    assert again.reset(BY_ID["tag"]) == ""
    assert again.is_own(BY_ID["tag"])
    again.reset_all()
    assert settings.load(file).shortcuts == {}


@pytest.mark.parametrize("key", ["Ctrl+K", "F9", "P"])
def test_a_key_that_is_taken_is_refused_in_words(app: QApplication, tmp_path: Path, key: str) -> None:
    bindings = Bindings(ACTIONS, tmp_path / "settings.toml")
    assert bindings.choose(BY_ID["tag"], key)
    assert bindings.key(BY_ID["tag"]) == "Ctrl+T"


def test_the_editor_of_keys_changes_the_menus_at_once(shown: Window) -> None:
    shown.menus.run("shortcuts")
    sheet = shown.findChild(ShortcutsSheet)
    assert sheet is not None
    field = sheet.fields["tag"]
    QTest.keyClick(field, Qt.Key.Key_K, CONTROL)
    assert "Search" in sheet.banner.accessibleName()
    assert field.text() == "Ctrl+T"
    QTest.keyClick(field, Qt.Key.Key_G, CONTROL)
    assert field.text() == "Ctrl+G"
    assert any(action.shortcut() == QKeySequence("Ctrl+G") for action in shown.actions())


def test_letters_of_a_pane_are_changed_and_conflicts_are_said(shown: Window) -> None:
    shown.menus.run("shortcuts")
    sheet = shown.findChild(ShortcutsSheet)
    assert sheet is not None
    field = sheet.fields["list:J"]
    QTest.keyClick(field, Qt.Key.Key_K)
    assert "“Previous article”" in sheet.banner.accessibleName()
    QTest.keyClick(field, Qt.Key.Key_5)
    assert sheet.banner.accessibleName() == "Digits belong to pinned tags."
    QTest.keyClick(field, Qt.Key.Key_BracketRight)
    assert "“Next article”" in sheet.banner.accessibleName()
    press(shown, 45, "л")
    QTest.keyClick(field, Qt.Key.Key_D)
    assert (field.text(), sheet.banner.isVisible()) == ("D", False)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    shown.table.setFocus()
    shown.table.select_place(0)
    QTest.keyClick(shown.table, Qt.Key.Key_J)
    assert shown.table.currentIndex().row() == 0
    QTest.keyClick(shown.table, Qt.Key.Key_D)
    assert shown.table.currentIndex().row() == 1
    assert (("D", "K"), "next, previous article") in pane_lines("list", shown.menus.bindings)
    assert (("J", "K"), "next, previous sentence") in pane_lines("reader", shown.menus.bindings)
    shown.menus.bindings.reset_all()
    QTest.keyClick(shown.table, Qt.Key.Key_J)
    assert shown.table.currentIndex().row() == 2


def test_a_letter_given_to_a_kind_tags_with_it_and_extends_with_shift(shown: Window) -> None:
    bindings, text = shown.menus.bindings, shown.reader.text
    assert bindings.choose_letter("reader", "P", "W") == ""
    assert bindings.choose_letter("reader", "J", "P") == ""
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_P)
    first = text.passage()
    QTest.keyClick(text, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    second = text.passage()
    assert first is not None and second is not None and second[1] > first[1]
    QTest.keyClick(text, Qt.Key.Key_J)
    assert text.passage() == second
    QTest.keyClick(text, Qt.Key.Key_W)
    assert shown.popup.isVisible()
    bindings.reset_all()


def test_what_was_looked_at_is_gone_back_to_and_forward(shown: Window, wait_for: WaitFor) -> None:
    def at(words: str, title: str) -> bool:
        reading = shown.reader.reading
        return (
            shown.articles.listing.query == words
            and reading is not None
            and reading.article.title == title
            and shown.session.tasks.pending == 0
        )

    wait_for(lambda: shown.index_waiting == 0 and shown.session.tasks.pending == 0)
    shown.looking_back.settle_ms = 0
    assert not shown.looking_back.can_go(-1)
    shown.table.setFocus()
    QTest.keyClick(shown.table, Qt.Key.Key_J)
    wait_for(lambda: at("", "The reading room"))
    shown.list_articles(Listing("Search", "bindery", is_search=True))
    wait_for(lambda: at("bindery", "The bindery"))
    QTest.keyClick(shown.table, Qt.Key.Key_Backspace)
    wait_for(lambda: at("", "The reading room"))
    assert shown.table.currentIndex().row() == 1
    QTest.keyClick(shown.table, Qt.Key.Key_Backspace)
    wait_for(lambda: at("", "The cellar"))
    assert not shown.looking_back.can_go(-1)
    QTest.keyClick(shown.table, Qt.Key.Key_Backspace, Qt.KeyboardModifier.ShiftModifier)
    wait_for(lambda: at("", "The reading room"))
    QTest.mouseClick(shown.reader.text.viewport(), Qt.MouseButton.ForwardButton)
    wait_for(lambda: at("bindery", "The bindery"))
    QTest.mouseClick(shown.table.viewport(), Qt.MouseButton.BackButton)
    wait_for(lambda: at("", "The reading room"))


def test_backspace_in_a_field_stays_there(shown: Window, wait_for: WaitFor) -> None:
    wait_for(lambda: shown.index_waiting == 0 and shown.session.tasks.pending == 0)
    shown.looking_back.settle_ms = 0
    shown.list_articles(Listing("Search", "bindery", is_search=True))
    wait_for(lambda: shown.looking_back.can_go(-1) and shown.session.tasks.pending == 0)
    shown.focus_search()
    QTest.keyClick(shown.toolbar.search.line, Qt.Key.Key_End)
    QTest.keyClick(shown.toolbar.search.line, Qt.Key.Key_Backspace)
    assert shown.toolbar.search.line.text() == "binder"
    assert shown.looking_back.can_go(-1)
