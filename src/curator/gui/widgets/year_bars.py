"""Articles a year: solid where the year is certain, hatched where it is possible. Above them: when the thing was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.painting import ring
from curator.gui.widgets.words import digits
from curator.i18n import _, ngettext

_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)


class Year(NamedTuple):
    """How many articles of a year: surely of it, and possibly."""

    year: int
    certain: int
    possible: int


@dataclass(frozen=True, slots=True)
class Span:
    """When something was, as years with their parts ("1966.84").

    Args:
        first, last: what it can have been at most.
        is_certain: whether it is known; else it is hatched.
        words: for people.
    """

    first: float
    last: float
    is_certain: bool
    words: str


class YearBars(QAbstractButton):
    """Bars on an axis of years. Left and Right walk the years that have any, Enter asks for them as a table.

    A button to screen readers: what it is pressed for is the table.

    Signals:
        table_wanted: Enter, Space or a double click.
    """

    table_wanted = Signal()

    def __init__(self, name: str, ink: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._years: tuple[Year, ...] = ()
        self._spans: tuple[Span, ...] = ()
        self._current = -1
        self._kind = ink
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.table_wanted)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self._retheme)

    def show_years(self, years: Sequence[Year], spans: Sequence[Span] = (), kind: str = "") -> None:
        """Show other counts.

        Args:
            years: ascending.
            spans: when the thing itself was, above the bars.
            kind: one of KINDS: their colour.
        """
        self._years, self._spans, self._kind = tuple(years), tuple(spans), kind
        self._current = -1
        self._describe()
        self._retheme()

    def sizeHint(self) -> QSize:
        """Return the room for bars, years, and what stands above them."""
        metrics = theme().metrics
        return QSize(metrics.limit_chip, self._head() + metrics.px(56) + metrics.px(18))

    def minimumSizeHint(self) -> QSize:
        """Return the height; any width will do."""
        return QSize(4 * theme().metrics.target_width, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the years; ask for the table."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.table_wanted.emit()
        elif step is not None and self._years:
            start = self._current if self._current >= 0 else (-1 if step > 0 else len(self._years))
            self._current = max(0, min(start + step, len(self._years) - 1))
            self._describe()
            self.update()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Take the focus, nothing else: a single click asks for no table."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Ask for the table."""
        self.table_wanted.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell the year under the pointer."""
        first, last = self._range()
        chart = self._chart()
        year = first + int((event.position().x() - chart.left()) / chart.width() * (last - first + 1))
        found = [each for each in self._years if each.year == year]
        QToolTip.showText(event.globalPosition().toPoint(), in_words(found[0]) if found else "", self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars, the axis with its years, and when the thing itself was."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chart = self._chart()
        for span in self._spans:
            self._draw_span(painter, chart, span)
        most = max((each.certain + each.possible for each in self._years), default=1)
        for place, year in enumerate(self._years):
            self._draw_bar(painter, chart, year, most, place == self._current)
        hair = theme().metrics.space_hair
        painter.fillRect(chart.left(), chart.bottom() + 1, chart.width(), hair, QColor(theme().tokens.control))
        self._draw_labels(painter, chart)
        if self.hasFocus():
            ring(painter, self.rect(), theme().metrics.radius_chip)

    def _ink(self) -> str:
        return theme().tokens.kinds[self._kind].ink if self._kind in theme().tokens.kinds else theme().tokens.accent

    def _draw_bar(self, painter: QPainter, chart: QRect, year: Year, most: int, is_current: bool) -> None:
        left, right = self._x(year.year), self._x(year.year + 1)
        # Of few years the bars would be slabs.
        width = min(max(theme().metrics.px(3), right - left - (1 if right - left > 4 else 0)), theme().metrics.px(18))
        left += max(0, (right - left - width) // 2)
        sure = round(chart.height() * year.certain / most)
        whole = max(2, round(chart.height() * (year.certain + year.possible) / most))
        certain = QRect(left, chart.bottom() + 1 - max(sure, 2 if year.certain else 0), width, 0)
        certain.setBottom(chart.bottom())
        if year.certain:
            painter.fillRect(certain, QColor(theme().tokens.accent))
        if year.possible:
            top = chart.bottom() + 1 - whole
            hatched(painter, QRect(left, top, width, max(2, chart.bottom() + 1 - top - sure)), theme().tokens.accent)
        if is_current:
            whole_area = QRect(left, chart.bottom() + 1 - whole, width, whole)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme().tokens.text), theme().metrics.focus_ring))
            painter.drawRect(whole_area.adjusted(-2, -2, 1, 1))

    def _draw_span(self, painter: QPainter, chart: QRect, span: Span) -> None:
        metrics = theme().metrics
        left, right, height = self._x(span.first), self._x(span.last), metrics.px(8)
        top = metrics.space_s
        if span.is_certain and right - left < height:
            middle, half = QPointF((left + right) / 2, top + height / 2), height / 2 + 1
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._ink()))
            points = [QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)]
            painter.drawPolygon(QPolygonF([middle + point for point in points]))
            return
        area = QRect(left, top, max(height, right - left), height)
        if span.is_certain:
            painter.fillRect(area, QColor(self._ink()))
        else:
            hatched(painter, area, self._ink())

    def _draw_labels(self, painter: QPainter, chart: QRect) -> None:
        painter.setFont(theme().font("caps"))
        painter.setPen(QColor(theme().tokens.text2))
        first, last = self._range()
        widest = painter.fontMetrics().horizontalAdvance("0000") + theme().metrics.space_xl
        most = max(1, chart.width() // widest)
        step = next((each for each in _STEPS if (last - first) // each < most), _STEPS[-1])
        top, height = chart.bottom() + theme().metrics.space_xs, self.height() - chart.bottom()
        for year in range(-(-first // step) * step, last + 1, step):
            middle = (self._x(year) + self._x(year + 1)) // 2
            width = painter.fontMetrics().horizontalAdvance(str(year)) + 1
            left = max(chart.left(), min(middle - width // 2, chart.right() + 1 - width))
            painter.drawText(QRect(left, top, width, height), int(Qt.AlignmentFlag.AlignTop), str(year))

    def _range(self) -> tuple[int, int]:
        """Return the first and the last year on the axis: at least ten."""
        ends = [year.year for year in self._years]
        ends += [int(end) for span in self._spans for end in (span.first, span.last)]
        first, last = min(ends, default=2000), max(ends, default=2000)
        missing = max(0, 9 - (last - first))
        return first - missing // 2, last + missing - missing // 2

    def _x(self, year: float) -> int:
        first, last = self._range()
        chart = self._chart()
        return round(chart.left() + chart.width() * (year - first) / (last - first + 1))

    def _head(self) -> int:
        return theme().metrics.px(16) if self._spans else 0

    def _chart(self) -> QRect:
        metrics = theme().metrics
        top = metrics.space_s + self._head()
        height = self.height() - top - metrics.px(18)
        return QRect(metrics.space_m, top, max(1, self.width() - 2 * metrics.space_m), max(1, height))

    def _describe(self) -> None:
        if self._current >= 0:
            words = in_words(self._years[self._current])
        else:
            words = "; ".join([span.words for span in self._spans] + [in_words(year) for year in self._years[:3]])
        self.setAccessibleDescription(f"{words}. " + _("Enter shows a table."))

    def _retheme(self) -> None:
        self.updateGeometry()
        self.update()


def in_words(year: Year) -> str:
    """Return a bar in words: "1966: 3 articles, 2 more possibly"."""
    words = ngettext("%(year)d: %(n)s article", "%(year)d: %(n)s articles", year.certain) % {
        "year": year.year,
        "n": digits(year.certain),
    }
    return (
        words
        if not year.possible
        else _("%(words)s, %(n)s more possibly")
        % {
            "words": words,
            "n": digits(year.possible),
        }
    )


def hatched(painter: QPainter, area: QRect, ink: str) -> None:
    """Fill an area with slanting lines inside a dashed edge: possible, not certain."""
    painter.save()
    painter.fillRect(area, QBrush(QColor(ink), Qt.BrushStyle.BDiagPattern))
    pen = QPen(QColor(ink), theme().metrics.space_hair)
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(0, 0, -1, -1))
    painter.restore()
