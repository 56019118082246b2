"""The list below the search field: commands, names, articles, what can be completed. The field keeps the focus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from curator.gui import icons
from curator.gui.theme import theme
from curator.gui.views.row_press import RowPress, make_current
from curator.gui.widgets.buttons import key_text
from curator.gui.widgets.key_hints import Hint, KeyHints
from curator.gui.widgets.painting import bar, box
from curator.i18n import _

_WIDTH, _MOST_ROWS = 720, 21
_OFFER = Qt.ItemDataRole.UserRole
_AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Offer:
    """A row that can be chosen.

    Args:
        section: the head it stands under.
        text: what it is called.
        detail: a word about it, paler.
        icon: the name of its icon.
        kind: one of KINDS, whose ink the icon has; empty for the usual.
        key: its shortcut, or empty.
        does: what choosing it does: "command", "complete" (the word at the cursor), "value" (that of its field),
            "article", "name" (its page), "search", "forget" (the last searches); with "nothing" it cannot be chosen.
        value: the id of the command, the words, the id of the article or the name, the query.
    """

    section: str
    text: str
    does: str
    value: str
    detail: str = ""
    icon: str = ""
    kind: str = ""
    key: str = ""


class CommandList(QWidget):
    """A child of the window, below the field.

    Signals:
        chosen(Offer): a row was pressed.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._typed = ""
        self.list = QListWidget()
        self.list.setItemDelegate(_Row(self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(_("Suggestions"))
        self.list.itemClicked.connect(self._press)
        RowPress(self.list, self._press)
        hints = (Hint(("↑", "↓"), _("move")), Hint((_("Enter"),), _("run")), Hint((_("Esc"),), _("close")))
        self._keys = KeyHints(hints, Hint((">",), _("commands only")))
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self._keys)
        self.hide()

    @property
    def typed(self) -> str:
        """What was typed; its letters are marked in the rows."""
        return self._typed

    def offers(self) -> list[Offer]:
        """Return what is offered, in its order."""
        rows = (self.list.item(row).data(_OFFER) for row in range(self.list.count()))
        return [offer for offer in rows if offer is not None]

    def show_offers(self, offers: Sequence[Offer], typed: str, around: QRect, first: bool = False) -> None:
        """Show rows below the box `around` (px of the parent), or go where there are none.

        Args:
            first: make the first row current; else Enter still belongs to the field.
        """
        self._typed = typed
        # Else Qt makes the next row current as this one goes, and selects it.
        make_current(self.list, -1)
        self.list.clear()
        section = ""
        for offer in fitting(offers, self._rows_below(around)):
            if offer.section != section:
                section = offer.section
                self.list.addItem(_head(section))
            self.list.addItem(_item(offer))
        if not offers:
            self.hide()
            return
        if first:
            self.step(1)
        self._place(around)
        self.show()
        self.raise_()

    def current(self) -> Offer | None:
        """Return the row that Enter would choose."""
        item = self.list.currentItem()
        offer: Offer | None = item.data(_OFFER) if item is not None and not self.isHidden() else None
        return offer

    def make_current(self, offer: Offer | None) -> None:
        """Make a row current, if it is among those offered."""
        places = [row for row in range(self.list.count()) if self.list.item(row).data(_OFFER) == offer]
        if offer is not None and places:
            make_current(self.list, places[0])

    def step(self, by: int) -> None:
        """Go to the next (1) or the row before (-1), over heads; before the first one none is current."""
        row = self.list.currentRow() + by
        while 0 <= row < self.list.count() and not self.list.item(row).flags():
            row += by
        if row < self.list.count():
            make_current(self.list, max(-1, row))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground with its edge."""
        tokens = theme().tokens
        box(QPainter(self), self.rect(), theme().metrics.radius_popup, tokens.raised, tokens.control)

    def _press(self, item: QListWidgetItem) -> None:
        if item.flags():
            self.chosen.emit(item.data(_OFFER))

    def _place(self, around: QRect) -> None:
        metrics = theme().metrics
        self._column.setContentsMargins(*(metrics.space_s,) * 4)
        self._column.setSpacing(0)
        rows = min(self.list.count(), self._rows_below(around))
        self.list.setFixedHeight(rows * metrics.row_popup)
        height = rows * metrics.row_popup + self._frame()
        width = min(metrics.px(_WIDTH), around.width())
        self.setGeometry(QRect(around.bottomLeft() + QPoint(0, metrics.space_xs), QSize(width, height)))

    def _frame(self) -> int:
        """Return the height of what is no row (px)."""
        metrics = theme().metrics
        return self._keys.sizeHint().height() + 2 * metrics.space_s + metrics.space_xs

    def _rows_below(self, around: QRect) -> int:
        """Return how many whole rows have room below the field."""
        metrics, parent = theme().metrics, self.parentWidget()
        room = (parent.height() if parent else 0) - around.bottom() - metrics.space_l - self._frame()
        return max(3, min(_MOST_ROWS, room // metrics.row_popup))


def fitting(offers: Sequence[Offer], rows: int) -> list[Offer]:
    """Return so many offers that they and their heads have room in `rows`: the longest sections give way.

    One section alone is scrolled instead.
    """
    found = list(offers)
    sections = Counter(offer.section for offer in found)
    while len(sections) > 1 and len(found) + len(sections) > rows and max(sections.values()) > 1:
        longest = max(sections, key=lambda section: sections[section])
        found.remove([offer for offer in found if offer.section == longest][-1])
        sections[longest] -= 1
    return found


class _Row(QStyledItemDelegate):
    """Draws heads and rows; the letters typed are bold and underlined."""

    def __init__(self, owner: CommandList) -> None:
        super().__init__(owner)
        self._owner = owner

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _AnyIndex) -> QSize:
        return QSize(0, theme().metrics.row_popup)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        tokens, metrics, area = theme().tokens, theme().metrics, QRect(option.rect)
        offer: Offer | None = index.data(_OFFER)
        painter.save()
        if offer is None:
            painter.setFont(theme().font("caps", QFont.Weight.DemiBold))
            painter.setPen(QColor(tokens.text2))
            words = area.adjusted(metrics.space_m, metrics.space_s, 0, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(index.data()))
        else:
            selected = index.row() == self._owner.list.currentRow()
            if selected:
                painter.fillRect(area, QColor(tokens.sel))
                bar(painter, area)
            elif option.state & QStyle.StateFlag.State_MouseOver:
                painter.fillRect(area, QColor(tokens.hover))
            self._draw(painter, area.adjusted(metrics.space_l, 0, -metrics.space_m, 0), offer, selected)
        painter.restore()

    def _draw(self, painter: QPainter, area: QRect, offer: Offer, selected: bool) -> None:
        tokens, metrics = theme().tokens, theme().metrics
        side = Qt.AlignmentFlag.AlignVCenter
        if offer.icon:
            ink = tokens.kinds[offer.kind].ink if offer.kind else tokens.text2
            icon = QRect(area.left(), area.top(), metrics.icon_normal, area.height())
            icons.paint(painter, offer.icon, ink, icon, metrics.icon_normal)
        painter.setFont(theme().font("meta"))
        painter.setPen(QColor(tokens.text2))
        key = key_text(offer.key) if offer.key else ""
        painter.drawText(area, side | Qt.AlignmentFlag.AlignRight, key)
        room = area.width() - painter.fontMetrics().horizontalAdvance(key) - metrics.icon_normal - 2 * metrics.space_l
        font = theme().font()
        text = QFontMetrics(font).elidedText(offer.text, Qt.TextElideMode.ElideRight, room)
        left = area.left() + metrics.icon_normal + metrics.space_l
        painter.setPen(QColor(tokens.sel_text if selected else tokens.text))
        taken = _draw_matched(painter, QPointF(left, area.top()), area.height(), text, self._owner.typed, font)
        painter.setFont(theme().font("meta"))
        painter.setPen(QColor(tokens.text2))
        left += round(taken) + metrics.space_l
        detail = painter.fontMetrics().elidedText(offer.detail, Qt.TextElideMode.ElideRight, room - round(taken))
        painter.drawText(QRect(left, area.top(), area.right() - left, area.height()), side, detail)


def _draw_matched(painter: QPainter, at: QPointF, height: int, text: str, typed: str, font: QFont) -> float:
    """Draw a text with the typed letters bold and underlined; return its width (px)."""
    layout = QTextLayout(text, font)
    start = text.casefold().find(typed.casefold()) if typed else -1
    if start >= 0 and len(text) == len(text.casefold()):
        form = QTextLayout.FormatRange()
        form.start, form.length = start, len(typed)
        form.format = QTextCharFormat()
        form.format.setFontWeight(QFont.Weight.Bold)
        form.format.setFontUnderline(True)
        layout.setFormats([form])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    layout.draw(painter, at + QPointF(0, (height - line.height()) / 2))
    return line.naturalTextWidth()


def _head(section: str) -> QListWidgetItem:
    item = QListWidgetItem(section.upper())
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, section)
    return item


def _item(offer: Offer) -> QListWidgetItem:
    item = QListWidgetItem(offer.text)
    item.setData(_OFFER, offer)
    if offer.does == "nothing":
        item.setFlags(Qt.ItemFlag.NoItemFlags)
    spoken = ", ".join(part for part in (offer.text, offer.detail, key_text(offer.key) if offer.key else "") if part)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
    return item
