"""The outbox: which articles the index has not seen, since when (a transactional outbox).

The indexer only reads; the writer deletes a line only where `seq` has not risen since the indexer read it, so an edit
made during an index commit is never lost.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from curator.archive import texts
from curator.archive.opening import Archive


def pending(connection: sqlite3.Connection, after: int = 0, limit: int = 500) -> list[tuple[int, int]]:
    """Return (article id, seq) of articles that wait since a change later than `after`, by seq, `limit` at most."""
    rows = connection.execute(
        "SELECT article_id, seq FROM index_outbox WHERE seq > ? ORDER BY seq LIMIT ?", (after, limit)
    )
    return [(row[0], row[1]) for row in rows]


def count(connection: sqlite3.Connection) -> int:
    """Return how many articles wait."""
    return int(connection.execute("SELECT count(*) FROM index_outbox").fetchone()[0])


def documents(connection: sqlite3.Connection, ids: Sequence[int]) -> list[tuple[int, str, str, frozenset[str]]]:
    """Return (article id, title, body, languages) of those of `ids` that exist; the others leave the index."""
    marks = ", ".join("?" * len(ids))
    rows = connection.execute(
        f"""
        SELECT article.id, ifnull(article.title, ''), ifnull(article_text.body, ''), article.language,
            article_text.languages
        FROM article LEFT JOIN article_text ON article_text.id = article.text_id
        WHERE article.id IN ({marks})""",
        list(ids),
    )
    return [(row[0], row[1], row[2], texts.all_languages(row[3], row[4])) for row in rows]


def settle(archive: Archive, seen: Sequence[tuple[int, int]]) -> None:
    """Take out lines that the index has seen, unless their article was changed again meanwhile.

    How far the index had come is kept, so that an older index put in its place is noticed.
    """
    if not seen:
        return
    newest = max(seq for _article_id, seq in seen)
    archive.derived(
        ("DELETE FROM index_outbox WHERE article_id = ? AND seq = ?", seen),
        (
            """
            INSERT INTO replica_state (key, value) VALUES ('indexed', ?) ON CONFLICT (key) DO UPDATE
                SET value = max(CAST(value AS INTEGER), CAST(excluded.value AS INTEGER))""",
            [(newest,)],
        ),
    )


def settled(connection: sqlite3.Connection) -> int:
    """Return the seq up to which an index of this archive has to hold everything."""
    row = connection.execute("SELECT value FROM replica_state WHERE key = 'indexed'").fetchone()
    return int(row[0]) if row else 0


def newest_change(connection: sqlite3.Connection) -> int:
    """Return the id of the newest change of the archive; no seq is higher."""
    return int(connection.execute("SELECT ifnull(max(id), 0) FROM change").fetchone()[0])


def indexable(connection: sqlite3.Connection) -> list[int]:
    """Return the ids of all articles, for an index that is made anew."""
    return [row[0] for row in connection.execute("SELECT id FROM article ORDER BY id")]
