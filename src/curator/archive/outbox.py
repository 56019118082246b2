"""The outbox: which articles the index has not seen, since when (a transactional outbox).

The indexer only reads; the writer deletes a line only where `seq` has not risen since the indexer read it, so an edit
made during an index commit is never lost.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from curator.archive.opening import Archive
from curator.archive.transaction import Value


def pending(connection: sqlite3.Connection, limit: int = 500) -> list[tuple[int, int]]:
    """Return (article id, seq) of the articles that wait, those that wait longest first."""
    rows = connection.execute("SELECT article_id, seq FROM index_outbox ORDER BY seq LIMIT ?", (limit,))
    return [(row[0], row[1]) for row in rows]


def count(connection: sqlite3.Connection) -> int:
    """Return how many articles wait."""
    return int(connection.execute("SELECT count(*) FROM index_outbox").fetchone()[0])


def documents(connection: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[int, str, str]]:
    """Return (article id, title, body) of those of `ids` that exist; the others are to be taken out of the index."""
    marks = ", ".join("?" * len(ids))
    rows = connection.execute(
        f"""
        SELECT article.id, ifnull(article.title, ''), ifnull(article_text.body, '')
        FROM article LEFT JOIN article_text ON article_text.id = article.text_id
        WHERE article.id IN ({marks})""",
        list(ids),
    )
    return [(row[0], row[1], row[2]) for row in rows]


def settle(archive: Archive, seen: Iterable[tuple[int, int]]) -> None:
    """Take out lines that the index has seen, unless their article was changed again meanwhile."""
    archive.derived(
        "DELETE FROM index_outbox WHERE article_id = ? AND seq = ?", [(article_id, seq) for article_id, seq in seen]
    )


def refill(archive: Archive) -> None:
    """Put all articles in, for an index that is made anew."""
    refilling = """
        INSERT INTO index_outbox (article_id, seq) SELECT id, (SELECT ifnull(max(id), 0) FROM change) FROM article
        WHERE true ON CONFLICT (article_id) DO UPDATE SET seq = excluded.seq"""
    nothing: Sequence[Value] = ()
    archive.derived(refilling, [nothing])
