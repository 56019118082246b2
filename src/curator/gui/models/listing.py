"""What the list shows: a query, filters and an order, or one of the navigator's entries."""

from __future__ import annotations

from dataclasses import dataclass, field

from curator.operations.find import Sort
from curator.search import Filters


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed.

    Args:
        title: the head of the list ("Florence 1966", "Search").
        query: in the query language; empty for all articles.
        filters: what was chosen in facets.
        sort: the order.
        trash: the articles in the trash instead.
    """

    title: str
    query: str = ""
    filters: Filters = field(default_factory=Filters)
    sort: Sort = "accession"
    trash: bool = False
