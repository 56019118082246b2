"""The foot of a pane: its keys and what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.painting import box


@dataclass(frozen=True, slots=True)
class Hint:
    """Keys that do one thing, as they are to be shown: `Hint(("J", "K"), "move")`."""

    keys: tuple[str, ...]
    does: str


class KeyCap(QWidget):
    """A key as it stands on the keyboard, beside what it does.

    Args:
        key: as it is to be shown ("Ctrl K").
    """

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self.setAccessibleName(key)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the room of the cap."""
        return QSize(cap_width(self._key), theme().metrics.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = QPainter(self)
        draw_cap(painter, self.rect(), self._key)


class KeyHints(QWidget):
    """A line of keys. Those at the end give way when it is narrow; the tool tip has them all.

    Args:
        hints: the most used first.
        last: shown at the right end ("commit"), before any other gives way.
    """

    def __init__(self, hints: Sequence[Hint] = (), last: Hint | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_hints(hints, last)
        theme().changed.connect(self.updateGeometry)

    def set_hints(self, hints: Sequence[Hint], last: Hint | None = None) -> None:
        """Show other keys."""
        self._hints, self._last = tuple(hints), last
        shown = [*self._hints, *([last] if last else [])]
        self.setAccessibleName(", ".join(f"{' '.join(hint.keys)} {hint.does}" for hint in shown))
        self.setToolTip("\n".join(f"{' '.join(hint.keys)}   {hint.does}" for hint in shown))
        self.update()

    def shown(self) -> list[Hint]:
        """Return the hints that have room, without the one at the right end."""
        metrics = theme().metrics
        room = self.width() - 2 * metrics.space_l
        room -= _hint_width(self._last) + metrics.space_xl if self._last else 0
        fitting = []
        for hint in self._hints:
            room -= _hint_width(hint)
            if room < 0:
                break
            fitting.append(hint)
            room -= metrics.space_xl
        return fitting

    def sizeHint(self) -> QSize:
        """Return the height of a strip."""
        metrics = theme().metrics
        return QSize(metrics.limit_chip, metrics.bar_strip + metrics.space_hair)

    def minimumSizeHint(self) -> QSize:
        """Return the height of a strip; any width will do."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a hairline above, and the hints."""
        painter = QPainter(self)
        metrics = theme().metrics
        painter.fillRect(QRect(0, 0, self.width(), metrics.space_hair), QColor(theme().tokens.line))
        left = metrics.space_l
        for hint in self.shown():
            self._draw(painter, left, hint)
            left += _hint_width(hint) + metrics.space_xl
        if self._last:
            self._draw(painter, self.width() - metrics.space_l - _hint_width(self._last), self._last)

    def _draw(self, painter: QPainter, left: int, hint: Hint) -> None:
        metrics = theme().metrics
        height = metrics.px(18)
        for key in hint.keys:
            draw_cap(painter, QRect(left, (self.height() - height) // 2, cap_width(key), height), key)
            left += cap_width(key) + metrics.space_s
        painter.setFont(theme().font("meta"))
        painter.setPen(QColor(theme().tokens.text2))
        words = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, hint.does)


def cap_width(key: str) -> int:
    """Return the width in px of a cap for `key`."""
    metrics = theme().metrics
    return max(metrics.px(18), QFontMetrics(theme().font("caps")).horizontalAdvance(key) + metrics.px(9))


def draw_cap(painter: QPainter, area: QRect, key: str) -> None:
    """Draw the cap of `key` into `area`."""
    tokens = theme().tokens
    box(painter, area, theme().metrics.radius_mark, tokens.window, tokens.line2)
    painter.setFont(theme().font("caps"))
    painter.setPen(QColor(tokens.text2))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, key)


def _hint_width(hint: Hint) -> int:
    metrics = theme().metrics
    caps = sum(cap_width(key) + metrics.space_s for key in hint.keys)
    return caps + QFontMetrics(theme().font("meta")).horizontalAdvance(hint.does)
