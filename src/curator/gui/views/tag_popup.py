"""The popup that tags: a name is typed, a record chosen, or a new one made."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from curator.gui import icons
from curator.gui.kinds import KINDS
from curator.gui.theme import theme
from curator.i18n import _, ngettext
from curator.names.completion import Completer, Completion

_ROWS = 6
_WIDTH = 430


class TagPopup(QFrame):
    """A child of the window, under the passage or above it, never over it.

    Signals:
        picked(str, str): kind and name: a record on file, as "#12", or a name that is new.
        dismissed(): Esc.
    """

    picked = Signal(str, str)
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName("popup")
        self.setAutoFillBackground(True)
        self._kind = ""
        self._completer: Completer | None = None
        self._head = QLabel()
        self._head.setProperty("role", "meta")
        self.line = QLineEdit()
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._complete)
        self._list = QListWidget()
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(lambda _item: self._pick())
        column = QVBoxLayout(self)
        for part in (self._head, self.line, self._list):
            column.addWidget(part)
        self.hide()

    def ask(self, kind: str, completer: Completer, around: QRect, typed: str = "") -> None:
        """Open for tags of `kind` ("" for any) beside the box `around` (pixels of the parent)."""
        self._kind, self._completer = kind, completer
        name = KINDS[kind].name if kind else _("Tag")
        self._head.setText(_("%(kind)s: a name, any spelling") % {"kind": name})
        self.line.setAccessibleName(self._head.text())
        self.line.setText(typed)
        self.line.selectAll()
        self._complete(typed)
        self._place(around)
        self.show()
        self.raise_()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the rows while the line keeps the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self._list.setCurrentRow((self._list.currentRow() + step) % max(1, self._list.count()))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._pick()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                self.dismissed.emit()
                return True
        return super().eventFilter(watched, event)

    def _complete(self, typed: str) -> None:
        self._list.clear()
        found = self._completer.complete(typed, self._kind or None, _ROWS) if self._completer else []
        for completion in found:
            self._list.addItem(_row(completion))
        kinds = [self._kind] if self._kind else ["person", "organisation", "event", "place", "theme"]
        typed = " ".join(typed.split())
        known = {completion.matched.casefold() for completion in found}
        if typed and typed.casefold() not in known:
            for kind in kinds:
                words = _("New %(kind)s “%(name)s”") % {"kind": KINDS[kind].name.lower(), "name": typed}
                self._list.addItem(_item(words, kind, typed))
        self._list.setCurrentRow(0)
        self._list.setFixedHeight(min(_ROWS + len(kinds), self._list.count()) * theme().metrics.row_popup + 4)
        self.adjustSize()

    def _pick(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.hide()
            self.picked.emit(*item.data(Qt.ItemDataRole.UserRole))

    def _place(self, around: QRect) -> None:
        window = self._window
        width = theme().metrics.px(_WIDTH)
        self.setFixedWidth(min(width, window.width() - 16))
        self.adjustSize()
        left = max(8, min(around.left(), window.width() - self.width() - 8))
        below = around.bottom() + 6
        above = around.top() - self.height() - 6
        self.move(QPoint(left, below if below + self.height() < window.height() or above < 0 else above))


def _row(completion: Completion) -> QListWidgetItem:
    count = ngettext("%(n)d article", "%(n)d articles", completion.articles) % {"n": completion.articles}
    words = " · ".join(part for part in (completion.name, completion.why, count) if part)
    return _item(words, completion.kind, f"#{completion.authority_id}")


def _item(words: str, kind: str, name: str) -> QListWidgetItem:
    item = QListWidgetItem(icons.icon(KINDS[kind].icon, theme().tokens.kinds[kind].ink), words)
    item.setData(Qt.ItemDataRole.UserRole, (kind, name))
    return item
