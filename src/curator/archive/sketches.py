"""Sketches of texts, by which copies are found: derived from the texts, never journalled, made again when missing.

The owner of a sketch is the id of an article, or minus the id of an item of a review.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

# A run of words that stands in more texts than this is a formula, and says nothing of copies.
_FORMULA = 200
_TEXT_IN_USE = "FROM article JOIN article_text ON article_text.id = article.text_id"
_GONE = f"""
    owner > 0 AND NOT EXISTS (
        SELECT 1 {_TEXT_IN_USE} WHERE article.id = owner AND article_text.body_hash = text_sketch.body_hash)
    OR owner < 0 AND NOT EXISTS (
        SELECT 1 FROM review_item WHERE review_item.id = -owner AND review_item.state <> 'rejected'
            AND review_item.body_hash = text_sketch.body_hash
            AND NOT EXISTS (SELECT 1 FROM accession_item WHERE accession_item.uid = review_item.uid))"""


@dataclass(frozen=True, slots=True)
class Sketched:
    """A sketch as it is kept.

    Args:
        hashes: of runs of words, ascending.
        largest: the largest of them where the text has more runs than these; None when these are all.
    """

    hashes: tuple[int, ...]
    largest: int | None


def unsketched(connection: sqlite3.Connection, limit: int) -> list[tuple[int, str, str]]:
    """Return (article id, hash of its text, its text in use) of articles without a sketch, `limit` at most."""
    rows = connection.execute(
        f"""
        SELECT article.id, article_text.body_hash, article_text.body {_TEXT_IN_USE}
        WHERE NOT EXISTS (SELECT 1 FROM text_sketch WHERE owner = article.id) ORDER BY article.id LIMIT ?""",
        (limit,),
    )
    return [(row[0], row[1], row[2]) for row in rows]


def put(connection: sqlite3.Connection, sketched: Iterable[tuple[int, str, Sketched]]) -> None:
    """Keep (owner, hash of its text, its sketch), in the place of older ones; on the writer, in a transaction."""
    rows = list(sketched)
    remove(connection, [owner for owner, _hash, _sketch in rows])
    connection.executemany(
        "INSERT INTO text_sketch (owner, body_hash, largest, hashes) VALUES (?, ?, ?, ?)",
        [(owner, body_hash, each.largest, json.dumps(each.hashes)) for owner, body_hash, each in rows],
    )
    connection.executemany(
        "INSERT INTO sketch_hash (hash, owner) VALUES (?, ?)",
        # In the order of the tree that they are put into: several times quicker than owner by owner.
        sorted((value, owner) for owner, _hash, each in rows for value in each.hashes),
    )


def remove(connection: sqlite3.Connection, owners: Sequence[int]) -> None:
    """Forget the sketches and likenesses of owners; on the writer, in a transaction."""
    wanted = json.dumps(list(owners))
    connection.execute(
        """
        DELETE FROM sketch_hash WHERE (hash, owner) IN (
            SELECT json_each.value, owner FROM text_sketch, json_each(text_sketch.hashes)
            WHERE owner IN (SELECT value FROM json_each(?)))""",
        (wanted,),
    )
    for table, column in (("text_sketch", "owner"), ("likeness", "article_id"), ("likeness", "other_article_id")):
        connection.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))", (wanted,))


def stale(connection: sqlite3.Connection) -> list[int]:
    """Return the owners whose text is another by now, or that are gone, committed or rejected."""
    return [row[0] for row in connection.execute(f"SELECT owner FROM text_sketch WHERE {_GONE}")]


def holders(connection: sqlite3.Connection, hashes: Iterable[int]) -> dict[int, list[int]]:
    """Return hash -> owners that have it; no owners for a formula, which too many texts have to say anything."""
    found = {}
    for value in hashes:
        rows = connection.execute("SELECT owner FROM sketch_hash WHERE hash = ? LIMIT ?", (value, _FORMULA + 1))
        owners = [row[0] for row in rows]
        if owners:
            found[value] = owners if len(owners) <= _FORMULA else []
    return found


def of_owners(connection: sqlite3.Connection, owners: Iterable[int]) -> dict[int, Sketched]:
    """Return the sketches of owners that have one."""
    rows = connection.execute(
        "SELECT owner, hashes, largest FROM text_sketch WHERE owner IN (SELECT value FROM json_each(?))",
        (json.dumps(list(owners)),),
    )
    return {row[0]: Sketched(tuple(json.loads(row[1])), row[2]) for row in rows}


def text_of(connection: sqlite3.Connection, owner: int) -> str | None:
    """Return the text of an article, or of what a review read; None when it is gone or trashed."""
    if owner > 0:
        row = connection.execute(
            f"SELECT body {_TEXT_IN_USE} WHERE article.id = ? AND NOT trashed", (owner,)
        ).fetchone()
    else:
        row = connection.execute(
            "SELECT json_extract(reading, '$.body') FROM review_reading WHERE id = ? AND json_valid(reading)", (-owner,)
        ).fetchone()
    return row[0] if row else None


def uncompared(connection: sqlite3.Connection, limit: int) -> list[int]:
    """Return articles whose likenesses were not looked for yet, `limit` at most."""
    rows = connection.execute("SELECT owner FROM text_sketch WHERE compared = 0 AND owner > 0 LIMIT ?", (limit,))
    return [row[0] for row in rows]


def compared(connection: sqlite3.Connection, found: Mapping[int, Iterable[tuple[int, int]]]) -> None:
    """Keep article -> (article, per mille) that it is like, and that these were looked for; on the writer."""
    connection.executemany("UPDATE text_sketch SET compared = 1 WHERE owner = ?", [(owner,) for owner in found])
    connection.executemany(
        """
        INSERT INTO likeness (article_id, other_article_id, per_mille) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET per_mille = excluded.per_mille""",
        [(min(one, other), max(one, other), share) for one, others in found.items() for other, share in others],
    )


_STANDING = """
    SELECT likeness.article_id, likeness.other_article_id, per_mille FROM likeness
    JOIN article AS one ON one.id = likeness.article_id AND NOT one.trashed
    JOIN article AS other ON other.id = likeness.other_article_id AND NOT other.trashed
    WHERE NOT EXISTS (SELECT 1 FROM not_same WHERE not_same.article_id = likeness.article_id
        AND not_same.other_article_id = likeness.other_article_id)"""


def pairs(connection: sqlite3.Connection) -> Iterator[tuple[int, int, int]]:
    """Yield (article, article, per mille) of copies that stand, without trashed ones and what a person said differ."""
    for row in connection.execute(_STANDING):
        yield row[0], row[1], row[2]


def pairs_with(connection: sqlite3.Connection, article_ids: Iterable[int]) -> list[tuple[int, int, int]]:
    """Return those of `pairs` that one of these articles is in; no others are looked at."""
    wanted = json.dumps(sorted(article_ids))
    rows = connection.execute(
        # Each half by its own index; UNION leaves one of a pair that both halves find.
        f"""
        {_STANDING} AND likeness.article_id IN (SELECT value FROM json_each(?))
        UNION {_STANDING} AND likeness.other_article_id IN (SELECT value FROM json_each(?))""",
        (wanted, wanted),
    )
    return [(row[0], row[1], row[2]) for row in rows]


def waiting(connection: sqlite3.Connection) -> int:
    """Return how many steps bring it up to date: a text to sketch counts two, one to compare or to drop counts one."""
    row = connection.execute(
        f"""
        SELECT 2 * (SELECT count(*) {_TEXT_IN_USE}
                WHERE NOT EXISTS (SELECT 1 FROM text_sketch WHERE owner = article.id))
            + (SELECT count(*) FROM text_sketch WHERE compared = 0 AND owner > 0)
            + (SELECT count(*) FROM text_sketch WHERE {_GONE})"""
    ).fetchone()
    return int(row[0])
