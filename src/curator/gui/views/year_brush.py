"""Years above the list: how many articles in each, and a brush that takes a span of them."""

from __future__ import annotations

import re

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from curator.errors import CuratorError
from curator.gui.models.listing import Dates
from curator.gui.theme import theme
from curator.gui.widgets.buttons import IconButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.histogram import Bin, Histogram
from curator.i18n import _
from curator.model.dates import parse_range
from curator.model.julian import calendar_day, iso_day, julian_day_of
from curator.search import Histogram as Years

_SETTLE_MS = 150
_MOST_BINS = 140


class YearBrush(QWidget):
    """The histogram of publication.

    Signals:
        dated(object): the first and the last day taken (Julian Day Numbers), or None for any.
        misread(str): why what was typed is no span of time, in words.
    """

    dated = Signal(object)
    misread = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first, self._step = 0, 1
        self._shown = ""
        self.histogram = Histogram(_("Published"))
        self._title, self.span = ElidingLabel(_("Published"), role="meta"), QLineEdit()
        self.span.setProperty("bare", True)
        self.span.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.span.setPlaceholderText(_("any year"))
        self.span.setAccessibleName(_("Published: years, such as 1966 – 1986"))
        self.span.setToolTip(_("Years or dates: 1966, 1966 – 1986, 1966-03.., ..1970"))
        self.span.editingFinished.connect(self._typed)
        self._clear = clear = IconButton("x", _("Any date"))
        clear.clicked.connect(self.histogram.clear)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        self._row = row
        for part, stretch in ((self._title, 1), (self.span, 0), (clear, 0)):
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
        taken = self._places(dates, len(sums)) if dates else (0, len(sums) - 1)
        first, last = taken or (-1, -1)
        self.histogram.set_bins(
            [
                Bin(str(self._first + place * self._step), number, number if first <= place <= last else 0)
                for place, number in enumerate(sums.tolist())
            ]
        )
        if not self._timer.isActive():
            self.histogram.set_brush(*((first, last) if dates else (-1, -1)))
        self._title.setText(_("Published") if taken else _("None published"))
        self._clear.setVisible(dates is not None)
        self._shown = span_words(dates) if dates else ""
        if not self.span.hasFocus() or not self.span.isModified():
            self.span.setText(self._shown)
        self.setVisible(len(sums) > 1 or dates is not None)

    def _typed(self) -> None:
        """Take the span that was typed, as the handles would; with nothing, any date."""
        typed = self.span.text().strip()
        if typed == self._shown:
            return
        self.span.setModified(False)
        try:
            dates = span_of(typed) if typed else None
        except CuratorError as error:
            self.span.setText(self._shown)
            self.misread.emit(f"{error.message} {error.hint}".strip())
            return
        self._shown = typed
        self._timer.stop()
        self.dated.emit(dates)

    def _places(self, dates: Dates, number: int) -> tuple[int, int] | None:
        """Return the first and the last bin that a span takes, None where it lies outside all of them."""
        begin, end = (calendar_day(day)[0] if day is not None else None for day in dates)
        first = 0 if begin is None else (begin - self._first) // self._step
        last = number - 1 if end is None else (end - self._first) // self._step
        return (max(0, first), min(last, number - 1)) if first < number and last >= 0 and first <= last else None

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
        # Room for two dates with their days.
        self.span.setFixedWidth(self.span.fontMetrics().horizontalAdvance("0000-00-00 – 0000-00-00") + metrics.space_l)


def span_words(dates: Dates) -> str:
    """Return a span of days as it is shown and can be typed: "1966 – 1986", with days where it is not whole years."""
    begin, end = dates
    whole = (begin is None or calendar_day(begin)[1:] == (1, 1)) and (end is None or calendar_day(end)[1:] == (12, 31))
    first, last = ("" if day is None else str(calendar_day(day)[0]) if whole else iso_day(day) for day in dates)
    if not first or not last:
        return f"{first}..{last}"
    return first if first == last else f"{first} – {last}"


def span_of(typed: str) -> Dates:
    """Return the days of a span that was typed: "1966", "1966 – 1986", "1966-1986", or as the field `date:` has it.

    Raises:
        CuratorError: when it is none.
    """
    words = re.sub(r"\s*[–—]\s*|\s+-\s+", "..", typed.strip())
    return parse_range(re.sub(r"^(\d{4})-(\d{4})$", r"\1..\2", words))
