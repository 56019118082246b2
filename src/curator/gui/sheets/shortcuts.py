"""The keys of all acts and the letters of the panes, to be changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from curator.gui.bindings import Action, Bindings
from curator.gui.panes import NAMES, PANE_LETTERS
from curator.gui.sheets.form import caption
from curator.gui.theme import theme
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.buttons import IconButton
from curator.gui.widgets.key_field import KeyField
from curator.gui.widgets.sheet import Sheet
from curator.i18n import _


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the sheet: its parts, the key now, and Curator's own."""

    label: QLabel
    field: KeyField
    back: IconButton
    now: Callable[[], str]
    own: str


class ShortcutsSheet(Sheet):
    """A row for each act and each letter: what it is called, its key, and a way back to Curator's own.

    Args:
        window: what it lies over.
        bindings: the keys.
    """

    def __init__(self, window: QWidget, bindings: Bindings) -> None:
        super().__init__(window, _("Keys"), _("a change holds at once"))
        self._bindings = bindings
        self.fields: dict[str, KeyField] = {}
        self._parts: list[tuple[QLabel, list[_Row]]] = []
        self.banner = Banner()
        filter_line = QLineEdit()
        filter_line.setPlaceholderText(_("Find an act"))
        filter_line.setAccessibleName(_("Find an act"))
        filter_line.textChanged.connect(self._filter)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        for menu in dict.fromkeys(action.menu for action in bindings.actions):
            self._begin(_(menu))
            for action in bindings.actions:
                if action.menu == menu:
                    self._add_action(action)
        for pane, letters in PANE_LETTERS.items():
            self._begin(_("Letters: %(pane)s") % {"pane": _(NAMES[pane])})
            for letter, does in letters:
                self._add_letter(pane, letter, _(does))
        for part in (self.banner, filter_line):
            self.content.addWidget(part)
        self.content.addLayout(self._grid)
        self.set_note(_("Letters hold where no text is typed, on any keyboard layout."))
        self.add_button(_("All as at first")).clicked.connect(bindings.reset_all)
        self.add_button(_("Close"), primary=True)
        self.accepted.connect(self.close_sheet)
        bindings.changed.connect(self._refresh)
        self._refresh()

    def _begin(self, title: str) -> None:
        head = caption(title)
        self._grid.addWidget(head, self._grid.rowCount(), 0, 1, 3)
        self._parts.append((head, []))

    def _add_action(self, action: Action) -> None:
        bindings, words = self._bindings, _(action.text).removesuffix("...")
        row = self._add(words, lambda: bindings.key(action), action.shortcut, letter=False)
        row.field.chosen.connect(lambda key: self._say(bindings.choose(action, key)))
        row.back.clicked.connect(lambda: self._say(bindings.reset(action)))
        self.fields[action.id] = row.field

    def _add_letter(self, pane: str, letter: str, words: str) -> None:
        bindings = self._bindings
        row = self._add(words, lambda: bindings.letter(pane, letter), letter, letter=True)
        row.field.chosen.connect(lambda key: self._say(bindings.choose_letter(pane, letter, key)))
        row.back.clicked.connect(lambda: self._say(bindings.choose_letter(pane, letter, letter)))
        self.fields[f"{pane}:{letter}"] = row.field

    def _add(self, words: str, now: Callable[[], str], own: str, letter: bool) -> _Row:
        row = _Row(
            QLabel(words),
            KeyField(_("Key of “%(action)s”") % {"action": words}, letter),
            IconButton("undo", _("Curator's own key for “%(action)s”") % {"action": words}),
            now,
            own,
        )
        row.field.setFixedWidth(theme().metrics.px(180))
        place = self._grid.rowCount()
        self._grid.addWidget(row.label, place, 0)
        self._grid.addWidget(row.field, place, 1)
        self._grid.addWidget(row.back, place, 2, Qt.AlignmentFlag.AlignRight)
        self._parts[-1][1].append(row)
        return row

    def _say(self, wrong: str) -> None:
        if wrong:
            self.banner.say(wrong, tone="warn")
        else:
            self.banner.hide()
        self._refresh()

    def _refresh(self) -> None:
        for _head, rows in self._parts:
            for row in rows:
                row.field.show_key(row.now())
                row.back.setEnabled(row.now() != row.own)

    def _filter(self, words: str) -> None:
        for head, rows in self._parts:
            shown = [row for row in rows if words.casefold() in row.label.text().casefold()]
            for row in rows:
                for part in (row.label, row.field, row.back):
                    part.setVisible(row in shown)
            head.setVisible(bool(shown))
