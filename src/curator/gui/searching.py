"""Between the search field and the list: queries, what the field offers, saved searches."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QApplication, QWidget

from curator.errors import CuratorError
from curator.gui.actions import ACTIONS
from curator.gui.acts import open_article
from curator.gui.models.exact_words import exactly, is_exact
from curator.gui.models.listing import Listing
from curator.gui.models.one_state import parted
from curator.gui.models.saved_query import whole_query
from curator.gui.query_mending import mended
from curator.gui.typed_choices import shown_query, value_meant
from curator.gui.unready_search import UnreadySearch
from curator.gui.views.command_list import Offer
from curator.gui.views.facet_names import value_name
from curator.gui.views.name_popup import NamePopup
from curator.gui.views.palette import Palette
from curator.i18n import _
from curator.names.completion import Completer
from curator.operations import authorities, saved_searches, search_history
from curator.operations.searched_index import IndexUnreadyError
from curator.search import QueryError

if TYPE_CHECKING:
    from curator.gui.window import Window


class Searching(QObject):
    """What the search field of a window does.

    Args:
        window: whose field and list they are.
        completer: completes names.
    """

    def __init__(self, window: Window, completer: Completer) -> None:
        super().__init__(window)
        self._window = window
        self._field = window.toolbar.search
        self.palette = Palette(self._field, window.session, completer, self._commands, window)
        self.name_popup = NamePopup(window)
        self._unready = UnreadySearch(window)
        self._field.name_of = self._name_of
        self._field.left.connect(window.table.setFocus)
        self._field.given_up.connect(self._give_focus_back)
        self._before: QWidget | None = None
        self._entered = ""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        window.toolbar.searched.connect(self._search)
        window.articles.counted.connect(self.palette.take_facets)
        window.articles.listed.connect(self._listed)
        window.articles.refused.connect(self._refused)
        self.palette.command_wanted.connect(self._run)
        self.palette.article_wanted.connect(partial(open_article, window))
        self.palette.name_wanted.connect(window.names_page.show_name)
        self.name_popup.named.connect(self._save)
        self.name_popup.dismissed.connect(window.focus_search)

    def ask_title(self) -> None:
        """Ask for a title under which what is listed is saved as a search."""
        listing, query = self._window.articles.listing, self.whole_query()
        if query:
            box = QRect(self._field.mapTo(self._window, self._field.rect().topLeft()), self._field.size())
            self.name_popup.ask(_("Save search"), query, "" if listing.is_search else listing.title, box)

    def whole_query(self) -> str:
        """Return what is listed as one query, with what was chosen in facets."""
        return whole_query(self._window.articles.listing, self._window.list_pane.names())

    def has_query(self) -> bool:
        """Return whether something is looked for."""
        return bool(self._field.query())

    def turn_exact(self) -> None:
        """Look for the words in the spelling that was typed alone, or in any again."""
        query = self._field.query()
        self._field.set_query(exactly(query, not is_exact(query)))
        self._field.submit()

    def begin_within(self) -> None:
        """Look for what is typed next in what is found now."""
        if not self._window.arrangement.is_covered and self._field.query():
            self._field.begin_within()

    def offer_earlier(self) -> None:
        """Offer the last searches below the field."""
        self._field.line.setFocus()
        self.palette.offer_history()

    def _search(self, query: str, entered: bool) -> None:
        self._entered = query if entered else ""
        before, connection = self._window.articles.wanted, self._window.session.archive.read()
        if query:
            order = before.sort if before.is_search else "relevance"
            rest, filters = parted(query, partial(value_meant, connection, before.filters))
            wanted = Listing(_("Search"), rest, filters, order, is_search=True)
        else:
            wanted = Listing(_("All articles"))
        if wanted != before:
            self._window.list_articles(wanted)
        elif wanted == self._window.articles.listing:
            self._remember()

    def _remember(self) -> None:
        """Keep what Enter stands behind among the last searches, with the number of what it found."""
        query, total = self._entered, self._window.articles.found.total
        self._entered = ""
        if query and self._window.session.archive.writable:
            self._window.session.write(lambda context: search_history.remember(context, query, total))

    def _listed(self, listing: Listing) -> None:
        if listing.is_search:
            self._remember()
        self._window.toolbar.show_query(shown_query(self._window.session.archive.read(), listing))

    def _refused(self, listing: Listing, error: BaseException) -> None:
        if isinstance(error, IndexUnreadyError):
            self._unready.wait_for(listing)
        elif isinstance(error, QueryError):
            words, meant = f"{error.message} {error.hint}".strip(), mended(self._field.query(), error)
            self._window.toolbar.show_error(words, error.column, meant)
        else:
            self._window.show_error(error)

    def _name_of(self, field: str, value: str) -> str:
        """Return what a value in the field is called: "#12" is the record of that number."""
        if not value.startswith("#"):
            return value_name(field, value)
        try:
            return authorities.record_of(self._window.session.archive.read(), value).preferred_name
        except CuratorError:
            return value

    def _commands(self) -> list[Offer]:
        head = _("Commands")
        return [
            Offer(
                head,
                _(action.text),
                "command",
                action.id,
                _(action.menu),
                action.icon or "command",
                "",
                self._window.menus.bindings.key(action),
            )
            for action in ACTIONS
            if action.when(self._window)
        ]

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Remember where the focus came from as it came into the field."""
        inside = old is not None and old.window() is self._window and not self._field.isAncestorOf(old)
        if new is self._field.line and inside:
            self._before = old

    def _give_focus_back(self) -> None:
        before = self._before
        (before if before is not None and before.isVisible() else self._window.table).setFocus()

    def _run(self, action: str) -> None:
        """Give a command as if the field had never had the focus: some hold for the pane that has it."""
        self._give_focus_back()
        self._window.menus.run(action)

    def _save(self, title: str) -> None:
        listing = self._window.articles.listing
        query = self.whole_query()
        self._window.write(
            lambda context: saved_searches.add(context, title, query, listing.sort),
            _("Saved: %(title)s") % {"title": title},
        )
        self._window.table.setFocus()
