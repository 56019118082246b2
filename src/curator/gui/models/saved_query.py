"""A listing as one query: what was chosen in facets becomes fields, so that it can be saved or exported."""

from __future__ import annotations

from collections.abc import Mapping

from curator.gui.models.date_span import ends_of
from curator.gui.models.listing import Dates, Key, Listing
from curator.gui.models.query_tokens import quoted, take_tokens, without_brackets
from curator.search import Or, parse


def whole_query(listing: Listing, names: Mapping[tuple[str, Key], str]) -> str:
    """Return a query that finds what a listing with its filters shows.

    Args:
        names: what the records chosen in facets are called, by facet and id.
    """
    parts = []
    for facet, selection in listing.filters.facets.items():
        terms = [_term(facet, key, names) for key in sorted(selection.include, key=str)]
        if terms:
            parts.append(f"({' OR '.join(terms)})" if len(terms) > 1 else terms[0])
        parts += [f"-{_term(facet, key, names)}" for key in sorted(selection.exclude, key=str)]
    if listing.filters.dates:
        parts.append(f"date:{_span(listing.filters.dates)}")
    words = without_brackets(listing.query) if parts else listing.query.strip()
    if words and parts and isinstance(parse(words), Or):
        words = f"({words})"
    return " ".join(part for part in (*parts, words) if part)


def not_tokens(listing: Listing, names: Mapping[tuple[str, Key], str]) -> set[tuple[str, Key]]:
    """Return what is chosen in facets, but is no token of its own in the search field: (facet, key)."""
    tokens = {token.text for token in take_tokens(whole_query(listing, names), every=True)[0]}
    return {
        (facet, key)
        for facet, selection in listing.filters.facets.items()
        for sign, keys in (("", selection.include), ("-", selection.exclude))
        for key in keys
        if sign + _term(facet, key, names) not in tokens
    }


def _term(facet: str, key: Key, names: Mapping[tuple[str, Key], str]) -> str:
    return quoted(facet, key if isinstance(key, str) else names.get((facet, key), f"#{key}"))


def _span(dates: Dates) -> str:
    first, last = ends_of(dates)
    return first if first == last else f"{first}..{last}"
