"""How marks are drawn: tints below the words, underlines and lanes beside them, only where the eye is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock
from PySide6.QtWidgets import QTextEdit

from curator.gui.tokens import Tokens
from curator.gui.views.marks import Mark, Marks

SLOT = 13
GUTTER_EDGE = 6


def visible_range(edit: QTextEdit) -> tuple[int, int]:
    """Return the first and last place (UTF-16 units) that can be seen."""
    area = edit.viewport().rect()
    first = edit.cursorForPosition(area.topLeft()).position()
    last = edit.cursorForPosition(area.bottomRight()).position()
    return first, max(first, last)


def line_boxes(edit: QTextEdit, start: int, end: int) -> Iterator[QRectF]:
    """Yield a box (viewport pixels) for each line of the words from `start` to `end`, spaces at a wrap left out."""
    document, layout = edit.document(), edit.document().documentLayout()
    shift = QPointF(-edit.horizontalScrollBar().value(), -edit.verticalScrollBar().value())
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        corner = layout.blockBoundingRect(block).topLeft() + shift
        yield from _boxes_in(block, start - block.position(), end - block.position(), corner)
        block = block.next()


def _boxes_in(block: QTextBlock, start: int, end: int, corner: QPointF) -> Iterator[QRectF]:
    lines, text = block.layout(), block.text()
    for number in range(lines.lineCount()):
        line = lines.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        while last > first and text[last - 1 : last].isspace():
            last -= 1
        if first >= last:
            continue
        left, right = _x(line, first), _x(line, last)
        box = QRectF(min(left, right), line.y(), abs(right - left), line.height())
        yield box.translated(corner)


def _x(line: object, at: int) -> float:
    # The binding returns the place and what is left of the cursor.
    found = line.cursorToX(at)  # type: ignore[attr-defined]
    return float(found[0] if isinstance(found, tuple) else found)


def paint_tints(edit: QTextEdit, painter: QPainter, marks: Sequence[Mark], tokens: Tokens) -> None:
    """Paint what lies under the words: long tints first, or one statement would wipe out the names in it."""
    painter.setPen(Qt.PenStyle.NoPen)
    for mark in sorted(marks, key=lambda mark: mark.start - mark.end):
        if tokens.tints:
            painter.setBrush(QColor(tokens.kinds[mark.kind].tint))
            for box in line_boxes(edit, mark.start, mark.end):
                painter.drawRoundedRect(box.adjusted(-1, 1, 1, -1), 3, 3)


def paint_hits(
    edit: QTextEdit, painter: QPainter, hits: Sequence[tuple[int, int]], now: tuple[int, int] | None, tokens: Tokens
) -> None:
    """Paint search hits below the words, each with an edge; the current one stronger."""
    for hit in hits:
        is_now = hit == now
        painter.setPen(QPen(QColor(tokens.text if is_now else tokens.hit_edge), 2 if is_now else 1))
        painter.setBrush(QColor(tokens.hit_now if is_now else tokens.hit))
        for box in line_boxes(edit, *hit):
            painter.drawRoundedRect(box.adjusted(-1, 1, 1, -1), 3, 3)


def paint_underlines(edit: QTextEdit, painter: QPainter, marks: Sequence[Mark], tokens: Tokens) -> None:
    """Paint the underlines of names; long passages have a bar in their lane instead."""
    for mark in marks:
        if mark.is_long:
            continue
        painter.setPen(QPen(QColor(tokens.kinds[mark.kind].ink), 1.5))
        for box in line_boxes(edit, mark.start, mark.end):
            painter.drawLine(box.bottomLeft() + QPointF(0, -1), box.bottomRight() + QPointF(0, -1))


def paint_lanes(
    edit: QTextEdit, painter: QPainter, marks: Marks, seen: Sequence[Mark], left: float, tokens: Tokens
) -> None:
    """Paint the lanes: a slot for each kind present; a bar for a long passage, a mark for a short one.

    Args:
        left: where the gutter begins (viewport pixels).
    """
    slots = {kind: number for number, kind in enumerate(marks.kinds())}
    painter.setPen(Qt.PenStyle.NoPen)
    taken: dict[str, list[tuple[float, float]]] = {}
    for mark in seen:
        boxes = list(line_boxes(edit, mark.start, mark.end))
        if not boxes:
            continue
        painter.setBrush(QColor(tokens.kinds[mark.kind].ink))
        x = left + slots[mark.kind] * SLOT
        if mark.is_long:
            top, bottom = boxes[0].top() + 2, boxes[-1].bottom() - 2
            # Passages of one kind over the same lines stand side by side, four at most.
            beside = sum(first < bottom and top < last for first, last in taken.get(mark.kind, []))
            taken.setdefault(mark.kind, []).append((top, bottom))
            painter.drawRect(QRectF(x + 4 + min(beside, 3) * 3, top, 2 if beside else 3, bottom - top))
        else:
            painter.drawRect(QRectF(x + 3, boxes[0].center().y() - 2, 5, 4))


def paint_current(edit: QTextEdit, painter: QPainter, start: int, end: int, left: float, tokens: Tokens) -> None:
    """Paint the bar at the left of the current sentence or selected passage."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.focus if edit.hasFocus() else tokens.control))
    for box in line_boxes(edit, start, end):
        painter.drawRect(QRectF(left, box.top(), 2, box.height()))
