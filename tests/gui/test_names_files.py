"""Names to and from files in the window: what would come in is shown first, and doubtful ones are decided about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from curator.gui import names_files
from curator.gui.sheets.names_import import NamesImportSheet
from curator.gui.widgets.sheet import Sheet
from curator.gui.window import Window
from curator.operations import authorities

WaitFor = Callable[[Callable[[], bool]], None]


def names(window: Window) -> list[str]:
    return [each.authority.preferred_name for each in authorities.listed(window.session.context)]


def said(window: Window) -> str:
    return " ".join(label.text() for label in window.activity.findChildren(QLabel))


def preview(window: Window, path: Path, wait_for: WaitFor) -> NamesImportSheet:
    names_files.preview(window, path)
    wait_for(lambda: any(each.isVisible() for each in window.findChildren(NamesImportSheet)))
    return next(each for each in window.findChildren(NamesImportSheet) if each.isVisible())  # type: ignore[no-any-return]


def cell(sheet: NamesImportSheet, row: int, column: int) -> str:
    item = sheet.table.item(row, column)
    assert item is not None
    return item.text()


def an_export(window: Window, path: Path, wait_for: WaitFor) -> Path:
    """A file with what the window wrote of a person, an organisation and a place."""
    for kind, name in (("person", "Lucia Bandini"), ("organisation", "Reading Society"), ("place", "Prato")):
        window.session.write(lambda context, kind=kind, name=name: authorities.add(context, kind, name))  # type: ignore[misc]
    wait_for(lambda: window.session.tasks.pending == 0)
    names_files.write(window, path, "csv")
    wait_for(lambda: "3 names written" in said(window))
    return path


def test_names_are_written_in_the_format_of_the_ending(shown: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    an_export(shown, tmp_path / "names.csv", wait_for)
    names_files.write(shown, tmp_path / "names", "skos-ttl")
    wait_for((tmp_path / "names.ttl").exists)
    assert "Lucia Bandini" in (tmp_path / "names.csv").read_text("utf-8-sig")
    assert "skos:prefLabel" in (tmp_path / "names.ttl").read_text("utf-8")


def test_what_a_file_brings_is_shown_and_comes_in_as_one_act(shown: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    path = an_export(shown, tmp_path / "names.csv", wait_for)
    for _act in range(3):
        shown.menus.run("undo")
    wait_for(lambda: not names(shown) and shown.session.tasks.pending == 0)
    sheet = preview(shown, path, wait_for)
    assert sheet.bring_button.text() == "Bring in 3 names"
    assert {cell(sheet, row, 2) for row in range(3)} == {"A new name"}
    assert names(shown) == []
    QTest.keyClick(sheet.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: len(names(shown)) == 3 and not any(each.isVisible() for each in shown.findChildren(Sheet)))
    shown.menus.run("undo")
    wait_for(lambda: not names(shown))


def test_a_doubtful_name_waits_for_a_decision(shown: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    path = an_export(shown, tmp_path / "names.csv", wait_for)
    text = path.read_text("utf-8-sig")
    line = next(line for line in text.splitlines() if "Lucia Bandini" in line)
    uid = shown.session.archive.read().execute("SELECT uid FROM authority WHERE kind = 'person'").fetchone()[0]
    path.write_text(text.replace(line, line.replace("Lucia Bandini", "Lucia Bandiny").replace(uid, "")), "utf-8-sig")
    sheet = preview(shown, path, wait_for)
    assert (cell(sheet, 0, 0), cell(sheet, 0, 2)) == ("Lucia Bandiny", "Doubtful: left out")
    assert "looks like Lucia Bandini" in cell(sheet, 0, 3)
    sheet.table.setFocus()
    QTest.keyClick(sheet.table, Qt.Key.Key_Space)
    assert cell(sheet, 0, 2) == "Is “Lucia Bandini”"
    QTest.keyClick(sheet.table, Qt.Key.Key_Space)
    assert cell(sheet, 0, 2) == "A new name"
    QTest.keyClick(sheet.table, Qt.Key.Key_Space)
    assert cell(sheet, 0, 2) == "Doubtful: left out"
    QTest.keyClick(sheet.table, Qt.Key.Key_Space)
    sheet.bring()
    wait_for(lambda: not any(each.isVisible() for each in shown.findChildren(Sheet)))
    record = authorities.listed(shown.session.context, "person")
    assert [(each.authority.preferred_name, each.variants) for each in record] == [
        ("Lucia Bandini", ("Lucia Bandiny",))
    ]


def test_lines_that_cannot_be_read_stand_first_with_why(shown: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    shown.session.write(lambda context: authorities.add(context, "person", "Lucia Bandini"))
    path = tmp_path / "names.csv"
    path.write_text("name,kind\nNobody's kind,\nЛучия Бандини,person\n", "utf-8")
    sheet = preview(shown, path, wait_for)
    assert cell(sheet, 0, 2) == "Cannot be read: left out"
    assert "2: " in cell(sheet, 0, 3) and "Nobody's kind" in cell(sheet, 0, 3)
    sheet.decide(0)
    assert not sheet.bring_button.isEnabled()
    sheet.decide(1)
    assert cell(sheet, 1, 2) == "Is “Lucia Bandini”"
    assert sheet.bring_button.isEnabled()


def test_a_file_without_names_is_explained(shown: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    path = tmp_path / "letters.csv"
    path.write_bytes(b"\x00\x01\x02")
    names_files.preview(shown, path)
    wait_for(lambda: shown.session.tasks.pending == 0)
    assert not any(each.isVisible() for each in shown.findChildren(Sheet))
