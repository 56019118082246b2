"""A search within results: two queries as one that finds what both find."""

from __future__ import annotations

from curator.search.nodes import Every, Or
from curator.search.query import parse


def within(query: str, further: str) -> str:
    """Return the query that finds what `query` and `further` both find.

    Args:
        query, further: as they were typed; each can be understood by itself.

    Returns:
        the two with a space between them; in brackets where they are joined by OR.

    Raises:
        QueryError: when one of them cannot be understood.
    """
    parts = [each.strip() for each in (query, further) if not isinstance(parse(each), Every)]
    return " ".join(_enclosed(part) for part in parts) if len(parts) > 1 else "".join(parts)


def _enclosed(query: str) -> str:
    return f"({query})" if isinstance(parse(query), Or) else query
