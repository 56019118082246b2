"""Between a field as it is typed (`person:"Lucia Bandini"`) and the value of a facet (the id of her record)."""

from __future__ import annotations

from curator.archive import Connection, authorities, collections
from curator.errors import CuratorError
from curator.gui.models.listing import Key, Listing, chosen
from curator.gui.models.saved_query import whole_query
from curator.model.authority import KINDS
from curator.search import Filters

_STATUSES = ("inbox", "read", "described")


def value_meant(connection: Connection, filters: Filters, facet: str, value: str) -> Key | None:
    """Return the value of a facet that a field stands for, None where it is none, or several.

    Args:
        filters: what is chosen now. Fields that find more than the one value of that name (`language:en` finds en-GB)
            are taken for a choice only where that was made before.
    """
    if facet == "status":
        return value.lower() if value.lower() in _STATUSES else None
    try:
        if facet == "collection":
            return collections.find(connection, value).id
        for kind in KINDS:
            if kind == facet:
                if value.startswith("#") and value[1:].isdecimal():
                    record = authorities.root(connection, int(value[1:]))
                    # The query finds a record by its number whatever kind it is of, a facet only its own.
                    return record.id if record.kind == kind else None
                records = authorities.named(connection, value, kind)
                return records[0].id if len(records) == 1 else None
    except CuratorError:
        return None
    return value if value in chosen(filters, facet) else None


def shown_query(connection: Connection, listing: Listing) -> str:
    """Return a listing as one query, its choices as fields: what the search field shows."""
    keys = ((facet, key) for facet in listing.filters.facets for key in chosen(listing.filters, facet))
    return whole_query(listing, {(facet, key): _name(connection, facet, key) for facet, key in keys})


def _name(connection: Connection, facet: str, key: Key) -> str:
    if not isinstance(key, int):
        return key
    try:
        if facet == "collection":
            return next(each.path for each in collections.listed(connection) if each.id == key)
        record = authorities.root(connection, key)
        alone = len(authorities.named(connection, record.preferred_name, record.kind)) == 1
        return record.preferred_name if alone else f"#{key}"
    except (CuratorError, StopIteration):
        return f"#{key}"
