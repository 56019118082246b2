"""How marks are drawn: tints below the words, lines and boxes above them, only where the eye is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QTextEdit

from curator.gui.tokens import Tokens
from curator.gui.views.line_boxes import line_boxes, visible_range
from curator.gui.views.marks import Mark, Marks
from curator.gui.widgets.painting import dotted

_ROUND = 3
# Fills that lie over each other at one place; what more there is stands in the lanes only.
_MOST_TINTS = 2
_BLEND = 0.55


class Scene:
    """What can be seen of a text, measured once for each time it is painted.

    Args:
        edit: the text field.
        marks: all marks of the text.
        tokens: the colours.
        suggested: what nobody has confirmed.
        lanes: the kinds that have a lane, from the left.
    """

    def __init__(
        self, edit: QTextEdit, marks: Marks, tokens: Tokens, suggested: Marks | None = None, lanes: Sequence[str] = ()
    ) -> None:
        self.edit, self.marks, self.tokens, self.lanes = edit, marks, tokens, lanes
        self.first, self.last = visible_range(edit)
        self.seen = marks.between(self.first, self.last)
        self.suggested = suggested.between(self.first, self.last) if suggested else ()
        self._boxes = {mark: self.boxes(mark.start, mark.end) for mark in (*self.seen, *self.suggested)}

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Return the boxes of the lines from `start` to `end` (UTF-16 units) that can be seen."""
        # A passage may be as long as the text: what is out of sight is not measured.
        return list(line_boxes(self.edit, max(start, self.first - 1), min(end, self.last + 1)))

    def boxes_of(self, mark: Mark) -> list[QRectF]:
        """Return the boxes of the lines of a mark that can be seen."""
        return self._boxes[mark]


def paint_tints(painter: QPainter, scene: Scene) -> None:
    """Paint what lies under the words: long tints first, or one statement would wipe out the names in it."""
    if not scene.tokens.tints:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painted: list[Mark] = []
    for mark in sorted(scene.seen, key=lambda mark: mark.start - mark.end):
        if mark.kind == "note":
            continue
        below = sum(mark.start < other.end and other.start < mark.end for other in painted)
        if mark.is_long and below >= _MOST_TINTS:
            continue
        painted.append(mark)
        painter.setOpacity(_BLEND if mark.is_long else 1.0)
        painter.setBrush(QColor(scene.tokens.kinds[mark.kind].tint))
        for box in scene.boxes_of(mark):
            painter.drawRoundedRect(box.adjusted(-1, 1, 1, -1), _ROUND, _ROUND)
    painter.setOpacity(1.0)


def paint_hits(painter: QPainter, scene: Scene, hits: Sequence[tuple[int, int]], now: tuple[int, int] | None) -> None:
    """Paint search hits below the words, each with an edge; the current one stronger."""
    tokens = scene.tokens
    edges = {False: QPen(QColor(tokens.hit_edge), 1), True: QPen(QColor(tokens.text), 2)}
    for hit in hits:
        is_now = hit == now
        painter.setPen(edges[is_now])
        painter.setBrush(QColor(tokens.hit_now if is_now else tokens.hit))
        for box in scene.boxes(*hit):
            painter.drawRoundedRect(box.adjusted(-0.5, 1.5, 0.5, -1.5), _ROUND, _ROUND)


def paint_underlines(painter: QPainter, scene: Scene) -> None:
    """Paint underlines: of names, dashed of notes, dotted of what moved; long passages of names have only their bar."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark in scene.seen:
        is_note = mark.kind == "note"
        if mark.is_long and not is_note and not mark.moved:
            continue
        pen = QPen(QColor(scene.tokens.kinds[mark.kind].ink), 1.5)
        if mark.moved:
            pen.setDashPattern([1, 2])
        elif is_note:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        for box in scene.boxes_of(mark):
            # The line of a note is lower, so that a name in it keeps its own.
            lower = QPointF(0, 1 if is_note else -1)
            painter.drawLine(box.bottomLeft() + lower, box.bottomRight() + lower)


def paint_suggested(painter: QPainter, scene: Scene) -> None:
    """Paint dotted underlines below what is suggested: it has no tint."""
    for mark in scene.suggested:
        for box in scene.boxes_of(mark):
            dotted(painter, box.left(), box.right(), box.bottom() - 1, scene.tokens.kinds[mark.kind].ink)


def paint_passage(painter: QPainter, scene: Scene, start: int, end: int) -> None:
    """Paint the ground of a selected passage."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scene.tokens.sel))
    for box in scene.boxes(start, end):
        painter.drawRect(box.adjusted(0, 1, 0, -1))


def paint_handles(painter: QPainter, scene: Scene, start: int, end: int) -> None:
    """Paint the two handles of a selected passage, by which it is made longer or shorter."""
    ink = QColor(scene.tokens.focus)
    for place, at in handles(scene.edit, start, end).items():
        painter.fillRect(at, ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(at.center().x(), at.top() if place == "start" else at.bottom()), 3, 3)


def handles(edit: QTextEdit, start: int, end: int) -> dict[str, QRectF]:
    """Return where the handles of a passage are (viewport pixels): "start" and "end"."""
    first, last = list(line_boxes(edit, start, start + 1)), list(line_boxes(edit, end - 1, end))
    found = {}
    if first:
        found["start"] = QRectF(first[0].left() - 2, first[0].top(), 2, first[0].height())
    if last:
        found["end"] = QRectF(last[-1].right(), last[-1].top(), 2, last[-1].height())
    return found


def paint_current(painter: QPainter, scene: Scene, start: int, end: int, left: float) -> None:
    """Paint the bar at the left of the current sentence or selected passage."""
    focused = scene.edit.hasFocus()
    boxes = scene.boxes(start, end)
    if boxes:
        area = QRectF(left, boxes[0].top(), 2, boxes[-1].bottom() - boxes[0].top())
        painter.fillRect(area, QColor(scene.tokens.focus if focused else scene.tokens.control))
