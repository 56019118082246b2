"""A chip: a name with the picture and colour of its kind, in a row of others."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from curator.gui import icons, keys
from curator.gui.kinds import KINDS
from curator.gui.theme import theme
from curator.gui.widgets.painting import box, ring
from curator.gui.widgets.words import digits
from curator.i18n import _

_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}


class ChipState(Enum):
    """How sure a name is, or which part it plays in a search."""

    NORMAL = "normal"
    SUGGESTED = "suggested"
    EXCLUDED = "excluded"


class Chip(QAbstractButton):
    """A name that can be opened and, if `removable`, taken away.

    Args:
        text: the name; elided at 400 px.
        kind: one of KINDS, or empty for what has none (a date, a collection).
        prefix: a word before the name, paler ("event").
        count: a number after it.
        removable: shows an x; Delete and Backspace do the same.
        state: dashed when suggested, red with a minus and struck through when excluded.

    Signals:
        clicked: Enter, Space or the pointer.
        removed: x, Delete or Backspace.
    """

    removed = Signal()

    def __init__(
        self,
        text: str,
        kind: str = "",
        parent: QWidget | None = None,
        *,
        prefix: str = "",
        count: int | None = None,
        removable: bool = False,
        state: ChipState = ChipState.NORMAL,
    ) -> None:
        super().__init__(parent)
        self.kind, self.prefix, self.count, self.removable, self.state = kind, prefix, count, removable, state
        self._over_x = False
        self._width = 0
        super().setText(text)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._describe()
        theme().changed.connect(self._retheme)

    def setText(self, text: str) -> None:
        """Show another name."""
        super().setText(text)
        self._describe()
        self._retheme()

    def set_state(self, state: ChipState) -> None:
        """Draw it as `state`."""
        self.state = state
        self._describe()
        self._retheme()

    def sizeHint(self) -> QSize:
        """Return the room that the whole name takes, 400 px at most."""
        metrics = theme().metrics
        # Measured once: a row of chips asks each of them for every chip that joins.
        if not self._width:
            self._width = min(self._advance(self.text()) + 1 + self._lead() + self._tail(), metrics.limit_chip)
        return QSize(self._width, metrics.target_height)

    def minimumSizeHint(self) -> QSize:
        """Return the room for a letter of the name."""
        metrics = theme().metrics
        least = metrics.px(14) + self._icon_width() + 2 * metrics.target_width
        return QSize(min(least, self.sizeHint().width()), metrics.target_height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the icon, the words, and the count or the x."""
        painter = QPainter(self)
        tokens, metrics = theme().tokens, theme().metrics
        self._draw_box(painter)
        lead = self._icon_width() + metrics.px(7)
        self._draw_icon(painter)
        middle = QRect(lead, 0, self.width() - lead - self._tail(), self.height())
        self._draw_words(painter, middle)
        if self.removable:
            icons.paint(painter, "x", tokens.text if self._over_x else tokens.text2, self._x_area(), metrics.icon_small)
        elif self.count is not None:
            painter.setPen(QColor(tokens.text2))
            right = self.rect().adjusted(0, 0, -metrics.px(7), 0)
            painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, digits(self.count))

    def event(self, event: QEvent) -> bool:
        """Keep Backspace, which is a key of the window elsewhere."""
        return (self.removable and keys.claims(event, Qt.Key.Key_Backspace)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete removes, arrows are left to the row of chips."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif self.removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Remove when it is the x that was pressed."""
        if self.removable and self.isDown() and self._x_area().contains(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
        else:
            super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Darken the x under the pointer."""
        super().mouseMoveEvent(event)
        over = self.removable and self._x_area().contains(event.position().toPoint())
        if over != self._over_x:
            self._over_x = over
            self.update()

    def _draw_box(self, painter: QPainter) -> None:
        tokens, radius = theme().tokens, theme().metrics.radius_chip
        fill, edge = (
            (tokens.kinds[self.kind].tint, tokens.edge(self.kind)) if self.kind else (tokens.sel_inactive, tokens.line2)
        )
        if self.state is ChipState.EXCLUDED:
            fill, edge = tokens.error_back, tokens.error
        elif self.state is ChipState.SUGGESTED:
            fill, edge = "", tokens.kinds[self.kind].ink if self.kind else tokens.text2
        box(painter, self.rect(), radius, fill, edge, dashed=self.state is ChipState.SUGGESTED)
        if self.hasFocus():
            ring(painter, self.rect(), radius)

    def _draw_icon(self, painter: QPainter) -> None:
        metrics, tokens = theme().metrics, theme().tokens
        area = QRect(metrics.px(7), 0, metrics.icon_small, self.height())
        if self.state is ChipState.EXCLUDED:
            icons.paint(painter, "minus", tokens.error, area, metrics.icon_small)
        elif self.kind:
            icons.paint(painter, KINDS[self.kind].icon, tokens.kinds[self.kind].ink, area, metrics.icon_small)

    def _draw_words(self, painter: QPainter, area: QRect) -> None:
        tokens, side = theme().tokens, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        font = theme().font("meta")
        painter.setFont(font)
        if self.prefix:
            painter.setPen(QColor(tokens.text2))
            painter.drawText(area, side, self.prefix)
            area = area.adjusted(self._advance(self.prefix) + theme().metrics.space_s, 0, 0, 0)
        font.setStrikeOut(self.state is ChipState.EXCLUDED)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        painter.drawText(
            area, side, painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        )
        font.setStrikeOut(False)
        painter.setFont(font)

    def _x_area(self) -> QRect:
        width = theme().metrics.target_width
        return QRect(self.width() - width, 0, width, self.height())

    def _icon_width(self) -> int:
        has_icon = bool(self.kind) or self.state is ChipState.EXCLUDED
        return theme().metrics.icon_small + theme().metrics.px(5) if has_icon else 0

    def _lead(self) -> int:
        metrics = theme().metrics
        before = self._advance(self.prefix) + metrics.space_s if self.prefix else 0
        return metrics.px(7) + self._icon_width() + before

    def _tail(self) -> int:
        metrics = theme().metrics
        if self.removable:
            return metrics.target_width
        count = self._advance(digits(self.count)) + metrics.px(6) if self.count is not None else 0
        return metrics.px(7) + count

    def _advance(self, text: str) -> int:
        return QFontMetrics(theme().font("meta")).horizontalAdvance(text)

    def _describe(self) -> None:
        words = [KINDS[self.kind].name] if self.kind else []
        words += [self.prefix] if self.prefix and not self.kind else []
        words += [self.text(), *([str(self.count)] if self.count is not None else [])]
        words += {ChipState.SUGGESTED: [_("suggested")], ChipState.EXCLUDED: [_("excluded")]}.get(self.state, [])
        self.setAccessibleName(", ".join(words))
        self.setAccessibleDescription(_("Enter opens, Delete removes") if self.removable else _("Enter opens"))
        self.setToolTip(self.text())

    def _retheme(self) -> None:
        self._width = 0
        self.updateGeometry()
        self.update()
