"""A scroll bar that shows where in the whole text the hits stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar

from curator.gui.theme import theme

_HEIGHT = 4


class HitRuler(QScrollBar):
    """The vertical scroll bar of a text."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._places: list[float] = []
        self._marks: list[QRectF] = []
        self._now = -1

    def set_hits(self, places: Sequence[float], now: int) -> None:
        """Show hits.

        Args:
            places: how far down each is in the text, 0 to 1.
            now: which of them is current, or -1.
        """
        self._places, self._now = list(places), now
        self._measure()
        self.update()

    def marks(self) -> list[QRectF]:
        """Return where the hits are drawn: one for each height."""
        return self._marks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, then the hits over it, the current one last."""
        super().paintEvent(event)
        if not self._marks:
            return
        painter, tokens = QPainter(self), theme().tokens
        painter.setPen(QColor(tokens.hit_edge))
        painter.setBrush(QColor(tokens.hit))
        painter.drawRects(self._marks)
        if self._now >= 0:
            painter.setPen(QColor(tokens.text))
            painter.setBrush(QColor(tokens.hit_now))
            painter.drawRect(self._area(self._top(self._places[self._now])))

    def _measure(self) -> None:
        # Once, not whenever the bar is painted: thousands of hits are measured in a text as long as a book.
        self._marks = [self._area(top) for top in sorted({self._top(place) for place in self._places})]

    def _top(self, place: float) -> int:
        return round(place * (self.height() - _HEIGHT))

    def _area(self, top: int) -> QRectF:
        return QRectF(1, top, self.width() - 3, _HEIGHT - 1)
