"""What facets and their values are called, and the rows that are shown of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from curator.gui.models.article_list import language_name
from curator.gui.models.listing import Key, chosen
from curator.gui.widgets.facet_model import FacetRow, FacetState
from curator.i18n import N_, _
from curator.search import Facet, FacetValue, Filters
from curator.text.name_key import name_key


@dataclass(frozen=True, slots=True)
class FacetName:
    """How a facet is shown.

    Args:
        plural: its head, not translated yet.
        field: the word of the query language for it, also before its values in chips, not translated yet.
        icon: the name of its icon.
    """

    plural: str
    field: str
    icon: str

    @property
    def head(self) -> str:
        """Its head in the user's language."""
        return _(self.plural)


# In the order in which they are shown.
FACET_NAMES = {
    "person": FacetName(N_("People"), N_("person"), "user"),
    "event": FacetName(N_("Events"), N_("event"), "calendar"),
    "theme": FacetName(N_("Themes"), N_("theme"), "tag"),
    "place": FacetName(N_("Places"), N_("place"), "map-pin"),
    "organisation": FacetName(N_("Organisations"), N_("organisation"), "building-2"),
    "publication": FacetName(N_("Source"), N_("source"), "newspaper"),
    "language": FacetName(N_("Language"), N_("language"), "languages"),
    "collection": FacetName(N_("Collection"), N_("collection"), "folder"),
    "status": FacetName(N_("Status"), N_("status"), "check-circle"),
}
_STATUSES = {"inbox": N_("Inbox"), "read": N_("Read"), "described": N_("Described")}


def value_name(facet: str, value: str) -> str:
    """Return what a value of a facet is called in the user's language."""
    if facet == "language":
        return language_name(value)
    return _(_STATUSES[value]) if facet == "status" and value in _STATUSES else value


def key_of(value: FacetValue) -> Key:
    """Return what stands for a value in `Filters`."""
    return value.value if value.id is None else value.id


def rows(name: str, facet: Facet, filters: Filters, limit: int | None = None) -> list[FacetRow]:
    """Return the rows of a facet: those chosen first, then those with the most articles.

    Args:
        limit: at most so many besides those chosen.
    """
    states = chosen(filters, name)
    return [
        FacetRow(
            key_of(value), value_name(name, value.value), value.count, states.get(key_of(value), FacetState.NEITHER)
        )
        for value in facet.values(limit)
    ]


def in_place(before: Sequence[FacetRow], now: Sequence[FacetRow]) -> list[FacetRow]:
    """Return the rows `now` in the order that they had `before`, so that none moves away under the pointer."""
    places = {row.key: place for place, row in enumerate(before)}
    return sorted(now, key=lambda row: places.get(row.key, len(places)))


def matching(found: Sequence[FacetRow], typed: str) -> list[FacetRow]:
    """Return the rows whose names hold all words typed, in any spelling; those chosen always."""
    words = name_key(typed).split()
    return [
        row for row in found if row.state is not FacetState.NEITHER or all(word in name_key(row.name) for word in words)
    ]
