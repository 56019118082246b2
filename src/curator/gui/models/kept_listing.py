"""A listing as text, so that the window shows after a restart what it showed before."""

from __future__ import annotations

import json
from typing import Any, get_args

from curator.gui.models.listing import Listing
from curator.operations.find import Sort
from curator.search import FACETS, Filters, Selection


def kept(listing: Listing, article: int) -> str:
    """Return a listing, and the article looked at in it (0 for none), as JSON."""
    facets = {
        name: {"include": sorted(chosen.include, key=str), "exclude": sorted(chosen.exclude, key=str)}
        for name, chosen in listing.filters.facets.items()
    }
    fields = {"title": listing.title, "query": listing.query, "sort": listing.sort, "trash": listing.trash}
    about = {"is_search": listing.is_search, "facets": facets, "dates": listing.filters.dates, "article": article}
    about |= {"frozen": listing.frozen, "like": listing.like}
    return json.dumps(fields | about, ensure_ascii=False)


def brought_back(text: str) -> tuple[Listing, int] | None:
    """Return what `kept` made a text of: listing and article; None for what is not to be understood any more."""
    try:
        found = json.loads(text)
        filters = Filters(
            {name: _selection(of) for name, of in found["facets"].items() if name in FACETS}, _dates(found)
        )
        if found["sort"] not in get_args(Sort):
            return None
        listing = Listing(
            str(found["title"]),
            str(found["query"]),
            filters,
            found["sort"],
            found["trash"] is True,
            found["is_search"] is True,
            int(found.get("frozen", 0)),
            int(found.get("like", 0)),
        )
        return listing, int(found["article"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _selection(found: dict[str, Any]) -> Selection:
    return Selection(frozenset(found["include"]), frozenset(found["exclude"]))


def _dates(found: dict[str, Any]) -> tuple[int | None, int | None] | None:
    if found["dates"] is None:
        return None
    first, last = (None if day is None else int(day) for day in found["dates"])
    return first, last
