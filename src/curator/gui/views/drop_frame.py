"""The frame over the window while files are dragged in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from curator.gui.theme import theme
from curator.gui.widgets.painting import box
from curator.i18n import _


class DropFrame(QWidget):
    """Covers its parent while files are dragged over it, and says what dropping does.

    Args:
        parent: accepts drops where anything may be imported.

    Signals:
        dropped(list[Path]): files and folders were dropped.
    """

    dropped = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        parent.installEventFilter(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with what is dragged over the parent, and take what is dropped there."""
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.acceptProposedAction()
            self.setGeometry(self._covered.rect())
            self.raise_()
            self.show()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hide()
        elif event.type() == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self.hide()
            event.acceptProposedAction()
            self.dropped.emit([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
            return True
        return super().eventFilter(watched, event)

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
