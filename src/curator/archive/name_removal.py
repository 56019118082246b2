"""Taking names out of the archive that nothing uses; journalled, so it can be undone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection

from curator.archive.transaction import Transaction

_IDS = "(SELECT value FROM json_each(:ids))"
# (table, column): rows that are about a name alone, and go with it.
_GO = (
    ("variant_name", "authority_id"),
    ("external_id", "authority_id"),
    ("authority_relation", "authority_id"),
    ("authority_relation", "related_id"),
    ("not_same", "authority_id"),
    ("not_same", "other_authority_id"),
)
_REJECTED = "status = 'rejected'"


def in_use(connection: sqlite3.Connection, ids: Collection[int]) -> set[int]:
    """Return which records something points to: tags, also those of articles in the trash, statements, merged names.

    What a person rejected is no use of a name.
    """
    found: set[int] = set()
    for table, column in _pointing(connection):
        if (table, column) not in _GO:
            some = f" AND NOT {_REJECTED}" if table == "mention" else ""
            sql = f"SELECT DISTINCT {column} FROM {table} WHERE {column} IN {_IDS}{some}"
            found |= {row[0] for row in connection.execute(sql, {"ids": json.dumps(list(ids))})}
    return found


def remove(transaction: Transaction, ids: Collection[int]) -> None:
    """Delete records that are not in use, with their other names, relations, identifiers, and what was rejected."""
    given = {"ids": json.dumps(list(ids))}
    connection = transaction.connection
    connection.execute(f"DELETE FROM mention WHERE authority_id IN {_IDS} AND {_REJECTED}", given)
    for table, column in _GO:
        connection.execute(f"DELETE FROM {table} WHERE {column} IN {_IDS}", given)
    connection.execute(f"DELETE FROM authority WHERE id IN {_IDS}", given)


def _pointing(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return all columns that name a record, as the schema has them: a new table is not forgotten."""
    rows = connection.execute("""
        SELECT tables.name, keys."from" FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
        WHERE tables.type = 'table' AND keys."table" = 'authority'""")
    return [(row[0], row[1]) for row in rows]
