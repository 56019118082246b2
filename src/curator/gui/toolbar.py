"""The bar below the menus: the search field, import and export, undo and redo."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from curator.gui.models.exact_words import has_words, is_exact
from curator.gui.theme import theme
from curator.gui.views.search_field import SearchField
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.buttons import IconButton, PushButton
from curator.i18n import _

_PATIENCE_MS = 900


class ToolBar(QWidget):
    """Signals: searched(str, bool), a query, and whether Enter stands behind it; wanted(str), the id of an action."""

    searched = Signal(str, bool)
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField()
        self.search.searched.connect(self._search)
        self.save = IconButton("bookmark", _("Save search"), "Ctrl+Shift+S")
        self.save.clicked.connect(lambda _checked=False: self.wanted.emit("save-search"))
        self.search.row.insertWidget(self.search.row.count() - 1, self.save)
        self.save.hide()
        self.exact = IconButton("equal", _("Exact spelling only"), "Ctrl+Shift+X", checkable=True)
        self.exact.clicked.connect(lambda _checked=False: self.wanted.emit("exact"))
        self.search.row.insertWidget(self.search.row.count() - 2, self.exact)
        self.exact.hide()
        self.search.line.textChanged.connect(lambda _text: self._show_save())
        self.error = ""
        self._meant = self._refused = ""
        self._entered = False
        # A query that is still being typed is unfinished, not wrong: it is told after a while.
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._say_error)
        self._banner = Banner()
        self._banner.hide()
        self._banner.linked.connect(self._take_meant)
        self._row = QHBoxLayout()
        self._row.addWidget(self._button("panel-left", _("Navigator"), "F9", "navigator"))
        self._back = self._button("back", _("Back"), "Backspace", "back")
        self._forward = self._button("forward", _("Forward"), "Shift+Backspace", "forward")
        for way in (self._back, self._forward):
            self._row.addWidget(way)
        self.show_ways(False, False)
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

    def show_ways(self, back: bool, forward: bool) -> None:
        """Show whether there is something to go back or forward to."""
        self._back.setEnabled(back)
        self._forward.setEnabled(forward)

    def show_error(self, words: str, column: int, meant: str = "") -> None:
        """Say below the field why a query cannot be understood, and underline the place (column, from 1) in it.

        Args:
            meant: the query that was probably meant; the link, and Enter, take it.
        """
        self.error, self._meant, self._refused = words, meant, self.search.query()
        self.search.show_error(column)
        if self._entered:
            self._say_error()
        else:
            self._patience.start()

    def show_query(self, query: str) -> None:
        """Show what is listed, unless something is being typed; what was wrong is right now."""
        self._forget_error()
        if not self.search.line.hasFocus():
            self.search.set_query(query)
        self._show_save()

    def _search(self, query: str, entered: bool) -> None:
        if entered and self._meant and self._banner.isVisible() and query == self._refused:
            self._take_meant()
            return
        self._entered = entered
        self._forget_error()
        self.searched.emit(query, entered)

    def _say_error(self) -> None:
        self._banner.say(self.error, _("Use it (Enter)") if self._meant else "", tone="error")

    def _take_meant(self) -> None:
        """Carry out what was probably meant."""
        meant, self._meant = self._meant, ""
        self.search.set_query(meant)
        self.search.submit()

    def _forget_error(self) -> None:
        self.error = self._meant = ""
        self._patience.stop()
        self._banner.hide()

    def _show_save(self) -> None:
        query, is_command = self.search.query(), self.search.is_command()
        self.save.setVisible(bool(query) and not is_command)
        self.exact.setVisible(not is_command and has_words(query))
        self.exact.setChecked(is_exact(query))

    def _button(self, icon: str, words: str, key: str, name: str) -> IconButton:
        button = IconButton(icon, words, key)
        button.clicked.connect(lambda _checked=False: self.wanted.emit(name))
        return button

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._row.setContentsMargins(metrics.space_m, metrics.space_s, metrics.space_m, metrics.space_s)
        self._row.setSpacing(metrics.space_s)
