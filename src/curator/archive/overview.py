"""Numbers about an archive as a whole."""

from __future__ import annotations

import sqlite3

from curator.archive.rejections import UNMEANT
from curator.model.authority import KINDS, AuthorityKind


def title(connection: sqlite3.Connection) -> str:
    """Return what the archive is called."""
    return str(connection.execute("SELECT title FROM archive").fetchone()[0])


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many articles there are: "articles", of these "inbox" and "recheck" (with passages that
    moved or are detached), and "trash"."""
    row = connection.execute(
        f"""
        SELECT count(*) FILTER (WHERE trashed = 0 AND merged_into IS NULL) AS articles,
            count(*) FILTER (WHERE trashed = 0 AND merged_into IS NULL AND status = 'inbox') AS inbox,
            count(*) FILTER (WHERE trashed = 1) AS trash,
            (SELECT count(DISTINCT article_id) FROM passage JOIN article AS tagged ON tagged.id = article_id
                WHERE state <> 'anchored' AND tagged.trashed = 0 AND NOT {UNMEANT}) AS recheck
        FROM article"""
    ).fetchone()
    return dict(row)


def names(connection: sqlite3.Connection) -> dict[AuthorityKind, int]:
    """Return how many records of each kind stand by themselves."""
    rows = connection.execute("SELECT kind, count(*) FROM authority WHERE merged_into IS NULL GROUP BY kind")
    found = dict(rows.fetchall())
    return {kind: found.get(kind, 0) for kind in KINDS}


def counted_names(connection: sqlite3.Connection, kind: AuthorityKind) -> list[tuple[int, str, int]]:
    """Return the records of a kind that stand by themselves: id, name, number of articles, those in most first."""
    rows = connection.execute(
        """
        WITH RECURSIVE standing (id, root) AS (
            SELECT id, id FROM authority WHERE merged_into IS NULL AND kind = ?
            UNION ALL
            SELECT authority.id, standing.root FROM authority JOIN standing ON authority.merged_into = standing.id
        ), counted (root, articles) AS (
            SELECT standing.root, count(DISTINCT mention.article_id)
            FROM standing JOIN mention ON mention.authority_id = standing.id AND mention.status = 'confirmed'
                JOIN article ON article.id = mention.article_id AND article.trashed = 0
            GROUP BY standing.root
        )
        SELECT authority.id, preferred_name, ifnull(articles, 0)
        FROM authority LEFT JOIN counted ON counted.root = authority.id
        WHERE merged_into IS NULL AND kind = ? ORDER BY 3 DESC, folded, authority.id""",
        (kind, kind),
    )
    return [tuple(row) for row in rows]
