"""XLSX: read back by openpyxl it is what was written, and every cell is text."""

from __future__ import annotations

import dataclasses
import errno
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from curator.errors import CuratorError
from curator.model.export import ExportRecord
from curator.writers import XlsxWriter
from curator.writers import xlsx as module

from .records import LIBRARY, RECORDS, source_of


def sheets(path: Path) -> dict[str, list[dict[str, object]]]:
    book = load_workbook(path)
    found = {}
    for sheet in book:
        head, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(head, row, strict=True)) for row in rows]
    return found


def test_three_sheets(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    report = XlsxWriter().write(source_of(LIBRARY, dataclasses.replace(LIBRARY, id=2, title="=1+1")), out)
    found = sheets(out)
    assert list(found) == ["Articles", "Tags", "Names"]
    assert (report.count, report.bytes) == (2, out.stat().st_size)
    article = found["Articles"][0]
    assert (
        article["id"] == 1 and article["published"] == "2020-09" and article["people"] == "Əliyeva, Nərgiz; A\\;B\\\\C"
    )
    assert found["Articles"][1]["title"] == "=1+1"
    assert [(row["name"], row["quotes"]) for row in found["Tags"][:2]] == [
        ("Libraries", "new / The"),
        ("Əliyeva, Nərgiz", None),
    ]
    assert [row["other_name"] for row in found["Names"]] == [None, "Алиева", "Ալիևա", "kitabxanalar"]
    book = load_workbook(out)
    assert all(sheet.freeze_panes == "A2" and sheet.auto_filter.ref for sheet in book)


@settings(max_examples=40)
@given(RECORDS)
def test_nothing_runs_and_nothing_is_taken_for_a_date(
    tmp_path_factory: pytest.TempPathFactory, record: ExportRecord
) -> None:
    out = tmp_path_factory.mktemp("book") / "out.xlsx"
    record = dataclasses.replace(record, uid="u")
    XlsxWriter().write(source_of(record), out)
    with zipfile.ZipFile(out) as packed:
        for name in packed.namelist():
            if name.startswith("xl/worksheets/"):
                data = packed.read(name)
                assert b"<f>" not in data and b"<hyperlink" not in data
    for sheet in load_workbook(out):
        assert all(cell.data_type in ("s", "n", "inlineStr") and not cell.hyperlink for row in sheet for cell in row)
        assert all(cell.number_format in ("@", "General") and not cell.is_date for row in sheet for cell in row)


def test_a_text_that_no_cell_holds_is_cut_and_says_so(tmp_path: Path) -> None:
    out = tmp_path / "out.xlsx"
    XlsxWriter().write(source_of(dataclasses.replace(LIBRARY, title="𐐀" * 20_000)), out)
    title = str(sheets(out)["Articles"][0]["title"])
    assert title.endswith("𐐀…") and len(title.encode("utf-16-le")) // 2 <= 32_767


def test_more_articles_than_a_sheet_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_ROWS", 3)
    with pytest.raises(CuratorError, match="there are more"):
        XlsxWriter().write(source_of(*[LIBRARY] * 3), tmp_path / "out.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(module.xlsxwriter.workbook.Packager, "_create_package", full)
    with pytest.raises(CuratorError, match="disk is full"):
        XlsxWriter().write(source_of(LIBRARY), tmp_path / "out.xlsx")
    assert list(tmp_path.iterdir()) == []
