"""XLSX: a workbook with a sheet of articles, one of their tags, one of all names, for people with a spreadsheet."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, TypeAlias

import xlsxwriter
from xlsxwriter.exceptions import XlsxWriterException

from curator.errors import CuratorError
from curator.i18n import _
from curator.model.export import ExportName, ExportRecord
from curator.writers.contract import ExportSource, WriteReport
from curator.writers.csv_table import CsvWriter
from curator.writers.whole_file import whole_file, writing

# What a sheet of Excel holds (its "specifications and limits").
_MOST_ROWS = 1_048_576
_MOST_CHARACTERS = 32_767
_TAG_COLUMNS = ("uid", "title", "published", "kind", "name", "name_uid", "passages", "quotes")
_NAME_COLUMNS = ("uid", "kind", "name", "dates", "other_name", "language", "script", "name_kind", "preferred_in")
_WIDTHS = {"title": 48, "name": 34, "other_name": 34, "uid": 12, "name_uid": 12, "id": 7, "url": 30, "quotes": 48}
_WIDTH = 16
Cell: TypeAlias = str | int | None
# The types of xlsxwriter are not known to the type checker.
Workbook: TypeAlias = Any
Worksheet: TypeAlias = Any


class XlsxWriter:
    """Writes cells of text, never formulas, links or dates: "1936~" and "=1+1" stay what they are, also when edited.

    The columns of the articles are those of `CsvWriter`; several names in one cell are parted as there.
    """

    name = "xlsx"
    suffix = ".xlsx"

    @property
    def label(self) -> str:
        """The name for people, in the user's language."""
        return _("Excel workbook (sheets of articles, tags and names)")

    def write(self, source: ExportSource, out: Path, *, replace: bool = False) -> WriteReport:
        """Write the articles of `source` to `out`; see `Writer.write`."""
        with whole_file(out, replace=replace) as stream:
            book = _Book(stream, out)
            try:
                count = _fill(book, source)
                book.finish()
            finally:
                book.close()
            size = stream.tell()
        return WriteReport(count, out, size)


def _fill(book: _Book, source: ExportSource) -> int:
    """Write all sheets; return the number of articles."""
    table = CsvWriter()
    articles = book.sheet(_("Articles"), table.columns)
    tags = book.sheet(_("Tags"), _TAG_COLUMNS)
    count = 0
    for record in source.records():
        articles.add([record.uid, record.id, *table.cells(record)[2:]])
        for row in _tag_rows(record):
            tags.add(row)
        count += 1
    names = book.sheet(_("Names"), _NAME_COLUMNS)
    for name in source.names():
        for row in _name_rows(name):
            names.add(row)
    return count


def _tag_rows(record: ExportRecord) -> Iterable[Sequence[Cell]]:
    for tag in record.tags:
        quotes = " / ".join(passage.quote for passage in tag.passages)
        about = (record.uid, record.title, record.published)
        yield (*about, tag.kind, tag.name, tag.uid, len(tag.passages), quotes)


def _name_rows(name: ExportName) -> Iterable[Sequence[Cell]]:
    start = (name.uid, name.kind, name.name, name.dates)
    if not name.variants:
        yield start
    for other in name.variants:
        yield (*start, other.name, other.language, other.script, other.name_kind, other.preferred_in)


class _Book:
    """A workbook on its way into a stream; rows leave memory as soon as the next one comes."""

    def __init__(self, stream: BinaryIO, out: Path) -> None:
        self._out = out
        with writing(out):
            self._place = tempfile.TemporaryDirectory(prefix="curator-", ignore_cleanup_errors=True)
        options = {
            "constant_memory": True,
            "tmpdir": self._place.name,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self._stream, self._file = stream, Path(self._place.name) / "book.xlsx"
        self._book: Workbook = xlsxwriter.Workbook(str(self._file), options)
        # As text ("@"), so that a cell does not become a formula or a date when somebody edits it.
        self._text = self._book.add_format({"num_format": "@", "valign": "top"})
        self._number = self._book.add_format({"valign": "top"})
        self._head = self._book.add_format({"bold": True, "num_format": "@", "bottom": 1})
        self._sheets: list[_Sheet] = []

    def sheet(self, title: str, columns: Sequence[str]) -> _Sheet:
        """Begin a sheet with a frozen row of headings."""
        with writing(self._out):
            page = self._book.add_worksheet(title)
        page.freeze_panes(1, 0)
        for number, name in enumerate(columns):
            page.set_column(number, number, _WIDTHS.get(name, _WIDTH))
            page.write_string(0, number, name, self._head)
        self._sheets.append(_Sheet(page, len(columns), self._text, self._number, self._out))
        return self._sheets[-1]

    def finish(self) -> None:
        """Put the sheets together into the stream."""
        for sheet in self._sheets:
            sheet.finish()
        with writing(self._out):
            try:
                self._book.close()
            except XlsxWriterException as error:
                # It wraps what the system said.
                reason = error.args[0] if error.args else error
                raise reason if isinstance(reason, OSError) else error from error
            with self._file.open("rb") as made:
                shutil.copyfileobj(made, self._stream)

    def close(self) -> None:
        """Let go of the temporary files of the sheets, finished or not."""
        for sheet in self._sheets:
            sheet.close()
        self._place.cleanup()


class _Sheet:
    def __init__(self, page: Worksheet, columns: int, text: Any, number: Any, out: Path) -> None:
        self._page, self._columns, self._text, self._number, self._out = page, columns, text, number, out
        self._row = 0

    def add(self, cells: Sequence[Cell]) -> None:
        """Write the next row; a text that is longer than a cell can be is cut, and ends in "…"."""
        self._row += 1
        if self._row >= _MOST_ROWS:
            raise CuratorError(
                _("A sheet holds %(most)d rows, and there are more.") % {"most": _MOST_ROWS},
                _("Export fewer articles at a time, or as CSV. Nothing was written."),
            )
        with writing(self._out):
            for column, cell in enumerate(cells):
                if isinstance(cell, int):
                    self._page.write_number(self._row, column, cell, self._number)
                elif cell:
                    self._page.write_string(self._row, column, _fitting(cell), self._text)

    def finish(self) -> None:
        """Let people filter by every column."""
        self._page.autofilter(0, 0, self._row, self._columns - 1)
        self._page.ignore_errors({"number_stored_as_text": f"A1:XFD{_MOST_ROWS}"})

    def close(self) -> None:
        """Close the temporary file of this sheet."""
        if self._page.row_data_fh is not None:
            with suppress(OSError):
                self._page.row_data_fh.close()


def _fitting(text: str) -> str:
    # Excel counts UTF-16 units.
    if len(text) <= _MOST_CHARACTERS // 2 or len(text.encode("utf-16-le")) // 2 <= _MOST_CHARACTERS:
        return text
    return text.encode("utf-16-le")[: (_MOST_CHARACTERS - 1) * 2].decode("utf-16-le", "ignore") + "…"
