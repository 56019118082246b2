"""What a search with no result could leave out, and how many articles there would be then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from curator.gui.models.listing import Listing, chosen
from curator.gui.widgets.facet_model import FacetState
from curator.operations.find import Finder
from curator.search import And, Filters, Node, QueryError, parse

_MOST = 12


@dataclass(frozen=True, slots=True)
class Way:
    """A part that can be left out.

    Args:
        facet: the facet it was chosen in, "date", or empty for a part of the query.
        key: the value of the facet, or the words of the query.
        listing: what is listed without it.
        total: how many articles that finds.
    """

    facet: str
    key: int | str
    listing: Listing
    total: int


def ways_out(finder: Finder, listing: Listing, interrupt: Callable[[], object]) -> list[Way]:
    """Return what can be left out so that something is found, the most fruitful first.

    Args:
        listing: finds nothing.
        interrupt: called now and then; what it raises ends the work.
    """
    ways = []
    for facet, key, without in _without_each(listing):
        found = finder.find(without.query, "accession", without.filters, interrupt=interrupt)
        if found.total:
            ways.append(Way(facet, key, without, found.total))
        if len(ways) == _MOST:
            break
    return sorted(ways, key=lambda way: -way.total)


def parts(query: str) -> list[tuple[str, str]]:
    """Return each part of a query that all articles have to match, and the query without it."""
    node = parse(query)
    if not isinstance(node, And):
        return [(query.strip(), "")] if query.strip() else []
    ends = [_end(query, part, following) for part, following in zip(node.parts, [*node.parts[1:], None], strict=True)]
    starts = [0, *ends[:-1]]
    words = [query[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if not all(_stands_alone(word) for word in words):
        # Brackets around everything, or an AND that belongs to neither side: such a query is taken as a whole.
        return [(query.strip(), "")]
    return [(word, " ".join(words[:place] + words[place + 1 :])) for place, word in enumerate(words)]


def _stands_alone(words: str) -> bool:
    try:
        parse(words)
    except QueryError:
        return False
    return True


def _end(query: str, part: Node, following: Node | None) -> int:
    """Return where a part ends: brackets around it and before the next one stand outside the nodes."""
    if following is None:
        return len(query)
    between = query[part.end : following.start]
    return part.end + (len(between) - len(between.lstrip(") ")))


def _without_each(listing: Listing) -> Iterator[tuple[str, int | str, Listing]]:
    if listing.filters.dates is not None:
        yield "date", "", listing.dated(None)
    for facet in listing.filters.facets:
        for key in chosen(listing.filters, facet):
            yield facet, key, listing.turned(facet, key, FacetState.NEITHER)
    found = parts(listing.query)
    if len(found) > 1 or listing.filters != Filters():
        for words, rest in found:
            yield "", words, replace(listing, query=rest)
