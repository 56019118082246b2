"""A facet: rows with a box of three states. One press includes, the next excludes, the third clears."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from curator.gui import icons
from curator.gui.theme import theme
from curator.gui.widgets.facet_model import FacetModel, FacetRow, FacetState
from curator.gui.widgets.painting import bar, box
from curator.gui.widgets.words import digits


class _FacetDelegate(QStyledItemDelegate):
    """Draws a row: box, name, count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme().metrics.target_width, theme().metrics.row_facet)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        model, area, metrics = index.model(), option.rect, theme().metrics
        assert isinstance(model, FacetModel)
        row = model.row(index.row())
        painter.save()
        self._draw_ground(painter, area, option.state)
        left = area.left() + metrics.space_l
        square = QRect(left, area.center().y() + 1 - metrics.icon_box // 2, metrics.icon_box, metrics.icon_box)
        self._draw_box(painter, square, row.state)
        left = square.right() + metrics.space_m
        self._draw_words(painter, QRect(left, area.top(), area.right() - metrics.space_l - left, area.height()), row)
        painter.restore()

    def _draw_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        tokens = theme().tokens
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(area, QColor(tokens.sel))
            bar(painter, area)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(tokens.hover))

    def _draw_box(self, painter: QPainter, area: QRect, state: FacetState) -> None:
        tokens, radius = theme().tokens, theme().metrics.radius_mark
        edge = {FacetState.INCLUDED: tokens.accent, FacetState.EXCLUDED: tokens.error}.get(state, tokens.control)
        box(painter, area, radius, tokens.raised, edge)
        if state is not FacetState.NEITHER:
            icon = "check" if state is FacetState.INCLUDED else "minus"
            icons.paint(painter, icon, edge, area, theme().metrics.icon_small)

    def _draw_words(self, painter: QPainter, area: QRect, row: FacetRow) -> None:
        tokens, excluded = theme().tokens, row.state is FacetState.EXCLUDED
        included = row.state is FacetState.INCLUDED
        count = digits(row.count)
        painter.setFont(theme().font("meta"))
        painter.setPen(QColor(tokens.text2))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), count)
        room = area.width() - painter.fontMetrics().horizontalAdvance(count) - theme().metrics.space_m
        font = theme().font("base", QFont.Weight.DemiBold if included else QFont.Weight.Normal)
        font.setStrikeOut(excluded)
        painter.setFont(font)
        painter.setPen(QColor(tokens.error if excluded else tokens.text))
        name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), name)


class FacetList(QListView):
    """A facet with all its rows in sight; whoever shows it cuts the list and offers "35 more".

    Args:
        name: the facet's name ("People"), for screen readers.

    Signals:
        changed: (key, FacetState) a row was given another state.
    """

    changed = Signal(object, object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FacetModel()
        self.setModel(self._model)
        self.setItemDelegate(_FacetDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._fix_height)
        self._fix_height()

    def set_rows(self, rows: Sequence[FacetRow]) -> None:
        """Show `rows`; the current row stays the one with the same key."""
        current = self.currentIndex()
        key = self._model.row(current.row()).key if current.isValid() else None
        self._model.set_rows(rows)
        place = next((number for number, row in enumerate(rows) if row.key == key), -1)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place))
        self._fix_height()

    def rows(self) -> list[FacetRow]:
        """Return the rows in their order."""
        return self._model.rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space goes on to the next state, minus excludes (or clears what is excluded)."""
        place = self.currentIndex().row()
        if place >= 0 and event.key() == Qt.Key.Key_Space:
            self._turn(place, self._model.row(place).state.following)
        elif place >= 0 and event.key() == Qt.Key.Key_Minus:
            excluded = self._model.row(place).state is FacetState.EXCLUDED
            self._turn(place, FacetState.NEITHER if excluded else FacetState.EXCLUDED)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Make a row current, so that keys have something to act on."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go on to the next state of the row that was pressed."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._turn(index.row(), self._model.row(index.row()).state.following)

    def _turn(self, place: int, state: FacetState) -> None:
        self._model.set_state(place, state)
        self.changed.emit(self._model.row(place).key, state)

    def _fix_height(self) -> None:
        self.setFixedHeight(theme().metrics.row_facet * self._model.rowCount())
        self.scheduleDelayedItemsLayout()
