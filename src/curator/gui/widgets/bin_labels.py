"""What is written below the columns of a histogram: years, or the names of months with their years below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from curator.gui.theme import theme

_MONTHS_A_STEP = (1, 2, 3, 4, 6, 12)


@dataclass(frozen=True, slots=True)
class Bin:
    """A column.

    Args:
        label: what it stands for ("1966", "November 1966").
        total: how many there are in all.
        kept: how many after the filters.
        mark: what is written below it; `label` where empty.
        group: what it belongs to with its neighbours, written in a second line ("1966" below "Nov"); or empty.
    """

    label: str
    total: int
    kept: int
    mark: str = ""
    group: str = ""


def lines_height(bins: Sequence[Bin]) -> int:
    """Return the height of the labels (px): groups have a line of their own."""
    return theme().metrics.px(32 if bins and bins[0].group else 18)


def draw_labels(painter: QPainter, chart: QRect, bins: Sequence[Bin]) -> None:
    """Write as many labels below the columns of `chart` as there is room for."""
    painter.setFont(theme().font("caps"))
    painter.setPen(QColor(theme().tokens.text2))
    top = chart.bottom() + theme().metrics.space_xs
    room = _Line(painter, chart, top)
    for place in _in_months(chart, bins) if bins and bins[0].group else _in_steps(chart, bins):
        middle = round(chart.left() + (place + 0.5) * chart.width() / len(bins))
        room.write(bins[place].mark or bins[place].label, middle)
    below = _Line(painter, chart, top + theme().metrics.px(14))
    for place, column in enumerate(bins):
        if column.group and (place == 0 or bins[place - 1].group != column.group):
            size = sum(each.group == column.group for each in bins)
            below.write(column.group, round(chart.left() + (place + size / 2) * chart.width() / len(bins)))


class _Line:
    """One line of labels, from the left to the right; one that has no room is left out."""

    def __init__(self, painter: QPainter, chart: QRect, top: int) -> None:
        self._painter, self._chart, self._top = painter, chart, top
        self._free = 0

    def write(self, text: str, middle: int) -> None:
        metrics = self._painter.fontMetrics()
        width = metrics.horizontalAdvance(text)
        left = max(self._chart.left(), min(middle - width // 2, self._chart.right() + 1 - width))
        if left >= self._free:
            area = QRect(left, self._top, width + 1, metrics.height())
            self._painter.drawText(area, int(Qt.AlignmentFlag.AlignTop), text)
            self._free = left + width + theme().metrics.space_m


def _in_steps(chart: QRect, bins: Sequence[Bin]) -> list[int]:
    """Return the places that are labelled: even steps, as many as have room."""
    if len(bins) <= 1:
        return list(range(len(bins)))
    most = max(2, chart.width() // (_widest(bins) + theme().metrics.space_xxl))
    most = min(most, len(bins), 6)
    return [round(number * (len(bins) - 1) / (most - 1)) for number in range(most)]


def _in_months(chart: QRect, bins: Sequence[Bin]) -> range:
    """Return the places that are labelled: the same months of each year."""
    most = max(1, chart.width() // (_widest(bins) + theme().metrics.space_m))
    return range(0, len(bins), next((step for step in _MONTHS_A_STEP if len(bins) <= most * step), 12))


def _widest(bins: Sequence[Bin]) -> int:
    metrics = QFontMetrics(theme().font("caps"))
    return max((metrics.horizontalAdvance(each.mark or each.label) for each in bins), default=1)
