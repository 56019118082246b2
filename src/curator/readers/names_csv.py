"""Names from a table: the one that Curator writes, or any with a column "name"."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from curator.errors import Problem
from curator.i18n import _
from curator.model.authority import KINDS
from curator.model.name_entry import EntryName, EntryRelation, NameEntry
from curator.readers.contract import Unreadable
from curator.text.cells import split_names, without_apostrophe
from curator.text.encoding import decode
from curator.text.name_cells import identifier_of_cell, name_of_cell, relation_of_cell

# No cell of a table for people is longer; a quote that is never closed would take in the rest of the file.
_LONGEST_CELL = 1_000_000


def names_from_csv(data: bytes, name: str) -> tuple[list[NameEntry], list[Problem]]:
    """Return the records of a table and what is wrong with single lines.

    Args:
        data: the file.
        name: its name, for messages.

    Raises:
        Unreadable: when it is no table with a column "name".
    """
    text = decode(data).text.removeprefix("\ufeff")
    csv.field_size_limit(_LONGEST_CELL)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        header = [without_apostrophe(cell).strip().lower() for cell in next(lines, [])]
        if "name" not in header:
            raise Unreadable(
                "no-names",
                _("%(name)s has no column “name” in its first line.") % {"name": name},
                _("The columns are listed in the documentation (export-formats); only “name” has to be there."),
            )
        entries: list[NameEntry] = []
        problems: list[Problem] = []
        for row in lines:
            cells = {column: without_apostrophe(cell) for column, cell in zip(header, row, strict=False)}
            if not any(cell.strip() for cell in cells.values()):
                continue
            entries.append(_entry(cells, lines.line_num))
            problems += _problems(cells, lines.line_num, len(row) > len(header))
    except csv.Error as error:
        words = {"name": name, "line": lines.line_num, "error": error}
        raise Unreadable("no-names", _("%(name)s, line %(line)d, is no table: %(error)s.") % words) from error
    return entries, problems


def _delimiter(text: str) -> str:
    """Return what parts the cells of the first line; Excel writes semicolons where the comma is for decimals."""
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _entry(cells: Mapping[str, str], line: int) -> NameEntry:
    uid = cells.get("uid", "").strip()
    kind = cells.get("kind", "").strip().lower()
    return NameEntry(
        key=uid or f"line {line}",
        uid=uid,
        number=line,
        kind=next((each for each in KINDS if each == kind), None),
        name=" ".join(cells["name"].split()),
        names=tuple(_names(cells)),
        dates=cells.get("dates", "").strip() or None,
        scope_note=cells.get("scope_note", "").strip() or None,
        note=cells.get("note", "").strip() or None,
        broader=tuple(split_names(cells.get("broader_uids") or cells.get("broader", ""))),
        related=tuple(_related(cells)),
        identifiers=tuple(
            found for cell in split_names(cells.get("identifiers", "")) if (found := identifier_of_cell(cell))
        ),
        merged_into=cells.get("merged_into_uid", "").strip() or None,
        merge_reason=cells.get("merge_reason", "").strip() or None,
    )


def _names(cells: Mapping[str, str]) -> Iterator[EntryName]:
    for cell in split_names(cells.get("names") or cells.get("variants", "")):
        name = name_of_cell(cell)
        if name.name.strip():
            yield EntryName(" ".join(name.name.split()), name.language, name.preferred_in, name.name_kind)


def _related(cells: Mapping[str, str]) -> list[EntryRelation]:
    return [relation_of_cell(cell) for cell in split_names(cells.get("related_uids") or cells.get("related", ""))]


def _problems(cells: Mapping[str, str], line: int, too_long: bool) -> Iterator[Problem]:
    kind = cells.get("kind", "").strip()
    if kind and kind.lower() not in KINDS:
        words = {"line": line, "kind": kind, "kinds": ", ".join(KINDS)}
        yield Problem("kind", _("Line %(line)d: “%(kind)s” is no kind of name (%(kinds)s).") % words)
    if too_long:
        yield Problem("cells", _("Line %(line)d has more cells than the table has columns.") % {"line": line})
    for cell in split_names(cells.get("identifiers", "")):
        if identifier_of_cell(cell) is None:
            words = {"line": line, "cell": cell}
            yield Problem("identifier", _("Line %(line)d: “%(cell)s” is no identifier such as wikidata:Q2044.") % words)
