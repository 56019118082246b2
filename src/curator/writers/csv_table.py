"""CSV: one article a row, a column for each field and each kind of tag, for people with a spreadsheet."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from curator.i18n import _
from curator.model.authority import AuthorityKind
from curator.model.export import ExportRecord
from curator.text.cells import join_names, safe_cell
from curator.writers.contract import ExportSource, WriteReport
from curator.writers.whole_file import write_whole

_PLAIN_COLUMNS = (
    "uid",
    "id",
    "title",
    "byline",
    "publication",
    "section",
    "published",
    "published_earliest",
    "published_latest",
    "published_verbatim",
    "published_time",
    "published_zone",
    "captured",
    "language",
    "url",
    "reference_code",
    "access",
    "rights_uri",
    "rights_holder",
    "rights_note",
    "status",
)
_TAG_COLUMNS: tuple[tuple[str, AuthorityKind], ...] = (
    ("people", "person"),
    ("organisations", "organisation"),
    ("events", "event"),
    ("places", "place"),
    ("themes", "theme"),
)
_ACCESSION_COLUMNS = ("accession_at", "accession_by_whom", "accession_source")


class _Echo:
    """Gives the row back that `csv` formats, so that rows are written one at a time."""

    def write(self, row: str) -> str:
        return row


@dataclass(frozen=True, slots=True)
class CsvWriter:
    """Writes RFC 4180: commas, CRLF, quotes where needed, line breaks inside quoted cells kept; UTF-8.

    - Several names in one cell are parted by "; "; a ";" or backslash inside a name has a backslash before it
      (`text.cells.split_names` takes them apart).
    - A cell that begins with = + - @, tab or CR would run as a formula: it gets an apostrophe in front (as does one
      that begins with apostrophes and then such a sign; `text.cells.without_apostrophe` takes it off). This also meets
      years before 0, such as "-0043".

    Args:
        bom: begin with a byte order mark; without it Excel shows Azerbaijani and Armenian letters wrong.
        text: add the text as the last column. Left out unless asked for: a cell of Excel holds 32,767
            characters, and tables are for sorting and counting. JSON Lines always has the text.
    """

    bom: bool = True
    text: bool = False

    @property
    def name(self) -> str:
        """The word for programs and the command line."""
        return "csv"

    @property
    def label(self) -> str:
        """The name for people, in the user's language."""
        return _("CSV table (for spreadsheets)")

    @property
    def suffix(self) -> str:
        """The suffix of its files."""
        return ".csv"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names in the first row."""
        tags = (column for column, _kind in _TAG_COLUMNS)
        files = ("originals", "originals_sha256")
        text = ("text",) if self.text else ()
        return (*_PLAIN_COLUMNS, "collections", *tags, *files, *_ACCESSION_COLUMNS, *text)

    def write(self, source: ExportSource, out: Path, *, replace: bool = False) -> WriteReport:
        """Write the articles of `source` to `out`; see `Writer.write`."""
        header = (BOM_UTF8 if self.bom else b"") + next(csv_lines([self.columns]))
        return write_whole(csv_lines(map(self._row, source.records())), out, replace=replace, header=header)

    def _row(self, record: ExportRecord) -> list[str]:
        return [safe_cell(cell) for cell in self.cells(record)]

    def cells(self, record: ExportRecord) -> list[str]:
        """Return the values of an article in the order of `columns`, not yet safe for spreadsheets."""
        plain = ["" if (value := getattr(record, name)) is None else str(value) for name in _PLAIN_COLUMNS]
        tags = [join_names(tag.name for tag in record.tags if tag.kind == kind) for _column, kind in _TAG_COLUMNS]
        files = [
            join_names(original.file_name for original in record.originals),
            join_names(original.sha256 for original in record.originals),
        ]
        came = record.accession
        accession = [came.at, came.by_whom or "", came.source or ""] if came else [""] * len(_ACCESSION_COLUMNS)
        text = [record.text] if self.text else []
        return [*plain, join_names(record.collections), *tags, *files, *accession, *text]


def csv_lines(rows: Iterable[Sequence[str]]) -> Iterator[bytes]:
    """Yield each row as a line of CSV in UTF-8."""
    table = csv.writer(_Echo(), lineterminator="\r\n")
    for row in rows:
        line: str = table.writerow(row)  # what _Echo.write returns
        yield line.encode()
