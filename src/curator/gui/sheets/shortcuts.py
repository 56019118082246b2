"""The keys of all acts, to be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QKeySequenceEdit, QLabel, QLineEdit, QWidget

from curator.gui.bindings import Action, Bindings
from curator.gui.sheets.form import caption
from curator.gui.theme import theme
from curator.gui.widgets.banner import Banner
from curator.gui.widgets.buttons import IconButton
from curator.gui.widgets.sheet import Sheet
from curator.i18n import _


class ShortcutsSheet(Sheet):
    """A row for each act: what it is called, its key, and a way back to Curator's own.

    Args:
        window: what it lies over.
        bindings: the keys.
    """

    def __init__(self, window: QWidget, bindings: Bindings) -> None:
        super().__init__(window, _("Keys"), _("a change holds at once"))
        self._bindings = bindings
        self.editors: dict[str, QKeySequenceEdit] = {}
        self._resets: dict[str, IconButton] = {}
        self._labels: dict[str, QLabel] = {}
        self.banner = Banner()
        filter_line = QLineEdit()
        filter_line.setPlaceholderText(_("Find an act"))
        filter_line.setAccessibleName(_("Find an act"))
        filter_line.textChanged.connect(self._filter)
        self._heads: dict[str, QLabel] = {}
        rows = QGridLayout()
        rows.setColumnStretch(0, 1)
        for menu in dict.fromkeys(action.menu for action in bindings.actions):
            self._heads[menu] = caption(_(menu))
            rows.addWidget(self._heads[menu], rows.rowCount(), 0, 1, 3)
            for action in bindings.actions:
                if action.menu == menu:
                    self._add(rows, action)
        for part in (self.banner, filter_line):
            self.content.addWidget(part)
        self.content.addLayout(rows)
        self.set_note(_("Letters without Ctrl belong to the panes and stay as they are: F1 lists them."))
        self.add_button(_("All as at first")).clicked.connect(bindings.reset_all)
        self.add_button(_("Close"), primary=True)
        self.accepted.connect(self.close_sheet)
        bindings.changed.connect(self._refresh)
        self._refresh()

    def choose(self, action: Action, key: str) -> None:
        """Give an act another key, or say why that cannot be."""
        wrong = self._bindings.choose(action, key)
        self._say(wrong)

    def _add(self, rows: QGridLayout, action: Action) -> None:
        row, words = rows.rowCount(), _(action.text).removesuffix("...")
        editor, label = QKeySequenceEdit(), QLabel(words)
        editor.setMaximumSequenceLength(1)
        editor.setClearButtonEnabled(True)
        editor.setAccessibleName(_("Key of “%(action)s”") % {"action": words})
        editor.setFixedWidth(theme().metrics.px(180))
        editor.editingFinished.connect(lambda: self._edited(action))
        back = IconButton("undo", _("Curator's own key for “%(action)s”") % {"action": words})
        back.clicked.connect(lambda: self._say(self._bindings.reset(action)))
        rows.addWidget(label, row, 0)
        rows.addWidget(editor, row, 1)
        rows.addWidget(back, row, 2, Qt.AlignmentFlag.AlignRight)
        self.editors[action.id], self._resets[action.id], self._labels[action.id] = editor, back, label

    def _edited(self, action: Action) -> None:
        key = self.editors[action.id].keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if QKeySequence(key) != QKeySequence(self._bindings.key(action)):
            self.choose(action, key)

    def _say(self, wrong: str) -> None:
        if wrong:
            self.banner.say(wrong, tone="warn")
        else:
            self.banner.hide()
        self._refresh()

    def _refresh(self) -> None:
        for action in self._bindings.actions:
            self.editors[action.id].setKeySequence(QKeySequence(self._bindings.key(action)))
            self._resets[action.id].setEnabled(not self._bindings.is_own(action))

    def _filter(self, words: str) -> None:
        shown = {action.id for action in self._bindings.actions if words.casefold() in _(action.text).casefold()}
        for action in self._bindings.actions:
            for part in (self.editors, self._resets, self._labels):
                part[action.id].setVisible(action.id in shown)
        for menu, head in self._heads.items():
            head.setVisible(any(action.menu == menu and action.id in shown for action in self._bindings.actions))
