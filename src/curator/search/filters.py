"""What a person has ticked and crossed out beside the list: masks of rows, one for each facet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce

import numpy as np

from curator.search.column_parts import Described, Labels
from curator.search.columns import Columns
from curator.search.date_column import Dates
from curator.search.renewal import Mask
from curator.search.trees import KINDS, Collected, Tags

# In the order in which they are shown.
FACETS = (*KINDS, "collection", "publication", "language", "status", "has")
DATE = "date"
Key = int | str


@dataclass(frozen=True, slots=True)
class Selection:
    """What is chosen in one facet: keys are ids of records and collections, or the texts of the other facets.

    Args:
        include: an article has to have any of these; all articles where there is none.
        exclude: an article must have none of these.
    """

    include: frozenset[Key] = frozenset()
    exclude: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class Filters:
    """All selections: an article has to pass each of them.

    Args:
        facets: facet -> what is chosen in it.
        dates: first and last day (Julian Day Numbers, None: open) that an article may have been published on.
    """

    facets: Mapping[str, Selection] = field(default_factory=dict)
    dates: tuple[int | None, int | None] | None = None


def passing(columns: Columns, filters: Filters) -> dict[str, Mask]:
    """Return for each facet in which something is chosen, and for "date", the rows that pass it."""
    masks = {
        facet: _passing(columns, facet, chosen)
        for facet, chosen in filters.facets.items()
        if chosen.include or chosen.exclude
    }
    if filters.dates is not None:
        masks[DATE] = columns.part(Dates).between(*filters.dates)
    return masks


def together(mask: Mask, passing: Mapping[str, Mask], but: str = "") -> Mask:
    """Return the rows of `mask` that pass all facets, leaving out the facet `but`."""
    return reduce(np.logical_and, (part for facet, part in passing.items() if facet != but), mask)


def with_any(columns: Columns, facet: str, keys: frozenset[Key]) -> Mask:
    """Return the rows that have any of `keys` in a facet."""
    if facet in KINDS:
        tags = columns.part(Tags)
        return tags.by_kind[facet].having(tags.authorities.standing(keys, facet))
    if facet == "collection":
        return columns.part(Collected).pairs.having(key for key in keys if isinstance(key, int))
    if facet == "has":
        return reduce(np.logical_or, (columns.has(str(key)) for key in keys))
    return labels_of(columns, facet).where(lambda text: text in keys)


def labels_of(columns: Columns, facet: str) -> Labels:
    """Return the column behind "publication", "language" or "status"."""
    described = columns.part(Described)
    columns_by_name = {
        "publication": described.publication,
        "language": described.language,
        "status": described.status,
    }
    return columns_by_name[facet]


def _passing(columns: Columns, facet: str, chosen: Selection) -> Mask:
    mask = with_any(columns, facet, chosen.include) if chosen.include else np.ones(len(columns.ids), dtype=bool)
    return mask & ~with_any(columns, facet, chosen.exclude) if chosen.exclude else mask
