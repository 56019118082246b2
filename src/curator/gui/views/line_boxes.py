"""Where words of a text field are on the screen: a box for each line, also where scripts of both directions meet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

_LEADING, _TRAILING = QTextLine.Edge.Leading, QTextLine.Edge.Trailing


def visible_range(edit: QTextEdit) -> tuple[int, int]:
    """Return the first and last place (UTF-16 units) that can be seen."""
    area = edit.viewport().rect()
    top = [edit.cursorForPosition(corner).position() for corner in (area.topLeft(), area.topRight())]
    bottom = [edit.cursorForPosition(corner).position() for corner in (area.bottomLeft(), area.bottomRight())]
    return min(top), max(*top, *bottom)


def line_boxes(edit: QTextEdit, start: int, end: int) -> Iterator[QRectF]:
    """Yield a box (viewport pixels) for each line of the words from `start` to `end`, spaces at a wrap left out.

    Where both directions of writing meet in a line there is a box for each stretch of it.
    """
    document, layout = edit.document(), edit.document().documentLayout()
    shift = QPointF(-edit.horizontalScrollBar().value(), -edit.verticalScrollBar().value())
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        corner = layout.blockBoundingRect(block).topLeft() + shift
        yield from _boxes_in(block, start - block.position(), end - block.position(), corner)
        block = block.next()


def _boxes_in(block: QTextBlock, start: int, end: int, corner: QPointF) -> Iterator[QRectF]:
    lines, text = block.layout(), block.text()
    one_way = text.isascii() or not any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
    if len(text) != block.length() - 1:
        # Qt counts two for a letter beyond U+FFFF, Python one.
        text = "".join(letter if letter <= "\uffff" else "\ufffd" * 2 for letter in text)
    for number in range(lines.lineCount()):
        line = lines.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            for left, right in _stretches(line, first, last, one_way):
                yield QRectF(left, line.y(), right - left, line.height()).translated(corner)


def _stretches(line: QTextLine, first: int, last: int, one_way: bool) -> Iterator[tuple[float, float]]:
    """Yield left and right of each stretch of letters that stand side by side."""
    if one_way:
        left, right = _x(line, first, _LEADING), _x(line, last - 1, _TRAILING)
        yield min(left, right), max(left, right)
        return
    edges = ((_x(line, at, _LEADING), _x(line, at, _TRAILING)) for at in range(first, last))
    found = sorted((min(pair), max(pair)) for pair in edges)
    left, right = found[0]
    for start, end in found[1:]:
        if start > right + 0.5:
            yield left, right
            left = start
        right = max(right, end)
    yield left, right


def _x(line: QTextLine, at: int, edge: QTextLine.Edge) -> float:
    # The binding returns the place and what is left of the cursor.
    found: object = line.cursorToX(at, edge)
    return float(found[0]) if isinstance(found, tuple) else 0.0
