"""What is said above the list of how it came about: what else was meant, what became of a frozen list, what is like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from curator.gui import frozen_lists
from curator.gui.models.exact_words import exactly, other_spellings
from curator.gui.models.fixed_lists import frozen_list
from curator.gui.models.listing import Listing
from curator.gui.theme import theme
from curator.gui.typed_choices import shown_query
from curator.gui.widgets.words import digits
from curator.i18n import _, ngettext
from curator.operations import reading, result_lists
from curator.operations.context import Context
from curator.operations.did_you_mean import LITTLE, Suggestion, did_you_mean
from curator.operations.other_names import OtherNames, other_names
from curator.operations.result_lists import ShownList
from curator.operations.similar_to import Similar

if TYPE_CHECKING:
    from curator.gui.window import Window

_WORDS, _SPELLINGS = 6, 4
# Articles whose words are looked at for other spellings, at the beginning of the list and at its end.
_LOOKED_THROUGH = 12
_NEAR_DAYS = 366


class ListHints(QObject):
    """Speaks through the banner of a window's list; the newest word stands.

    Args:
        window: whose list it is.
    """

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._is_said = False
        window.articles.listed.connect(self._listed)
        window.table.chosen.connect(self._say_why)

    def _listed(self, listing: Listing) -> None:
        if self._is_said:
            self._window.list_pane.banner.hide()
            self._is_said = False
        if listing.frozen:
            self._ask_frozen(listing)
        elif listing.is_search and not listing.query.endswith("*"):
            self._ask_meant(listing)
            self._ask_spellings(listing)
        elif listing.like and self._window.articles.rowCount():
            place = max(0, self._window.table.currentIndex().row())
            self._say_why(self._window.articles.id_at(place))

    def _ask_meant(self, listing: Listing) -> None:
        """Offer other spellings where little was found; when nobody waits for anything else."""
        finder, total = self._window.session.finder, self._window.articles.found.total
        if total > LITTLE:
            return

        def show(found: list[Suggestion]) -> None:
            if found and self._window.articles.listing == listing:
                self._say_meant(found)

        self._window.session.read(
            "did you mean",
            lambda _context, _interrupt: did_you_mean(finder, listing.query, total, listing.filters),
            show,
            lambda _error: None,
            later=True,
        )

    def _ask_spellings(self, listing: Listing) -> None:
        """Say what else was found than what was typed, and which names were not looked for; when nobody waits."""
        finder, found, ids = self._window.session.finder, self._window.articles.found, self._window.articles.ids()
        node, looked = found.node, ids[:_LOOKED_THROUGH].tolist()
        # Those that come first are spelled as typed: the others are looked for at the end.
        looked += ids[_LOOKED_THROUGH:][-_LOOKED_THROUGH:].tolist()
        if node is None or not looked:
            return

        def ask(context: Context, interrupt: Callable[[], object]) -> tuple[OtherNames | None, list[str], int]:
            names = other_names(finder, listing.query, ids)
            if names:
                return names, [], 0
            rows = [reading.open_article(context, each) for each in looked]
            spelled = other_spellings((f"{row.article.title or ''}\n{row.text.body}" for row in rows), node)
            if not spelled:
                return None, [], 0
            exact = finder.find(exactly(listing.query), "accession", listing.filters, interrupt=interrupt)
            return None, spelled, exact.total

        def show(told: tuple[OtherNames | None, list[str], int]) -> None:
            names, spelled, exact = told
            if self._window.articles.listing != listing or self._is_said:
                return
            if names:
                self._say_names(names)
            elif spelled:
                self._say_spellings(listing, spelled, exact)

        self._window.session.read("spellings", ask, show, lambda _error: None, later=True)

    def _say_spellings(self, listing: Listing, spelled: list[str], exact: int) -> None:
        words = _("Also finds %(words)s") % {"words": ", ".join(spelled[:_SPELLINGS])}
        if exact and listing.sort == "relevance":
            first = ngettext("%(n)s article spelled so comes first", "%(n)s articles spelled so come first", exact)
            words = f"{words}. {first % {'n': digits(exact)}}"
        act = self._window.searching.turn_exact
        self._window.list_pane.banner.say(words, _("Exact only"), icon="languages", act=act)
        self._is_said = True

    def _say_names(self, names: OtherNames) -> None:
        """Say which other names were found, or were not looked for: in few words, the pane of the list is narrow."""
        told = {"words": ", ".join(names.names[:_SPELLINGS])}
        words = _("Also finds %(words)s") % told if names.is_searched else _("Not searched: %(words)s") % told
        link = _("Exact only") if names.is_searched else _("All names")
        self._window.list_pane.banner.say(words, link, icon="languages", act=partial(self._search, names.query))
        self._is_said = True

    def _say_meant(self, found: list[Suggestion]) -> None:
        banner = self._window.list_pane.banner
        links: list[tuple[str, Callable[[], object]]] = []
        room = banner.width() * 2 // 3
        for each in found:
            words = f"{each.query} ({digits(each.total)})"
            room -= banner.fontMetrics().horizontalAdvance(words) + theme().metrics.space_m
            if not links or room > 0:
                links.append((words, partial(self._search, each.query)))
        (words, act), *more = links
        banner.say(_("Did you mean"), words, icon="search", act=act, more=more)
        self._is_said = True

    def _search(self, query: str) -> None:
        field = self._window.toolbar.search
        field.set_query(
            shown_query(self._window.session.archive.read(), replace(self._window.articles.listing, query=query))
        )
        field.submit()

    def _ask_frozen(self, listing: Listing) -> None:
        finder = self._window.session.finder

        def ask(context: Context, _interrupt: object) -> ShownList | None:
            record = frozen_list(context, listing.frozen)
            return result_lists.show(finder, record.sha256) if record else None

        def show(found: ShownList | None) -> None:
            if found is not None and self._window.articles.listing == listing:
                self._say_frozen(found)

        self._window.session.read("frozen state", ask, show)

    def _say_frozen(self, found: ShownList) -> None:
        has_news = not found.is_whole or any(item.state != "same" for item in found.items)
        self._window.list_pane.banner.say(
            frozen_words(found),
            _("Details"),
            tone="warn" if has_news else "info",
            icon="lock",
            act=lambda: frozen_lists.show(self._window),
        )
        self._is_said = True

    def _say_why(self, article_id: int) -> None:
        found = next((each for each in self._window.articles.found.alike if each.article.id == article_id), None)
        if found is not None and self._window.articles.listing.like:
            self._window.list_pane.banner.say(why(found), icon="equal")
            self._is_said = True


def frozen_words(found: ShownList) -> str:
    """Return in few words what became of a frozen list: the pane of the list is narrow."""
    changed, gone, when = found.count("changed"), found.count("gone"), {"when": found.record.frozen_at[:10]}
    if not found.is_whole:
        return _("Its hash does not fit it any more.")
    parts = [ngettext("%(n)d changed", "%(n)d changed", changed) % {"n": changed}] if changed else []
    parts += [ngettext("%(n)d gone", "%(n)d gone", gone) % {"n": gone}] if gone else []
    if not parts:
        return _("As it was on %(when)s") % when
    return _("%(what)s since %(when)s") % {"what": ", ".join(parts), **when}


def why(similar: Similar) -> str:
    """Return in what an article is like another."""
    parts = [", ".join(similar.names), ", ".join(similar.words[:_WORDS])]
    # Years apart is no likeness.
    if similar.days is not None and similar.days <= _NEAR_DAYS:
        days = ngettext("%(n)d day apart", "%(n)d days apart", similar.days) % {"n": similar.days}
        parts.append(days if similar.days else _("the same day"))
    return _("In common: %(what)s") % {"what": " · ".join(part for part in parts if part)}


def find_similar(window: Window) -> None:
    """List the articles that are like the open one."""
    reading = window.reader.reading
    if reading is not None:
        title = _("Like “%(title)s”") % {"title": reading.article.title or _("No title")}
        window.list_articles(Listing(title, like=reading.article.id))
