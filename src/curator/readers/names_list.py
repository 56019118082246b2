"""Names to be looked for, from a list: one a line, or a column of a table; nothing but the names counts."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from curator.i18n import _
from curator.model.name_entry import NameEntry
from curator.readers.contract import Unreadable
from curator.text.cells import without_apostrophe
from curator.text.encoding import decode
from curator.text.name_key import name_key

_TABLES = (".csv", ".tsv", ".tab")
_LONGEST_CELL = 1_000_000
_LONGEST_NAME = 500
_HEADER = "name"


def names_from_list(data: bytes, name: str, column: str | None = None) -> list[NameEntry]:
    """Return the names of a list in their order, each once; what has no letter or digit is passed over.

    Args:
        data: the file.
        name: its name, whose suffix tells tables.
        column: the column of a table, by what its first line says; "name" or else the first unless given.

    Raises:
        Unreadable: when it is no table, or has no such column.
    """
    text = decode(data).text.removeprefix("\ufeff")
    is_table = column is not None or Path(name).suffix.lower() in _TABLES
    lines = _cells(text, name, column) if is_table else text.splitlines()
    names = dict.fromkeys(" ".join(line.split())[:_LONGEST_NAME] for line in lines)
    kept = [each for each in names if name_key(each)]
    return [NameEntry(f"line {number}", "", number, None, each) for number, each in enumerate(kept, 1)]


def _cells(text: str, name: str, column: str | None) -> list[str]:
    csv.field_size_limit(_LONGEST_CELL)
    first = text.split("\n", 1)[0]
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    try:
        rows = [[without_apostrophe(cell) for cell in row] for row in lines]
    except csv.Error as error:
        words = {"name": name, "line": lines.line_num, "error": error}
        raise Unreadable("no-names", _("%(name)s, line %(line)d, is no table: %(error)s.") % words) from error
    header = [cell.strip().lower() for cell in rows[0]] if rows else []
    wanted = (column or _HEADER).strip().lower()
    if wanted in header:
        at, rows = header.index(wanted), rows[1:]
    elif column is None:
        at = 0
    else:
        raise Unreadable(
            "no-names",
            _("%(name)s has no column “%(column)s” in its first line.") % {"name": name, "column": column},
            _("There are: %(columns)s") % {"columns": ", ".join(rows[0]) if rows else ""},
        )
    return [row[at] for row in rows if len(row) > at]
