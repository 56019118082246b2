"""The navigator: inbox, collections, saved searches, names, trash."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from curator.gui import icons
from curator.gui.models import navigation
from curator.gui.models.listing import Listing
from curator.gui.models.navigation import Navigation
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.i18n import _
from curator.model.authority import AuthorityCount
from curator.model.revision import Changes
from curator.model.saved_search import SavedSearch
from curator.operations import authorities, overview, saved_searches
from curator.operations.context import Context
from curator.operations.overview import Overview

_AnyIndex = QModelIndex | QPersistentModelIndex
_COUNTED = ("article", "collection", "collection_item", "authority", "mention", "saved_search", "archive")


class Navigator(QTreeView):
    """The tree at the left.

    Signals:
        chosen(Listing): an entry was chosen.
        overview_changed(Overview): the counts are new.
    """

    chosen = Signal(object)
    overview_changed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = Navigation(self)
        self.setModel(self._model)
        self.setObjectName("navigator")
        self.setAccessibleName(_("Navigator"))
        self.setItemDelegate(_Entry(self))
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setMouseTracking(True)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.expanded.connect(self._expand)
        self.selectionModel().currentChanged.connect(self._choose)
        session.changed.connect(self._changed)
        self.refresh()

    def refresh(self) -> None:
        """Count again."""

        def ask(context: Context, _interrupt: object) -> tuple[Overview, list[SavedSearch]]:
            return overview.of_archive(context), list(saved_searches.listed(context))

        self._session.read("navigator", ask, self._show)

    def _show(self, found: tuple[Overview, list[SavedSearch]]) -> None:
        current = self.currentIndex().data(navigation.LISTING)
        opened = {self.model().index(row, 0).data() for row in range(self.model().rowCount()) if self._is_open(row)}
        self.selectionModel().blockSignals(True)
        self._model.show(*found)
        self.selectionModel().blockSignals(False)
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            if index.data() in opened or not index.data(navigation.NAMES):
                self.setExpanded(index, True)
        self._restore(current)
        self.overview_changed.emit(found[0])

    def _restore(self, listing: Listing | None) -> None:
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            if listing is not None and index.data(navigation.LISTING) == listing:
                self.selectionModel().blockSignals(True)
                self.setCurrentIndex(index)
                self.selectionModel().blockSignals(False)

    def _is_open(self, row: int) -> bool:
        return self.isExpanded(self.model().index(row, 0))

    def _expand(self, index: QModelIndex) -> None:
        kind = index.data(navigation.NAMES)
        if not kind:
            return
        item = self._model.itemFromIndex(index)

        def show(names: list[AuthorityCount]) -> None:
            self._model.show_names(item, names)

        self._session.read(f"names {kind}", lambda context, _interrupt: authorities.listed(context, kind), show)

    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        listing = index.data(navigation.LISTING)
        if listing is not None:
            self.chosen.emit(listing)

    def _changed(self, changes: Changes) -> None:
        if any(changes.ids(record) for record in _COUNTED):
            self.refresh()


class _Entry(QStyledItemDelegate):
    """Draws an entry: icon, name, count at the right; or a heading."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        return QSize(0, theme().metrics.row_navigator)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        painter.save()
        rect = QRect(option.rect)
        if index.data(navigation.SECTION):
            painter.setFont(theme().font("caps", QFont.Weight.DemiBold))
            painter.setPen(QColor(theme().tokens.text2))
            painter.drawText(rect.adjusted(4, 4, 0, 0), Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        else:
            self._entry(painter, option, index, rect)
        painter.restore()

    def _entry(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex, rect: QRect) -> None:
        tokens = theme().tokens
        view = option.widget
        focused = view is not None and view.hasFocus()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(tokens.sel if focused else tokens.sel_inactive))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(tokens.hover))
        kind = index.data(navigation.INK)
        if name := index.data(navigation.ICON):
            ink = tokens.kinds[kind].ink if kind else tokens.text2
            icons.paint(painter, name, ink, QRect(rect.left() + 4, rect.top(), 16, rect.height()))
        font = theme().font("base", QFont.Weight.Medium if selected else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(tokens.sel_text if selected and focused else tokens.text))
        count = index.data(navigation.COUNT)
        number = "" if count is None else f"{count:,}".replace(",", "\u202f")
        room = rect.adjusted(26, 0, -8, 0)
        metrics = QFontMetrics(font)
        painter.setPen(QColor(tokens.text2))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)
        painter.setPen(QColor(tokens.sel_text if selected and focused else tokens.text))
        width = room.width() - metrics.horizontalAdvance(number) - 8
        words = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, width)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
