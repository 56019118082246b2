"""The table of the names manager: rows walked, marked and acted on by single keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from curator.gui import keys
from curator.gui.models.names_list import NamesList
from curator.gui.models.names_words import ARTICLES, BESIDE, DATES, LAST, MARK, MENTIONS, NAME
from curator.gui.panes import NAME_LIST
from curator.gui.theme import theme
from curator.gui.views.names_painting import NamesPainting
from curator.gui.widgets.drawn_table import DrawnTable
from curator.i18n import _
from curator.operations.names_listing import ListedName

_AnyIndex = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ACTS = {"m": "merge", "n": "not-same", "o": "take-out", "s": "split", "t": "tag-all"}
_KEYS = {Qt.Key.Key_F2: "rename", Qt.Key.Key_Delete: "remove"}
# The least width of each column (px at 100 %); what is left goes to name and other names.
_LEAST = {MARK: 60, NAME: 140, BESIDE: 120, DATES: 120, ARTICLES: 72, MENTIONS: 80, LAST: 96}
# Which give way where there is no room, in this order.
_GIVE_WAY = (LAST, MENTIONS, DATES)


class NamesTable(DrawnTable):
    """Shows a `NamesList`.

    Signals:
        act_wanted(str): a key asked for an act: "open", "merge", "not-same", "take-out", "split", "tag-all", "rename",
            "remove".
        up_wanted(): Up on the first row.
        left(): Esc.
        sort_wanted(int): the head of a column was pressed.
        menu_wanted(QPoint): the context menu, at a place on the screen.
    """

    act_wanted = Signal(str)
    up_wanted = Signal()
    left = Signal()
    sort_wanted = Signal(int)
    menu_wanted = Signal(object)

    def __init__(self, names: NamesList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = names
        self._kept: tuple[ListedName | None, list[ListedName], int, int] = (None, [], 0, 0)
        # The record that becomes current as soon as it is shown; 0 for none.
        self._awaited = 0
        self._begins = False
        self.setModel(names)
        self.setItemDelegate(NamesPainting(self))
        self.setAccessibleName(_("Names on record"))
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(self.sort_wanted)
        names.modelAboutToBeReset.connect(self._keep)
        names.modelReset.connect(self._bring_back)
        self.doubleClicked.connect(lambda _index: self.act_wanted.emit("open"))
        self._retheme()

    # -- where one is

    def current(self) -> ListedName | None:
        """Return the current row."""
        return self.names.row(self.currentIndex().row())

    def selected(self) -> list[ListedName]:
        """Return the selected rows, in the order of the table."""
        spans = sorted((span.top(), span.bottom()) for span in self.selectionModel().selection().toList())
        places = dict.fromkeys(place for top, bottom in spans for place in range(top, bottom + 1))
        return [row for place in places if (row := self.names.row(place))]

    def select_place(self, place: int) -> None:
        """Make a row (from 0) current, as far as there is one."""
        if 0 <= place < self.names.rowCount():
            index, flags = self.names.index(place, NAME), QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def select_name(self, authority_id: int) -> None:
        """Make the row of a record current, now or as soon as it is shown."""
        place = next((at for at, row in enumerate(self.names.chosen.rows) if row.id == authority_id), -1)
        self._awaited = 0 if place >= 0 else authority_id
        self.select_place(place)

    def enter(self) -> None:
        """Take the focus, at the first row where none is current."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._begins = not self.names.rowCount()
        if not self.currentIndex().isValid():
            self.select_place(0)

    def begin(self) -> None:
        """Go to the beginning: other rows are shown."""
        self._kept = (None, [], 0, 0)
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())
        self.scrollToTop()

    def _keep(self) -> None:
        """Remember where one is, before the rows are put in anew."""
        self._kept = (self.current(), self.selected(), self.currentIndex().row(), self.verticalScrollBar().value())

    def _bring_back(self) -> None:
        current, selected, place, scrolled = self._kept
        if self._awaited:
            self.select_name(self._awaited)
            if not self._awaited:
                return
        if current is None:
            if self._begins and self.names.rowCount():
                self._begins = False
                self.select_place(0)
            return
        found = self.names.place_of(current)
        self.select_place(found if found >= 0 else min(place, self.names.rowCount() - 1))
        flags = QItemSelectionModel.SelectionFlag
        for row in selected if len(selected) > 1 else ():
            if (at := self.names.place_of(row)) >= 0:
                self.selectionModel().select(self.names.index(at, NAME), flags.Select | flags.Rows)
        self.verticalScrollBar().setValue(scrolled)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    # -- keys and the pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by J and K, mark by X, act by letters; what is no key of this table goes on to the page."""
        letter, place = keys.letter(event, NAME_LIST), self.currentIndex().row()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if not plain:
            super().keyPressEvent(event)
        elif letter in ("J", "K"):
            arrow = Qt.Key.Key_Down if letter == "J" else Qt.Key.Key_Up
            super().keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, arrow, Qt.KeyboardModifier.ShiftModifier))
        elif letter == "k" or (event.key() == Qt.Key.Key_Up and not event.modifiers()):
            self.select_place(place - 1)
            if place <= 0 and event.key() == Qt.Key.Key_Up:
                self.up_wanted.emit()
        elif letter == "j":
            self.select_place(place + 1)
        elif letter in ("x", " "):
            self.names.mark(place)
            self.select_place(place + 1)
        elif event.key() in _ENTER:
            self.act_wanted.emit("open")
        elif event.key() in _KEYS:
            self.act_wanted.emit(_KEYS[Qt.Key(event.key())])
        elif letter in _ACTS:
            self.act_wanted.emit(_ACTS[letter])
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif letter.strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selected names."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_wanted.emit(place)

    def currentChanged(self, current: _AnyIndex, previous: _AnyIndex) -> None:
        """Draw the bar of the current row where it is."""
        super().currentChanged(current, previous)
        self.viewport().update()

    # -- looks

    def share_width(self) -> None:
        """Give each column its width; name and other names share what is left."""
        metrics, whole = theme().metrics, self.viewport().width()
        least = {column: metrics.px(width) for column, width in _LEAST.items()}
        is_told = self.names.wanted.check in ("look-alike", "merged")
        for column in _GIVE_WAY:
            # Why two names stand beside each other is what one looks for.
            is_too_narrow = sum(least.values()) > whole and not (is_told and column == DATES)
            self.setColumnHidden(column, is_too_narrow)
            if is_too_narrow:
                del least[column]
        spare = max(0, whole - sum(least.values()))
        shares = {NAME: 1, BESIDE: 2, DATES: 2} if is_told else {NAME: 2, BESIDE: 2, DATES: 1}
        shares = {column: share for column, share in shares.items() if column in least}
        for column, width in least.items():
            share = shares.get(column, 0) / sum(shares.values())
            self.horizontalHeader().resizeSection(column, width + int(spare * share))
