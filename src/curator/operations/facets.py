"""Facets as plain values: what `--facets` prints, and what other programs read."""

from __future__ import annotations

from curator.search import Facets, FacetValue, Histogram

FacetLine = dict[str, str | int]


def listed(found: Facets, limit: int | None = None) -> dict[str, list[FacetLine]]:
    """Return the lines of each facet, by the name of its field, and "year".

    Each line has "value" and "count", and "id" where the value is a record. A line of "year" has "certain" too: how
    many of them were surely published then.

    Args:
        limit: at most so many lines of a facet, those with the highest counts; years are not cut.
    """
    lines: dict[str, list[FacetLine]] = {}
    for name, facet in found.by_name.items():
        lines[name] = [_line(value) for value in facet.values(limit)]
    return lines | {"year": _years(found.years)}


def _line(value: FacetValue) -> FacetLine:
    line: FacetLine = {"value": value.value, "count": value.count}
    return line if value.id is None else line | {"id": value.id}


def _years(bars: Histogram) -> list[FacetLine]:
    counts = zip(bars.labels(), bars.certain.tolist(), bars.possible.tolist(), strict=True)
    return [
        {"value": year, "count": certain + possible, "certain": certain}
        for year, certain, possible in counts
        if certain + possible
    ]
