"""The table of a review: rows walked and acted on by single keys, cells edited in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QWidget

from curator.gui import keys
from curator.gui.models.review_cells import FIELDS, TITLE
from curator.gui.models.review_list import ReviewList
from curator.gui.models.review_words import field_in_need
from curator.gui.panes import REVIEW
from curator.gui.views.review_columns import share_width
from curator.gui.views.review_delegate import ReviewDelegate
from curator.gui.widgets.drawn_table import DrawnTable
from curator.i18n import _

_ACTS = {"e": "edit", "d": "duplicate", "n": "not-same", "x": "reject", "r": "restore", "c": "turn", "a": "accept",
         " ": "accept"}  # fmt: skip
_AnyIndex = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReviewTable(DrawnTable):
    """Shows a `ReviewList`.

    Signals:
        chosen(int): another item is current; its id.
        act_wanted(str): a key asked for an act: "take", "duplicate", "not-same", "reject", "restore", "turn", "accept".
        edited(int, str, str, str): a cell was edited: item, field, what was typed, the value it stands for.
        fault(str): why what was typed cannot be kept; empty when nothing is wrong any more.
    """

    chosen = Signal(int)
    act_wanted = Signal(str)
    edited = Signal(int, str, str, object)
    fault = Signal(str)

    def __init__(self, review: ReviewList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.review = review
        self._told = 0
        self._offset: int | None = None
        # Nobody has done anything here yet: the first row is the current one, whatever comes above it.
        self._is_fresh, self._gone_from = True, 0
        self.setModel(review)
        self.setItemDelegate(ReviewDelegate(self))
        self.setAccessibleName(_("Items of the review"))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        review.rowsAboutToBeInserted.connect(lambda *_rows: self._note_place())
        review.rowsInserted.connect(lambda *_rows: self._keep_place())
        review.rowsAboutToBeRemoved.connect(lambda *_rows: self._note_place())
        review.rowsRemoved.connect(lambda *_rows: self._keep_place())
        review.opened.connect(self.choose_first)
        self.doubleClicked.connect(lambda _index: self.edit_here())
        self._retheme()

    # -- where one is

    def selected_ids(self) -> list[int]:
        """Return the ids of the selected items, in the order of the table."""
        spans = sorted((span.top(), span.bottom()) for span in self.selectionModel().selection().toList())
        places = dict.fromkeys(place for top, bottom in spans for place in range(top, bottom + 1))
        return [row.id for place in places if (row := self.review.row(place))]

    def current_id(self) -> int:
        """Return the id of the current item; 0 for none."""
        row = self.review.row(self.currentIndex().row())
        return row.id if row else 0

    def choose_first(self) -> None:
        """Go to the first row."""
        self._told, self._is_fresh = 0, True
        self.select_place(0)
        self.scrollToTop()

    def select_place(self, place: int) -> None:
        """Make a row (from 0) current, as far as there is one; the column stays."""
        if 0 <= place < self.review.rowCount():
            column = self.currentIndex().column() if self.currentIndex().isValid() else TITLE
            index, flags = self.review.index(place, max(column, TITLE)), QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def currentChanged(self, current: _AnyIndex, previous: _AnyIndex) -> None:
        """Tell of another current item."""
        super().currentChanged(current, previous)
        self.viewport().update()
        found = self.current_id()
        if found != self._told:
            self._told = found
            self.chosen.emit(found)

    # -- editing

    def is_editing(self) -> bool:
        """Return whether a cell is being edited."""
        return self.state() == QAbstractItemView.State.EditingState

    def edit_field(self, field: str) -> None:
        """Edit a field of the current item; one that it needs a person for unless `field` says which."""
        row = self.review.row(self.currentIndex().row())
        wanted = field or (field_in_need(row) if row else "")
        column = next((column for column, name in FIELDS.items() if name == wanted), self.currentIndex().column())
        self._edit(self.currentIndex().row(), column if column in FIELDS else TITLE)

    def edit_here(self) -> None:
        """Edit the current cell."""
        column = self.currentIndex().column()
        self._edit(self.currentIndex().row(), column if column in FIELDS else TITLE)

    def edit_beside(self, by: int) -> None:
        """Edit the cell after (1) or before (-1) the current one, on the next or the row before at an end."""
        columns, here = [column for column in FIELDS if not self.isColumnHidden(column)], self.currentIndex()
        place = columns.index(here.column()) + by if here.column() in columns else 0
        self._edit(here.row() + place // len(columns), columns[place % len(columns)])

    def show_fault(self, line: QLineEdit, words: str) -> None:
        """Say why what stands in an editor cannot be kept; empty takes it away."""
        line.setProperty("invalid", bool(words))
        line.setAccessibleDescription(words)
        line.update()
        self.fault.emit(words)

    def _edit(self, place: int, column: int) -> None:
        index = self.review.index(place, column)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.edit(index)

    # -- keys and the pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by J and K, act by letters; what is no key of this table goes on to the page."""
        self._is_fresh = False
        letter, shift = keys.letter(event, REVIEW), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            if event.key() in _ENTER:
                event.ignore()
            else:
                super().keyPressEvent(event)
        elif letter in ("j", "k"):
            self.select_place(self.currentIndex().row() + (1 if letter == "j" else -1))
        elif letter in ("J", "K"):
            arrow = Qt.Key.Key_Down if letter == "J" else Qt.Key.Key_Up
            super().keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, arrow, Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_F2:
            self.edit_here()
        elif letter == "e":
            self.edit_field("")
        elif event.key() in _ENTER and not shift:
            self.act_wanted.emit("take")
        elif letter in _ACTS:
            self.act_wanted.emit(_ACTS[letter])
        elif letter.strip() or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note that somebody is here."""
        self._is_fresh = False
        super().mousePressEvent(event)

    # -- looks

    def share_width(self) -> None:
        """Give each column its width."""
        share_width(self)

    def _note_place(self) -> None:
        """Note where the current row is on the screen, before rows come or go above it."""
        index = self.currentIndex()
        self._gone_from = max(0, index.row())
        top = self.rowViewportPosition(index.row()) if index.isValid() else -1
        height = self.verticalHeader().defaultSectionSize()
        self._offset = top if index.isValid() and -height < top < self.viewport().height() else None

    def _keep_place(self) -> None:
        if self._is_fresh or not self.currentIndex().isValid():
            self.select_place(0 if self._is_fresh else min(self._gone_from, self.review.rowCount() - 1))
            return
        if self._offset is None:
            return
        self.doItemsLayout()
        height = self.verticalHeader().defaultSectionSize()
        self.verticalScrollBar().setValue(self.currentIndex().row() * height - self._offset)
