"""What a person has decided about names: confirmed and rejected in articles, and said to be different."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
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


class Apart(NamedTuple):
    """Two records (merges resolved) that a person said are different.

    Args:
        when: ISO 8601 in UTC, as the history has it.
    """

    one: int
    other: int
    reason: str | None
    when: str | None
    who: str | None


def of_articles(connection: sqlite3.Connection, article_ids: Collection[int]) -> dict[int, list[Decision]]:
    """Return what was decided about articles, for those of which something was; what lost its place is left out."""
    roots = authorities.roots(connection)
    rows = connection.execute(
        f"""
        SELECT mention.article_id, mention.authority_id, mention.status, passage.start, passage."end"
        FROM mention LEFT JOIN (passage {IN_TEXT}) ON passage.id = mention.passage_id
        WHERE mention.article_id IN (SELECT value FROM json_each(?))
            AND (mention.passage_id IS NULL OR {STATE} <> 'detached')""",
        (json.dumps(list(article_ids)),),
    )
    found: dict[int, list[Decision]] = {}
    for article_id, authority_id, status, start, end in rows:
        decision = Decision(roots.get(authority_id, authority_id), status == "confirmed", start, end)
        found.setdefault(article_id, []).append(decision)
    return found


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
    pairs = [(pair.one, pair.other) for pair in pairs_apart(connection)]
    return {*pairs, *(pair[::-1] for pair in pairs)}


def pairs_apart(connection: sqlite3.Connection) -> list[Apart]:
    """Return what a person said is different, merges resolved; a pair that was merged since is one and the same."""
    rows = connection.execute(
        """
        SELECT authority_id, other_authority_id, reason, revision.at, revision.actor
        FROM not_same LEFT JOIN revision ON revision.id = (
            SELECT max(revision_id) FROM change
            WHERE row_id = not_same.id AND record = 'not_same' AND kind IN ('insert', 'delete'))
        WHERE authority_id IS NOT NULL ORDER BY not_same.id"""
    ).fetchall()
    return [
        Apart(authorities.root(connection, row[0]).id, authorities.root(connection, row[1]).id, *row[2:])
        for row in rows
    ]
