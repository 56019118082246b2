"""What the list shows: a query, filters and an order, or one of the navigator's entries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from curator.gui.widgets.facet_model import FacetState
from curator.operations.find import Sort
from curator.operations.similar_to import Similar
from curator.search import Filters, Node, Selection

Key = int | str
Dates = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed.

    Args:
        title: the head of the list ("Florence 1966", "Search").
        query: in the query language; empty for all articles.
        filters: what was chosen in facets.
        sort: the order.
        trash: the articles in the trash instead.
        is_search: whether the query was typed; its words are the title then.
        frozen: the id of a frozen list instead.
        like: the id of an article: those like it instead.
    """

    title: str
    query: str = ""
    filters: Filters = field(default_factory=Filters)
    sort: Sort = "accession"
    trash: bool = False
    is_search: bool = False
    frozen: int = 0
    like: int = 0

    @property
    def is_fixed(self) -> bool:
        """Whether no query makes the list: it has its own order, and nothing to choose from."""
        return self.trash or bool(self.frozen or self.like)

    def is_same_list(self, other: Listing) -> bool:
        """Return whether another listing lists the same, whatever is chosen in it and in which order."""
        return (self.query, self.trash, self.frozen, self.like) == (other.query, other.trash, other.frozen, other.like)

    @property
    def is_filtered(self) -> bool:
        """Whether anything is chosen in facets."""
        return self.filters.dates is not None or any(chosen(self.filters, facet) for facet in self.filters.facets)

    def sorted_by(self, sort: Sort) -> Listing:
        """Return the same articles in another order."""
        return replace(self, sort=sort)

    def turned(self, facet: str, key: Key, state: FacetState) -> Listing:
        """Return the articles with a value of a facet included, excluded or neither."""
        before = self.filters.facets.get(facet, Selection())
        include, exclude = before.include - {key}, before.exclude - {key}
        if state is FacetState.INCLUDED:
            include |= {key}
        elif state is FacetState.EXCLUDED:
            exclude |= {key}
        facets = {**self.filters.facets, facet: Selection(include, exclude)}
        return replace(
            self, filters=replace(self.filters, facets={name: of for name, of in facets.items() if any_of(of)})
        )

    def dated(self, dates: Dates | None) -> Listing:
        """Return the articles published between two days (Julian Day Numbers), or at any time with None."""
        return replace(self, filters=replace(self.filters, dates=dates))

    def unfiltered(self) -> Listing:
        """Return the articles with nothing chosen in facets."""
        return replace(self, filters=Filters())


@dataclass(frozen=True, slots=True)
class Listed:
    """What was found for a listing.

    Args:
        total: how many articles.
        node: the query as parsed; None where no query makes the list.
        seconds: how long finding took.
        alike: why each article is there, where they are like one.
    """

    total: int
    node: Node | None
    seconds: float
    alike: tuple[Similar, ...] = ()


def any_of(selection: Selection) -> bool:
    """Return whether anything is chosen in one facet."""
    return bool(selection.include or selection.exclude)


def chosen(filters: Filters, facet: str) -> Mapping[Key, FacetState]:
    """Return the values that are chosen in a facet, each with its state."""
    selection = filters.facets.get(facet, Selection())
    included = dict.fromkeys(selection.include, FacetState.INCLUDED)
    return included | dict.fromkeys(selection.exclude, FacetState.EXCLUDED)
