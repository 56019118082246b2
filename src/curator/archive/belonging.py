"""What belongs to some articles: the rows of all tables that go with them, closed under reference."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection

from curator.archive.records import Shape

# A row comes along when the row that it describes does: table -> the column that names it.
_COMES_WITH = {
    "article_text": "article_id",
    "field_source": "article_id",
    "article_original": "article_id",
    "accession_item": "article_id",
    "passage": "article_id",
    "mention": "article_id",
    "note": "article_id",
    "collection_item": "article_id",
    "rejected_name": "article_id",
    "statement": "passage_id",
    "figure": "passage_id",
    "statement_about": "statement_id",
    "variant_name": "authority_id",
    "external_id": "authority_id",
}
# These too, under a condition: a record merged into a name brings its spellings, a broader term its own broader ones.
_COMES_WITH_SOME = (
    ("authority", "merged_into", ""),
    ("authority_relation", "authority_id", " AND relation = 'broader'"),
)
# Never part of a choice: what describes the archive as a whole.
_WHOLE_ONLY = frozenset({"archive", "saved_search", "result_list", "result_list_item"})


def of_articles(
    connection: sqlite3.Connection, shapes: dict[str, Shape], article_ids: Collection[int]
) -> dict[str, set[int]]:
    """Return table -> ids of the rows that belong to articles; none of them points to a row that is not among them.

    Rows of tables that only join others (relations of articles, pairs that are not the same) come along when both
    ends do; so do rows of tables that this module does not know.

    Args:
        connection: to read by.
        shapes: of all tables of records.
        article_ids: the articles that were chosen.
    """
    found: dict[str, set[int]] = {record: set() for record in shapes}
    waiting = {"article": set(article_ids)}
    while waiting:
        record, ids = waiting.popitem()
        fresh = ids - found.get(record, set())
        if not fresh:
            continue
        found[record] |= fresh
        for target, more in [*_pointed_to(connection, shapes, record, fresh), *_described(connection, record, fresh)]:
            waiting.setdefault(target, set()).update(more)
    known = {*_COMES_WITH, *_WHOLE_ONLY, "article", "authority", "accession", "original", "collection"}
    for record in shapes:
        if record not in known:
            found[record] |= _joining(connection, record, shapes[record], found)
    return found


def _pointed_to(
    connection: sqlite3.Connection, shapes: dict[str, Shape], record: str, ids: set[int]
) -> list[tuple[str, set[int]]]:
    """Return the rows that rows of `record` point to: without them they would dangle."""
    return [
        (target, _select(connection, f'SELECT "{column}" FROM "{record}" WHERE "{column}" NOT NULL AND id', ids))
        for column, target in shapes[record].references.items()
    ]


def _described(connection: sqlite3.Connection, record: str, ids: set[int]) -> list[tuple[str, set[int]]]:
    """Return the rows that come along because they say something about rows of `record`."""
    owner = {"article_id": "article", "passage_id": "passage", "statement_id": "statement", "authority_id": "authority"}
    lines = [(table, column, "") for table, column in _COMES_WITH.items() if owner[column] == record]
    if record == "authority":
        lines += _COMES_WITH_SOME
    return [
        (table, _select(connection, f'SELECT id FROM "{table}" WHERE 1{condition} AND "{column}"', ids))
        for table, column, condition in lines
    ]


def _joining(connection: sqlite3.Connection, record: str, shape: Shape, found: dict[str, set[int]]) -> set[int]:
    """Return the rows of `record` that point to something, and to nothing that is not in `found`."""
    names = list(shape.references)
    if not names:
        return set()
    columns = ", ".join(f'"{name}"' for name in names)
    joined = set()
    for row in connection.execute(f'SELECT id, {columns} FROM "{record}"'):
        ends = [(shape.references[name], row[name]) for name in names if row[name] is not None]
        if ends and all(row_id in found[target] for target, row_id in ends):
            joined.add(int(row["id"]))
    return joined


def _select(connection: sqlite3.Connection, sql: str, ids: set[int]) -> set[int]:
    found = connection.execute(f"{sql} IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))
    return {int(row[0]) for row in found}


def originals_of(connection: sqlite3.Connection, ids: Collection[int] | None) -> tuple[int, int]:
    """Return how many files articles (all that there are, with None) were made from, and their bytes."""
    only = (
        ""
        if ids is None
        else (
            """WHERE id IN (SELECT original_id FROM article_original
            WHERE article_id IN (SELECT value FROM json_each(?)))"""
        )
    )
    given = () if ids is None else (json.dumps(list(ids)),)
    number, size = connection.execute(f"SELECT count(*), ifnull(sum(size), 0) FROM original {only}", given).fetchone()
    return int(number), int(size)
