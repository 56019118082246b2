"""The journal by trigger: no code path can write a record without history.

TEMP triggers on every record table write the before-image of each touched row to `change`, and put articles whose
words changed into `index_outbox`, in the same transaction. They belong to the writer connection; where no revision is
open they abort the write.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

RECORDS = (
    "archive",
    "accession",
    "article",
    "article_text",
    "field_source",
    "original",
    "article_original",
    "article_relation",
    "accession_item",
    "authority",
    "variant_name",
    "authority_relation",
    "external_id",
    "passage",
    "mention",
    "statement",
    "statement_about",
    "figure",
    "note",
    "collection",
    "collection_item",
    "saved_search",
    "result_list",
    "result_list_item",
    "not_same",
    "rejected_name",
)

OUTSIDE = "a record was written outside a transaction"

# Only these words stand in the index; dates, tags and the rest are asked of SQLite.
_INDEXED = {"article": ("id", ("title", "text_id", "language")), "article_text": ("article_id", ("body",))}


def columns(connection: sqlite3.Connection, record: str) -> list[str]:
    """Return the column names of `record` (a table's name)."""
    return [row[1] for row in connection.execute(f'PRAGMA main.table_info("{record}")')]


def install(connection: sqlite3.Connection) -> None:
    """Put the triggers on the writer connection; they go when it closes.

    A step of the schema (`transform()` above all) may drop triggers, so they are made anew at each opening.
    """
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS open_revision (id INTEGER NOT NULL)")
    for record in RECORDS:
        names = columns(connection, record)
        for statement in _triggers(record, names):
            connection.execute(statement)


def installed(connection: sqlite3.Connection) -> bool:
    """Return whether every record table has its three triggers."""
    found = {row[0] for row in connection.execute("SELECT name FROM temp.sqlite_master WHERE type = 'trigger'")}
    wanted = {f"journal_{record}_{kind}" for record in RECORDS for kind in ("insert", "update", "delete")}
    return wanted <= found


def _triggers(record: str, names: Sequence[str]) -> Iterable[str]:
    changed = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in names)
    for kind, condition, image in (
        ("insert", "", "NULL"),
        ("update", f"WHEN {changed}", _changed_fields(names)),
        ("delete", "", _all_fields(names)),
    ):
        row = "OLD" if kind == "delete" else "NEW"
        yield f"DROP TRIGGER IF EXISTS temp.journal_{record}_{kind}"
        yield f"""
            CREATE TEMP TRIGGER journal_{record}_{kind} AFTER {kind.upper()} ON main."{record}" {condition}
            BEGIN
                SELECT RAISE(ABORT, '{OUTSIDE}') WHERE NOT EXISTS (SELECT 1 FROM open_revision);
                INSERT INTO change (revision_id, record, row_id, kind, before)
                    VALUES ((SELECT id FROM open_revision), '{record}', {row}.id, '{kind}', {image});
                {_outbox(record, kind, row)}
            END"""


def _changed_fields(names: Sequence[str]) -> str:
    """An expression: a JSON object of the fields that differ, with their old values."""
    lines = " UNION ALL ".join(
        f'SELECT \'{name}\' AS k, OLD."{name}" AS v WHERE OLD."{name}" IS NOT NEW."{name}"' for name in names
    )
    return f"(SELECT json_group_object(k, v) FROM ({lines}))"


def _all_fields(names: Sequence[str]) -> str:
    return "json_object(" + ", ".join(f"'{name}', OLD.\"{name}\"" for name in names) + ")"


def _outbox(record: str, kind: str, row: str) -> str:
    if record not in _INDEXED:
        return ""
    article, fields = _INDEXED[record]
    differs = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in fields) if kind == "update" else "1"
    return f"""
        INSERT INTO index_outbox (article_id, seq)
            SELECT {row}.{article}, (SELECT max(id) FROM change) WHERE {differs}
            ON CONFLICT (article_id) DO UPDATE SET seq = excluded.seq;"""


def before_image(text: str | None) -> dict[str, str | int | None] | None:
    """Read back the before-image of a change (JSON text, or None for a new row)."""
    if text is None:
        return None
    image: dict[str, str | int | None] = json.loads(text)
    return image
