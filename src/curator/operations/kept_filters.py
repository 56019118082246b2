"""What was chosen in facets, as text that can be kept: records by uid and name, so that other archives can read it."""

from __future__ import annotations

import json
from typing import Any

from curator.archive import Connection, authorities, collections, name_entries
from curator.search import Filters, Selection
from curator.search.filters import Key
from curator.search.trees import KINDS


def to_text(connection: Connection, filters: Filters) -> str | None:
    """Return filters as JSON, None where nothing is chosen; the same choice always gives the same text."""
    facets = {
        facet: {side: _kept(connection, facet, keys) for side, keys in _sides(selection) if keys}
        for facet, selection in sorted(filters.facets.items())
    }
    kept: dict[str, Any] = {facet: sides for facet, sides in facets.items() if sides}
    if filters.dates is not None:
        kept["date"] = list(filters.dates)
    return json.dumps(kept, ensure_ascii=False) if kept else None


def from_text(connection: Connection, kept: str | None) -> Filters:
    """Return the filters of a text that `to_text` made; what is no longer on record is chosen by nothing."""
    choices = json.loads(kept) if kept else {}
    dates = choices.pop("date", None)
    uids = name_entries.uids(connection)
    collected = {found.uid: found.id for found in collections.listed(connection)}
    facets = {
        facet: Selection(
            _keys(facet, sides.get("include", ()), uids, collected),
            _keys(facet, sides.get("exclude", ()), uids, collected),
        )
        for facet, sides in choices.items()
    }
    return Filters(facets, None if dates is None else (dates[0], dates[1]))


def _sides(selection: Selection) -> list[tuple[str, frozenset[Key]]]:
    return [("include", selection.include), ("exclude", selection.exclude)]


def _kept(connection: Connection, facet: str, keys: frozenset[Key]) -> list[Any]:
    if facet in KINDS:
        records = [authorities.get(connection, int(key)) for key in keys]
        return sorted([record.uid, record.preferred_name] for record in records)
    if facet == "collection":
        return sorted([found.uid, found.path] for found in collections.listed(connection) if found.id in keys)
    return sorted(str(key) for key in keys)


def _keys(facet: str, kept: list[Any], uids: dict[str, int], collected: dict[str, int]) -> frozenset[Key]:
    if facet not in (*KINDS, "collection"):
        return frozenset(map(str, kept))
    known = collected if facet == "collection" else uids
    # A number that no record has: of a record that is gone nothing is found.
    return frozenset(known.get(uid, -1) for uid, _name in kept)
