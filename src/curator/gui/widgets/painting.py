"""Shapes that several controls draw."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from curator.gui.theme import theme


def box(
    painter: QPainter, area: QRect | QRectF, radius: int, fill: str = "", edge: str = "", dashed: bool = False
) -> None:
    """Draw a box with round corners and an edge of one px just inside `area`; empty colours are left out."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(edge), theme().metrics.space_hair)
    pen.setStyle(Qt.PenStyle.NoPen if not edge else Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
    if dashed:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def ring(painter: QPainter, area: QRect | QRectF, radius: int) -> None:
    """Draw the ring of focus just inside `area`."""
    metrics = theme().metrics
    inset = metrics.focus_ring / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme().tokens.focus), metrics.focus_ring))
    painter.drawRoundedRect(QRectF(area).adjusted(inset, inset, -inset, -inset), radius, radius)


def shadow(painter: QPainter, area: QRect | QRectF, radius: int) -> None:
    """Draw a soft shadow around `area`, a little more below than above."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ink = QColor(theme().tokens.shadow)
    ink.setAlphaF(0.035)
    painter.setBrush(ink)
    for grow in range(theme().metrics.space_m, 0, -1):
        painter.drawRoundedRect(QRectF(area).adjusted(-grow, -grow / 2, grow, grow * 1.5), radius + grow, radius + grow)


def bar(painter: QPainter, area: QRect) -> None:
    """Draw the bar of focus at the left of a row."""
    width = theme().metrics.focus_bar
    painter.fillRect(QRect(area.left(), area.top(), width, area.height()), QColor(theme().tokens.focus))


def dotted(painter: QPainter, left: float, right: float, at: float, ink: str) -> None:
    """Draw the dotted line below what nobody has confirmed yet, `at` so many px from the top."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(ink), 2)
    # A round cap makes a dot of a dash without length.
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 2])
    painter.setPen(pen)
    painter.drawLine(QPointF(left + 1, at), QPointF(right - 1, at))
