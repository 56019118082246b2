"""What filters, facets and orders are counted from: narrow columns of many rows at once, as arrays of whole numbers."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from curator.archive.rejections import UNMEANT
from curator.model.revision import Changes

Numbers = NDArray[np.int64]
# All articles, or only these.
Only = Collection[int] | None

# Records whose rows say which article they belong to, as far as columns are made of them.
_OF_ARTICLES = ("mention", "collection_item", "passage", "note", "article_original")
# What an article can have besides fields, and the rows that say so.
_BELONGINGS = {
    "passage": f"passage WHERE NOT {UNMEANT}",
    "note": "note WHERE 1",
    "original": "article_original WHERE 1",
    "recheck": f"passage WHERE state <> 'anchored' AND NOT {UNMEANT}",
}
_OWN_FIELDS = ("title", "byline", "url")


def newest(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return the ids of the newest change of the journal and of the newest tombstone, 0 where there is none.

    What was erased for good left the journal, too: only its tombstone tells.
    """
    ids = "SELECT (SELECT ifnull(max(id), 0) FROM change), (SELECT ifnull(max(id), 0) FROM tombstone)"
    change, tombstone = connection.execute(ids).fetchone()
    return change, tombstone


def in_archive(connection: sqlite3.Connection, only: Only = None) -> Numbers:
    """Return the ascending ids of the articles that are in the archive: not in the trash, not merged into others."""
    return _numbers(connection, "SELECT id FROM article WHERE trashed = 0 AND merged_into IS NULL", "id", only, 1)[:, 0]


def dates(connection: sqlite3.Connection, only: Only = None) -> Numbers:
    """Return a row for each dated article: id, earliest and latest Julian day, and for each of the two whether it is
    known (0 or 1; an open end stands as day 0)."""
    sql = """
        SELECT id, ifnull(published_earliest, 0), ifnull(published_latest, 0),
            published_earliest IS NOT NULL, published_latest IS NOT NULL
        FROM article WHERE published IS NOT NULL"""
    return _numbers(connection, sql, "id", only, 5)


def own_fields(connection: sqlite3.Connection, only: Only = None) -> tuple[tuple[str, ...], Numbers]:
    """Return the names of some fields, and a row for each article: id, then for each field whether it is filled."""
    fields = ", ".join(f"ifnull({field}, '') <> ''" for field in _OWN_FIELDS)
    sql = f"SELECT id, {fields} FROM article WHERE 1"
    return _OWN_FIELDS, _numbers(connection, sql, "id", only, 1 + len(_OWN_FIELDS))


def belongings(connection: sqlite3.Connection, only: Only = None) -> dict[str, Numbers]:
    """Return for "passage", "note", "original" and "recheck" the ids of the articles that have one."""
    return {
        name: _numbers(connection, f"SELECT DISTINCT article_id FROM {rows}", "article_id", only, 1)[:, 0]
        for name, rows in _BELONGINGS.items()
    }


def articles_with(connection: sqlite3.Connection, what: str) -> list[int]:
    """Return the ids of the articles that have a "title", "byline", "url", "publication", "language", "date", any
    "tag" or one of a kind, a "collection", "passage", "note" or "original", or a passage to "recheck": one that moved
    or is detached."""
    if what in _BELONGINGS:
        sql = f"SELECT DISTINCT article_id FROM {_BELONGINGS[what]}"
    elif what == "collection":
        sql = "SELECT DISTINCT article_id FROM collection_item"
    elif what == "date":
        sql = "SELECT id FROM article WHERE published IS NOT NULL"
    elif what in (*_OWN_FIELDS, "publication", "language"):
        sql = f"SELECT id FROM article WHERE ifnull({what}, '') <> ''"
    elif what == "tag":
        sql = "SELECT DISTINCT article_id FROM mention WHERE status = 'confirmed'"
    else:
        sql = """
            SELECT DISTINCT article_id FROM mention JOIN authority ON authority.id = authority_id
            WHERE mention.status = 'confirmed' AND authority.kind = ?"""
    return [row[0] for row in connection.execute(sql, (what,) if "?" in sql else ())]


def texts(connection: sqlite3.Connection, field: str, only: Only = None) -> tuple[Numbers, list[str]]:
    """Return the ids of the articles whose `field` ("title", "publication", "language", "status") is filled, and its
    values in the same order."""
    if field not in ("title", "publication", "language", "status"):
        raise ValueError(field)
    sql, parameters = _restricted(f"SELECT id, {field} FROM article WHERE ifnull({field}, '') <> ''", "id", only)
    rows = _plain(connection, sql, parameters).fetchall()
    return np.array([row[0] for row in rows], dtype=np.int64), [row[1] for row in rows]


def taggings(connection: sqlite3.Connection, only: Only = None) -> Numbers:
    """Return article and authority of each confirmed mention, the authority as it was put, merged or not."""
    sql = "SELECT article_id, authority_id FROM mention WHERE status = 'confirmed'"
    return _numbers(connection, sql, "article_id", only, 2)


def collectings(connection: sqlite3.Connection, only: Only = None) -> Numbers:
    """Return article and collection of each item of a collection."""
    return _numbers(connection, "SELECT article_id, collection_id FROM collection_item WHERE 1", "article_id", only, 2)


def authorities(connection: sqlite3.Connection, only: Only = None) -> list[tuple[int, str, str, int | None]]:
    """Return id, kind, preferred name, and the record it was merged into, of authorities."""
    sql = "SELECT id, kind, preferred_name, merged_into FROM authority WHERE 1"
    return _plain(connection, *_restricted(sql, "id", only)).fetchall()


def broader_steps(connection: sqlite3.Connection) -> list[tuple[int, int]]:
    """Return each authority with one that is right above it (a broader term), as they were put, merged or not."""
    sql = "SELECT authority_id, related_id FROM authority_relation WHERE relation = 'broader' ORDER BY id"
    return _plain(connection, sql, ()).fetchall()


def articles_mentioning(connection: sqlite3.Connection, authority_ids: Collection[int]) -> list[int]:
    """Return the ids of the articles that mention exactly one of these authorities, merges not looked at."""
    sql, parameters = _restricted("SELECT DISTINCT article_id FROM mention WHERE 1", "authority_id", authority_ids)
    return [row[0] for row in connection.execute(sql, parameters)]


def articles_collected(connection: sqlite3.Connection, collection_ids: Collection[int]) -> list[int]:
    """Return the ids of the articles that lie in one of these collections itself."""
    sql = "SELECT DISTINCT article_id FROM collection_item WHERE 1"
    return [row[0] for row in connection.execute(*_restricted(sql, "collection_id", collection_ids))]


def touched_articles(connection: sqlite3.Connection, changes: Changes, since: int) -> set[int] | None:
    """Return the ids of the articles whose own rows, or rows that belong to them, were touched.

    Args:
        changes: what was touched after the change `since`, as `history.changes_since` tells it.

    Returns:
        the ids, those of articles that are gone among them; None when the journal no longer tells whose a row was.
    """
    found = set(changes.ids("article"))
    for record in _OF_ARTICLES:
        rows = changes.ids(record)
        if not rows:
            continue
        owners = _owners(connection, record, rows, since)
        if not rows <= owners.keys():
            return None
        found.update(chain.from_iterable(owners.values()))
    return found


def _owners(connection: sqlite3.Connection, record: str, rows: Collection[int], since: int) -> Mapping[int, set[int]]:
    """Return for rows of `record` whose they are and were: of rows that are gone the journal kept it."""
    now = f"SELECT id, article_id FROM {record} WHERE id IN (SELECT value FROM json_each(?))"
    before = """
        SELECT row_id, json_extract(before, '$.article_id') AS owner FROM change
        WHERE id > ? AND record = ? AND before IS NOT NULL AND owner IS NOT NULL"""
    owners: dict[int, set[int]] = {}
    for row_id, article_id in chain(
        connection.execute(now, (json.dumps(list(rows)),)), connection.execute(before, (since, record))
    ):
        owners.setdefault(row_id, set()).add(article_id)
    return owners


def _numbers(connection: sqlite3.Connection, sql: str, key: str, only: Only, width: int) -> Numbers:
    """Return the rows of a query that ends in a condition, `width` numbers each; by id where that is the `key`."""
    restricted, parameters = _restricted(sql, key, only)
    order = " ORDER BY id" if key == "id" else ""
    rows = _plain(connection, restricted + order, parameters)
    return np.fromiter(chain.from_iterable(rows), dtype=np.int64).reshape(-1, width)


def _restricted(sql: str, key: str, only: Only) -> tuple[str, tuple[str, ...]]:
    if only is None:
        return sql, ()
    return f"{sql} AND {key} IN (SELECT value FROM json_each(?))", (json.dumps([int(number) for number in only]),)


def _plain(connection: sqlite3.Connection, sql: str, parameters: tuple[str, ...]) -> sqlite3.Cursor:
    """Carry out a query whose rows are plain tuples: a million rows with names would take twice as long."""
    cursor = connection.cursor()
    cursor.row_factory = None
    return cursor.execute(sql, parameters)
