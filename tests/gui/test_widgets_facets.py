from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.bin_labels import Bin
from curator.gui.widgets.facet_list import FacetList
from curator.gui.widgets.facet_model import FacetModel, FacetRow, FacetState
from curator.gui.widgets.histogram import Histogram

NEITHER, INCLUDED, EXCLUDED = FacetState.NEITHER, FacetState.INCLUDED, FacetState.EXCLUDED
YEARS = [Bin(str(year), year - 1959, 1) for year in range(1960, 1970)]


@pytest.fixture
def facet(host: QWidget) -> FacetList:
    made = FacetList("People", host)
    made.set_rows(
        [FacetRow("b", "Lucia Bandini", 1244), FacetRow("m", "Owen Marsh", 19), FacetRow("r", "Anton Reiss", 8)]
    )
    made.resize(200, made.height())
    made.show()
    made.setFocus()
    QApplication.processEvents()
    return made


@pytest.fixture
def chart(host: QWidget) -> Histogram:
    made = Histogram("Published", host)
    made.set_bins(YEARS)
    made.resize(300, made.sizeHint().height())
    made.show()
    made.setFocus()
    return made


def states(facet: FacetList) -> list[FacetState]:
    return [row.state for row in facet.rows()]


def test_a_press_includes_then_excludes_then_clears(facet: FacetList) -> None:
    spy = QSignalSpy(facet.changed)
    for expected in (INCLUDED, EXCLUDED, NEITHER):
        QTest.keyClick(facet, Qt.Key.Key_Space)
        assert states(facet) == [expected, NEITHER, NEITHER]
        assert spy.at(spy.count() - 1) == ["b", expected]


def test_minus_excludes_at_once_and_takes_it_back(facet: FacetList) -> None:
    QTest.keyClick(facet, Qt.Key.Key_Down)
    QTest.keyClick(facet, Qt.Key.Key_Minus)
    assert states(facet) == [NEITHER, EXCLUDED, NEITHER]
    QTest.keyClick(facet, Qt.Key.Key_Minus)
    assert states(facet) == [NEITHER] * 3


def test_the_pointer_does_what_space_does(facet: FacetList) -> None:
    place = QPoint(40, theme().metrics.row_facet * 2 + 10)
    QTest.mouseClick(facet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert states(facet) == [NEITHER, NEITHER, INCLUDED]


def test_all_rows_are_in_sight_at_any_text_size(facet: FacetList) -> None:
    assert facet.height() == 3 * 23
    theme().set_text_factor(2.0)
    try:
        assert facet.height() == 3 * 46
        assert facet.visualRect(facet.model().index(0, 0)).height() == 46
    finally:
        theme().set_text_factor(1.0)


def test_the_current_row_stays_when_counts_change(facet: FacetList) -> None:
    QTest.keyClick(facet, Qt.Key.Key_End)
    facet.set_rows([FacetRow("r", "Anton Reiss", 1), FacetRow("b", "Lucia Bandini", 2)])
    assert facet.currentIndex().row() == 0
    assert facet.height() == 2 * 23


def test_a_row_says_its_name_count_and_state() -> None:
    model = FacetModel()
    model.set_rows([FacetRow(1, "Arno", 1244, EXCLUDED), FacetRow(2, "Kura", 3)])
    said = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert said == ["Arno, 1\u202f244, excluded", "Kura, 3"]
    assert model.data(model.index(0), Qt.ItemDataRole.EditRole) is None


def test_screen_readers_reach_the_rows(facet: FacetList) -> None:
    interface = QAccessible.queryAccessibleInterface(facet)
    assert interface.text(QAccessible.Text.Name) == "People"
    assert interface.childCount() == 3
    assert interface.child(1).text(QAccessible.Text.Name) == "Owen Marsh, 19"


def test_each_state_is_drawn_otherwise(facet: FacetList) -> None:
    pictures = set()
    for _press in range(3):
        QTest.keyClick(facet, Qt.Key.Key_Space)
        pictures.add(bytes(facet.grab().toImage().constBits()))
    assert len(pictures) == 3


def test_arrows_move_the_handle_in_use(chart: Histogram) -> None:
    spy = QSignalSpy(chart.brushed)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.brush == (1, 9)
    QTest.keyClick(chart, Qt.Key.Key_Space)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.brush == (1, 8)
    assert [spy.at(number) for number in range(spy.count())] == [[1, 9], [1, 8]]


def test_shift_widens_and_narrows_at_both_ends(chart: Histogram) -> None:
    chart.set_brush(3, 5)
    QTest.keyClick(chart, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert chart.brush == (2, 6)
    for _press in range(4):
        QTest.keyClick(chart, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert chart.brush == (4, 4)


def test_handles_do_not_pass_each_other_or_the_ends(chart: Histogram) -> None:
    chart.set_brush(4, 5)
    for _press in range(5):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.brush == (5, 5)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.brush == (0, 5)


def test_delete_takes_the_brush_away(chart: Histogram) -> None:
    chart.set_brush(2, 3)
    spy = QSignalSpy(chart.brushed)
    QTest.keyClick(chart, Qt.Key.Key_Delete)
    assert chart.brush is None
    assert spy.at(0) == [-1, -1]


def test_a_span_is_drawn_with_the_pointer_in_either_direction(chart: Histogram) -> None:
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    QTest.mouseMove(chart, QPoint(80, 20))
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=QPoint(80, 20))
    assert chart.brush == (2, 6)


def test_new_bins_drop_a_brush_that_does_not_fit(chart: Histogram) -> None:
    chart.set_brush(2, 8)
    chart.set_bins(YEARS[:5])
    assert chart.brush is None


def test_the_value_is_told(chart: Histogram) -> None:
    chart.set_brush(2, 4)
    assert chart.accessibleDescription().startswith("1962 to 1964, 3 of 55.")
    chart.set_bins([])
    assert chart.accessibleDescription() == "No dates"


def test_it_is_a_slider_of_years_to_screen_readers(chart: Histogram) -> None:
    chart.set_brush(2, 4)
    interface = QAccessible.queryAccessibleInterface(chart)
    assert interface.role() == QAccessible.Role.Slider
    values = interface.valueInterface()
    assert (values.currentValue(), values.minimumValue(), values.maximumValue()) == (1962, 1960, 1969)
    spy = QSignalSpy(chart.brushed)
    values.setCurrentValue(1963)
    assert chart.brush == (3, 4)
    assert spy.at(0) == [3, 4]


def test_bins_that_are_no_years_are_counted_from_nought(chart: Histogram) -> None:
    chart.set_bins([Bin("1960s", 3, 1), Bin("1970s", 4, 2)])
    assert (chart.minimum(), chart.maximum(), chart.value()) == (0, 1, 0)


def test_an_empty_chart_takes_no_keys_and_is_drawn(chart: Histogram) -> None:
    chart.set_bins([])
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.brush is None
    assert not chart.grab().isNull()
