"""Beside the queue of suggestions: the current name, why it is suggested, three of its places, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from curator.gui.models.suggestion_list import standing, where
from curator.gui.theme import theme
from curator.gui.views.context_list import ContextList
from curator.gui.views.suggested_name import SuggestedName
from curator.gui.widgets.buttons import PushButton
from curator.i18n import N_, _, ngettext
from curator.operations.name_contexts import NameContext
from curator.operations.suggestion_queue import QueuedName

_BUTTONS = (
    ("variant", N_("Is a spelling of..."), "S"),
    ("change", N_("Change..."), "F2"),
    ("reject", N_("Reject"), "Del"),
    ("choose", N_("Choose articles..."), "Shift+Enter"),
    ("accept", N_("Accept"), "Enter"),
)
_OF_NEW_NAMES = ("variant", "change")


class SuggestionPreview(QWidget):
    """One name of the queue.

    Signals:
        act_wanted(str): as of the table.
        opened(NameContext): a place is to be shown in the reader.
    """

    act_wanted = Signal(str)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name, self._about = SuggestedName(), QLabel()
        self._about.setProperty("role", "second")
        self._about.setWordWrap(True)
        self._about.setMinimumWidth(1)
        self.contexts = ContextList(_("Places of the name"))
        self.contexts.opened.connect(self.opened)
        self.buttons = {act: PushButton(_(words), "", key, primary=act == "accept") for act, words, key in _BUTTONS}
        self._more = QHBoxLayout()
        self._main = QHBoxLayout()
        for act, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, act=act: self.act_wanted.emit(act))
            row = self._main if act in ("reject", "choose", "accept") else self._more
            row.addWidget(button)
        self._more.addStretch(1)
        self._main.insertStretch(0, 1)
        self._column = QVBoxLayout(self)
        for part, stretch in ((self.name, 0), (self._about, 0), (self.contexts, 1)):
            self._column.addWidget(part, stretch)
        self._column.addLayout(self._more)
        self._column.addLayout(self._main)
        theme().changed.connect(self._retheme)
        self._retheme()
        self.show_name(None, False)

    def show_name(self, name: QueuedName | None, can_write: bool) -> None:
        """Show a name; its places come later."""
        for part in (self.name, self._about, self.contexts, *self.buttons.values()):
            part.setVisible(name is not None)
        if name is None:
            return
        self.name.show_name(name.kind, name.name)
        self._about.setText("\n".join((f"{standing(name)} · {where(name)}", name.why)))
        self.contexts.clear()
        words = ngettext("Accept in %(n)d article", "Accept in %(n)d articles", name.articles) % {"n": name.articles}
        self.buttons["accept"].setText(words)
        for act, button in self.buttons.items():
            # What is on record already is no spelling to be put somewhere, and is changed on its own page.
            button.setVisible(name.authority_id is None or act not in _OF_NEW_NAMES)
            button.setEnabled(can_write)

    def show_contexts(self, found: Sequence[NameContext]) -> None:
        """Show places of the name."""
        self.contexts.show_contexts(found)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and a hairline at the left."""
        painter, tokens = QPainter(self), theme().tokens
        painter.fillRect(self.rect(), QColor(tokens.inspector))
        painter.fillRect(0, 0, theme().metrics.space_hair, self.height(), QColor(tokens.line))

    def _retheme(self) -> None:
        metrics = theme().metrics
        self._column.setContentsMargins(*(metrics.space_l,) * 4)
        self._column.setSpacing(metrics.space_m)
        self._main.setSpacing(metrics.space_s)
        self._more.setSpacing(metrics.space_s)
