"""How a cell of the names manager is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from curator.gui import icons
from curator.gui.kinds import KINDS
from curator.gui.models.names_list import ROW
from curator.gui.models.names_words import MARK, NAME
from curator.gui.theme import theme
from curator.gui.widgets.painting import bar
from curator.operations.names_listing import ListedName

if TYPE_CHECKING:
    from curator.gui.views.names_table import NamesTable

_AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class NamesPainting(QStyledItemDelegate):
    """Draws the cells of a `NamesTable`."""

    def __init__(self, table: NamesTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw a cell."""
        row: ListedName | None = index.data(ROW)
        if row is None:
            return
        area, metrics = QRect(option.rect), theme().metrics
        painter.save()
        self._ground(painter, area, option, index)
        inside = area.adjusted(metrics.space_m, 0, -metrics.space_m, -metrics.space_hair)
        if index.column() == MARK:
            self._mark(painter, inside, row)
        else:
            self._words(painter, inside, index, str(index.data() or ""))
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        tokens, metrics = theme().tokens, theme().metrics
        focused = self._table.hasFocus()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.sel if focused else tokens.sel_inactive))
        elif index.row() == self._table.hovered:
            painter.fillRect(area, QColor(tokens.hover))
        line = QRect(area.left(), area.bottom() + 1 - metrics.space_hair, area.width(), metrics.space_hair)
        painter.fillRect(line, QColor(tokens.line))
        if focused and index.column() == MARK and index.row() == self._table.currentIndex().row():
            bar(painter, area)

    def _mark(self, painter: QPainter, area: QRect, row: ListedName) -> None:
        """Draw the tick of a marked row, and the icon of its kind."""
        metrics, tokens = theme().metrics, theme().tokens
        first = QRect(area.left(), area.top(), metrics.icon_normal, area.height())
        if self._table.names.is_marked(row):
            icons.paint(painter, "square-check", tokens.accent, first, metrics.icon_normal)
        second = first.translated(metrics.icon_normal + metrics.space_s, 0)
        icons.paint(painter, KINDS[row.kind].icon, tokens.kinds[row.kind].ink, second, metrics.icon_normal)

    def _words(self, painter: QPainter, area: QRect, index: _AnyIndex, words: str) -> None:
        tokens, is_name = theme().tokens, index.column() == NAME
        font = theme().font("table", QFont.Weight.Medium if is_name else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text if is_name else tokens.text2))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, max(0, area.width()))
        painter.drawText(area, _RIGHT if self._table.names.is_number(index.column()) else _LEFT, shown)
