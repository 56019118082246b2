"""Counts over years (or any order), with a brush of two handles to take a span of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from curator.gui import keys
from curator.gui.theme import theme
from curator.gui.tokens import mix
from curator.gui.widgets.bin_labels import Bin, draw_labels, lines_height
from curator.gui.widgets.painting import box, ring
from curator.gui.widgets.words import digits
from curator.i18n import _


class Histogram(QAbstractSlider):
    """Grey for all, ink for what the filters keep. Without a brush everything is taken.

    The arrows move the handle in use, Space goes to the other one, Shift with an arrow widens or narrows the span at
    both ends, Home and End go as far as it goes, Delete takes the brush away, Enter asks for a table.

    It is a slider to screen readers: its value is the year at the handle in use.

    Args:
        name: what is counted ("Published"), for screen readers.

    Signals:
        brushed: (first, last) places of the bins that are taken, both included; (-1, -1) without a brush.
        table_wanted: Enter.
    """

    brushed = Signal(int, int)
    table_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bins: tuple[Bin, ...] = ()
        self._brush: tuple[int, int] | None = None
        self._handle = 0
        self._dragged = False
        self._telling = False
        self.setOrientation(Qt.Orientation.Horizontal)
        self.valueChanged.connect(self._value_set)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._describe()
        theme().changed.connect(self._retheme)

    @property
    def brush(self) -> tuple[int, int] | None:
        """The places of the first and last bin taken, None when all are."""
        return self._brush

    def set_bins(self, bins: Sequence[Bin]) -> None:
        """Show other counts; a brush that does not fit them goes."""
        self._bins = tuple(bins)
        if self._brush and self._brush[1] >= len(self._bins):
            self._brush = None
        self._describe()
        self._retheme()

    def set_brush(self, first: int, last: int) -> None:
        """Take the bins from `first` to `last`, or all with (-1, -1), without telling anybody."""
        self._brush = None if first < 0 else (first, min(last, len(self._bins) - 1))
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for columns and their years."""
        metrics = theme().metrics
        return QSize(metrics.limit_chip, metrics.chart_height + lines_height(self._bins))

    def minimumSizeHint(self) -> QSize:
        """Return the height; any width will do."""
        return QSize(least_width(), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keep Backspace, which is a key of the window elsewhere."""
        return (self._brush is not None and keys.claims(event, Qt.Key.Key_Backspace)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move handles."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key))
        if not self._bins:
            super().keyPressEvent(event)
        elif step is not None and shift:
            first, last = self._span()
            self._take(first - step, last + step)
        elif step is not None:
            if self._brush is None:
                self._handle = 0 if step > 0 else 1
            self._move(self._span()[self._handle] + step)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move(0 if key == Qt.Key.Key_Home else len(self._bins) - 1)
        elif key == Qt.Key.Key_Space:
            self._handle = 1 - self._handle
            self._describe()
            self.update()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._brush:
            self.clear()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.table_wanted.emit()
        else:
            super().keyPressEvent(event)

    def clear(self) -> None:
        """Take the brush away, and tell."""
        self.set_brush(-1, -1)
        self.brushed.emit(-1, -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grip the nearer handle, or begin a span."""
        place = self._place_at(event.position().x())
        if self._brush:
            first, last = self._brush
            self._handle = 0 if abs(place - first) <= abs(place - last) else 1
            self._move(place)
        elif self._bins:
            self._handle = 1
            self._take(place, place)
        self._dragged = True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the handle; past the other one it becomes that one."""
        if not (self._dragged and self._brush):
            return
        place, other = self._place_at(event.position().x()), self._brush[1 - self._handle]
        self._handle = 0 if place < other else 1 if place > other else self._handle
        self._take(min(place, other), max(place, other))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of the handle."""
        self._dragged = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the span, the columns, the years and the handles."""
        painter = QPainter(self)
        tokens, chart = theme().tokens, self._chart()
        if self._brush:
            self._draw_span(painter, chart)
        most = max((column.total for column in self._bins), default=0)
        for place, column in enumerate(self._bins):
            self._draw_column(painter, place, column, most)
        hair = theme().metrics.space_hair
        painter.fillRect(chart.left(), chart.bottom() + 1, chart.width(), hair, QColor(tokens.control))
        draw_labels(painter, chart, self._bins)
        if self._brush:
            for end in (0, 1):
                self._draw_handle(painter, chart, end)
        if self.hasFocus():
            ring(painter, self.rect(), theme().metrics.radius_chip)

    def _draw_span(self, painter: QPainter, chart: QRect) -> None:
        ground = QColor(theme().tokens.accent)
        ground.setAlphaF(0.16)
        span = QRectF(self._edge(0), chart.top(), self._edge(1) - self._edge(0), chart.height())
        painter.fillRect(span, ground)

    def _draw_column(self, painter: QPainter, place: int, column: Bin, most: int) -> None:
        if not column.total:
            return
        chart, tokens = self._chart(), theme().tokens
        width = chart.width() / len(self._bins)
        gap = theme().metrics.space_hair if width > 3 else 0
        left = round(chart.left() + place * width)
        right = round(chart.left() + (place + 1) * width) - gap
        for number, ink in ((column.total, mix(tokens.line2, tokens.control, 0.35)), (column.kept, tokens.accent)):
            height = max(2, round(chart.height() * number / most)) if number else 0
            area = QRect(left, chart.bottom() + 1 - height, max(1, right - left), height)
            if ink == tokens.accent or tokens.tints:
                painter.fillRect(area, QColor(ink))
            elif number:
                # Two dark inks are hard to tell apart: what the filters leave out is hollow.
                painter.setPen(QColor(ink))
                painter.drawRect(area.adjusted(0, 0, -1, -1))

    def _draw_handle(self, painter: QPainter, chart: QRect, end: int) -> None:
        tokens, metrics = theme().tokens, theme().metrics
        line, width, height = round(self._edge(end)), metrics.chart_handle_width, metrics.chart_handle_height
        painter.fillRect(QRect(line - 1, chart.top(), metrics.focus_ring, chart.height()), QColor(tokens.accent))
        grip = QRect(line - width // 2, chart.center().y() - height // 2, width, height)
        active = self.hasFocus() and end == self._handle
        box(painter, grip, metrics.radius_mark, tokens.accent if active else tokens.raised, tokens.accent)

    def _chart(self) -> QRect:
        metrics = theme().metrics
        side = metrics.chart_handle_width // 2 + metrics.space_xs
        return QRect(side, metrics.space_xs, max(1, self.width() - 2 * side), metrics.chart_height - metrics.space_xs)

    def _edge(self, end: int) -> float:
        first, last = self._span()
        chart = self._chart()
        return chart.left() + chart.width() * (first if end == 0 else last + 1) / max(1, len(self._bins))

    def _place_at(self, x: float) -> int:
        chart = self._chart()
        place = int((x - chart.left()) / chart.width() * len(self._bins))
        return max(0, min(place, len(self._bins) - 1))

    def _span(self) -> tuple[int, int]:
        return self._brush or (0, len(self._bins) - 1)

    def _move(self, place: int) -> None:
        first, last = self._span()
        place = max(0, min(place, len(self._bins) - 1))
        if self._handle == 0:
            self._take(min(place, last), last)
        else:
            self._take(first, max(place, first))

    def _take(self, first: int, last: int) -> None:
        first, last = max(0, first), min(last, len(self._bins) - 1)
        if first > last or (first, last) == self._brush:
            return
        self._brush = (first, last)
        self._describe()
        self.update()
        self.brushed.emit(first, last)

    def _describe(self) -> None:
        if not self._bins:
            words = _("No dates")
        else:
            first, last = self._span()
            taken = self._bins[first : last + 1]
            words = _("%(first)s to %(last)s, %(kept)s of %(total)s. %(handle)s Enter shows a table.") % {
                "first": taken[0].label,
                "last": taken[-1].label,
                "kept": digits(sum(column.kept for column in taken)),
                "total": digits(sum(column.total for column in self._bins)),
                "handle": _("The arrows move the end.") if self._handle else _("The arrows move the start."),
            }
        self.setAccessibleDescription(words)
        self._telling = True
        self.setRange(self._first_value, self._first_value + max(0, len(self._bins) - 1))
        self.setValue(self._first_value + self._span()[self._handle])
        self._telling = False

    @property
    def _first_value(self) -> int:
        """The value of the first bin: its year, where each bin is a year, else 0."""
        labels = [column.label for column in self._bins]
        if labels and labels[0].isdecimal() and labels[-1] == str(int(labels[0]) + len(labels) - 1):
            return int(labels[0])
        return 0

    def _value_set(self, value: int) -> None:
        # By a screen reader or another helper; what happens here is told with `_telling`.
        if not self._telling and self._bins:
            self._move(value - self._first_value)

    def _retheme(self) -> None:
        self.updateGeometry()
        self.update()


def least_width() -> int:
    """Return the least width in px at which two handles can be told apart."""
    return 4 * theme().metrics.target_width
