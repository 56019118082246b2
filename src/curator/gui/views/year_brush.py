"""Years above the list, or months: how many articles in each, and a brush that takes a span of them."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from curator.errors import CuratorError
from curator.gui.models.date_span import ends_of
from curator.gui.models.listing import Dates
from curator.gui.models.time_axis import TimeAxis
from curator.gui.theme import theme
from curator.gui.views.bin_table import BinTable
from curator.gui.widgets.buttons import IconButton
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.widgets.histogram import Histogram
from curator.i18n import _
from curator.model.dates import parse_range
from curator.search import Histogram as Years

_SETTLE_MS = 150


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
        self._axis = TimeAxis()
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
        self.table = BinTable()
        self.table.taken.connect(self._take_row)
        self.table.left.connect(self._show_histogram)
        self._column.addWidget(self.table)
        self.histogram.table_wanted.connect(self._show_table)
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
        self._axis = TimeAxis.of(years)
        size = len(self._axis.counts)
        taken = self._axis.places(dates) if dates else (0, size - 1)
        first, last = taken or (-1, -1)
        bins = self._axis.bins(first, last)
        self.histogram.set_bins(bins)
        self.table.show_bins(bins, _("Month") if self._axis.by_month else _("Year"))
        if not self._timer.isActive():
            self.histogram.set_brush(*((first, last) if dates else (-1, -1)))
        self._title.setText(_("Published") if taken else _("None published"))
        self._clear.setVisible(dates is not None)
        self._shown = span_words(dates) if dates else ""
        if not self.span.hasFocus() or not self.span.isModified():
            self.span.setText(self._shown)
        self.setVisible(size > 1 or dates is not None)

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

    def _show_table(self) -> None:
        self.histogram.hide()
        self.table.show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_histogram(self) -> None:
        had_focus = self.table.hasFocus()
        self.table.hide()
        self.histogram.show()
        if had_focus:
            self.histogram.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_row(self, place: int) -> None:
        self._show_histogram()
        self.dated.emit(self._axis.days(place, place))

    def _brushed(self, first: int, _last: int) -> None:
        # While a handle is dragged the list waits; once the brush goes it need not.
        self._timer.start(0 if first < 0 else _SETTLE_MS)

    def _tell(self) -> None:
        brush = self.histogram.brush
        if brush is None:
            self.dated.emit(None)
            return
        self.dated.emit(self._axis.days(*brush))

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._column.setContentsMargins(metrics.space_m, metrics.space_xs, metrics.space_m, metrics.space_s)
        self._row.setContentsMargins(metrics.space_s, 0, 0, 0)
        # Room for two dates with their days.
        self.span.setFixedWidth(self.span.fontMetrics().horizontalAdvance("0000-00-00 – 0000-00-00") + metrics.space_l)


def span_words(dates: Dates) -> str:
    """Return a span of days as it is shown and can be typed: "1966 – 1986", "2020-09 – 2020-11", or with days."""
    first, last = ends_of(dates)
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
