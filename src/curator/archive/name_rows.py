"""All names of the records that stand by themselves, for completion, and which of them a change has touched."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator

from curator.archive import authorities
from curator.model.revision import Changes

# Standing record, kind, name, key, whether it is the record's own preferred name, number of articles.
Row = tuple[int, str, str, str, bool, int]

_ROWS = """
    WITH RECURSIVE standing (id, root) AS (
        SELECT id, id FROM authority WHERE merged_into IS NULL {some}
        UNION ALL
        SELECT authority.id, standing.root FROM authority JOIN standing ON authority.merged_into = standing.id
    ), counted (root, articles) AS (
        SELECT standing.root, count(DISTINCT mention.article_id)
        FROM standing JOIN mention ON mention.authority_id = standing.id
            JOIN article ON article.id = mention.article_id
        WHERE {counted} AND mention.status = 'confirmed' AND article.trashed = 0
        GROUP BY standing.root
    )
    SELECT standing.root, authority.kind, names.name, names.folded,
        names.is_preferred AND standing.id = standing.root, ifnull(counted.articles, 0)
    FROM standing JOIN authority ON authority.id = standing.root
        JOIN authority_name AS names ON names.authority_id = standing.id
        LEFT JOIN counted ON counted.root = standing.root"""
_IN = "IN (SELECT value FROM json_each(:ids))"


def rows(connection: sqlite3.Connection, roots: Collection[int] | None = None, counted: bool = True) -> Iterator[Row]:
    """Yield every name of every record, those of merged ones under the record they stand for.

    Args:
        roots: only of these records; of all unless given.
        counted: whether articles are counted (else 0), which takes seconds for a million tags.
    """
    some = "" if roots is None else f"AND id {_IN}"
    parameters = {} if roots is None else {"ids": json.dumps(list(roots))}
    sql = _ROWS.format(some=some, counted=int(counted))
    for root, kind, name, folded, is_preferred, count in connection.execute(sql, parameters):
        yield root, kind, name, folded, bool(is_preferred), count


def with_keys(connection: sqlite3.Connection, folded: Collection[str]) -> Iterator[tuple[str, int, str]]:
    """Yield (key, record as it stands, kind) of the names on record that have one of some keys; merges not resolved."""
    names = connection.execute(
        """
        SELECT names.folded, authority.id, authority.kind FROM authority_name AS names
            JOIN authority ON authority.id = names.authority_id
        WHERE names.folded IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(folded)),),
    )
    yield from map(tuple, names)


def touched(connection: sqlite3.Connection, changes: Changes) -> set[int]:
    """Return the records whose names or numbers of articles may be other ones after a change.

    Among them are those that a touched record is, or was, merged into, and those that are gone.
    """
    found = set(changes.ids("authority"))
    for record in ("variant_name", "mention"):
        found |= _ids(connection, f"SELECT authority_id FROM {record} WHERE id {_IN}", changes.ids(record))
        # Of rows that are gone the journal knows whose they were; it also knows what rows were moved from.
        found |= _ids(connection, _before("authority_id", record), changes.ids(record))
    found |= _ids(connection, f"SELECT authority_id FROM mention WHERE article_id {_IN}", changes.ids("article"))
    found |= _ids(connection, _before("merged_into", "authority"), changes.ids("authority"))
    return found | {root for authority_id in found for root in _root(connection, authority_id)}


def _before(field: str, record: str) -> str:
    return f"""
        SELECT json_extract(before, '$.{field}') FROM change
        WHERE record = '{record}' AND row_id {_IN} AND json_extract(before, '$.{field}') IS NOT NULL"""


def _ids(connection: sqlite3.Connection, sql: str, ids: Collection[int]) -> set[int]:
    return {row[0] for row in connection.execute(sql, {"ids": json.dumps(list(ids))})} if ids else set()


def _root(connection: sqlite3.Connection, authority_id: int) -> Iterator[int]:
    if connection.execute("SELECT 1 FROM authority WHERE id = ?", (authority_id,)).fetchone():
        yield authorities.root(connection, authority_id).id
