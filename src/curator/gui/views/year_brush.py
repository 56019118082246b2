"""Years above the list: how many articles in each, and a brush that takes a span of them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.gui.models.listing import Dates
from curator.gui.theme import theme
from curator.gui.widgets.buttons import IconButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.histogram import Bin, Histogram
from curator.i18n import _
from curator.model.julian import calendar_day, julian_day_of
from curator.search import Histogram as Years

_SETTLE_MS = 150
_MOST_BINS = 140


class YearBrush(QWidget):
    """The histogram of publication.

    Signals:
        dated(object): the first and the last day taken (Julian Day Numbers), or None for any.
    """

    dated = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._step = 0, 1
        self.histogram = Histogram(_("Published"))
        self._title, self._span = ElidingLabel(_("Published"), role="meta"), ElidingLabel(role="meta-strong", hug=True)
        clear = IconButton("x", _("Any date"))
        clear.clicked.connect(self.histogram.clear)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        self._row = row
        for part, stretch in ((self._title, 1), (self._span, 0), (clear, 0)):
            row.addWidget(part, stretch)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(self.histogram)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self._tell)
        self.histogram.brushed.connect(self._brushed)
        theme().changed.connect(self._retheme)
        self._retheme()
        self.hide()

    def show_years(self, years: Years, dates: Dates | None) -> None:
        """Take other counts, and the span that is taken."""
        counts = years.certain + years.possible
        self._step = next(step for step in (1, 10, 100, 1000) if len(counts) <= _MOST_BINS * step or step == 1000)
        self._first = years.first // self._step * self._step
        counts = np.concatenate((np.zeros(years.first - self._first, dtype=np.int64), counts))
        sums = np.add.reduceat(counts, range(0, len(counts), self._step)) if len(counts) else counts
        first, last = self._places(dates, len(sums)) if dates else (0, len(sums) - 1)
        self.histogram.set_bins(
            [
                Bin(str(self._first + place * self._step), number, number if first <= place <= last else 0)
                for place, number in enumerate(sums.tolist())
            ]
        )
        if not self._timer.isActive():
            self.histogram.set_brush(*((first, last) if dates else (-1, -1)))
        self._head.setVisible(dates is not None)
        self._span.setText(span_words(dates) if dates else "")
        self.setVisible(len(sums) > 1 or dates is not None)

    def _places(self, dates: Dates, number: int) -> tuple[int, int]:
        begin, end = (calendar_day(day)[0] if day is not None else None for day in dates)
        first = 0 if begin is None else (begin - self._first) // self._step
        last = number - 1 if end is None else (end - self._first) // self._step
        return max(0, min(first, number - 1)), max(0, min(last, number - 1))

    def _brushed(self, first: int, _last: int) -> None:
        # While a handle is dragged the list waits; once the brush goes it need not.
        self._timer.start(0 if first < 0 else _SETTLE_MS)

    def _tell(self) -> None:
        brush = self.histogram.brush
        if brush is None:
            self.dated.emit(None)
            return
        first, last = (self._first + place * self._step for place in brush)
        self.dated.emit((julian_day_of(first, 1, 1), julian_day_of(last + self._step - 1, 12, 31)))

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._column.setContentsMargins(metrics.space_m, metrics.space_xs, metrics.space_m, metrics.space_s)
        self._row.setContentsMargins(metrics.space_s, 0, 0, 0)


def span_words(dates: Dates) -> str:
    """Return a span of days as years: "1966 – 1986"."""
    begin, end = ("" if day is None else str(calendar_day(day)[0]) for day in dates)
    return begin if begin == end else f"{begin} – {end}"
