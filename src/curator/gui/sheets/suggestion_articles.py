"""In which articles a suggested name is accepted: each with its sentence and a box."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from curator.gui.models.suggestion_list import where
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.context_list import ContextList
from curator.gui.widgets.sheet import Sheet
from curator.i18n import _, ngettext
from curator.operations import suggestion_queue
from curator.operations.name_contexts import NameContext
from curator.operations.suggestion_queue import QueuedName

# More than anybody looks through one by one; the rest stays in the queue.
_MOST = 300
_HIGH = 380


class SuggestionArticlesSheet(Sheet):
    """Signals: chosen(list[int]), the articles in which the name is accepted."""

    chosen = Signal(object)

    def __init__(self, window: QWidget, session: Session, name: QueuedName) -> None:
        super().__init__(window, name.name, where(name))
        self._name = name
        self.list = ContextList(_("Articles with the name"), boxes=True)
        self.list.turned.connect(self._tell)
        self.list.setMinimumHeight(theme().metrics.px(_HIGH))
        self.content.addWidget(self.list, 1)
        self.set_note(_("Space turns a box. What is left out stays in the list of suggestions."))
        self.add_cancel()
        self.accept_button = self.add_button("", primary=True)
        self.accepted.connect(self._accept)
        self._tell()
        session.read(
            "suggestion articles",
            lambda context, _stop: suggestion_queue.contexts(context, name, _MOST),
            self._show,
        )

    def _show(self, found: list[NameContext]) -> None:
        self.list.show_contexts(found)
        if self._name.articles > len(found):
            rest = self._name.articles - len(found)
            words = ngettext("%(n)d more article is not listed.", "%(n)d more articles are not listed.", rest)
            self.set_note(words % {"n": rest})
        self._tell()

    def _tell(self) -> None:
        number = len(self.list.contexts(ticked=True))
        words = ngettext("Accept in %(n)d article", "Accept in %(n)d articles", number) % {"n": number}
        self.accept_button.setText(words)
        self.accept_button.setEnabled(number > 0)

    def _accept(self) -> None:
        ids = [each.article_id for each in self.list.contexts(ticked=True)]
        self.close_sheet()
        self.chosen.emit(ids)
