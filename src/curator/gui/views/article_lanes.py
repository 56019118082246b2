"""The lanes beside a text: a slot for each kind of mark; a bar with its icon for a long passage, a mark for a short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from curator.gui import icons
from curator.gui.kinds import KINDS
from curator.gui.metrics import Metrics
from curator.gui.views.article_painting import Scene
from curator.gui.views.marks import Mark

_EDGE, _SLOT, _MARGIN = 10, 13, 24
_MOST_BARS = 4
_LEAST_BAR = 8


def slot(metrics: Metrics, place: int) -> int:
    """Return where the slot of a lane begins, from the left edge of the text field (px)."""
    return metrics.px(_EDGE) + place * metrics.px(_SLOT)


def gutter(metrics: Metrics, lanes: int) -> int:
    """Return how far from the left edge the words begin (px)."""
    return slot(metrics, lanes) + metrics.px(_MARGIN)


def paint_lanes(painter: QPainter, scene: Scene, metrics: Metrics) -> None:
    """Paint what can be seen of the lanes."""
    slots = {kind: slot(metrics, place) for place, kind in enumerate(scene.lanes)}
    too_many: dict[tuple[str, int], list[QRectF]] = {}
    for mark in scene.seen:
        boxes = scene.boxes_of(mark)
        if not boxes:
            continue
        left = slots[mark.kind]
        if not mark.is_long:
            _paint_short(painter, scene, mark, boxes[0], left, metrics)
        elif scene.marks.column(mark) < _MOST_BARS:
            _paint_bar(painter, scene, mark, boxes, left, metrics)
        else:
            too_many.setdefault((mark.kind, round(boxes[0].top())), []).append(boxes[0])
    for (kind, _top), beyond in too_many.items():
        _paint_number(painter, scene, kind, beyond, slots[kind], metrics)
    for mark in scene.suggested:
        if boxes := scene.boxes_of(mark):
            _paint_hollow(painter, scene, mark, boxes[0], slots[mark.kind], metrics)


def _paint_short(painter: QPainter, scene: Scene, mark: Mark, box: QRectF, left: float, metrics: Metrics) -> None:
    painter.fillRect(_short_area(scene, mark, box, left, metrics), QColor(scene.tokens.kinds[mark.kind].ink))


def _paint_hollow(painter: QPainter, scene: Scene, mark: Mark, box: QRectF, left: float, metrics: Metrics) -> None:
    area = _short_area(scene, mark, box, left, metrics)
    painter.setPen(QPen(QColor(scene.tokens.kinds[mark.kind].ink), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5))


def _short_area(scene: Scene, mark: Mark, box: QRectF, left: float, metrics: Metrics) -> QRectF:
    """Return where the mark of a short passage is in its lane."""
    width, height = metrics.px(5), metrics.px(4)
    beside = any(other.is_long and other.kind == mark.kind for other in scene.marks.at(mark.start))
    x = left + (metrics.px(_SLOT) - width) / (1 if beside else 2)
    # Beside a bar it stands at the right and low: the icon of the bar may be on the same line.
    y = box.bottom() - height - metrics.px(3) if beside else box.center().y() - height / 2
    return QRectF(round(x), round(y), width, height)


def _paint_bar(
    painter: QPainter, scene: Scene, mark: Mark, boxes: Sequence[QRectF], left: float, metrics: Metrics
) -> None:
    ink, column, size = scene.tokens.kinds[mark.kind].ink, scene.marks.column(mark), metrics.icon_small
    top, bottom = boxes[0].top() + 3, boxes[-1].bottom() - 3
    if mark.start >= scene.first and column == 0:
        icons.paint(painter, KINDS[mark.kind].icon, ink, QRectF(left, top, metrics.px(_SLOT), size), size)
        top += size + 3
    if bottom - top < _LEAST_BAR:
        return
    # One bar stands under its icon; several stand side by side from the left of their slot.
    middle = round(left + metrics.px(_SLOT) / 2)
    width, x = (metrics.px(3), middle - metrics.px(3) // 2) if column == 0 else (2, middle + 3 * column - 1)
    if mark.kind == "note":
        pen = QPen(QColor(ink), width)
        pen.setDashPattern([1.6, 1.2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(x + width / 2, top), QPointF(x + width / 2, bottom))
    else:
        painter.fillRect(QRectF(x, top, width, bottom - top), QColor(ink))


def _paint_number(
    painter: QPainter, scene: Scene, kind: str, beyond: Sequence[QRectF], left: float, metrics: Metrics
) -> None:
    font = painter.font()
    font.setPixelSize(metrics.px(9))
    painter.setFont(font)
    painter.setPen(QColor(scene.tokens.kinds[kind].ink))
    area = QRectF(left, beyond[0].bottom() - metrics.px(12), metrics.px(_SLOT) + 4, metrics.px(12))
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"+{len(beyond)}")
