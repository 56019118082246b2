"""Names as a table: one record a row, for people with a spreadsheet, and to be read in again."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence

from curator.model.name_entry import NameEntry
from curator.text.cells import join_names, safe_cell
from curator.text.name_cells import identifier_in_cell, name_in_cell, relation_in_cell
from curator.writers.csv_table import csv_lines

COLUMNS = (
    "uid",
    "id",
    "kind",
    "name",
    "names",
    "dates",
    "scope_note",
    "note",
    "broader",
    "broader_uids",
    "related",
    "related_uids",
    "identifiers",
    "merged_into",
    "merged_into_uid",
    "merge_reason",
)


def names_csv(entries: Sequence[NameEntry]) -> Iterator[bytes]:
    """Yield the table in pieces, its header first.

    What points to other records stands there twice: by name for people, by uid for programs.
    """
    names = {entry.key: entry.name for entry in entries}
    yield BOM_UTF8 + next(csv_lines([COLUMNS]))
    yield from csv_lines([[safe_cell(cell) for cell in _row(entry, names)] for entry in entries])


def _row(entry: NameEntry, names: dict[str, str]) -> list[str]:
    return [
        entry.uid,
        str(entry.number),
        entry.kind or "",
        entry.name,
        join_names(map(name_in_cell, entry.names)),
        entry.dates or "",
        entry.scope_note or "",
        entry.note or "",
        join_names(names.get(key, key) for key in entry.broader),
        join_names(entry.broader),
        join_names(names.get(relation.key, relation.key) for relation in entry.related),
        join_names(map(relation_in_cell, entry.related)),
        join_names(map(identifier_in_cell, entry.identifiers)),
        names.get(entry.merged_into or "", ""),
        entry.merged_into or "",
        entry.merge_reason or "",
    ]
