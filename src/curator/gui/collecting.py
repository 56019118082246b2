"""Putting articles into a collection by keyboard; by mouse they are dragged onto it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QApplication, QWidget

from curator.gui.views.collection_popup import CollectionPopup
from curator.i18n import ngettext
from curator.operations import collect

if TYPE_CHECKING:
    from curator.gui.window import Window


class Collecting(QObject):
    """Asks for a collection and puts the selected articles into it.

    Args:
        window: whose articles they are.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._ids: list[int] = []
        self._before: QWidget | None = None
        self.popup = CollectionPopup(window)
        self.popup.picked.connect(self._put)
        self.popup.dismissed.connect(self._give_focus_back)

    def ask(self) -> None:
        """Ask beside the current row where the selected articles belong."""
        table = self._window.table
        row = table.visualRect(table.currentIndex())
        around = QRect(table.mapTo(self._window, row.topLeft()), row.size())
        self._ids = table.selected_ids()
        self._before = QApplication.focusWidget()

        def show(found: list[str]) -> None:
            self.popup.ask(len(self._ids), found, around)

        self._window.session.read(
            "collections", lambda context, _interrupt: [each.path for each, _n in collect.listed(context)], show
        )

    def _put(self, path: str) -> None:
        ids = self._ids
        words = ngettext("%(n)d article put into %(name)s", "%(n)d articles put into %(name)s", len(ids))
        self._window.write(lambda context: collect.put(context, path, ids), words % {"n": len(ids), "name": path})
        self._give_focus_back()

    def _give_focus_back(self) -> None:
        (self._before if self._before is not None and self._before.isVisible() else self._window.table).setFocus()
