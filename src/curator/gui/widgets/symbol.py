"""An icon that only shows something."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.gui import icons
from curator.gui.theme import theme

# QPainter counts angles in sixteenths of a degree.
_ARC_UNITS = 16


class Symbol(QWidget):
    """A picture that cannot be pressed.

    Args:
        icon: the name of the icon.
        ink: the token of its colour.
        small: 12 px instead of 16.
        size: another name of [icon] in sizes.toml ("large").
    """

    def __init__(
        self, icon: str, ink: str = "text2", parent: QWidget | None = None, *, small: bool = False, size: str = ""
    ) -> None:
        super().__init__(parent)
        self._icon, self._ink, self._size = icon, ink, size or ("small" if small else "normal")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_icon(self, icon: str, ink: str = "text2") -> None:
        """Show another icon, in the colour of the token `ink`."""
        self._icon, self._ink = icon, ink
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the icon."""
        return QSize(self._px(), self._px())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        icons.paint(painter, self._icon, getattr(theme().tokens, self._ink), self.rect(), self._px())

    def _px(self) -> int:
        return int(getattr(theme().metrics, f"icon_{self._size}"))


class Spinner(Symbol):
    """Work going on. It turns when the work says something (`step`), so it stands still when the work does."""

    # Degrees.
    _TURN = 45
    _ARC = 270

    def __init__(self, ink: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__("loader", ink, parent)
        self._angle = 0

    def step(self) -> None:
        """Turn a little."""
        self._angle = (self._angle + self._TURN) % 360
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the arc, turned."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / 10
        ink = QColor(getattr(theme().tokens, self._ink))
        painter.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        area = QRectF(self.rect()).adjusted(width, width, -width, -width)
        painter.drawArc(area, -self._angle * _ARC_UNITS, self._ARC * _ARC_UNITS)
