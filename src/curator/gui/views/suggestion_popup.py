"""The popup that asks which of several records is meant at a place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from curator.gui.theme import theme
from curator.gui.views.tag_rows import Row, RowList
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.key_hints import Hint, KeyHints
from curator.gui.widgets.painting import box
from curator.i18n import _

_ROWS = 8
_WIDTH = 430
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class SuggestionPopup(QFrame):
    """A child of the window, under the passage or above it, never over it.

    Signals:
        picked(object, bool): the payload of the row; whether it is meant at all places of that name.
        rejected(): none of them is meant.
        dismissed(): Esc.
    """

    picked = Signal(object, bool)
    rejected = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("popup")
        self._around = QRect()
        self._about = ElidingLabel(role="meta-strong")
        self.list = RowList(_("Records that may be meant"))
        self.list.setProperty("popup", True)
        self.list.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._pick(False))
        hints = (Hint((_("Enter"),), _("accept")), Hint((_("Shift"), _("Enter")), _("everywhere here")))
        self._hints = KeyHints((*hints, Hint((_("Del"),), _("none of them"))), Hint((_("Esc"),), _("leave")))
        self._column = QVBoxLayout(self)
        for part in (self._about, self.list, self._hints):
            self._column.addWidget(part)
        theme().changed.connect(self._place)
        self.hide()

    def ask(self, words: str, rows: Sequence[Row], around: QRect) -> None:
        """Open beside the box `around` (pixels of the parent) for the words that may mean one of the rows."""
        self._around = around
        self._about.setText(_("Who or what is meant by “%s”?") % words)
        self.list.set_rows(rows)
        self.show()
        self._place()
        self.raise_()
        self.list.setFocus()
        self.list.make_current(0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper and edge."""
        tokens = theme().tokens
        box(QPainter(self), self.rect(), theme().metrics.radius_popup, tokens.raised, tokens.control)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose, reject, leave; go away with the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _DELETE:
            event.accept()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._press(event):
            return True
        if event.type() == QEvent.Type.FocusOut and self.isActiveWindow() and self.isVisible():
            self.hide()
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER:
            self._pick(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() in _DELETE:
            self.hide()
            self.rejected.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.dismissed.emit()
        else:
            return False
        return True

    def _pick(self, everywhere: bool) -> None:
        row = self.list.current_row()
        if row is not None:
            self.hide()
            self.picked.emit(row.payload, everywhere)

    def _place(self) -> None:
        window, metrics, around = self._window, theme().metrics, self._around
        self._column.setContentsMargins(*(metrics.space_m,) * 3, metrics.space_hair)
        self._column.setSpacing(metrics.space_s)
        width, edge, gap = min(metrics.px(_WIDTH), window.width() - 16), 8, 6
        self.list.setFixedHeight(self.list.height_of(min(self.list.count(), _ROWS)))
        self.setFixedSize(width, self._column.sizeHint().height())
        left = max(edge, min(around.left(), window.width() - width - edge))
        below, above = around.bottom() + gap, around.top() - self.height() - gap
        self.move(QPoint(left, below if below + self.height() < window.height() or above < 0 else above))
