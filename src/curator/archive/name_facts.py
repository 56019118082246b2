"""What the page of a name counts: articles by year, the words it was tagged by, what else is in the same articles."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence

from curator.archive import authorities
from curator.model.authority import AuthorityKind

_OF = "IN (SELECT value FROM json_each(:standing))"
# Confirmed mentions of the records outside the trash.
_MENTIONS = f"""
    FROM mention JOIN article ON article.id = mention.article_id AND article.trashed = 0
    WHERE mention.authority_id {_OF} AND mention.status = 'confirmed'"""
# A tag of the whole article is told only where no passage of that article has the name.
_PLACED = f"""
    SELECT 1 FROM mention AS placed WHERE placed.article_id = mention.article_id AND placed.status = 'confirmed'
        AND placed.passage_id IS NOT NULL AND placed.authority_id {_OF}"""


def articles(connection: sqlite3.Connection, standing: Sequence[int]) -> int:
    """Return in how many articles, without the trash, any of the records `standing` is tagged."""
    row = connection.execute(f"SELECT count(DISTINCT mention.article_id) {_MENTIONS}", _given(standing)).fetchone()
    return int(row[0])


def mention_ids(connection: sqlite3.Connection, standing: Sequence[int]) -> list[int]:
    """Return the confirmed mentions of the records, by the date of the article, those without a date last.

    Of an article that is tagged as a whole and in passages, only the passages count.
    """
    rows = connection.execute(
        f"""
        SELECT mention.id {_MENTIONS} AND (mention.passage_id IS NOT NULL OR NOT EXISTS ({_PLACED}))
        ORDER BY article.published_earliest IS NULL, article.published_earliest, article.id,
            (SELECT start FROM passage WHERE passage.id = mention.passage_id), mention.id""",
        _given(standing),
    )
    return [row[0] for row in rows]


def published(connection: sqlite3.Connection, standing: Sequence[int]) -> list[tuple[int | None, int | None]]:
    """Return first and last day (Julian days, None: open) of the date of each dated article with the records."""
    rows = connection.execute(
        f"""
        SELECT published_earliest, published_latest FROM article
        WHERE id IN (SELECT mention.article_id {_MENTIONS}) AND published IS NOT NULL""",
        _given(standing),
    )
    return [(row[0], row[1]) for row in rows]


def quotes(connection: sqlite3.Connection, standing: Sequence[int]) -> dict[str, int]:
    """Return the words by which the records are tagged in passages, and how often."""
    rows = connection.execute(
        f"""
        SELECT quote, count(*) FROM passage
        WHERE id IN (SELECT mention.passage_id {_MENTIONS}) GROUP BY quote""",
        _given(standing),
    )
    return {row[0]: row[1] for row in rows}


def beside(connection: sqlite3.Connection, standing: Sequence[int]) -> list[tuple[int, AuthorityKind, str, int]]:
    """Return the other records in the same articles: id, kind, name, in how many of them; most first, then by name.

    Records that were merged count under the one that they stand for.
    """
    pairs = connection.execute(
        f"""
        SELECT DISTINCT other.authority_id, other.article_id FROM mention AS other
        WHERE other.article_id IN (SELECT mention.article_id {_MENTIONS})
            AND other.status = 'confirmed' AND other.authority_id NOT {_OF}""",
        _given(standing),
    ).fetchall()
    merged = {row[0] for row in connection.execute("SELECT id FROM authority WHERE merged_into IS NOT NULL")}
    roots = {each: authorities.root(connection, each).id for each in {pair[0] for pair in pairs} & merged}
    counts = Counter(root for root, _article in {(roots.get(pair[0], pair[0]), pair[1]) for pair in pairs})
    rows = connection.execute(
        "SELECT id, kind, preferred_name FROM authority WHERE id IN (SELECT value FROM json_each(?)) ORDER BY folded",
        (json.dumps(list(counts)),),
    )
    found: list[tuple[int, AuthorityKind, str, int]] = [(row[0], row[1], row[2], counts[row[0]]) for row in rows]
    return sorted(found, key=lambda each: -each[3])


def _given(standing: Sequence[int]) -> dict[str, str]:
    return {"standing": json.dumps(list(standing))}
