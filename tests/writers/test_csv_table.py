"""CSV: read back by the csv module it is what was written; nothing in it runs in a spreadsheet."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.model.export import ExportRecord
from curator.text.cells import join_names, split_names, without_apostrophe
from curator.writers.csv_table import CsvWriter, csv_lines

from .records import LIBRARY, NAME, RECORDS, source_of


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def row_of(record: ExportRecord, writer: CsvWriter) -> dict[str, str]:
    data = b"".join(csv_lines([writer.columns, writer._row(record)]))
    (row,) = read(data)
    return row


def test_a_file_for_spreadsheets(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    report = CsvWriter().write(source_of(LIBRARY, LIBRARY), out)
    data = out.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfuid,id,title,")
    assert data.endswith(b"\r\n") and data.count(b"\r\n") == 3
    assert (report.count, report.bytes) == (2, len(data))
    row = read(data)[0]
    assert row["title"] == "Şəhər kitabxanası; yeni bina"
    assert row["section"] == ""
    assert row["people"] == "Əliyeva, Nərgiz; A\\;B\\\\C"
    assert row["themes"] == "Libraries"
    assert row["organisations"] == ""
    assert row["collections"] == "Kitabxanalar / Bakı; Գրադարաններ"
    assert row["originals"] == "səhifə.html"
    assert row["accession_source"] == "USB"
    assert "text" not in row


def test_without_bom_and_with_text(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    CsvWriter(bom=False, text=True).write(source_of(LIBRARY), out)
    data = out.read_bytes()
    assert data.startswith(b"uid,")
    assert read(data)[0]["text"] == LIBRARY.text


def test_no_articles_leave_the_names_of_the_columns(tmp_path: Path) -> None:
    report = CsvWriter(bom=False).write(source_of(), tmp_path / "out.csv")
    assert report.path.read_text("utf-8").strip() == ",".join(CsvWriter().columns)
    assert report.count == 0


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_cells_that_would_run_are_made_safe(start: str) -> None:
    record = ExportRecord(uid="u", id=1, text=start + "x", title=start + "1", collections=(start + "2", "b"))
    row = row_of(record, CsvWriter(text=True))
    assert row["title"] == f"'{start}1"
    assert row["collections"] == f"'{start}2; b"
    assert row["text"] == f"'{start}x"


@settings(deadline=None)
@given(RECORDS)
def test_read_back_it_is_what_was_written(record: ExportRecord) -> None:
    row = {name: without_apostrophe(cell) for name, cell in row_of(record, CsvWriter(text=True)).items()}
    for name in ("uid", "title", "byline", "published", "url", "text"):
        assert row[name] == (getattr(record, name) or "")
    assert split_names(row["collections"]) == list(record.collections)
    assert split_names(row["people"]) == [tag.name for tag in record.tags if tag.kind == "person"]
    assert split_names(row["originals"]) == [original.file_name for original in record.originals]


@settings(deadline=None)
@given(RECORDS)
def test_no_cell_begins_like_a_formula(record: ExportRecord) -> None:
    cells = row_of(record, CsvWriter(text=True)).values()
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@settings(deadline=None)
@given(st.lists(NAME, max_size=5))
def test_names_in_one_cell_come_apart_again(names: list[str]) -> None:
    assert split_names(join_names(names)) == names
