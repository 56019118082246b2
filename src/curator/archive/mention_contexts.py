"""Where a record is mentioned: the articles, the words around, how many, from which years."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from curator.archive import authorities
from curator.archive.passages import IN_TEXT, STATE
from curator.model.merging import MentionContext
from curator.text.sentences import sentences

# No sentence is longer than twice this; of texts only this much around a mention is read (code points).
_AROUND = 400
_OF = "IN (SELECT value FROM json_each(:members))"
_CONTEXTS = f"""
    SELECT mention.id, mention.authority_id, mention.article_id, article.title, article.published AS date,
        passage.quote, CASE WHEN {STATE} = 'detached' THEN NULL ELSE passage.start END AS place,
        passage."end" - passage.start AS length,
        CASE WHEN {STATE} = 'detached' THEN NULL
            ELSE substr(in_use.body, max(1, passage.start + 1 - {_AROUND}),
                min(passage.start, {_AROUND}) + passage."end" - passage.start + {_AROUND}) END AS around
    FROM mention JOIN article ON article.id = mention.article_id
        LEFT JOIN (passage {IN_TEXT}) ON passage.id = mention.passage_id
    WHERE mention.authority_id {_OF} AND mention.status = 'confirmed' AND article.trashed = 0 {{only}}
    ORDER BY article.published_earliest IS NULL, article.published_earliest {{order}}, article.id {{order}},
        passage.start, mention.id LIMIT :limit OFFSET :offset"""


class Extent(NamedTuple):
    """How much of the archive speaks of some records.

    Args:
        first_year, last_year: of the articles with a date; None where none has one.
    """

    articles: int
    mentions: int
    first_year: int | None
    last_year: int | None


def of(
    connection: sqlite3.Connection,
    authority_id: int,
    limit: int | None = None,
    offset: int = 0,
    newest_first: bool = False,
    mentions: Sequence[int] | None = None,
) -> list[MentionContext]:
    """Return confirmed mentions of a record and those merged into it, by the date of the article.

    Articles without a date come last, those in the trash not at all.

    Args:
        limit, offset: how many, after how many.
        mentions: only these, by id.
    """
    given = {
        "members": json.dumps(authorities.members(connection, [authority_id])),
        "limit": -1 if limit is None else limit,
        "offset": offset,
        "mentions": json.dumps(list(mentions or ())),
    }
    only = "" if mentions is None else "AND mention.id IN (SELECT value FROM json_each(:mentions))"
    sql = _CONTEXTS.format(order="DESC" if newest_first else "ASC", only=only)
    return [_context(row) for row in connection.execute(sql, given)]


def extent(connection: sqlite3.Connection, roots: Sequence[int]) -> Extent:
    """Return how many articles and mentions records, with those merged into them, have together, and their years."""
    row = connection.execute(
        f"""
        SELECT count(DISTINCT article.id), count(*), CAST(strftime('%Y', min(article.published_earliest)) AS INTEGER),
            CAST(strftime('%Y', max(article.published_earliest)) AS INTEGER)
        FROM mention JOIN article ON article.id = mention.article_id
        WHERE mention.authority_id {_OF} AND mention.status = 'confirmed' AND article.trashed = 0""",
        {"members": json.dumps(authorities.members(connection, roots))},
    ).fetchone()
    return Extent(*row)


def _context(row: sqlite3.Row) -> MentionContext:
    head = (row["id"], row["authority_id"], row["article_id"], row["title"], row["date"])
    if row["around"] is None:
        quote = row["quote"] or ""
        return MentionContext(*head, quote, 0, len(quote), None)
    start = min(row["place"], _AROUND)
    sentence, at = _sentence(row["around"], start, start + row["length"], row["place"] > _AROUND)
    return MentionContext(*head, sentence, at, at + row["length"], row["place"])


def _sentence(around: str, start: int, end: int, is_cut: bool) -> tuple[str, int]:
    """Return the sentence, or those, that hold a place of a text, and where the place begins in it."""
    holding = [place for place in sentences(around) if place[0] < end and place[1] > start] or [(start, end)]
    first, last = min(holding[0][0], start), max(holding[-1][1], end)
    if is_cut and first == 0:
        # The text was cut within a word.
        space = around.find(" ", 0, start)
        first = space + 1 if space >= 0 else 0
    # Line breaks within a passage become spaces, one for one, so that places stay.
    return around[first:last].replace("\n", " "), start - first
