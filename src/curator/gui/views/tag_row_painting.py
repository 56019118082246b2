"""How rows of names are drawn: headings, boxes, names with the letters that matched, and why they are there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from curator.gui import icons
from curator.gui.theme import theme
from curator.gui.widgets.painting import box, dotted

if TYPE_CHECKING:
    from curator.gui.views.tag_rows import Row

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_BOXES = {"on": "check", "partly": "minus", "off": ""}


def paint_heading(painter: QPainter, area: QRect, row: Row) -> None:
    """Draw the title of what follows, and how much that is."""
    metrics = theme().metrics
    painter.setFont(theme().font("meta", QFont.Weight.DemiBold))
    painter.setPen(QColor(theme().tokens.text))
    words = area.adjusted(metrics.space_s, metrics.space_xs, 0, 0)
    painter.drawText(words, LEFT, row.title)
    width = painter.fontMetrics().horizontalAdvance(row.title) + metrics.space_m
    painter.setFont(theme().font("meta"))
    painter.setPen(QColor(theme().tokens.text2))
    painter.drawText(words.adjusted(width, 0, 0, 0), LEFT, row.count)


def paint_box(painter: QPainter, area: QRect, state: str) -> None:
    """Draw a box that is "on", "partly" or "off"."""
    tokens, metrics = theme().tokens, theme().metrics
    side = metrics.icon_box
    square = QRect(area.left(), area.top() + (area.height() - side) // 2, side, side)
    box(painter, square, metrics.radius_mark, tokens.raised, tokens.control if state == "off" else tokens.accent)
    if _BOXES[state]:
        icons.paint(painter, _BOXES[state], tokens.accent, square, metrics.icon_small)


def paint_name(painter: QPainter, area: QRect, row: Row) -> int:
    """Draw the name, the letters that matched bold and underlined; return where it ends (px)."""
    plain, strong = theme().font(), theme().font("base", QFont.Weight.Bold)
    strong.setUnderline(True)
    painter.setPen(QColor(theme().tokens.text))
    shown = QFontMetrics(strong).elidedText(row.title, Qt.TextElideMode.ElideRight, area.width())
    left = area.left()
    for text, matched in _pieces(shown, row.spans):
        painter.setFont(strong if matched else plain)
        painter.drawText(QRect(left, area.top(), area.right() - left, area.height()), LEFT, text)
        left += painter.fontMetrics().horizontalAdvance(text)
    if row.suggested:
        base = area.center().y() + (painter.fontMetrics().ascent() - painter.fontMetrics().descent()) / 2
        dotted(painter, area.left(), left, base + theme().metrics.px(4), theme().tokens.kinds[row.kind].ink)
    return left


def paint_aside(painter: QPainter, area: QRect, row: Row) -> None:
    """Draw why the row is there, as far as there is room."""
    gap = theme().metrics.space_m
    if row.aside and area.width() > 4 * gap:
        ink, left = theme().tokens.warn if row.warns else theme().tokens.text2, gap
        if row.warns:
            side = theme().metrics.icon_small
            icons.paint(painter, "triangle-alert", ink, QRect(area.left() + gap, area.top(), side, area.height()), side)
            left += side + theme().metrics.space_xs
        painter.setFont(theme().font("meta"))
        painter.setPen(QColor(ink))
        words = painter.fontMetrics().elidedText(row.aside, Qt.TextElideMode.ElideRight, area.width() - left)
        painter.drawText(area.adjusted(left, 0, 0, 0), LEFT, words)


def _pieces(text: str, spans: Iterable[tuple[int, int]]) -> Iterable[tuple[str, bool]]:
    at = 0
    for start, end in spans:
        yield text[at:start], False
        yield text[start:end], True
        at = max(at, end)
    yield text[at:], False
