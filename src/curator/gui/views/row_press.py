"""Rows of a popup pressed by assistive technology, which knows neither Enter in the line nor the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListWidget, QListWidgetItem


class RowPress(QObject):
    """Tells of a row whose action was done through its accessible interface.

    All that Qt's interface of a row does is to select it. So in these lists keys make a row current without selecting
    it (`make_current`), and a row that is selected was pressed.

    Args:
        view: the list.
        pressed: told of the row.
    """

    def __init__(self, view: QListWidget, pressed: Callable[[QListWidgetItem], None]) -> None:
        super().__init__(view)
        self._view, self._pressed = view, pressed
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._press)
        view.selectionModel().selectionChanged.connect(self._changed)

    def _changed(self) -> None:
        # The mouse selects too, and is told of by the click.
        if self._view.selectedItems() and not QGuiApplication.mouseButtons().value:
            self._soon.start()

    def _press(self) -> None:
        selected = self._view.selectedItems()
        self._view.clearSelection()
        if selected and self._view.isVisible():
            make_current(self._view, self._view.row(selected[0]))
            self._pressed(selected[0])


def make_current(view: QListWidget, row: int) -> None:
    """Make a row current, or none with -1, without selecting it."""
    view.setCurrentRow(row, QItemSelectionModel.SelectionFlag.NoUpdate)
