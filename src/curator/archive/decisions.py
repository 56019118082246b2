"""What a person has decided about names: confirmed and rejected in articles, and said to be different."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from curator.archive import authorities
from curator.archive.passages import IN_TEXT, STATE
from curator.archive.transaction import Transaction
from curator.errors import CuratorError
from curator.i18n import _


class Decision(NamedTuple):
    """A mention that a person confirmed or rejected.

    Args:
        authority_id: the record, merges resolved.
        start: where it stands in the text in use (code points), as `end`; None for the article as a whole.
    """

    authority_id: int
    confirmed: bool
    start: int | None
    end: int | None


def of_article(connection: sqlite3.Connection, article_id: int) -> list[Decision]:
    """Return what was decided about an article; what lost its place in the text is left out."""
    rows = connection.execute(
        f"""
        SELECT mention.authority_id, mention.status, passage.start, passage."end"
        FROM mention LEFT JOIN (passage {IN_TEXT}) ON passage.id = mention.passage_id
        WHERE mention.article_id = ? AND (mention.passage_id IS NULL OR {STATE} <> 'detached')""",
        (article_id,),
    ).fetchall()
    return [
        Decision(authorities.root(connection, row[0]).id, row["status"] == "confirmed", row["start"], row["end"])
        for row in rows
    ]


def keep_apart(transaction: Transaction, one: int, other: int, reason: str | None = None) -> None:
    """Keep that two records are different; once said is enough.

    Raises:
        CuratorError: when both are one record.
    """
    connection = transaction.connection
    record, second = authorities.root(connection, one), authorities.root(connection, other)
    if record.id == second.id:
        raise CuratorError(
            _("“%(name)s” is one record: both names belong to it.") % {"name": record.preferred_name},
            _("To take a merged name out again: curator names ARCHIVE split"),
        )
    if (record.id, second.id) not in kept_apart(connection):
        pair = sorted((record.id, second.id))
        transaction.insert("not_same", {"authority_id": pair[0], "other_authority_id": pair[1], "reason": reason})


def kept_apart(connection: sqlite3.Connection) -> set[tuple[int, int]]:
    """Return the pairs of records (merges resolved, either way round) that a person said are different."""
    rows = connection.execute(
        "SELECT authority_id, other_authority_id FROM not_same WHERE authority_id IS NOT NULL"
    ).fetchall()
    found = set()
    for one, other in rows:
        ends = authorities.root(connection, one).id, authorities.root(connection, other).id
        found |= {ends, ends[::-1]}
    return found
