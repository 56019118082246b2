"""What of the archive the search field offers: values of fields, saved searches, articles. Asked beside the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from curator.gui.models.article_list import about
from curator.gui.views.command_list import Offer
from curator.gui.views.facet_names import FACET_NAMES, value_name
from curator.i18n import _, ngettext
from curator.names.completion import Completer
from curator.operations import listing
from curator.operations.context import Context
from curator.operations.find import Finder
from curator.operations.query_completion import complete_query, complete_saved
from curator.search import Facets
from curator.search.query_cursor import at_cursor
from curator.text.name_key import name_key

_ARTICLES, _SAVED, _VALUES = 4, 3, 10


def value_offers(context: Context, names: Completer, query: str, cursor: int, facets: Facets | None) -> list[Offer]:
    """Return the values of the whole archive that the one at the cursor could become.

    Args:
        query: as far as it is typed.
        cursor: where (code points, from 0).
        facets: of what is listed now: how many articles have each value there.
    """
    field = at_cursor(query, cursor).field or ""
    facet, name = facets.by_name.get(field) if facets else None, FACET_NAMES.get(field)
    counts = {each.value: counted(each.count) for each in facet.values()} if facet else {}
    head, icon = (name.head, name.icon) if name else (_("Has"), "filter")
    found = [
        (each, each.text.strip('"')) for each in complete_query(context, names, query, cursor, _VALUES, value_name)
    ]
    called = Counter(each.shown for each, _value in found)
    return [
        Offer(
            head,
            # "English" is what en and en-GB are called.
            each.shown if called[each.shown] == 1 else f"{each.shown} ({value})",
            "value",
            each.text + " ",
            counts.get(value, ""),
            icon,
        )
        for each, value in found
    ]


def saved_offers(context: Context, typed: str, is_alone: bool) -> list[Offer]:
    """Return saved searches that are called so.

    Args:
        is_alone: whether nothing else is looked for; else what a saved search finds is one more condition.
    """
    return [
        Offer(
            _("Saved searches"),
            each.path,
            "search" if is_alone else "value",
            each.query if is_alone else f"({each.query}) ",
            each.query,
            "bookmark",
        )
        for each in complete_saved(context, typed)[:_SAVED]
    ]


def article_offers(context: Context, finder: Finder, typed: str, interrupt: Callable[[], object]) -> list[Offer]:
    """Return articles with all words of what was typed in their titles."""
    query = " ".join(f"title:{word}*" for word in name_key(typed).split())
    if not query:
        return []
    found = finder.find(query, "title", interrupt=interrupt)
    rows = listing.rows(context, found.ids[:_ARTICLES].tolist())
    return [
        Offer(_("Articles"), row.article.title or "", "article", str(row.article.id), about(row), "file-text")
        for row in rows
    ]


def counted(number: int) -> str:
    """Return how many articles there are, in words."""
    return ngettext("%(n)d article", "%(n)d articles", number) % {"n": number}
