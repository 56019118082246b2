"""Rows of the page of a name: a badge or picture, a name, what is said of it, a number. No scroll bar of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from curator.gui import icons
from curator.gui.kinds import KINDS
from curator.gui.theme import theme
from curator.gui.widgets.painting import bar, box

ROW = Qt.ItemDataRole.UserRole
_AnyIndex = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class FactRow:
    """A row.

    Args:
        title: the name.
        aside: what is said of it, at the right of the middle.
        count: at the right.
        badge: a language, in a box at the left.
        kind: one of KINDS, for its picture.
        strong: whether the name is drawn bold.
        share: how far a tint of the kind reaches behind it (per mille of the row).
        payload: what the row stands for; rows of the same payload are the same row.
    """

    title: str
    aside: str = ""
    count: str = ""
    badge: str = ""
    kind: str = ""
    strong: bool = False
    share: int = 0
    payload: Any = None

    def spoken(self) -> str:
        """Return what assistive technology says of it."""
        kind = KINDS[self.kind].name if self.kind else ""
        return ", ".join(part for part in (kind, self.title, self.badge, self.aside, self.count) if part)


class FactList(QListWidget):
    """A list without a scroll bar of its own. Enter opens a row, F2 edits it, Delete removes it, Insert adds one.

    Args:
        name: what it lists, for screen readers.

    Signals:
        opened, edited, removed: (object) the payload of the row.
        add_wanted: Insert.
    """

    opened = Signal(object)
    edited = Signal(object)
    removed = Signal(object)
    add_wanted = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.setItemDelegate(_FactDelegate(self))
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(item.data(ROW).payload))
        theme().changed.connect(self._retheme)

    def set_rows(self, rows: Sequence[FactRow]) -> None:
        """Show other rows; the current one stays current, or the one in its place."""
        if list(rows) == self.rows():
            return
        now, current = self.currentRow(), self.current()
        self.clear()
        place = -1
        for row in rows:
            item = QListWidgetItem(row.title)
            item.setData(ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken())
            item.setToolTip(" · ".join(part for part in (row.title, row.aside) if part))
            self.addItem(item)
            if current is not None and row.payload == current.payload:
                place = self.count() - 1
        if now >= 0 and rows:
            self.setCurrentRow(place if place >= 0 else min(now, len(rows) - 1))
        self.updateGeometry()

    def rows(self) -> list[FactRow]:
        """Return the rows that are shown."""
        return [self.item(place).data(ROW) for place in range(self.count())]

    def current(self) -> FactRow | None:
        """Return the current row, or None."""
        item = self.currentItem()
        row: FactRow | None = None if item is None else item.data(ROW)
        return row

    def sizeHint(self) -> QSize:
        """Return the room that all rows take."""
        return QSize(theme().metrics.limit_chip, self.count() * theme().metrics.row_navigator)

    def minimumSizeHint(self) -> QSize:
        """Return the height; any width will do."""
        return QSize(theme().metrics.target_width, self.sizeHint().height())

    def focusInEvent(self, event: object) -> None:
        """Begin at the first row."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, edit, remove and add by key."""
        row, key = self.current(), event.key()
        if key == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif row is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row.payload)
        elif key == Qt.Key.Key_F2:
            self.edited.emit(row.payload)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(row.payload)
        elif event.text().strip() and not event.modifiers():
            # Letters are keys of the page around; Qt would jump to a row that begins with them.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _retheme(self) -> None:
        self.doItemsLayout()
        self.updateGeometry()


class _FactDelegate(QStyledItemDelegate):
    """Draws the rows."""

    def __init__(self, view: FactList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        return QSize(0, theme().metrics.row_navigator)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        row: FactRow = index.data(ROW)
        area, metrics = QRect(option.rect), theme().metrics
        painter.save()
        self._ground(painter, option, area, row)
        inside = area.adjusted(metrics.space_s, 0, -metrics.space_s, 0)
        left = _lead(painter, inside, row)
        painter.setFont(theme().font())
        painter.setPen(QColor(theme().tokens.text2))
        painter.drawText(inside, _RIGHT, row.count)
        right = inside.right() - painter.fontMetrics().horizontalAdvance(row.count) - metrics.space_m
        _words(painter, QRect(left, inside.top(), right - left, inside.height()), row)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, row: FactRow) -> None:
        tokens, radius = theme().tokens, theme().metrics.radius_chip
        selected, focused = bool(option.state & QStyle.StateFlag.State_Selected), self._view.hasFocus()
        if selected and focused:
            box(painter, area, radius, tokens.sel)
            bar(painter, area)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, area, radius, tokens.hover)
        elif row.share and row.kind and tokens.tints:
            reach = QRect(area.left(), area.top() + 1, area.width() * row.share // 1000, area.height() - 2)
            box(painter, reach, radius, tokens.kinds[row.kind].tint)


def _lead(painter: QPainter, area: QRect, row: FactRow) -> int:
    """Draw the badge or the picture; return where the words begin (px)."""
    metrics, tokens = theme().metrics, theme().tokens
    if row.kind:
        side = metrics.icon_normal
        icon = QRect(area.left(), area.top(), side, area.height())
        icons.paint(painter, KINDS[row.kind].icon, tokens.kinds[row.kind].ink, icon, side)
        return area.left() + side + metrics.space_m
    if not row.badge:
        return area.left() + (badge_width() + metrics.space_m if row.badge is not None and row.payload else 0)
    draw_badge(painter, QRect(area.left(), area.top(), badge_width(), area.height()), row.badge)
    return area.left() + badge_width() + metrics.space_m


def _words(painter: QPainter, area: QRect, row: FactRow) -> None:
    """Draw the name, and what is said of it in a column at the right as far as there is room."""
    tokens, gap = theme().tokens, theme().metrics.space_m
    font = theme().font("base", QFont.Weight.DemiBold if row.strong else QFont.Weight.Normal)
    fine = theme().font("meta")
    wanted = QFontMetrics(fine).horizontalAdvance(row.aside) + 1 if row.aside else 0
    whole = QFontMetrics(font).horizontalAdvance(row.title)
    # What is said gives way first, but keeps a third of the row.
    aside = min(wanted, max(area.width() - whole - gap, area.width() // 3)) if wanted else 0
    name = area.adjusted(0, 0, -(aside + gap if aside else 0), 0)
    painter.setFont(font)
    painter.setPen(QColor(tokens.text))
    painter.drawText(
        name, _LEFT, painter.fontMetrics().elidedText(row.title, Qt.TextElideMode.ElideRight, name.width())
    )
    if aside:
        painter.setFont(fine)
        painter.setPen(QColor(tokens.text2))
        shown = painter.fontMetrics().elidedText(row.aside, Qt.TextElideMode.ElideRight, aside)
        painter.drawText(QRect(area.right() - aside, area.top(), aside, area.height()), _RIGHT, shown)


def badge_width() -> int:
    """Return the width of a badge with a language of two letters (px)."""
    return theme().metrics.px(30)


def draw_badge(painter: QPainter, area: QRect, words: str) -> None:
    """Draw a language in a box with an edge, in the middle of `area`."""
    tokens, metrics = theme().tokens, theme().metrics
    height = metrics.px(16)
    edge = QRect(area.left(), area.top() + (area.height() - height) // 2, area.width(), height)
    box(painter, edge, metrics.radius_mark, "", tokens.control)
    painter.setFont(theme().font("caps", QFont.Weight.Medium))
    painter.setPen(QColor(tokens.text2))
    shown = painter.fontMetrics().elidedText(words.upper(), Qt.TextElideMode.ElideRight, edge.width() - 2)
    painter.drawText(edge, Qt.AlignmentFlag.AlignCenter, shown)
