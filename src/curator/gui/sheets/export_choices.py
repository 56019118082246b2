"""What an export can be of: the selection, the list, the whole archive, a collection, a saved search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from curator.gui.models.listing import Listing
from curator.i18n import _, ngettext
from curator.model.collection import Collection
from curator.model.saved_search import SavedSearch
from curator.operations import collect, saved_searches
from curator.operations.context import Context
from curator.search import Filters


@dataclass(frozen=True, slots=True)
class Choice:
    """Articles that can leave together; without ids, query and collection the whole archive.

    Args:
        words: what it is called.
        name: of the file, without a suffix.
        ids: exactly these articles.
        query, collection: those that a query finds; those of the collection with this path.
    """

    words: str
    name: str
    ids: Sequence[int] | None = None
    query: str | None = None
    collection: str | None = None


def of_window(listing: Listing, listed: Sequence[int], selected: Sequence[int], title: str) -> list[Choice]:
    """Return what is chosen and shown in the window, and the whole archive.

    Args:
        listing: what the list shows, and `listed` the ids in it.
        selected: the ids of the selected articles.
        title: of the archive.
    """
    found: list[Choice] = []
    selection = _file_name(f"{title} - {_('selection')}")
    if len(selected) > 1:
        words = ngettext("%(n)d selected article", "%(n)d selected articles", len(selected)) % {"n": len(selected)}
        found.append(Choice(words, selection, selected))
    is_part = listing.query or listing.filters != Filters() or listing.frozen or listing.like
    if listed and not listing.trash and is_part:
        found.append(Choice(_("The list “%(title)s”") % {"title": listing.title}, _file_name(listing.title), listed))
    found.append(Choice(_("The whole archive"), _file_name(title)))
    if len(selected) == 1:
        found.append(Choice(_("The selected article"), selection, selected))
    return found


def kept(context: Context) -> list[list[Choice]]:
    """Return the collections, each named with those that it lies in, and the saved searches."""
    return [
        [_of_collection(found) for found, _number in collect.listed(context)],
        [_of_search(found) for found in saved_searches.listed(context)],
    ]


def _of_collection(found: Collection) -> Choice:
    return Choice(_("Collection: %s") % found.path, _file_name(found.title), collection=found.path)


def _of_search(found: SavedSearch) -> Choice:
    return Choice(_("Saved search: %s") % found.path, _file_name(found.title), query=found.query)


def _file_name(title: str) -> str:
    return "".join("-" if letter in '/\\:*?"<>|' else letter for letter in title).strip() or _("export")
