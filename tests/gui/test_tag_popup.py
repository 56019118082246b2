from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from curator.gui.views.tag_popup import TagPopup
from curator.gui.views.tag_rows import matched
from curator.names.completion import Completer, NameRow
from curator.text.name_key import name_key

NAMES = [
    (1, "person", "Kamran Cəfərov", True, 57),
    (2, "person", "Камран Джафаров", True, 11),
    (2, "person", "Cəfərov K.", False, 11),
    (3, "person", "Samuel Jeffers", True, 2),
    (3, "person", "S. Cefers", False, 2),
    (4, "place", "Ceferabad", True, 1),
]


@pytest.fixture
def completer() -> Completer:
    return Completer(NameRow(who, kind, name, name_key(name), own, count) for who, kind, name, own, count in NAMES)


@pytest.fixture
def popup(host: QWidget) -> TagPopup:
    return TagPopup(host)


def test_names_are_offered_with_what_matched_and_why(popup: TagPopup, completer: Completer) -> None:
    popup.ask("person", completer, QRect(100, 100, 80, 20))
    QTest.keyClicks(popup.line, "cef")
    rows = popup.rows()
    by_title = {row.title: row for row in rows}
    first = by_title["Kamran Cəfərov"]
    assert (first.aside, first.count, first.spans) == ("", "57", ((7, 10),))
    assert by_title["Камран Джафаров"].aside == "as “Cəfərov K.”"
    assert by_title["Samuel Jeffers"].aside == "as “S. Cefers”"
    assert rows[-1].title == "New person “cef”"
    assert first.spoken() == "Person, Kamran Cəfərov, 57"


def test_a_record_is_picked_by_keyboard(popup: TagPopup, completer: Completer) -> None:
    picked: list[tuple[str, str]] = []
    popup.picked.connect(lambda kind, name: picked.append((kind, name)))
    popup.ask("person", completer, QRect(100, 100, 80, 20))
    QTest.keyClicks(popup.line, "cef")
    QTest.keyClick(popup.line, Qt.Key.Key_Up)
    QTest.keyClick(popup.line, Qt.Key.Key_Down)
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    assert popup.line.accessibleDescription() == "Person, Камран Джафаров, as “Cəfərov K.”, 11"
    assert picked == [("person", "#2")]
    assert not popup.isVisible()


def test_tab_changes_the_kind_and_the_last_row_makes_a_new_record(popup: TagPopup, completer: Completer) -> None:
    picked: list[tuple[str, str]] = []
    popup.picked.connect(lambda kind, name: picked.append((kind, name)))
    popup.ask("event", completer, QRect(100, 100, 80, 20))
    QTest.keyClick(popup.line, Qt.Key.Key_Tab)
    QTest.keyClicks(popup.line, "Ceferabat")
    last = popup.rows()[-1]
    assert (last.title, last.aside, last.warns) == ("New place “Ceferabat”", "looks like Ceferabad", True)
    QTest.keyClick(popup.line, Qt.Key.Key_Up)
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    assert picked == [("place", "Ceferabat")]


def test_esc_dismisses_it(popup: TagPopup, completer: Completer) -> None:
    told: list[bool] = []
    popup.dismissed.connect(lambda: told.append(True))
    popup.ask("", completer, QRect(100, 100, 80, 20))
    QTest.keyClick(popup.line, Qt.Key.Key_Escape)
    assert told == [True]
    assert not popup.isVisible()


@pytest.mark.parametrize("top", [0, 100, 280, 420, 570])
def test_it_is_never_over_the_passage_and_stays_inside(
    popup: TagPopup, completer: Completer, host: QWidget, top: int
) -> None:
    around = QRect(500, top, 80, 20)
    popup.ask("person", completer, around, "Cəfərov")
    assert not popup.geometry().intersects(around)
    assert host.rect().contains(popup.geometry())


def test_letters_that_match_are_found_whatever_their_spelling() -> None:
    assert matched("Kamran Cəfərov", "cef") == ((7, 10),)
    assert matched("Kamran Cəfərov", "cef kam") == ((0, 3), (7, 10))
    assert matched("Straße", "strasse") == ((0, 6),)
    assert matched("Owen Marsh", "xyz") == ()


def test_until_the_names_are_read_enter_makes_no_new_record(popup: TagPopup, completer: Completer) -> None:
    picked: list[tuple[str, str]] = []
    popup.picked.connect(lambda kind, name: picked.append((kind, name)))
    later = Completer((), is_whole=False)
    popup.ask("person", later, QRect(100, 100, 80, 20), "Kamran Cəfərov")
    assert [row.title for row in popup.rows()] == ["Reading the names ...", "New person “Kamran Cəfərov”"]
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    assert picked == []
    assert popup.isVisible()
    later.become(completer)
    popup.complete_again()
    assert popup.rows()[0].title == "Kamran Cəfərov"
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    assert picked == [("person", "#1")]


def test_what_is_surely_new_can_be_chosen_before_the_names_are_read(popup: TagPopup) -> None:
    picked: list[tuple[str, str]] = []
    popup.picked.connect(lambda kind, name: picked.append((kind, name)))
    popup.ask("person", Completer((), is_whole=False), QRect(100, 100, 80, 20), "Owen Marsh")
    QTest.keyClick(popup.line, Qt.Key.Key_Down)
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    assert picked == [("person", "Owen Marsh")]
