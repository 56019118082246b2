"""Places of a name, each with its article and its sentence; with boxes where some are to be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from curator.gui.theme import theme
from curator.gui.views.tag_row_painting import paint_box
from curator.gui.widgets.painting import bar
from curator.i18n import _
from curator.model.date_phrases import describe
from curator.model.dates import parse_edtf
from curator.operations.name_contexts import NameContext
from curator.text.offsets import Offsets

CONTEXT = Qt.ItemDataRole.UserRole
_AnyIndex = QModelIndex | QPersistentModelIndex
_LINES = 3
# So much of the sentence before the name is shown; the rest is cut at a word.
_BEFORE = 90
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ContextList(QListWidget):
    """A list of `NameContext`s.

    Args:
        name: what it lists, for screen readers.
        boxes: whether each has a box, ticked at first; Space and a click turn it.

    Signals:
        opened(NameContext): Enter or a double click.
        turned(): a box was turned.
    """

    opened = Signal(object)
    turned = Signal()

    def __init__(self, name: str, boxes: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.boxes = boxes
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Delegate(self))
        self.itemDoubleClicked.connect(lambda item: None if boxes else self.opened.emit(item.data(CONTEXT)))
        self.itemClicked.connect(lambda item: self._turn(item) if boxes else None)
        theme().changed.connect(self.doItemsLayout)

    def show_contexts(self, found: Sequence[NameContext], ticked: bool = True) -> None:
        """Show other places, their boxes ticked or empty."""
        self.clear()
        for each in found:
            item = QListWidgetItem(each.title or _("Untitled"))
            item.setData(CONTEXT, each)
            if self.boxes:
                item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(each))
            self.addItem(item)
        if found:
            self.setCurrentRow(0)

    def contexts(self, ticked: bool | None = None) -> list[NameContext]:
        """Return the places, or only those whose box is ticked, or is not."""
        items = [self.item(row) for row in range(self.count())]
        state = Qt.CheckState.Checked
        return [each.data(CONTEXT) for each in items if ticked is None or (each.checkState() == state) is ticked]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, turn a box by Space."""
        item = self.currentItem()
        if item is not None and event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.opened.emit(item.data(CONTEXT))
        elif item is not None and self.boxes and event.key() == Qt.Key.Key_Space:
            self._turn(item)
        elif event.text().strip() or event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        """Show where keys go."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the sentences out to the width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _turn(self, item: QListWidgetItem) -> None:
        is_on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if is_on else Qt.CheckState.Checked)
        self.turned.emit()


class _Delegate(QStyledItemDelegate):
    """Draws title and date in a line, the sentence below, the name in it strong."""

    def __init__(self, view: ContextList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        metrics = theme().metrics
        words = _layout(index.data(CONTEXT), self._view.viewport().width() - self._left() - metrics.space_m)
        head = round(words.position().y())
        return QSize(0, metrics.space_s + head + round(words.boundingRect().height()) + metrics.space_m)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        each: NameContext = index.data(CONTEXT)
        tokens, metrics, area = theme().tokens, theme().metrics, QRect(option.rect)
        painter.save()
        if (option.state & QStyle.StateFlag.State_Selected and not self._view.boxes) or self._is_current(index):
            painter.fillRect(area, QColor(tokens.sel if self._view.hasFocus() else tokens.sel_inactive))
            if self._view.hasFocus():
                bar(painter, area)
        line = QRect(area.left(), area.bottom() + 1 - metrics.space_hair, area.width(), metrics.space_hair)
        painter.fillRect(line, QColor(tokens.line))
        left = area.left() + self._left()
        if self._view.boxes:
            is_on = index.data(Qt.ItemDataRole.CheckStateRole) in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
            square = QRect(area.left() + metrics.space_m, area.top(), metrics.icon_box, _head(metrics.space_s))
            paint_box(painter, square.translated(0, metrics.space_s // 2), "on" if is_on else "off")
        inside = QRect(left, area.top() + metrics.space_s, area.right() - metrics.space_m - left, area.height())
        _paint_head(painter, inside, each)
        painter.setPen(QColor(tokens.text))
        _layout(each, inside.width()).draw(painter, QPointF(inside.topLeft()))
        painter.restore()

    def _left(self) -> int:
        metrics = theme().metrics
        return metrics.space_l + (metrics.icon_box + metrics.space_m if self._view.boxes else 0)

    def _is_current(self, index: _AnyIndex) -> bool:
        return self._view.hasFocus() and index.row() == self._view.currentRow()


def spoken(each: NameContext) -> str:
    """Return what assistive technology says of a place."""
    return ". ".join(part for part in (each.title or _("Untitled"), _date(each), _sentence(each)[0]) if part)


def _paint_head(painter: QPainter, area: QRect, each: NameContext) -> None:
    tokens = theme().tokens
    date = _date(each)
    painter.setFont(theme().font("meta"))
    painter.setPen(QColor(tokens.text2))
    line = QRect(area.left(), area.top(), area.width(), _head(0))
    painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, date)
    room = area.width() - painter.fontMetrics().horizontalAdvance(date) - theme().metrics.space_l
    painter.setFont(theme().font("meta", QFont.Weight.DemiBold))
    painter.setPen(QColor(tokens.text))
    title = painter.fontMetrics().elidedText(each.title or _("Untitled"), Qt.TextElideMode.ElideRight, room)
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)


def _head(more: int) -> int:
    """Return the height of the line with the title (px)."""
    return theme().metrics.px(20) + more


def _date(each: NameContext) -> str:
    return describe(parse_edtf(each.date)) if each.date else ""


def _sentence(each: NameContext) -> tuple[str, int, int]:
    """Return the sentence, begun not too far before the name, and where the name stands in it."""
    before = each.before.lstrip()
    if len(before) > _BEFORE:
        cut = before[-_BEFORE:]
        before = "…" + (cut.partition(" ")[2] or cut)
    return before + each.words + each.after.rstrip(), len(before), len(before) + len(each.words)


def _layout(each: NameContext, width: int) -> QTextLayout:
    """Return the sentence laid out below the line with the title, in at most so many lines as there is room for."""
    words, start, end = _sentence(each)
    layout = QTextLayout(words, theme().font("base"))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    strong = QTextLayout.FormatRange()
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setFontUnderline(True)
    offsets = Offsets(words)
    first, last = offsets.units(start), offsets.units(end)
    strong.start, strong.length, strong.format = first, last - first, form
    layout.setFormats([strong])
    layout.beginLayout()
    height = 0.0
    for _line in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 40))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    layout.setPosition(QPointF(0, _head(0)))
    return layout
