from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from curator.gui.widgets.sheet import Sheet


@pytest.fixture
def below(host: QWidget) -> QLineEdit:
    """A field of the window that has the focus."""
    made = QLineEdit()
    QVBoxLayout(host).addWidget(made)
    made.setFocus()
    QApplication.processEvents()
    return made


@pytest.fixture
def sheet(host: QWidget, below: QLineEdit) -> Sheet:
    made = Sheet(host, "Merge two people", "68 mentions")
    made.content.addWidget(QLineEdit())
    made.content.addWidget(QLineEdit())
    made.add_cancel()
    made.add_button("Merge", primary=True)
    made.open_sheet()
    QApplication.processEvents()
    return made


def focused() -> QWidget | None:
    return QApplication.focusWidget()


def test_it_takes_the_focus_and_gives_it_back(sheet: Sheet, below: QLineEdit) -> None:
    assert focused() is sheet.body.findChildren(QLineEdit)[0]
    spy = QSignalSpy(sheet.closed)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert spy.count() == 1
    assert focused() is below
    assert not sheet.isVisible()


def test_tab_goes_round_inside(sheet: Sheet, below: QLineEdit) -> None:
    first = focused()
    visited = []
    for _press in range(5):
        visited.append(focused())
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is first
    assert len(set(visited)) == 5
    assert below not in visited
    QTest.keyClick(focused(), Qt.Key.Key_Backtab)
    assert focused() is visited[-1]


def test_the_focus_cannot_be_taken_out(sheet: Sheet, below: QLineEdit) -> None:
    below.setFocus()
    assert sheet.isAncestorOf(focused())


def test_the_primary_button_accepts_and_so_does_ctrl_enter(sheet: Sheet) -> None:
    spy = QSignalSpy(sheet.accepted)
    QTest.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert spy.count() == 1
    assert sheet.isVisible()


def test_keys_do_not_reach_the_window(host: QWidget, sheet: Sheet, below: QLineEdit) -> None:
    below.clear()
    QTest.keyClicks(focused(), "p")
    QTest.keyClick(sheet, Qt.Key.Key_P)
    assert below.text() == ""
    assert sheet.body.findChildren(QLineEdit)[0].text() == "p"


def test_it_follows_the_window_and_keeps_its_foot_in_sight(sheet: Sheet, host: QWidget) -> None:
    for line in range(60):
        sheet.content.addWidget(QLabel(f"Line {line}"))
    for width, height in ((1100, 640), (500, 300), (2000, 1400)):
        host.resize(width, height)
        QApplication.processEvents()
        assert sheet.size() == host.size()
        assert sheet.rect().contains(sheet.panel.geometry())
        assert sheet.panel.height() <= 600
        merge = sheet.panel.findChildren(QWidget)[-1]
        assert merge.mapTo(host, merge.rect().bottomRight()).y() < height
    assert sheet.panel.height() == 600


def test_a_sheet_over_a_sheet_has_the_focus(sheet: Sheet, host: QWidget) -> None:
    upper = Sheet(host, "Names")
    upper.content.addWidget(QLineEdit())
    upper.open_sheet()
    assert upper.isAncestorOf(focused())
    upper.close_sheet()
    assert sheet.isAncestorOf(focused())


def test_closing_twice_is_closing_once(sheet: Sheet) -> None:
    spy = QSignalSpy(sheet.closed)
    sheet.close_sheet()
    sheet.close_sheet()
    assert spy.count() == 1


def test_it_has_a_name(sheet: Sheet) -> None:
    assert sheet.accessibleName() == "Merge two people"
