"""The frame over the window while files are dragged in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from curator.gui.theme import theme
from curator.gui.widgets.painting import box
from curator.i18n import _


class DropFrame(QWidget):
    """Covers its parent and says what dropping does; the parent takes the drop."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self) -> None:
        """Show it over the whole parent."""
        covered = self.parentWidget()
        assert covered is not None
        self.setGeometry(covered.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a dashed frame on a veil, and the words on a plate in its middle."""
        painter, tokens, metrics = QPainter(self), theme().tokens, theme().metrics
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(tokens.window)
        veil.setAlphaF(0.82)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(QColor(tokens.accent), metrics.focus_ring, Qt.PenStyle.DashLine))
        inset = metrics.space_l
        painter.drawRoundedRect(self.rect().adjusted(inset, inset, -inset, -inset), inset, inset)
        words, font = _("Drop to import"), theme().font("page", QFont.Weight.DemiBold)
        painter.setFont(font)
        plate = painter.fontMetrics().boundingRect(words).adjusted(-inset * 3, -inset, inset * 3, inset)
        plate.moveCenter(self.rect().center())
        box(painter, plate, metrics.radius_popup, tokens.raised, tokens.accent)
        painter.setPen(QColor(tokens.text))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)
