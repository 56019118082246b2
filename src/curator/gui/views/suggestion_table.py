"""The table of the queue of suggestions: rows walked and decided about by single keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from curator.gui import icons, keys
from curator.gui.kinds import KINDS
from curator.gui.models.suggestion_list import ARTICLES, NAME, NUMBERS, PLACES, ROW, STANDING, WHY, SuggestionList
from curator.gui.panes import QUEUE
from curator.gui.theme import theme
from curator.gui.widgets.drawn_table import DrawnTable
from curator.gui.widgets.painting import bar, dotted
from curator.operations.suggestion_queue import QueuedName

_AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
# The least width of each column (px at 100 %); what is left goes to the name and the reason.
_LEAST = {NAME: 200, STANDING: 86, ARTICLES: 76, PLACES: 70, WHY: 140}
# Which give way where there is no room, in this order.
_GIVE_WAY = (PLACES, WHY, STANDING, ARTICLES)


class SuggestionTable(DrawnTable):
    """Shows a `SuggestionList`.

    Signals:
        chosen(): another name is current, or none.
        act_wanted(str): "accept", "choose", "reject", "variant", "change", "open", or "filter" (Up on the first row).
        left(): Esc.
    """

    chosen = Signal()
    act_wanted = Signal(str)
    left = Signal()

    def __init__(self, names: SuggestionList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.names = names
        self._kept: tuple[QueuedName | None, int] = (None, 0)
        self.setModel(names)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        names.modelAboutToBeReset.connect(self._keep)
        names.modelReset.connect(self._bring_back)
        names.rowsRemoved.connect(lambda *_rows: self.chosen.emit())
        self.doubleClicked.connect(lambda _index: self.act_wanted.emit("choose"))
        self._retheme()

    def current(self) -> QueuedName | None:
        """Return the current name."""
        return self.names.row(self.currentIndex().row())

    def select_place(self, place: int) -> None:
        """Make a row (from 0) current, as far as there is one."""
        if 0 <= place < self.names.rowCount():
            index, flags = self.names.index(place, NAME), QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.scrollTo(index)

    def enter(self) -> None:
        """Take the focus, at the first row where none is current."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid():
            self.select_place(0)

    def event(self, event: QEvent) -> bool:
        """Keep Backspace, which goes back elsewhere, for rejecting."""
        return keys.claims(event, Qt.Key.Key_Backspace) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by J and K, decide by keys; what is no key of this table goes on to the page."""
        letter, place = keys.letter(event, QUEUE).lower(), self.currentIndex().row()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER:
            self.act_wanted.emit("choose" if shift else "accept")
        elif event.key() in _DELETE:
            self.act_wanted.emit("reject")
        elif event.key() == Qt.Key.Key_F2:
            self.act_wanted.emit("change")
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif letter == "s":
            self.act_wanted.emit("variant")
        elif letter in ("j", "k"):
            self.select_place(place + (1 if letter == "j" else -1))
        elif event.key() == Qt.Key.Key_Up and place <= 0:
            self.act_wanted.emit("filter")
        elif letter.strip():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the name."""
        self.act_wanted.emit("menu")

    def currentChanged(self, current: _AnyIndex, previous: _AnyIndex) -> None:
        """Tell of another name."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self.chosen.emit()

    def _keep(self) -> None:
        self._kept = (self.current(), self.currentIndex().row())

    def _bring_back(self) -> None:
        """Go to the same name; where it is gone, to what stands in its place."""
        name, place = self._kept
        found = self.names.place_of(name) if name else -1
        self.select_place(found if found >= 0 else min(max(place, 0), self.names.rowCount() - 1))
        self.chosen.emit()

    def share_width(self) -> None:
        """Give each column its width; what is left goes to the name and the reason."""
        metrics, whole = theme().metrics, self.viewport().width()
        least = {column: metrics.px(width) for column, width in _LEAST.items()}
        for column in _GIVE_WAY:
            is_too_narrow = sum(least.values()) > whole
            self.setColumnHidden(column, is_too_narrow)
            if is_too_narrow:
                del least[column]
        spare, shared = max(0, whole - sum(least.values())), [each for each in (NAME, WHY) if each in least]
        for column, width in least.items():
            self.setColumnWidth(column, width + (spare // len(shared) if column in shared else 0))


class _Delegate(QStyledItemDelegate):
    """Draws the cells."""

    def __init__(self, table: SuggestionTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        row: QueuedName | None = index.data(ROW)
        if row is None:
            return
        tokens, metrics, area = theme().tokens, theme().metrics, QRect(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.sel if self._table.hasFocus() else tokens.sel_inactive))
            if self._table.hasFocus() and index.column() == NAME:
                bar(painter, area)
        line = QRect(area.left(), area.bottom() + 1 - metrics.space_hair, area.width(), metrics.space_hair)
        painter.fillRect(line, QColor(tokens.line))
        inside = area.adjusted(metrics.space_l, 0, -metrics.space_m, 0)
        if index.column() == NAME:
            _paint_name(painter, inside, row)
        else:
            painter.setFont(theme().font("table"))
            painter.setPen(QColor(tokens.text2))
            words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, _RIGHT if index.column() in NUMBERS else _LEFT, words)
        painter.restore()


def _paint_name(painter: QPainter, area: QRect, row: QueuedName) -> None:
    metrics, ink = theme().metrics, theme().tokens.kinds[row.kind].ink
    first = QRect(area.left(), area.top(), metrics.icon_normal, area.height())
    icons.paint(painter, KINDS[row.kind].icon, ink, first, metrics.icon_normal)
    words = area.adjusted(metrics.icon_normal + metrics.space_m, 0, 0, 0)
    painter.setFont(theme().font("table"))
    painter.setPen(QColor(theme().tokens.text))
    fits = painter.fontMetrics()
    shown = fits.elidedText(row.name, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, _LEFT, shown)
    base = words.center().y() + (fits.ascent() - fits.descent()) / 2 + metrics.px(4)
    dotted(painter, words.left(), words.left() + fits.horizontalAdvance(shown), base, ink)
