"""How a cell of a review is drawn; guesses and what is inherited are not told apart by colour alone."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from curator.gui import icons
from curator.gui.models.review_cells import FIELDS, MARK, PUBLISHED, ROW, TITLE, WHY
from curator.gui.models.review_words import icon_of, is_guess
from curator.gui.theme import theme
from curator.gui.widgets.painting import bar, box
from curator.i18n import _
from curator.model.review import ReviewRow
from curator.paths import display

if TYPE_CHECKING:
    from curator.gui.views.review_table import ReviewTable

_AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_NOTHING = "—"


class ReviewPainting(QStyledItemDelegate):
    """Draws the cells of a `ReviewTable`."""

    def __init__(self, table: ReviewTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw a cell."""
        row = index.data(ROW)
        if row is None:
            return
        area, metrics = QRect(option.rect), theme().metrics
        painter.save()
        self._ground(painter, area, option, index)
        inside = area.adjusted(metrics.space_m, 0, -metrics.space_s, -metrics.space_hair)
        if index.column() == MARK:
            icon, ink, _words = icon_of(row)
            icons.paint(painter, icon, getattr(theme().tokens, ink), area, metrics.icon_normal)
        elif index.column() == TITLE:
            self._title(painter, inside, row)
        else:
            self._value(painter, inside, row, index)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        tokens, metrics = theme().tokens, theme().metrics
        focused = self._table.hasFocus() or self._table.is_editing()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(tokens.sel if focused else tokens.sel_inactive))
        elif index.row() == self._table.hovered:
            painter.fillRect(area, QColor(tokens.hover))
        line = QRect(area.left(), area.bottom() + 1 - metrics.space_hair, area.width(), metrics.space_hair)
        painter.fillRect(line, QColor(tokens.line))
        if index.row() != self._table.currentIndex().row() or not focused:
            return
        if index.column() == MARK:
            bar(painter, area)
        elif index.column() == self._table.currentIndex().column() and index.column() in FIELDS:
            box(painter, area.adjusted(0, 1, -1, -2), metrics.radius_mark, edge=tokens.control)

    def _title(self, painter: QPainter, area: QRect, row: ReviewRow) -> None:
        tokens, metrics = theme().tokens, theme().metrics
        rejected = row.state == "rejected"
        waits = row.state == "pending" and row.need != "clean"
        font = theme().font("table", QFont.Weight.DemiBold if waits else QFont.Weight.Normal)
        font.setStrikeOut(rejected)
        if row.title or row.need == "failed":
            words = row.title or display(PurePath(row.path).name)
            self._words(painter, area, words, font, tokens.text if row.title and not rejected else tokens.text2)
            return
        shown = self._words(painter, area, _("No title"), font, tokens.text2 if rejected else tokens.error)
        if row.suggested_title:
            rest = area.adjusted(shown + metrics.space_l, 0, 0, 0)
            suggested = _("suggested: “%(title)s”") % {"title": row.suggested_title}
            self._words(painter, rest, suggested, theme().font("meta"), tokens.text2)

    def _value(self, painter: QPainter, area: QRect, row: ReviewRow, index: _AnyIndex) -> None:
        tokens, metrics, column = theme().tokens, theme().metrics, index.column()
        words = str(index.data() or "")
        font = theme().font("meta" if column == WHY else "table")
        ink = tokens.text2 if column == WHY or row.state == "rejected" else tokens.text
        own = getattr(row, FIELDS[column]) if column in FIELDS else words
        if words and not own:
            icons.paint(painter, "layers", tokens.text2, self._lead(area), metrics.icon_small)
            font.setItalic(True)
            ink, area = tokens.text2, area.adjusted(metrics.icon_normal, 0, 0, 0)
        elif words and column == PUBLISHED and is_guess(row, "published"):
            icons.paint(painter, "circle-help", tokens.warn, self._lead(area), metrics.icon_small)
            area = area.adjusted(metrics.icon_normal, 0, 0, 0)
        self._words(painter, area, words or ("" if column == WHY else _NOTHING), font, ink)

    def _lead(self, area: QRect) -> QRect:
        return QRect(area.left(), area.top(), theme().metrics.icon_small, area.height())

    def _words(self, painter: QPainter, area: QRect, words: str, font: QFont, ink: str) -> int:
        """Draw words, elided; return their width (px)."""
        measured = QFontMetrics(font)
        shown = measured.elidedText(words, Qt.TextElideMode.ElideRight, max(0, area.width()))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(area, _LEFT, shown)
        return measured.horizontalAdvance(shown)
