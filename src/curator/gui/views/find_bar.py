"""Find in this article: words are marked in the text while they are typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.buttons import IconButton
from curator.i18n import _


class FindBar(QWidget):
    """Signals: typed(str), other words; stepped(int), to the next (1) or the hit before (-1); closed()."""

    typed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Find in this article"))
        self.line.setAccessibleName(_("Find in this article"))
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self.typed)
        self._count = QLabel()
        self._count.setProperty("role", "meta")
        previous = IconButton("chevron-up", _("Previous hit"), "Shift+F3")
        following = IconButton("chevron-down", _("Next hit"), "F3")
        close = IconButton("x", _("Close"), "Esc")
        previous.clicked.connect(lambda: self.stepped.emit(-1))
        following.clicked.connect(lambda: self.stepped.emit(1))
        close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        space = theme().metrics.space_m
        row.setContentsMargins(space, space // 2, space, space // 2)
        row.addWidget(self.line, 1)
        for part in (self._count, previous, following, close):
            row.addWidget(part)
        self.hide()

    def ask(self) -> None:
        """Open with what was looked for last."""
        self.show()
        self.line.setFocus()
        self.line.selectAll()
        self.typed.emit(self.line.text())

    def tell(self, number: int, count: int) -> None:
        """Say which of how many hits is current."""
        if not self.line.text().strip():
            self._count.setText("")
        elif not count:
            self._count.setText(_("Not in this article"))
        else:
            self._count.setText(_("%(n)d of %(count)d") % {"n": number, "count": count})

    def close_bar(self) -> None:
        """Close; the hits of the search come back."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Shift+Enter step, Esc closes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.stepped.emit(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)
