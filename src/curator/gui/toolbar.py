"""The bar below the menus: the search field, import and export, undo and redo."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.gui.theme import theme
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.buttons import IconButton, PushButton
from curator.gui.widgets.search_frame import SearchFrame
from curator.i18n import _


class ToolBar(QWidget):
    """Signals: submitted(str), a query; wanted(str), the id of an action."""

    submitted = Signal(str)
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchFrame(_("Search: words, “phrases”, person:name, date:1966"), "Ctrl+K")
        self.search.submitted.connect(self._submit)
        self.search.cleared.connect(lambda: self._submit(""))
        self.error = ""
        self._banner = Banner()
        self._banner.hide()
        self._row = QHBoxLayout()
        for name, words, key in (("navigator", _("Navigator"), "F9"),):
            self._row.addWidget(self._button("panel-left", words, key, name))
        self._row.addWidget(self.search, 1)
        for icon, words, name in (("download", _("Import"), "import"), ("export", _("Export"), "export")):
            button = PushButton(words, icon)
            button.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
            self._row.addWidget(button)
        for icon, words, key, name in (
            ("undo", _("Undo"), "Ctrl+Z", "undo"),
            ("redo", _("Redo"), "Ctrl+Shift+Z", "redo"),
            ("panel-right", _("Inspector"), "F12", "inspector"),
        ):
            self._row.addWidget(self._button(icon, words, key, name))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        column.addWidget(self._banner)
        theme().changed.connect(self._retheme)
        self._retheme()

    def show_error(self, words: str) -> None:
        """Say below the field why a query cannot be understood."""
        self.error = words
        self._banner.say(words, tone="error")

    def _submit(self, query: str) -> None:
        self.error = ""
        self._banner.hide()
        self.submitted.emit(query)

    def _button(self, icon: str, words: str, key: str, name: str) -> IconButton:
        button = IconButton(icon, words, key)
        button.clicked.connect(lambda _checked=False: self.wanted.emit(name))
        return button

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.space_m, metrics.space_s, metrics.space_m, metrics.space_s)
        self._row.setSpacing(metrics.space_s)
