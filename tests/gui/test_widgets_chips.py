from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.chip import Chip, ChipState
from curator.gui.widgets.chip_flow import ChipFlow
from curator.gui.widgets.choice_chip import ChoiceFlow

LONG = "Государственная общественно-политическая библиотека, Մեսրոպ Մաշտոցի անվան հին ձեռագրերի ինստիտուտ"


@pytest.fixture
def flow(host: QWidget) -> ChipFlow:
    made = ChipFlow()
    column = QVBoxLayout(host)
    column.addWidget(QLineEdit())
    column.addWidget(made)
    column.addWidget(QLineEdit())
    column.addStretch()
    made.set_chips([Chip(f"Name {number}", "person", removable=True) for number in range(12)])
    QApplication.processEvents()
    return made


def test_a_chip_says_all_that_it_shows(app: QApplication) -> None:
    chip = Chip("Arno", "place", count=3, state=ChipState.SUGGESTED)
    assert chip.accessibleName() == "Place, Arno, 3, suggested"
    chip.set_state(ChipState.EXCLUDED)
    assert chip.accessibleName() == "Place, Arno, 3, excluded"
    assert Chip("1966..1986", prefix="date").accessibleName() == "date, 1966..1986"
    assert "Delete" in Chip("Arno", removable=True).accessibleDescription()


def test_a_chip_is_wide_enough_for_its_name_and_never_wider_than_its_limit(app: QApplication) -> None:
    short, long = Chip("Arno", "place"), Chip(LONG * 2, "organisation", removable=True)
    assert short.sizeHint().width() < 100
    assert long.sizeHint().width() == theme().metrics.limit_chip == 400
    assert long.minimumSizeHint().width() < 120
    assert long.toolTip() == LONG * 2
    assert short.sizeHint().height() == 22


def test_another_name_is_measured_and_said_anew(app: QApplication) -> None:
    chip = Chip("Arno", "place")
    before = chip.sizeHint().width()
    chip.setText("Santa Maria Novella station")
    assert chip.sizeHint().width() > before
    assert chip.accessibleName() == "Place, Santa Maria Novella station"


def test_chips_grow_with_the_text(app: QApplication, large_text: None) -> None:
    assert Chip("Arno", "place").sizeHint().height() == 44


@pytest.mark.parametrize(("key", "signal"), [(Qt.Key.Key_Return, "clicked"), (Qt.Key.Key_Space, "clicked")])
def test_keys_open_a_chip(host: QWidget, key: Qt.Key, signal: str) -> None:
    chip = Chip("Arno", "place", host, removable=True)
    spy = QSignalSpy(getattr(chip, signal))
    QTest.keyClick(chip, key)
    assert spy.count() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_keys_remove_only_what_can_be_removed(host: QWidget, key: Qt.Key) -> None:
    for removable in (True, False):
        chip = Chip("Arno", "place", host, removable=removable)
        spy = QSignalSpy(chip.removed)
        QTest.keyClick(chip, key)
        assert spy.count() == int(removable)


def test_the_x_removes_and_the_name_opens(host: QWidget) -> None:
    chip = Chip("Arno", "place", host, removable=True)
    chip.resize(chip.sizeHint())
    chip.show()
    removed, opened = QSignalSpy(chip.removed), QSignalSpy(chip.clicked)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 8, 11))
    assert (removed.count(), opened.count()) == (1, 0)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(20, 11))
    assert (removed.count(), opened.count()) == (1, 1)


def test_focus_and_state_are_drawn(host: QWidget) -> None:
    chip = Chip("Arno", "place", host)
    chip.resize(chip.sizeHint())
    chip.show()
    plain = chip.grab().toImage()
    chip.setFocus()
    QApplication.processEvents()
    focused = chip.grab().toImage()
    chip.clearFocus()
    chip.set_state(ChipState.EXCLUDED)
    assert len({bytes(image.constBits()) for image in (plain, focused, chip.grab().toImage())}) == 3


def test_lines_of_chips_wrap_and_need_height_for_their_width(flow: ChipFlow) -> None:
    one_line = flow.chips()[0].sizeHint().height()
    assert flow.heightForWidth(10_000) == one_line
    assert flow.heightForWidth(300) > flow.heightForWidth(600) > one_line
    assert flow.height() == flow.heightForWidth(flow.width())
    areas = [chip.geometry() for chip in flow.chips()]
    assert not any(a.intersects(b) for number, a in enumerate(areas) for b in areas[:number])
    assert all(flow.rect().contains(area) for area in areas)


def test_a_narrow_flow_squeezes_a_long_chip_instead_of_widening(flow: ChipFlow, host: QWidget) -> None:
    flow.add(Chip(LONG, "organisation"))
    host.resize(200, 600)
    QApplication.processEvents()
    assert host.width() == 200
    assert flow.chips()[-1].geometry().right() <= flow.width()


def test_an_empty_flow_takes_no_room(host: QWidget) -> None:
    assert ChipFlow(host).heightForWidth(300) == 0


def test_tab_enters_a_flow_once_and_arrows_walk_it(flow: ChipFlow, host: QWidget) -> None:
    before, after = host.findChildren(QLineEdit)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    chips = flow.chips()
    assert chips[0].hasFocus()
    QTest.keyClick(chips[0], Qt.Key.Key_Right)
    assert chips[1].hasFocus()
    QTest.keyClick(chips[1], Qt.Key.Key_End)
    assert chips[-1].hasFocus()
    QTest.keyClick(chips[-1], Qt.Key.Key_Down)
    assert chips[-1].hasFocus()
    QTest.keyClick(chips[-1], Qt.Key.Key_Tab)
    assert after.hasFocus()
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert chips[-1].hasFocus()


def test_the_focus_moves_on_when_a_chip_goes(flow: ChipFlow) -> None:
    flow.removed.connect(flow.remove)
    chips = flow.chips()
    chips[3].setFocus()
    QTest.keyClick(chips[3], Qt.Key.Key_Delete)
    assert chips[4].hasFocus()
    assert chips[3] not in flow.chips()
    QTest.keyClick(chips[4], Qt.Key.Key_End)
    QTest.keyClick(chips[-1], Qt.Key.Key_Delete)
    assert chips[-2].hasFocus()


def test_a_flow_tells_which_chip_was_opened(flow: ChipFlow) -> None:
    spy = QSignalSpy(flow.activated)
    flow.chips()[5].click()
    assert spy.at(0) == [flow.chips()[5]]


def test_chips_that_are_gone_do_not_hear_of_themes(host: QWidget) -> None:
    flow = ChipFlow(host)
    for _round in range(3):
        flow.set_chips([Chip(str(number)) for number in range(50)])
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert len(flow.findChildren(Chip)) == 50
    theme().changed.emit()


def test_kinds_are_shown_by_their_icons_where_the_words_do_not_fit_in_a_line(host: QWidget) -> None:
    choices = [("", "All kinds", ""), *((kind, kind * 3, kind) for kind in ("person", "event", "place"))]
    flow = ChoiceFlow("Kinds", choices)
    QVBoxLayout(host).addWidget(flow)
    flow.setFixedWidth(900)
    QApplication.processEvents()
    chips = flow.chips()
    whole = [chip.width() for chip in chips]
    flow.setFixedWidth(sum(whole) - 40)
    QApplication.processEvents()
    assert chips[0].width() == whole[0]
    assert all(chip.width() < was for chip, was in zip(chips[1:], whole[1:], strict=True))
    assert chips[1].accessibleName() == chips[1].toolTip() == "person" * 3
    assert len({chip.y() for chip in chips}) == 1
    # What is chosen has its words, and a tick that tells it.
    chips[1].click()
    assert chips[1].width() == whole[1]
    flow.setFixedWidth(900)
    QApplication.processEvents()
    assert [chip.width() for chip in chips] == whole
