"""What goes when something is erased for good: every row that is about it, in the tables and in the journal."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Literal

from curator.text.name_key import name_key

Erasable = Literal["article", "authority"]
Rows = dict[str, set[int]]

# (table, column, what it names): a row of the table is about what the column names, and goes with it.
_OWNED = (
    ("article_text", "article_id", "article"),
    ("field_source", "article_id", "article"),
    ("article_original", "article_id", "article"),
    ("article_relation", "article_id", "article"),
    ("article_relation", "related_id", "article"),
    ("accession_item", "article_id", "article"),
    ("passage", "article_id", "article"),
    ("mention", "article_id", "article"),
    ("note", "article_id", "article"),
    ("collection_item", "article_id", "article"),
    ("rejected_name", "article_id", "article"),
    ("not_same", "article_id", "article"),
    ("not_same", "other_article_id", "article"),
    ("mention", "passage_id", "passage"),
    ("note", "passage_id", "passage"),
    ("statement", "passage_id", "passage"),
    ("figure", "passage_id", "passage"),
    ("statement_about", "statement_id", "statement"),
    ("authority", "merged_into", "authority"),
    ("variant_name", "authority_id", "authority"),
    ("authority_relation", "authority_id", "authority"),
    ("authority_relation", "related_id", "authority"),
    ("external_id", "authority_id", "authority"),
    ("mention", "authority_id", "authority"),
    ("statement_about", "authority_id", "authority"),
    ("not_same", "authority_id", "authority"),
    ("not_same", "other_authority_id", "authority"),
    ("accession_item", "original_id", "original"),
)
# These rows stay, and only let go of what they named.
LINKS = (
    ("statement", "speaker_id", "authority"),
    ("statement", "via_id", "authority"),
    ("figure", "attributed_to", "authority"),
    ("article", "merged_into", "article"),
    ("result_list_item", "article_id", "article"),
)
# What such a row says of what it named, and forgets with it.
SAID = {"result_list_item": ("title", "published", "body_hash")}
_ON_PASSAGES = ("mention", "note", "statement", "figure")


@dataclass(slots=True)
class Scope:
    """What an erasure takes away.

    Args:
        record, ids: what was asked for, records merged into a name included.
        rows: table -> ids of all rows that go, those that only the journal still knows among them.
        originals: SHA-256s of the files that go.
        shared: file names of originals that stay, because another article was made from them.
        words: titles or names, paths and file names, as labels of acts may hold them.
    """

    record: Erasable
    ids: set[int]
    rows: Rows = field(default_factory=dict)
    originals: set[str] = field(default_factory=set)
    shared: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)


def of_articles(connection: sqlite3.Connection, ids: Collection[int]) -> Scope:
    """Return what goes with articles: their rows, and the originals that no other article was made from."""
    scope = Scope("article", set(ids))
    sole, shared = _originals(connection, scope.ids)
    scope.rows = _closed(connection, {"article": set(ids), "original": sole})
    scope.originals = _values(connection, "original", "sha256", sole)
    scope.shared = _values(connection, "original", "file_name", shared)
    paths = _values(connection, "accession_item", "path", scope.rows.get("accession_item", set()))
    # The same file may have failed, or come again as a duplicate, in another run.
    scope.rows.setdefault("accession_item", set()).update(_having(connection, "accession_item", "path", paths))
    titles = _values(connection, "article", "title", scope.ids)
    scope.words = titles | paths | _values(connection, "original", "file_name", sole)
    return scope


def of_authorities(connection: sqlite3.Connection, ids: Collection[int]) -> Scope:
    """Return what goes with names: the records with all their names, those merged into them, and their mentions."""
    scope = Scope("authority", set(ids))
    scope.rows = _closed(connection, {"authority": set(ids)})
    scope.ids = set(scope.rows["authority"])
    passages = {
        int(value) for value in _values(connection, "mention", "passage_id", scope.rows.get("mention", set())) if value
    }
    bare = {passage for passage in passages if not _still_used(connection, passage, scope.rows)}
    scope.rows = _closed(connection, {**scope.rows, "passage": bare})
    scope.words = _values(connection, "authority", "preferred_name", scope.ids)
    scope.words |= _values(connection, "variant_name", "name", scope.rows.get("variant_name", set()))
    # Nor shall it be told by the name that somebody rejected it before it was on record.
    keys = {key for key in map(name_key, scope.words) if key}
    scope.rows["rejected_name"] = _having(connection, "rejected_name", "folded", keys)
    return scope


def title_of(connection: sqlite3.Connection, article_id: int) -> tuple[bool, str | None]:
    """Return whether there is an article, or was one that only the journal knows now, and its title."""
    row = connection.execute("SELECT title FROM article WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        row = connection.execute(
            """
            SELECT json_extract(before, '$.title') FROM change
            WHERE row_id = ? AND record = 'article' AND kind = 'delete' ORDER BY id DESC LIMIT 1""",
            (article_id,),
        ).fetchone()
    return (False, None) if row is None else (True, row[0])


def articles_holding(connection: sqlite3.Connection, holds: Callable[[str], bool]) -> list[int]:
    """Return the ids of articles for whose title, byline, any version of the text, or a note `holds` is true."""
    rows = connection.execute(
        """
        SELECT id, ifnull(title, '') || char(10) || ifnull(byline, '') FROM article
        UNION ALL SELECT article_id, body FROM article_text
        UNION ALL SELECT article_id, text FROM note"""
    )
    return sorted({int(row[0]) for row in rows if holds(row[1])})


def _originals(connection: sqlite3.Connection, articles: set[int]) -> tuple[set[int], set[int]]:
    """Return the ids of the originals of articles: those of no other article, and the others."""
    links = _having(connection, "article_original", "article_id", articles)
    originals = {int(value) for value in _values(connection, "article_original", "original_id", links)}
    others = _having(connection, "article_original", "original_id", originals) - links
    shared = {int(value) for value in _values(connection, "article_original", "original_id", others)} & originals
    return originals - shared, shared


def _closed(connection: sqlite3.Connection, start: Rows) -> Rows:
    """Return `start` with all rows that are about its rows, and so on."""
    found: Rows = {}
    waiting = [(record, ids) for record, ids in start.items() if ids]
    while waiting:
        record, ids = waiting.pop()
        fresh = ids - found.get(record, set())
        if not fresh:
            continue
        found.setdefault(record, set()).update(fresh)
        waiting += [
            (table, _having(connection, table, column, fresh)) for table, column, owner in _OWNED if owner == record
        ]
    return found


def _still_used(connection: sqlite3.Connection, passage: int, going: Rows) -> bool:
    return any(
        row[0] not in going.get(table, ())
        for table in _ON_PASSAGES
        for row in connection.execute(f'SELECT id FROM "{table}" WHERE passage_id = ?', (passage,))
    )


def _having(connection: sqlite3.Connection, record: str, column: str, values: Iterable[int | str]) -> set[int]:
    """Return the ids of the rows of `record` with one of `values` in a column, those deleted since among them."""
    wanted = json.dumps(sorted(values))
    rows = connection.execute(
        f"""
        SELECT id FROM "{record}" WHERE "{column}" IN (SELECT value FROM json_each(?1))
        UNION
        SELECT row_id FROM change WHERE kind = 'delete' AND record = '{record}'
            AND json_extract(before, '$.{column}') IN (SELECT value FROM json_each(?1))""",
        (wanted,),
    )
    return {int(row[0]) for row in rows}


def _values(connection: sqlite3.Connection, record: str, column: str, ids: Iterable[int]) -> set[str]:
    """Return all values, as text, that a column of rows has now or had at any time."""
    rows = connection.execute(
        f"""
        SELECT "{column}" FROM "{record}" WHERE id IN (SELECT value FROM json_each(?1))
        UNION
        SELECT json_extract(before, '$.{column}') FROM json_each(?1) AS wanted
            JOIN change ON change.row_id = wanted.value AND change.record = '{record}'""",
        (json.dumps(sorted(ids)),),
    )
    return {str(row[0]) for row in rows if row[0] is not None}
