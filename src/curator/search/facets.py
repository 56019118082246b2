"""Facets: which people, places, publications ... the articles found have, and how many each, counted by numpy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from curator.search.collation import sort_key
from curator.search.columns import HAS, Columns
from curator.search.date_column import Dates
from curator.search.filters import DATE, FACETS, Filters, Key, Selection, labels_of, passing, together
from curator.search.histogram import Histogram, Unit, fitting_histogram, histogram
from curator.search.renewal import Mask, Numbers
from curator.search.trees import KINDS, Collected, Tags


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One line of a facet: what it is called, how many of the articles found have it, and its id if it is a record."""

    value: str
    count: int
    id: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Facet:
    """The values of one facet that at least one article has, or that are chosen.

    Args:
        keys: numbers of the values: ids of records, or places in a list of texts.
        counts: how many articles have each.
    """

    keys: Numbers
    counts: Numbers
    _name: Callable[[int], str] = field(repr=False)
    _are_ids: bool
    _chosen: frozenset[int]

    def __len__(self) -> int:
        """Return how many values there are."""
        return len(self.keys)

    def values(self, limit: int | None = None) -> list[FacetValue]:
        """Return the values, those chosen first, then by count, then by name.

        Args:
            limit: at most so many besides those chosen; all unless given.
        """
        chosen = np.isin(self.keys, list(self._chosen))
        most = self._most(~chosen, limit)
        return [*self._listed(chosen), *self._listed(most)[:limit]]

    def _most(self, mask: Mask, limit: int | None) -> Mask:
        """Return those of `mask` with the highest counts: a few more than `limit` where counts are equal."""
        counts = self.counts[mask]
        if limit is None or limit >= len(counts):
            return mask
        least = np.partition(counts, len(counts) - limit)[len(counts) - limit] if limit else counts.max() + 1
        most: Mask = mask & (self.counts >= least)
        return most

    def _listed(self, mask: Mask) -> list[FacetValue]:
        pairs = zip(self.keys[mask].tolist(), self.counts[mask].tolist(), strict=True)
        values = [FacetValue(self._name(key), count, key if self._are_ids else None) for key, count in pairs]
        return sorted(values, key=lambda value: (-value.count, sort_key(value.value), value.id or 0))


@dataclass(frozen=True, slots=True, eq=False)
class Facets:
    """All facets of a search.

    Args:
        total: how many articles pass all filters.
        by_name: a facet for each of `FACETS`, counted after the filters of the others.
        years: by year or month, after all filters but that by date.
    """

    total: int
    by_name: dict[str, Facet]
    years: Histogram


def facets(columns: Columns, found: Mask, filters: Filters | None = None, unit: Unit | None = "year") -> Facets:
    """Count everything there is to choose from among the rows that a query found.

    What is chosen in a facet does not restrict its own list: there one sees what else could be chosen. It restricts all
    others ("drill sideways", as faceted search engines call it).

    Args:
        columns: with all parts but Titles.
        found: the rows that the query found, before filters.
        unit: of the histogram; None: months where what is found lies within three years, else years.
    """
    chosen = filters or Filters()
    passed = passing(columns, chosen)
    everything = together(found, passed)
    masks = {facet: together(found, passed, facet) if facet in passed else everything for facet in (*FACETS, DATE)}
    dates = columns.part(Dates)
    return Facets(
        int(np.count_nonzero(everything)),
        {facet: _facet(columns, facet, masks[facet], chosen.facets.get(facet, Selection())) for facet in FACETS},
        histogram(dates, masks[DATE], unit) if unit else fitting_histogram(dates, masks[DATE]),
    )


def _facet(columns: Columns, facet: str, mask: Mask, selection: Selection) -> Facet:
    name: Callable[[int], str]
    if facet in KINDS:
        tags = columns.part(Tags)
        counts, name = tags.by_kind[facet].counts(mask), tags.authorities.names.__getitem__
    elif facet == "collection":
        collected = columns.part(Collected)
        counts, name = collected.pairs.counts(mask), collected.collections.paths.__getitem__
    elif facet == "has":
        counts, name = columns.having_counts(mask), HAS.__getitem__
    else:
        labels = labels_of(columns, facet)
        counts, name = labels.counts(mask), labels.names.__getitem__
    chosen = _numbers(columns, facet, selection.include | selection.exclude)
    keys = np.flatnonzero(counts)
    if chosen:
        keys = np.union1d(keys, np.array(sorted(chosen), dtype=np.int64))
        counts = np.concatenate((counts, np.zeros(int(keys.max()) + 1, dtype=np.int64)))
    return Facet(keys, counts[keys], name, facet in KINDS or facet == "collection", chosen)


def _numbers(columns: Columns, facet: str, keys: frozenset[Key]) -> frozenset[int]:
    """Return the numbers of chosen keys, as far as there still are such."""
    if facet in KINDS:
        return columns.part(Tags).authorities.standing(keys, facet)
    if facet == "collection":
        there = columns.part(Collected).collections.parents
        return frozenset(key for key in keys if isinstance(key, int) and key in there)
    names = HAS if facet == "has" else labels_of(columns, facet).names
    return frozenset(names.index(str(key)) for key in keys if key in names)
