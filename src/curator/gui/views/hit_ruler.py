"""A scroll bar that shows where in the whole text the hits stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar

from curator.gui.theme import theme

_HEIGHT = 4


class HitRuler(QScrollBar):
    """The vertical scroll bar of a text."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._places: list[float] = []
        self._now = -1

    def set_hits(self, places: Sequence[float], now: int) -> None:
        """Show hits.

        Args:
            places: how far down each is in the text, 0 to 1.
            now: which of them is current, or -1.
        """
        self._places, self._now = list(places), now
        self.update()

    def marks(self) -> list[tuple[QRectF, bool]]:
        """Return where the hits are drawn, one for each height, and whether it is the current one, which is last."""
        room = self.height() - _HEIGHT
        tops = {round(place * room) for place in self._places}
        found = [(self._area(top), False) for top in sorted(tops)]
        if 0 <= self._now < len(self._places):
            found.append((self._area(round(self._places[self._now] * room)), True))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, then the hits over it."""
        super().paintEvent(event)
        painter, tokens = QPainter(self), theme().tokens
        for area, is_now in self.marks():
            painter.setPen(QColor(tokens.text if is_now else tokens.hit_edge))
            painter.setBrush(QColor(tokens.hit_now if is_now else tokens.hit))
            painter.drawRect(area)

    def _area(self, top: int) -> QRectF:
        return QRectF(1, top, self.width() - 3, _HEIGHT - 1)
