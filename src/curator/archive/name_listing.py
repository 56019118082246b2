"""The names on record as a list of them shows them: and how often each is used."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator
from typing import NamedTuple

# Each record with the one that it stands for now, itself where it was not merged.
_STANDING = """
    standing (id, root) AS (
        SELECT id, id FROM authority WHERE merged_into IS NULL {some}
        UNION ALL
        SELECT authority.id, standing.root FROM authority JOIN standing ON authority.merged_into = standing.id
    )"""
_IN = "AND id IN (SELECT value FROM json_each(:ids))"
_USED = """
    SELECT standing.root, count(DISTINCT mention.article_id), count(*), max(mention.uid)
    FROM standing JOIN mention ON mention.authority_id = standing.id
        JOIN article ON article.id = mention.article_id
    WHERE mention.status = 'confirmed' AND article.trashed = 0
    GROUP BY standing.root"""
_NAMES = """
    SELECT standing.root, names.name, names.folded, names.is_preferred AND standing.id = standing.root
    FROM standing JOIN authority_name AS names ON names.authority_id = standing.id
    ORDER BY standing.root, names.is_preferred DESC, names.name"""


class Used(NamedTuple):
    """How often a record, with all that were merged into it, is used; the trash is left out.

    Args:
        mentions: confirmed ones.
        newest: the uid of the mention that was put last; a UUIDv7, which begins with its time.
    """

    articles: int
    mentions: int
    newest: str


def records(
    connection: sqlite3.Connection, ids: Collection[int] | None = None
) -> Iterator[tuple[int, str, str, str | None]]:
    """Yield id, kind, preferred name and dates (EDTF) of each record that stands by itself; only of `ids` if given."""
    sql = "SELECT id, kind, preferred_name, dates FROM authority WHERE merged_into IS NULL " + _some(ids)
    yield from (tuple(row) for row in connection.execute(sql, _given(ids)))


def names(connection: sqlite3.Connection, ids: Collection[int] | None = None) -> Iterator[tuple[int, str, str, bool]]:
    """Yield record, name, key, and whether it is the record's own preferred name, for every name; records together."""
    sql = "WITH RECURSIVE " + _STANDING.format(some=_some(ids)) + _NAMES
    for root, name, folded, own in connection.execute(sql, _given(ids)):
        yield root, name, folded, bool(own)


def used(connection: sqlite3.Connection, ids: Collection[int] | None = None) -> dict[int, Used]:
    """Return how often records are used; those that are used nowhere are left out."""
    sql = "WITH RECURSIVE " + _STANDING.format(some=_some(ids)) + _USED
    return {row[0]: Used(*row[1:]) for row in connection.execute(sql, _given(ids))}


def _some(ids: Collection[int] | None) -> str:
    return "" if ids is None else _IN


def _given(ids: Collection[int] | None) -> dict[str, str]:
    return {} if ids is None else {"ids": json.dumps(list(ids))}
