"""A name that nobody has confirmed yet: the picture of its kind, the name above a dotted line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from curator.gui import icons
from curator.gui.kinds import KINDS
from curator.gui.theme import theme
from curator.gui.widgets.painting import dotted


class SuggestedName(QWidget):
    """One line; what does not fit ends in an ellipsis and stands whole in the tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_name(self, kind: str, name: str) -> None:
        """Show a name of one of KINDS."""
        self._kind, self._name = kind, name
        self.setAccessibleName(f"{KINDS[kind].name}, {name}")
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of picture and name."""
        metrics = theme().metrics
        words = QFontMetrics(theme().font("base", QFont.Weight.DemiBold))
        left = metrics.icon_normal + metrics.space_s
        return QSize(left + words.horizontalAdvance(self._name) + 2, words.height() + metrics.space_xs)

    def minimumSizeHint(self) -> QSize:
        """Return the room of the picture and a few letters."""
        return QSize(theme().metrics.px(56), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        if not self._kind:
            return
        painter, metrics = QPainter(self), theme().metrics
        ink = theme().tokens.kinds[self._kind].ink
        icons.paint(
            painter,
            KINDS[self._kind].icon,
            ink,
            QRect(0, 0, metrics.icon_normal, self.height()),
            metrics.icon_normal,
        )
        painter.setFont(theme().font("base", QFont.Weight.DemiBold))
        words = painter.fontMetrics()
        left = metrics.icon_normal + metrics.space_s
        shown = words.elidedText(self._name, Qt.TextElideMode.ElideRight, self.width() - left)
        painter.setPen(QColor(theme().tokens.text))
        area = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        base = (self.height() + words.ascent() - words.descent()) / 2 + metrics.px(4)
        dotted(painter, left, left + words.horizontalAdvance(shown), base, ink)
