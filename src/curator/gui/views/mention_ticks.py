"""Mentions with a box before each, of which some are ticked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from curator.gui.models.mention_list import MENTION, MentionList, MentionRow
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.authority_mentions import MentionView
from curator.gui.views.tag_row_painting import paint_box
from curator.gui.widgets.painting import bar
from curator.i18n import _

_AnyIndex = QModelIndex | QPersistentModelIndex


class TickedMentions(MentionList):
    """Mentions of a name, of which some are ticked.

    Attributes:
        ticked: the ids of those.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.ticked: dict[int, None] = {}

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Say of each whether it is ticked, too."""
        found = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole and found:
            state = _("ticked") if self.is_ticked(index.row()) else _("not ticked")
            return f"{state}. {found}"
        return found

    def is_ticked(self, place: int) -> bool:
        """Return whether the mention in a row is ticked."""
        row = self.row(place)
        return row is not None and row.mention.context.mention_id in self.ticked

    def turn(self, place: int) -> None:
        """Tick the mention in a row, or take its tick away."""
        row = self.row(place)
        if row is not None:
            found = row.mention.context.mention_id
            if found in self.ticked:
                del self.ticked[found]
            else:
                self.ticked[found] = None
            self.dataChanged.emit(self.index(place), self.index(place))


class MentionTicks(MentionView):
    """Shows `TickedMentions`; Space or X ticks and steps down.

    Signals:
        ticked(): others are ticked.
    """

    ticked = Signal()

    def __init__(self, mentions: TickedMentions) -> None:
        super().__init__(mentions)
        self.rows = mentions
        self.setAccessibleName(_("Mentions; Space ticks those that belong to another name"))
        self.setItemDelegate(_TickDelegate(self, self.itemDelegate()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by Space, X or Enter; walk as in the page of a name."""
        place = self.currentIndex().row()
        if event.text().lower() in (" ", "x") and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turn(place)
            self.step(1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick by a press on the box."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.position().x() < tick_width():
            self._turn(index.row())

    def _turn(self, place: int) -> None:
        self.rows.turn(place)
        self.ticked.emit()


def tick_width() -> int:
    """Return the room of a box before a row (px)."""
    return theme().metrics.px(34)


class _TickDelegate(QStyledItemDelegate):
    """Draws a box, and the mention at its right as it is drawn elsewhere."""

    def __init__(self, view: MentionTicks, inner: QAbstractItemDelegate) -> None:
        super().__init__(view)
        self._view, self._inner = view, inner

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        return self._inner.sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        tokens, whole = theme().tokens, QRect(option.rect)
        inside = QStyleOptionViewItem(option)
        inside.rect = whole.adjusted(tick_width(), 0, 0, 0)
        self._inner.paint(painter, inside, index)
        left = QRect(whole.left(), whole.top(), tick_width(), whole.height())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(left, QColor(tokens.sel if self._view.hasFocus() else tokens.sel_inactive))
            if self._view.hasFocus():
                # The bar of focus stands at the left of the whole row.
                painter.fillRect(inside.rect.left(), whole.top(), theme().metrics.focus_bar, whole.height(), tokens.sel)
                bar(painter, left)
        row: MentionRow | None = index.data(MENTION)
        if row is not None:
            middle = left.adjusted(theme().metrics.space_l, 0, 0, 0)
            paint_box(painter, middle, "on" if self._view.rows.is_ticked(index.row()) else "off")
