"""The popup that asks for a collection: a path is typed, one that is there chosen, or a new one made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from curator.gui import icons
from curator.gui.theme import theme
from curator.i18n import _, ngettext
from curator.text.name_key import name_key

_ROWS, _WIDTH = 8, 430
_PATH = Qt.ItemDataRole.UserRole


class CollectionPopup(QFrame):
    """A child of the window. Enter takes the current row, Esc gives it up.

    Signals:
        picked(str): the path of a collection ("Floods / Florence 1966"); it may be new.
        dismissed(): Esc.
    """

    picked = Signal(str)
    dismissed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setAutoFillBackground(True)
        self._window = parent
        self._paths: Sequence[str] = ()
        self._head = QLabel(_("Put into a collection"))
        self._head.setProperty("role", "meta")
        self.line = QLineEdit()
        self.line.setAccessibleName(self._head.text())
        self.line.setPlaceholderText(_("Its title; / leads into another"))
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._offer)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Collections"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(lambda _item: self._pick())
        column = QVBoxLayout(self)
        for part in (self._head, self.line, self.list):
            column.addWidget(part)
        self.hide()

    def ask(self, articles: int, paths: Sequence[str], around: QRect) -> None:
        """Open below the box `around` (px of the parent).

        Args:
            articles: how many are to be put into it.
            paths: the collections there are.
        """
        words = ngettext("Put %(n)d article into a collection", "Put %(n)d articles into a collection", articles)
        self._head.setText(words % {"n": articles})
        self.line.setAccessibleName(self._head.text())
        self._paths = paths
        self.line.clear()
        self._offer("")
        self.setFixedWidth(min(theme().metrics.px(_WIDTH), self._window.width() - 16))
        self.adjustSize()
        left = max(8, min(around.left(), self._window.width() - self.width() - 8))
        below, above = around.bottom() + 6, around.top() - self.height() - 6
        fits = below + self.height() < self._window.height() or above < 0
        self.move(QPoint(left, below if fits else above))
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the rows while the line keeps the focus."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            by = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + by) % max(1, self.list.count()))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick()
        elif key == Qt.Key.Key_Escape:
            self.hide()
            self.dismissed.emit()
        else:
            return super().eventFilter(watched, event)
        return True

    def _offer(self, typed: str) -> None:
        """List the collections whose words begin as what was typed, and offer to make one."""
        words, title = name_key(typed).split(), " ".join(typed.split())
        found = [path for path in self._paths if _fits(words, path)][:_ROWS]
        self.list.clear()
        for path in found:
            self._add(path, "folder", path)
        if words and title not in self._paths:
            self._add(_("New collection “%(name)s”") % {"name": title}, "plus", title)
        self.list.setCurrentRow(0)
        self.list.setVisible(self.list.count() > 0)
        self.list.setFixedHeight(self.list.count() * theme().metrics.row_popup + 4)
        self.adjustSize()

    def _add(self, words: str, icon: str, path: str) -> None:
        item = QListWidgetItem(icons.icon(icon, theme().tokens.text2), words)
        item.setData(_PATH, path)
        self.list.addItem(item)

    def _pick(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.hide()
            self.picked.emit(item.data(_PATH))


def _fits(words: Sequence[str], path: str) -> bool:
    beginnings = name_key(path).split()
    return all(any(beginning.startswith(word) for beginning in beginnings) for word in words)
