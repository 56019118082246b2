"""By keyboard alone: import twenty files, some of them broken, and read which did not go in, and why."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from curator.archive import Archive
from curator.gui.sheets.import_report import ImportReportSheet

from .keyboard import opened

GOOD = 15
WORDS = "The keeper of the town library opened the cellar, and the first readers came before noon, as they always did."


def twenty_files(folder: Path) -> list[Path]:
    """Fifteen pages, and five files that cannot go in: empty, twice the same, pictures, a torn page, a torn PDF."""
    folder.mkdir()
    for number in range(GOOD):
        body = f"Report {number} of the reading room\n\n{WORDS} It was day {number} of the stocktaking.\n"
        (folder / f"page {number:02}.txt").write_text(body, "utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "pictures.bin").write_bytes(bytes(range(256)) * 8)
    (folder / "same again.txt").write_bytes((folder / "page 03.txt").read_bytes())
    (folder / "torn.html").write_text("<html><body><article></article>", "utf-8")
    (folder / "torn.pdf").write_bytes(b"%PDF-1.4\n" + bytes(64))
    return sorted(folder.iterdir())


def answer(monkeypatch: pytest.MonkeyPatch, paths: Sequence[Path]) -> None:
    """Let the system's file chooser answer with `paths`."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(path) for path in paths], ""))


def test_twenty_files_go_in_and_the_report_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = twenty_files(tmp_path / "pages")
    assert len(files) == 20
    answer(monkeypatch, files)
    Archive.create(tmp_path / "Empty.curator").close()
    with opened(tmp_path / "Empty.curator", tmp_path / "window.ini") as desk:
        desk.press("Ctrl+I")
        desk.wait(lambda: bool(desk.window.activity.said))
        desk.rest()
        assert desk.window.articles.rowCount() == GOOD
        assert desk.window.activity.said == "15 articles added, 1 is here already, 4 did not go in."
        desk.command("what did")
        sheet = desk.window.findChild(ImportReportSheet)
        assert sheet is not None
        assert sheet.table.hasFocus()
        read = []
        for _row in range(sheet.table.rowCount()):
            here = sheet.table.currentIndex()
            read.append([here.siblingAtColumn(column).data() for column in range(sheet.table.columnCount())])
            desk.press("Down")
        assert sorted({line[0] for line in read}) == sorted(
            ["empty.txt", "pictures.bin", "same again.txt", "torn.html", "torn.pdf"]
        )
        assert all(line[1] for line in read)
        desk.press("Escape")
        assert sheet.isHidden()
        print(f"import: {desk.gestures} gestures")
        assert desk.gestures <= 12
