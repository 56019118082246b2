"""What people wrote that may hold an erased name: titles, queries and notes, as they are and as they were."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from curator.archive.erasure_labels import BLOT
from curator.archive.erasure_scope import Rows, Scope
from curator.model.revision import Label
from curator.text.name_key import name_key
from curator.text.names_within import NamesWithin

# Words about articles and names; what a source says (title, byline, text, file name) is not among them.
_WRITTEN: Mapping[str, tuple[str, ...]] = {
    "archive": ("title", "note"),
    "accession": ("note", "title", "collector"),
    "article": ("access_reason", "rights_holder", "rights_note", "advisory"),
    "article_relation": ("note",),
    "authority": ("note", "scope_note", "merge_reason", "merge_choices"),
    "statement": ("note",),
    "figure": ("of_what",),
    "note": ("text",),
    "collection": ("title", "note"),
    "collection_item": ("note",),
    "saved_search": ("folder", "title", "query", "note"),
    "result_list": ("title", "query", "filters", "note"),
    "not_same": ("reason",),
}
# Beside another of the same title there can be none, and one without a letter or digit cannot be looked for.
_TITLED = ("collection", "saved_search", "result_list")


@dataclass(frozen=True, slots=True)
class Written:
    """A field that holds an erased name.

    Args:
        record, row_id, field: where it stands.
        words: what it says.
        is_past: only the history holds it: it was changed or removed since.
    """

    record: str
    row_id: int
    field: str
    words: str
    is_past: bool


def holding(connection: sqlite3.Connection, scope: Scope) -> list[Written]:
    """Return what people wrote that holds a name of `scope` and does not go with it; what stands now comes first."""
    names = NamesWithin(scope.words)
    found = dict.fromkeys(
        Written(record, row_id, column, words, is_past)
        for record, row_id, column, words, is_past in _fields(connection, scope.rows)
        if names.holds(words)
    )
    return sorted(found, key=lambda each: (each.is_past, each.record, each.row_id, each.field))


def other_names(connection: sqlite3.Connection, scope: Scope) -> list[str]:
    """Return the names on record that hold a name of `scope` and stay."""
    names, going = NamesWithin(scope.words), scope.rows.get("authority", set())
    rows = connection.execute(
        """
        SELECT id, preferred_name FROM authority UNION ALL SELECT authority_id, name FROM variant_name ORDER BY 1, 2"""
    )
    return list(dict.fromkeys(row[1] for row in rows if row[0] not in going and names.holds(row[1])))


def blot(connection: sqlite3.Connection, scope: Scope) -> None:
    """Put a blot in the place of each name of `scope`, in what people wrote, its history, and the labels of acts.

    Args:
        connection: a writer without the journal's triggers, inside a transaction.
    """
    names = NamesWithin(scope.words)
    for each in holding(connection, scope):
        if not each.is_past:
            fields = _blotted(names, each.record, each.row_id, {each.field: each.words})
            columns = ", ".join(f'"{column}" = ?' for column in fields)
            connection.execute(f'UPDATE "{each.record}" SET {columns} WHERE id = ?', (*fields.values(), each.row_id))
    changes = connection.execute(
        """
        SELECT id, record, row_id, before FROM change
        WHERE before IS NOT NULL AND record IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(_WRITTEN)),),
    ).fetchall()
    for change_id, record, row_id, before in changes:
        image = json.loads(before)
        held = {column: image[column] for column in _WRITTEN[record] if names.holds(image.get(column) or "")}
        if held:
            fresh = json.dumps(image | _blotted(names, record, row_id, held), ensure_ascii=False)
            connection.execute("UPDATE change SET before = ? WHERE id = ?", (fresh, change_id))
    for revision_id, kept in connection.execute("SELECT id, label FROM revision").fetchall():
        label = Label.from_json(kept)
        values = {
            key: names.replaced(value, BLOT) if isinstance(value, str) else value for key, value in label.values.items()
        }
        if values != label.values:
            fresh = Label(label.text, values, label.plural).to_json()
            connection.execute("UPDATE revision SET label = ? WHERE id = ?", (fresh, revision_id))


def _fields(connection: sqlite3.Connection, going: Rows) -> Iterator[tuple[str, int, str, str, bool]]:
    """Yield table, id, column, words and whether only the history holds them, of all fields of rows that stay."""
    for record, columns in _WRITTEN.items():
        gone = going.get(record, set())
        for column in columns:
            rows = connection.execute(
                f"""
                SELECT id, "{column}", 0 FROM "{record}" WHERE "{column}" IS NOT NULL
                UNION SELECT change.row_id, json_extract(change.before, '$.{column}'), 1 FROM change
                    LEFT JOIN "{record}" AS own ON own.id = change.row_id
                    WHERE change.record = '{record}' AND json_extract(change.before, '$.{column}') IS NOT own."{column}"
                        AND json_extract(change.before, '$.{column}') IS NOT NULL"""
            )
            for row in rows:
                if row[0] not in gone:
                    yield record, row[0], column, str(row[1]), bool(row[2])


def _blotted(names: NamesWithin, record: str, row_id: int, held: Mapping[str, str]) -> dict[str, str]:
    fields = {column: names.replaced(words, BLOT) for column, words in held.items()}
    if record in _TITLED and "title" in fields:
        fields["title"] += f" ({row_id})"
        if record == "collection":
            fields["folded"] = name_key(fields["title"])
    return fields
