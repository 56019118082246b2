"""The columns of a histogram as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from curator.gui.theme import theme
from curator.gui.widgets.bin_labels import Bin
from curator.gui.widgets.plain_table import PlainTable
from curator.gui.widgets.words import digits
from curator.i18n import _


class BinTable(PlainTable):
    """Years or months that have articles. Enter takes the one in its row alone, Esc goes back to the columns.

    Signals:
        taken(int): the place of a column.
        left(): Esc.
    """

    taken = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(_("Published"), (_("Year"), _("Articles")), 0, {1: 110})
        self.setMinimumHeight(theme().metrics.px(140))
        self.setMaximumHeight(theme().metrics.px(200))
        self._places: list[int] = []
        self.cellDoubleClicked.connect(lambda row, _column: self.taken.emit(self._places[row]))
        self.hide()

    def show_bins(self, bins: Sequence[Bin], head: str) -> None:
        """Show other counts.

        Args:
            head: what each row is: a year, or a month.
        """
        self._places = [place for place, column in enumerate(bins) if column.total]
        self.setHorizontalHeaderLabels([head, _("Articles")])
        rows = [(bins[place].label, digits(bins[place].total)) for place in self._places]
        self.show_rows(rows, max(0, self.currentRow()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a row, or go back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self.currentRow() < len(self._places):
            self.taken.emit(self._places[self.currentRow()])
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
