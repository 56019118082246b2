"""An icon that only shows something."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.gui import icons
from curator.gui.theme import theme


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

    _TURN = 45  # degrees

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
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        middle = QRectF(self.rect()).center()
        painter.translate(middle)
        painter.rotate(self._angle)
        half = self.width() / 2
        icons.paint(
            painter,
            "loader",
            getattr(theme().tokens, self._ink),
            QRectF(-half, -half, 2 * half, 2 * half),
            self.width(),
        )
