"""Rows of names: kind, name with the letters that matched, why it is there, count; in the tags and in the popups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from curator.gui import icons
from curator.gui.kinds import KINDS
from curator.gui.theme import theme
from curator.gui.views.row_press import make_current
from curator.gui.views.tag_row_painting import paint_aside, paint_box, paint_heading, paint_name
from curator.gui.widgets.painting import bar, box
from curator.i18n import _
from curator.text.name_key import name_key

ROW = Qt.ItemDataRole.UserRole
_AnyIndex = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True, slots=True)
class Row:
    """A row.

    Args:
        kind: one of KINDS; empty for a heading.
        aside: after the name, paler ("as S. Cefers").
        count: at the right.
        spans: the letters that matched, as (start, end).
        icon: instead of that of the kind.
        box: "on", "partly" or "off"; empty for none.
        warns: whether `aside` is a warning.
        suggested: whether nobody has confirmed it; such a name stands above a dotted line.
        payload: what the row stands for.
    """

    kind: str
    title: str
    aside: str = ""
    count: str = ""
    spans: tuple[tuple[int, int], ...] = ()
    icon: str = ""
    box: str = ""
    warns: bool = False
    suggested: bool = False
    payload: Any = None

    def spoken(self) -> str:
        """Return what assistive technology says of it."""
        if not self.kind:
            return ", ".join(part for part in (self.title, self.count) if part)
        boxes = {"on": _("on all"), "partly": _("on some"), "off": _("on none")}
        kind = "" if self.icon else KINDS[self.kind].name
        how = _("suggested") if self.suggested else boxes.get(self.box, "")
        return ", ".join(part for part in (kind, self.title, how, self.aside, self.count) if part)


def reading_row() -> Row:
    """Return the head that stands over the rows until the names on record are read."""
    return Row("", _("Reading the names ..."))


class RowList(QListWidget):
    """A list of `Row`s; headings are passed over."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(_RowDelegate(self))

    def set_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows; the current one stays current if it is among them."""
        current = self.current_row()
        # Else Qt makes the next row current as this one goes, and selects it.
        self.make_current(-1)
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.title)
            item.setData(ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken())
            if not row.kind:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
            if current is not None and (row.kind, row.title, row.icon) == (current.kind, current.title, current.icon):
                self.make_current(self.count() - 1)

    def rows(self) -> list[Row]:
        """Return the rows that are shown."""
        return [self.item(place).data(ROW) for place in range(self.count())]

    def current_row(self) -> Row | None:
        """Return the current row, or None."""
        item = self.currentItem()
        row: Row | None = None if item is None else item.data(ROW)
        return row

    def make_current(self, place: int) -> None:
        """Make a row current, or none with -1; in a popup it is not selected (`RowPress`)."""
        if self.property("popup"):
            make_current(self, place)
        else:
            self.setCurrentRow(place)

    def step(self, by: int) -> None:
        """Go to the next (1) or the row before (-1), round and over headings."""
        places = [place for place in range(self.count()) if self.item(place).flags()]
        if places:
            now = self.currentRow()
            at = places.index(now) + by if now in places else (0 if by > 0 else -1)
            self.make_current(places[at % len(places)])

    def speak_for(self, line: QLineEdit) -> None:
        """Let assistive technology hear of the current row at the line that keeps the focus."""

        def tell() -> None:
            row = self.current_row()
            line.setAccessibleDescription(row.spoken() if row else "")

        self.currentItemChanged.connect(tell)

    def height_of(self, rows: int) -> int:
        """Return the height of so many rows (px)."""
        return rows * theme().metrics.row_popup


class _RowDelegate(QStyledItemDelegate):
    """Draws the rows."""

    def __init__(self, view: RowList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        return QSize(0, theme().metrics.row_popup if self._view.property("popup") else theme().metrics.row_tag)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        row: Row = index.data(ROW)
        painter.save()
        area = QRect(option.rect)
        if row.kind:
            self._background(painter, option, area, index.row() == self._view.currentRow())
            self._row(painter, area, row)
        else:
            paint_heading(painter, area, row)
        painter.restore()

    def _background(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, current: bool) -> None:
        tokens, radius, popup = theme().tokens, theme().metrics.radius_chip, bool(self._view.property("popup"))
        focused = popup or self._view.hasFocus()
        if current if popup else option.state & QStyle.StateFlag.State_Selected:
            box(painter, area, radius, tokens.sel if focused else tokens.sel_inactive)
            if self._view.hasFocus():
                bar(painter, area)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, area, radius, tokens.hover)

    def _row(self, painter: QPainter, area: QRect, row: Row) -> None:
        metrics, tokens = theme().metrics, theme().tokens
        left = area.left() + metrics.px(7)
        if row.box:
            paint_box(painter, QRect(left, area.top(), metrics.icon_box, area.height()), row.box)
            left += metrics.icon_box + metrics.space_m
        ink = tokens.text2 if row.icon else tokens.kinds[row.kind].ink
        icon_area = QRect(left, area.top(), metrics.icon_normal, area.height())
        icons.paint(painter, row.icon or KINDS[row.kind].icon, ink, icon_area, metrics.icon_normal)
        left += metrics.icon_normal + metrics.space_m
        painter.setFont(theme().font())
        painter.setPen(QColor(tokens.text2))
        right = area.right() - metrics.px(7)
        painter.drawText(QRect(left, area.top(), right - left, area.height()), _RIGHT, row.count)
        right -= painter.fontMetrics().horizontalAdvance(row.count) + metrics.space_m
        end = paint_name(painter, QRect(left, area.top(), right - left, area.height()), row)
        paint_aside(painter, QRect(end, area.top(), right - end, area.height()), row)


def matched(name: str, typed: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of `typed` stand in a name, spelling folded: ascending, without overlaps."""
    found: list[tuple[int, int]] = []
    for word in name_key(typed).split():
        place = _place(name, word, found)
        if place is not None:
            found.append(place)
    return tuple(sorted(found))


def _place(name: str, word: str, taken: list[tuple[int, int]]) -> tuple[int, int] | None:
    starts = sorted(range(len(name)), key=lambda at: (at > 0 and name[at - 1].isalnum(), at))
    for start in starts:
        # Folding makes one letter of two, or two of one, at most here and there.
        for end in range(start + max(1, len(word) - 2), min(len(name), start + len(word) + 2) + 1):
            overlaps = any(start < last and first < end for first, last in taken)
            if not overlaps and name[start:end].strip() == name[start:end] and name_key(name[start:end]) == word:
                return start, end
    return None
