"""A table of words, a row for each thing, as sheets have it: walked by arrows, Enter takes a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from curator.gui.theme import theme

_LEAST_HIGH = 300


class PlainTable(QTableWidget):
    """Shows rows; `cellActivated` says which was taken.

    Args:
        name: what it is, for screen readers.
        heads: the heads of the columns.
        stretch: the column that gets the room that is left.
        widths: column -> px at 100 %; the others are as wide as their head.
    """

    def __init__(
        self, name: str, heads: Sequence[str], stretch: int, widths: Mapping[int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(0, len(heads), parent)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(heads))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        metrics = theme().metrics
        for column, width in widths.items():
            self.setColumnWidth(column, metrics.px(width))
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.setMinimumHeight(metrics.px(_LEAST_HIGH))

    def show_rows(self, rows: Iterable[Sequence[str]], current: int = 0, tips: Sequence[str] = ()) -> None:
        """Show other rows.

        Args:
            current: the row to begin at.
            tips: what the tool tip of the first column says, where it is more than its words.
        """
        shown = list(rows)
        self.setRowCount(len(shown))
        for row, words in enumerate(shown):
            for column, said in enumerate(words):
                item = QTableWidgetItem(said)
                item.setToolTip(tips[row] if tips and column == 0 else said)
                item.setTextAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
                self.setItem(row, column, item)
        if shown:
            self.setCurrentCell(min(current, len(shown) - 1), 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand letters on: they are keys of the sheet; Qt would jump to a row that begins with them."""
        if event.text().strip() and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
