"""How an entry of the navigator is drawn: icon, name, count at the right; or a heading with its plus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from curator.gui import icons
from curator.gui.models.navigation import ENTRY
from curator.gui.models.navigation_entries import Entry
from curator.gui.theme import theme
from curator.gui.widgets.painting import bar, box
from curator.gui.widgets.words import digits
from curator.i18n import _

if TYPE_CHECKING:
    from curator.gui.views.navigator import Navigator

_AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def plus_area(row: QRect) -> QRect:
    """Return where the plus of a heading is, in its row (px)."""
    width = theme().metrics.target_width
    return QRect(row.right() - width - theme().metrics.space_s, row.top(), width, row.height())


class NavigatorEntry(QStyledItemDelegate):
    """Draws the entries of a `Navigator`."""

    def __init__(self, view: Navigator) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        """Return the height of a row."""
        return QSize(0, theme().metrics.row_navigator)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw an entry or a heading."""
        entry: Entry = index.data(ENTRY)
        painter.save()
        if entry.role == "section":
            self._heading(painter, QRect(option.rect), entry)
        else:
            self._entry(painter, option, entry)
        painter.restore()

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _AnyIndex) -> QWidget:
        """Return a line in which a title is typed over."""
        line = QLineEdit(parent)
        line.setAccessibleName(_("New title of %s") % index.data())
        return line

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: _AnyIndex) -> None:
        """Put the line where the title is."""
        metrics = theme().metrics
        editor.setGeometry(QRect(option.rect).adjusted(metrics.px(22), 0, -metrics.space_s, 0))
        editor.setMinimumHeight(0)
        editor.setStyleSheet("min-height: 0;")

    def setModelData(self, _editor: QWidget, _model: object, _index: _AnyIndex) -> None:
        """Leave the model alone: the archive is written to, and the model follows."""

    def _heading(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        metrics, tokens = theme().metrics, theme().tokens
        painter.setFont(theme().font("caps", QFont.Weight.DemiBold))
        painter.setPen(QColor(tokens.text2))
        words = QRect(metrics.space_l, rect.top(), rect.right() - metrics.space_l, rect.height())
        if entry.add:
            words.setRight(plus_area(rect).left())
        title = painter.fontMetrics().elidedText(
            QLocale().toUpper(entry.title), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, _LEFT, title)
        if entry.add:
            icons.paint(painter, "plus", tokens.text2, plus_area(rect), metrics.px(14))

    def _entry(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        tokens, metrics = theme().tokens, theme().metrics
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = selected and self._view.hasFocus()
        rect = QRect(option.rect)
        whole = QRect(metrics.space_s, rect.top(), rect.right() - 2 * metrics.space_s, rect.height())
        if selected:
            box(painter, whole, metrics.radius_chip, tokens.sel if focused else tokens.sel_inactive)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, whole, metrics.radius_chip, tokens.hover)
        if focused:
            bar(painter, whole)
        if entry.key == self._view.drop_target:
            box(painter, whole, metrics.radius_chip, "", tokens.accent)
        ink = tokens.sel_text if focused else tokens.text
        side = rect.left() + metrics.px(2)
        # A collection that can be opened shows its arrow, the others a folder.
        if entry.icon and not (entry.role in ("collection", "folder") and entry.children):
            kind = tokens.kinds[entry.kind].ink if entry.kind else tokens.warn if entry.warns else tokens.text2
            area = QRect(side, rect.top(), metrics.icon_normal, rect.height())
            icons.paint(painter, entry.icon, kind, area, metrics.icon_normal)
            side += metrics.icon_normal + metrics.px(7)
        self._words(painter, QRect(side, rect.top(), whole.right() - metrics.px(7) - side, rect.height()), entry, ink)

    def _words(self, painter: QPainter, room: QRect, entry: Entry, ink: str) -> None:
        tokens, metrics = theme().tokens, theme().metrics
        strong = entry.key == "inbox" and bool(entry.count)
        font = theme().font("base", QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        number = "" if entry.count is None else digits(entry.count)
        painter.setFont(font)
        painter.setPen(QColor(tokens.warn if entry.warns else ink if strong else tokens.text2))
        painter.drawText(room, _RIGHT, number)
        painter.setPen(QColor(ink))
        fonts = QFontMetrics(font)
        width = room.width() - fonts.horizontalAdvance(number) - metrics.space_m
        painter.drawText(room, _LEFT, fonts.elidedText(entry.title, Qt.TextElideMode.ElideRight, width))
