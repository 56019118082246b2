from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator import settings
from curator.gui import recent
from curator.gui.sheets.about import AboutSheet
from curator.gui.sheets.export import ExportSheet
from curator.gui.sheets.preferences import PreferencesSheet, apply_look
from curator.gui.sheets.welcome import Welcome
from curator.gui.theme import theme
from curator.gui.widgets.empty_state import Choice
from curator.gui.window import Window
from curator.gui.work import Work, Works
from curator.operations import collect, describe

WaitFor = Callable[[Callable[[], bool]], None]


def export_sheet(window: Window, out: Path, format_name: str, wait_for: WaitFor) -> ExportSheet:
    window.menus.run("export")
    sheet = window.findChild(ExportSheet)
    assert sheet is not None
    sheet.choose_format(format_name)
    sheet.path.setText(str(out))
    wait_for(lambda: window.session.tasks.pending == 0)
    return sheet


def finished(window: Window) -> bool:
    return not window.works.open and window.session.tasks.pending == 0


@pytest.mark.parametrize(("format_name", "leave"), [("site", 2), ("jsonl", 3)])
def test_an_export_says_before_how_many_leave(
    shown: Window, tmp_path: Path, wait_for: WaitFor, format_name: str, leave: int
) -> None:
    out = tmp_path / f"out-{format_name}"
    sheet = export_sheet(shown, out, format_name, wait_for)
    assert sheet.go.text() == f"Export {leave} articles"
    sheet.accepted.emit()
    wait_for(lambda: finished(shown))
    assert out.exists()
    assert shown.activity.said.startswith(f"{leave} articles written to ")


def test_the_selection_can_leave_alone(shown: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    shown.table.selectAll()
    shown.table.setFocus()
    out = tmp_path / "three.jsonl"
    sheet = export_sheet(shown, out, "jsonl", wait_for)
    assert [sheet.what.itemText(place) for place in range(sheet.what.count())] == [
        "3 selected articles",
        "The whole archive",
    ]
    sheet.accepted.emit()
    wait_for(lambda: finished(shown))
    lines = out.read_text("utf-8").splitlines()
    assert len([line for line in lines if "title" in json.loads(line)]) == 3


def test_what_is_there_is_replaced_only_when_that_is_ticked(shown: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    out = tmp_path / "there.csv"
    out.write_text("mine", "utf-8")
    sheet = export_sheet(shown, out, "csv", wait_for)
    assert sheet.replace.isVisible()
    sheet.accepted.emit()
    wait_for(lambda: finished(shown))
    assert out.read_text("utf-8") == "mine"
    assert "there" in shown.activity.said


def test_a_collection_is_chosen_by_itself_and_all_by_keyboard(shown: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    collect.put(shown.session.context, "Rooms / Cellars", [3, 1])
    sheet = export_sheet(shown, tmp_path / "x", "jsonl", wait_for)
    sheet.path.setText("")
    QTest.keyClick(sheet.what, Qt.Key.Key_End)
    assert sheet.what.currentText() == "Collection: Rooms / Cellars"
    sheet.what.activated.emit(sheet.what.currentIndex())
    wait_for(lambda: sheet.go.text() == "Export 2 articles")
    assert Path(sheet.path.text()).name == "Cellars.jsonl"
    sheet.path.setText(str(tmp_path / "Cellars.jsonl"))
    QTest.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: finished(shown))
    titles = [json.loads(line)["title"] for line in (tmp_path / "Cellars.jsonl").read_text("utf-8").splitlines()]
    assert titles == ["The bindery", "The cellar"], "in the order of the collection"


def test_arrows_choose_the_format(shown: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    sheet = export_sheet(shown, tmp_path / "mine.jsonl", "jsonl", wait_for)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert sheet.writer.name == "csv"
    assert sheet.path.text() == str(tmp_path / "mine.csv")
    assert sheet.text.isVisible()


def test_what_is_held_back_is_said_with_the_reason(shown: Window, tmp_path: Path, wait_for: WaitFor) -> None:
    describe.describe(shown.session.context, [1], {"access_reason": "asked by the family"})
    sheet = export_sheet(shown, tmp_path / "out.zip", "package", wait_for)
    assert sheet.facts.said == ["Leave, 3", "Restricted, and leaves all the same, asked by the family, 1"]
    sheet.only_open.click()
    wait_for(lambda: sheet.go.text() == "Export 2 articles")
    assert sheet.facts.said == ["Leave, Of 3 articles, 2", "Restricted: held back, asked by the family, 1"]
    sheet.accepted.emit()
    wait_for(lambda: finished(shown))
    assert shown.activity.said.endswith("1 held back")
    assert zipfile.is_zipfile(tmp_path / "out.zip")


def test_folder_and_format_are_remembered_and_a_typed_name_is_kept(
    shown: Window, tmp_path: Path, wait_for: WaitFor
) -> None:
    place = tmp_path / "for the partners"
    place.mkdir()
    sheet = export_sheet(shown, place / "mine.csv", "csv", wait_for)
    sheet.choose_format("package")
    assert sheet.path.text() == str(place / "mine.zip")
    sheet.packed.setCurrentIndex(1)
    sheet.packed.activated.emit(1)
    assert sheet.path.text() == str(place / "mine")
    wait_for(lambda: shown.session.tasks.pending == 0)
    sheet.accepted.emit()
    wait_for(lambda: finished(shown))
    assert (place / "mine" / "bagit.txt").is_file()
    shown.menus.run("export")
    again = shown.findChildren(ExportSheet)[-1]
    assert again.writer.name == "package"
    assert QApplication.focusWidget().text() == "Package"
    assert again.path.text() == str(place / "Three.zip")


def test_preferences_hold_at_once_and_are_kept(shown: Window) -> None:
    shown.menus.run("preferences")
    sheet = shown.findChild(PreferencesSheet)
    assert sheet is not None
    sheet.name.setText("Edith Marlow")
    sheet.name.editingFinished.emit()
    sheet.colours.setCurrentIndex(sheet.colours.findData("dark"))
    sheet.colours.activated.emit(0)
    sheet.text_size.setCurrentIndex(sheet.text_size.findData(1.25))
    sheet.text_size.activated.emit(0)
    assert (theme().name, theme().text_factor) == ("dark", 1.25)
    theme().choose("light")
    theme().set_text_factor(1.0)
    apply_look()
    assert (theme().name, theme().text_factor) == ("dark", 1.25)
    assert settings.load() == settings.Settings("Edith Marlow", "dark", 125)
    theme().choose("light")
    theme().set_text_factor(1.0)


def test_about_names_the_licences_of_qt_and_of_the_other_parts(shown: Window) -> None:
    shown.menus.run("about")
    sheet = shown.findChild(AboutSheet)
    assert sheet is not None
    assert "LGPL-3.0" in sheet.licences.toPlainText()


def test_esc_leaves_a_sheet_and_the_list_has_the_focus_again(shown: Window) -> None:
    shown.table.setFocus()
    shown.menus.run("about")
    sheet = shown.findChild(AboutSheet)
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert shown.table.hasFocus()


def test_the_welcome_leads_to_archives_by_row_and_by_key(app: QApplication, tmp_path: Path) -> None:
    folder = tmp_path / "Letters.curator"
    folder.mkdir()
    recent.remember(folder)
    welcome = Welcome()
    welcome.show()
    wanted: list[object] = []
    welcome.wanted.connect(wanted.append)
    welcome.archive_wanted.connect(wanted.append)
    for way in ("sample", str(folder)):
        welcome.ways.chosen.emit(way)
    QTest.keyClick(welcome, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    first = welcome.ways.findChildren(Choice)[0]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert wanted == ["sample", folder, "new", "new"]
    QTest.keyClick(welcome, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not welcome.isVisible()


def test_a_slip_in_the_settings_file_costs_that_setting_only(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    kept = settings.Settings('Əli "Vera"', "dark", 110, {"tag": "Ctrl+G", "next-hit": ""})
    settings.save(kept, file)
    assert settings.load(file) == kept
    file.write_text('name = "Vera"\ntext_percent = "large"\n[shortcuts]\ntag = 3\n', "utf-8")
    assert settings.load(file) == settings.Settings("Vera")


def test_what_is_being_made_is_shown_below_the_ways_to_an_archive(app: QApplication, wait_for: WaitFor) -> None:
    going, works = Event(), Works()
    welcome = Welcome(works=works)
    welcome.show()
    assert not welcome.activity.isVisible()
    works.start(Work("Making the sample archive", lambda _progress: going.wait()), "sample")
    assert welcome.activity.isVisible()
    going.set()
    wait_for(lambda: not welcome.activity.isVisible())
    welcome.close()
    works.wait()
