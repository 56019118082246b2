"""Numbers about an archive as a whole."""

from __future__ import annotations

import sqlite3

from curator.model.authority import KINDS, AuthorityKind


def title(connection: sqlite3.Connection) -> str:
    """Return what the archive is called."""
    return str(connection.execute("SELECT title FROM archive").fetchone()[0])


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many articles there are: "articles", of these "inbox", and "trash"."""
    row = connection.execute(
        """
        SELECT count(*) FILTER (WHERE trashed = 0 AND merged_into IS NULL) AS articles,
            count(*) FILTER (WHERE trashed = 0 AND merged_into IS NULL AND status = 'inbox') AS inbox,
            count(*) FILTER (WHERE trashed = 1) AS trash
        FROM article"""
    ).fetchone()
    return dict(row)


def names(connection: sqlite3.Connection) -> dict[AuthorityKind, int]:
    """Return how many records of each kind stand by themselves."""
    rows = connection.execute("SELECT kind, count(*) FROM authority WHERE merged_into IS NULL GROUP BY kind")
    found = dict(rows.fetchall())
    return {kind: found.get(kind, 0) for kind in KINDS}
