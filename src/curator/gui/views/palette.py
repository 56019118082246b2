"""What the search field offers while something is typed: commands, names, values of fields, articles, earlier words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from curator.archive.search_history import PastSearch
from curator.gui.kinds import KINDS
from curator.gui.models.query_tokens import quoted
from curator.gui.session import Session
from curator.gui.views.archive_offers import article_offers, counted, saved_offers, value_offers
from curator.gui.views.command_list import CommandList, Offer
from curator.gui.views.search_field import SearchField
from curator.i18n import _
from curator.names.completion import Completer
from curator.operations import search_history
from curator.operations.context import Context
from curator.operations.query_completion import complete_field
from curator.search import FIELDS, Facets
from curator.text.name_key import name_key

_COMMANDS, _NAMES, _VALUES, _HISTORY = 3, 5, 10, 18
# The fewest letters for which names and articles are looked up.
_LEAST = 2


class Palette(QObject):
    """Fills the list below a search field and does what is chosen in it.

    Signals:
        command_wanted(str): the id of an action.
        article_wanted(int): the id of an article.
        name_wanted(int): the id of a record whose page is to be shown.

    Args:
        field: the search field.
        session: whose articles and names are offered.
        completer: completes names.
        commands: the commands that can be given now.
        window: the list is a child of it.
    """

    command_wanted = Signal(str)
    article_wanted = Signal(int)
    name_wanted = Signal(int)

    def __init__(
        self,
        field: SearchField,
        session: Session,
        completer: Completer,
        commands: Callable[[], Iterable[Offer]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._field, self._session, self._completer, self._commands = field, session, completer, commands
        self._window = window
        self._facets: Facets | None = None
        self.list = CommandList(window)
        self.list.chosen.connect(self.choose)
        field.first = self._key
        field.typing_changed.connect(self._offer)
        session.names.ready.connect(self._offer_again)
        field.line.installEventFilter(self)

    def take_facets(self, facets: Facets) -> None:
        """Remember how many articles of the list have what there is to choose from."""
        self._facets = facets

    def choose(self, offer: Offer) -> None:
        """Do what a row stands for."""
        self.list.hide()
        if offer.does == "command":
            self._field.line.clear()
            self.command_wanted.emit(offer.value)
        elif offer.does == "article":
            self.article_wanted.emit(int(offer.value))
        elif offer.does == "name":
            self._field.line.clear()
            self.name_wanted.emit(int(offer.value))
        elif offer.does == "forget":
            self._forget(None)
        elif offer.does == "search":
            self._field.set_query(offer.value)
            self._field.submit()
        elif offer.does == "value":
            self._field.replace_value(offer.value)
            self._finish()
        else:
            self._field.replace_typing(offer.value)
            if offer.does == "complete":
                self._finish()

    def _finish(self) -> None:
        """Carry out what was completed."""
        self.list.hide()
        self._field.submit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when the field is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.list.hide()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key, shown = event.key(), not self.list.isHidden()
        enter, alt = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter), event.modifiers() & Qt.KeyboardModifier.AltModifier
        current = self.list.current() if shown else None
        if enter and alt:
            self.choose(Offer("", "", "search", self._field.line.text()))
        elif key == Qt.Key.Key_Down and not shown and (alt or not self._field.query()):
            self.offer_history()
        elif shown and key == Qt.Key.Key_Delete and current is not None and current.icon == "history":
            self._forget(current.value)
        elif shown and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.step(1 if key == Qt.Key.Key_Down else -1)
        elif shown and key == Qt.Key.Key_Escape:
            self.list.hide()
        elif enter and current is not None:
            self.choose(current)
        else:
            if enter:
                self.list.hide()
            return False
        return True

    # -- what is offered

    def _offer(self) -> None:
        typing, text = self._field.typing(), self._field.line.text()
        if self._field.is_command():
            words = text.lstrip()[1:].strip()
            self._show(self._matching_commands(words), words, first=True)
        elif typing.field:
            self._offer_values(FIELDS.get(typing.field, ""), typing.typed)
        elif len(typing.typed) >= _LEAST and typing.typed not in ("AND", "OR", "NOT"):
            self._show_all(typing.typed)
            self._ask_archive(typing.typed)
        else:
            self.list.hide()

    def _offer_again(self) -> None:
        """Offer what fits what is typed, now that the names are known."""
        if not self.list.isHidden():
            current = self.list.current()
            self._offer()
            self.list.make_current(current)

    def _is_alone(self, typed: str) -> bool:
        return self._field.line.text().strip() == typed and not self._field.tokens

    def _show_all(self, typed: str, found: Sequence[Offer] = ()) -> None:
        text = self._field.line.text().strip()
        commands = self._matching_commands(typed)[:_COMMANDS] if self._is_alone(typed) else []
        offers = [*self._fields(typed), *commands, *self._names(typed, None, _NAMES), *self._page_of(typed), *found]
        everywhere = _("Find “%(words)s” in all articles") % {"words": text}
        self._show([*offers, Offer(_("Search"), everywhere, "search", text, icon="search", key="Alt+Enter")], typed)

    def _show(self, offers: Sequence[Offer], typed: str, first: bool = False) -> None:
        if not self._field.line.hasFocus():
            return
        corner = self._field.mapTo(self._window, QPoint(0, 0))
        self.list.show_offers(offers, typed, QRect(corner, self._field.size()), first)

    def offer_history(self) -> None:
        """Offer the last searches, with the numbers of what they found."""

        def show(searches: list[PastSearch]) -> None:
            section = _("Earlier searches")
            offers = [
                Offer(section, each.query, "search", each.query, counted(each.total), "history")
                for each in searches[:_HISTORY]
            ]
            if offers:
                offers.append(Offer(section, _("Forget these searches"), "forget", "", icon="x"))
            self._show(offers or [Offer(section, _("No search has been kept yet."), "nothing", "")], "", bool(offers))

        self._session.read("history", lambda context, _interrupt: search_history.listed(context), show)

    def _forget(self, query: str | None) -> None:
        """Forget one of the last searches, or all."""
        offer_again = self.offer_history if query is not None else lambda: None
        self._session.write(lambda context: search_history.forget(context, query), lambda _done: offer_again())

    def _matching_commands(self, typed: str) -> list[Offer]:
        words = name_key(typed).split()
        found = [offer for offer in self._commands() if all(word in name_key(offer.text) for word in words)]
        return sorted(found, key=lambda offer: not name_key(offer.text).startswith(name_key(typed)))

    def _fields(self, typed: str) -> list[Offer]:
        known = list(complete_field(typed).items())[:2]
        return [Offer(_("Fields"), f"{name}:", "field", f"{name}:", about, "filter") for name, about in known]

    def _names(self, typed: str, kind: str | None, limit: int, field: str = "") -> list[Offer]:
        if not self._completer.is_whole:
            self._session.names.hurry()
            return [Offer(_("Names"), _("Reading the names ..."), "nothing", "", icon="user")]
        offers = []
        for found in self._completer.complete(typed, kind, limit):
            detail = " · ".join(part for part in (found.why, counted(found.articles)) if part)
            words = quoted(field or found.kind, found.name) + " "
            icon = KINDS[found.kind].icon
            offers.append(Offer(_("Names"), found.name, "complete", words, detail, icon, found.kind))
        return offers

    def _page_of(self, typed: str) -> list[Offer]:
        """Offer the page of the name that fits best."""
        found = self._completer.complete(typed, None, 1) if self._completer.is_whole else []
        words = _("Open the page of “%(name)s”")
        return [
            Offer(_("Names"), words % {"name": each.name}, "name", str(each.authority_id), icon="book-open")
            for each in found
        ]

    def _offer_values(self, field: str, typed: str) -> None:
        """Offer values of a field: names, which are at hand, or what the archive has, which is asked."""
        if field in KINDS or field in ("tag", "name"):
            self._show(self._names(typed, field if field in KINDS else None, _VALUES, field), typed)
            return
        text, cursor, facets = self._field.line.text(), self._field.caret(), self._facets

        def ask(context: Context, _interrupt: object) -> list[Offer]:
            return value_offers(context, self._completer, text, cursor, facets)

        def show(values: list[Offer]) -> None:
            if (self._field.line.text(), self._field.caret()) == (text, cursor):
                self._show(values, typed)

        self._session.read("palette", ask, show, lambda _error: None)

    def _ask_archive(self, typed: str) -> None:
        is_alone, finder = self._is_alone(typed), self._session.finder

        def ask(context: Context, _interrupt: object) -> list[Offer]:
            return saved_offers(context, typed, is_alone)

        def show(saved: list[Offer]) -> None:
            self._show_found(typed, saved)
            # Of their own: the index may not be ready to be asked for titles.
            self._session.read(
                "palette",
                lambda context, interrupt: article_offers(context, finder, typed, interrupt),
                lambda articles: self._show_found(typed, [*saved, *articles] if articles else []),
                lambda _error: None,
            )

        self._session.read("palette", ask, show, lambda _error: None)

    def _show_found(self, typed: str, found: Sequence[Offer]) -> None:
        if found and not self.list.isHidden() and self._field.typing().typed == typed:
            current = self.list.current()
            self._show_all(typed, found)
            self.list.make_current(current)
