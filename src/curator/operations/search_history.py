"""The last searches in this archive: kept when asked, told newest first, forgotten when asked."""

from __future__ import annotations

from curator.archive import preservation, search_history
from curator.archive.search_history import PastSearch
from curator.operations.context import Context


def remember(context: Context, query: str, total: int) -> None:
    """Keep a search as the newest; nothing is kept of an empty query, or where the archive is only read.

    Args:
        query: as it was typed; `total`: how many articles it found.
    """
    typed = " ".join(query.split())
    if typed and context.archive.writable:
        with context.archive.unrecorded() as connection:
            search_history.add(connection, PastSearch(preservation.now(), typed, total))


def listed(context: Context) -> list[PastSearch]:
    """Return the last searches (200 at most), the newest first."""
    return search_history.listed(context.archive.read())


def forget(context: Context, query: str | None = None) -> None:
    """Forget one search, or all of them when none is given."""
    with context.archive.unrecorded() as connection:
        search_history.clear(connection, query)
