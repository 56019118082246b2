"""The last searches of this copy of an archive. They are no records: not journalled, in no package."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

MOST = 200


class PastSearch(NamedTuple):
    """A search: when it was last made (ISO 8601 in UTC), its query, how many articles it found then."""

    at: str
    query: str
    total: int


def add(connection: sqlite3.Connection, search: PastSearch) -> None:
    """Keep a search as the newest; the same query is kept once, and the oldest beyond `MOST` go.

    Args:
        connection: as `Archive.unrecorded` yields it.
    """
    connection.execute("DELETE FROM search_history WHERE query = ?", (search.query,))
    connection.execute("INSERT INTO search_history (at, query, total) VALUES (?, ?, ?)", search)
    connection.execute(
        "DELETE FROM search_history WHERE id NOT IN (SELECT id FROM search_history ORDER BY id DESC LIMIT ?)", (MOST,)
    )


def listed(connection: sqlite3.Connection) -> list[PastSearch]:
    """Return the searches, the newest first."""
    return [
        PastSearch(*row) for row in connection.execute("SELECT at, query, total FROM search_history ORDER BY id DESC")
    ]


def clear(connection: sqlite3.Connection, query: str | None = None) -> None:
    """Forget one search, or all of them."""
    connection.execute("DELETE FROM search_history WHERE ?1 IS NULL OR query = ?1", (query,))
