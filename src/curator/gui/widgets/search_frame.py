"""The frame of a field for searching: icon, what is typed, its key, and a way to clear it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.buttons import IconButton
from curator.gui.widgets.key_hints import KeyCap
from curator.gui.widgets.painting import box, ring
from curator.gui.widgets.symbol import Symbol
from curator.i18n import _


class SearchFrame(QWidget):
    """A frame around a line of text. What else belongs into the field (tokens, buttons) goes into `row`.

    Args:
        placeholder: what can be typed here.
        key: the key that leads here, as it is to be shown; it gives way to the clear button.
        icon: "search", or "plus" for a field that adds.

    Signals:
        edited: (str) the text changed.
        submitted: (str) Enter.
        cleared: the x was pressed.
    """

    edited = Signal(str)
    submitted = Signal(str)
    cleared = Signal()

    def __init__(self, placeholder: str, key: str = "", parent: QWidget | None = None, *, icon: str = "search") -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setProperty("bare", True)
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleName(placeholder)
        self.row = QHBoxLayout(self)
        self._key = KeyCap(key) if key else None
        self._clear = IconButton("x", _("Clear"))
        self._clear.hide()
        self.row.addWidget(Symbol(icon))
        self.row.addWidget(self.line, 1)
        if self._key:
            self.row.addWidget(self._key)
        self.row.addWidget(self._clear)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._connect()
        self._retheme()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame; with the focus it has the ring."""
        painter, tokens, radius = QPainter(self), theme().tokens, theme().metrics.radius_button
        box(painter, self.rect(), radius, tokens.raised, tokens.control)
        if self.line.hasFocus():
            ring(painter, self.rect(), radius)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Lead a press beside the words into them."""
        self.line.setFocus(Qt.FocusReason.MouseFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw the frame anew as the focus comes and goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._text_changed)
        self.line.returnPressed.connect(lambda: self.submitted.emit(self.line.text()))
        self._clear.clicked.connect(self._cleared)
        theme().changed.connect(self._retheme)

    def _text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if self._key:
            self._key.setVisible(not text)
        self.edited.emit(text)

    def _cleared(self) -> None:
        self.line.clear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cleared.emit()

    def _retheme(self) -> None:
        metrics = theme().metrics
        self.row.setContentsMargins(metrics.px(9), 0, metrics.px(5), 0)
        self.row.setSpacing(metrics.px(6))
        self.setFixedHeight(metrics.bar_field + metrics.space_xs)
