"""The names of a file, looked for at once: what was found stays for the next look, as one row after another is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from curator.gui.models.name_hit_rows import NamesFound
    from curator.gui.sheets.name_search import NameSearchSheet
    from curator.gui.window import Window


class NameSearch(QObject):
    """Opens the sheet of the names of a file.

    Args:
        window: what it lies over, and whose search field gets the query of a row.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._kept: NamesFound | None = None

    def ask(self) -> None:
        """Show what was found last, else ask for a file."""
        sheet = self._open()
        if self._kept is not None:
            sheet.show_names(self._kept)
        else:
            sheet.ask()
            if not sheet.is_looking:
                sheet.close_sheet()

    def look(self, path: Path) -> None:
        """Look for the names of a file."""
        self._open().look(path)

    def _open(self) -> NameSearchSheet:
        # Only now: few starts need it.
        from curator.gui.sheets.name_search import NameSearchSheet

        sheet = NameSearchSheet(self._window, self._window.session)
        sheet.found.connect(self._keep)
        sheet.query_wanted.connect(self._search)
        sheet.open_sheet(sheet.table)
        return sheet

    def _keep(self, names: NamesFound) -> None:
        self._kept = names

    def _search(self, query: str) -> None:
        field = self._window.toolbar.search
        field.set_query(query)
        field.submit()
        self._window.table.setFocus()
