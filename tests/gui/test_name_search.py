"""The names of a file in the window: what is found of each, in any order, stopped, written, and what goes wrong."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.archive import Archive, articles
from curator.gui.session import Session
from curator.gui.sheets.name_search import NameSearchSheet
from curator.gui.window import Window
from curator.model.revision import Label
from curator.operations import authorities, names_search, tag
from curator.operations.context import Context

Wait = Callable[[Callable[[], bool]], None]
BODIES = (
    "Lucia Bandini wrote; Lucia Bandini left.",
    "Письмо Лючии Бандини пропало.",
    "Lucya Bandini is misspelt.",
    "Edith Marlow, Edith Marlow, Edith Marlow and Edith Marlow.",
)


@pytest.fixture
def window(app: QApplication, tmp_path: Path, wait_for: Wait) -> Iterator[Window]:
    path = tmp_path / "Names.curator"
    with Archive.create(path) as archive:
        with archive.transaction(Label("Add")) as transaction:
            for body in BODIES:
                articles.add(transaction, {"title": "A page"}, body, "test")
        tag.add(Context(archive), [1], [("person", "Lucia Bandini")])
        authorities.add_variant(Context(archive), "Lucia Bandini", "Лючия Бандини")
    made = Window(Session.open(path), QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    wait_for(lambda: made.index_waiting == 0 and made.articles.rowCount() == 4)
    yield made
    if not made.session.closed:
        made.close()


@pytest.fixture
def names(tmp_path: Path) -> Path:
    path = tmp_path / "people.txt"
    path.write_text("Lucia Bandini\nEdith Marlow\nNobody Else\n", "utf-8")
    return path


def sheet_of(window: Window) -> NameSearchSheet:
    return next(each for each in window.findChildren(NameSearchSheet) if each.isVisible())


def found(window: Window, path: Path, wait_for: Wait) -> NameSearchSheet:
    window.name_search.look(path)
    sheet = sheet_of(window)
    wait_for(lambda: not sheet.is_looking)
    return sheet


def rows(sheet: NameSearchSheet) -> list[list[str]]:
    model = sheet.table.model()
    return [[model.index(row, column).data() for column in range(6)] for row in range(model.rowCount())]


BANDINI = ["Lucia Bandini", "2", "3", "2", "1", "1"]
MARLOW = ["Edith Marlow", "1", "4", "4", "0", "0"]
NOBODY = ["Nobody Else", "0", "0", "0", "0", "0"]


def test_each_name_has_its_articles_and_places(window: Window, names: Path, wait_for: Wait) -> None:
    sheet = found(window, names, wait_for)
    assert rows(sheet) == [BANDINI, MARLOW, NOBODY]
    assert sheet.about.text().startswith("people.txt: 2 of 3 names are in articles · looked for at ")
    spoken = sheet.table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Lucia Bandini. On record: Lucia Bandini · as written: 1 article, 2 places · by variants: 1 article, 1 place"
        " · spelled alike: 1 article, 1 place (lucya bandini)"
    )
    assert sheet.detail.text() in spoken


def test_any_column_orders_the_names_and_the_row_is_kept(window: Window, names: Path, wait_for: Wait) -> None:
    sheet = found(window, names, wait_for)
    sheet.order.setFocus()
    QTest.keyClick(sheet.order, Qt.Key.Key_Down)
    assert rows(sheet) == [MARLOW, BANDINI, NOBODY]
    assert sheet.table.currentRow() == 1
    sheet.table.horizontalHeader().sectionClicked.emit(4)
    assert rows(sheet) == [BANDINI, MARLOW, NOBODY]
    assert sheet.order.currentText() == "Variants"


def test_the_table_is_written_as_it_is_shown(window: Window, names: Path, tmp_path: Path, wait_for: Wait) -> None:
    sheet = found(window, names, wait_for)
    sheet.table.horizontalHeader().sectionClicked.emit(2)
    out = tmp_path / "found.csv"
    sheet.write(out)
    wait_for(sheet.banner.isVisible)
    with out.open(encoding="utf-8-sig", newline="") as stream:
        written = list(csv.DictReader(stream))
    assert [(row["name"], row["places"]) for row in written] == [
        ("Edith Marlow", "4"),
        ("Lucia Bandini", "3"),
        ("Nobody Else", "0"),
    ]


def test_a_file_that_cannot_be_read_says_why_and_the_last_stays(window: Window, names: Path, wait_for: Wait) -> None:
    sheet = found(window, names, wait_for)
    empty = names.with_name("empty.txt")
    empty.write_text("--\n", "utf-8")
    sheet.look(empty)
    wait_for(lambda: not sheet.is_looking)
    assert sheet.banner.isVisible()
    assert "empty.txt" in sheet.banner.accessibleName()
    assert rows(sheet) == [BANDINI, MARLOW, NOBODY]
    assert sheet.about.text().startswith("people.txt")


def test_what_was_found_before_a_stop_is_kept(
    window: Window, tmp_path: Path, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "many.txt"
    path.write_text("\n".join(f"Edith Marlow {number}" for number in range(40)), "utf-8")
    search = names_search.search_names

    def halting(*given: object, **named: object) -> Iterator[names_search.NameHits]:
        """Goes on after twelve names only when it was told to stop."""
        for place, hits in enumerate(search(*given, **named)):  # type: ignore[arg-type]
            if place == 12:
                wait_until_stopped()
            yield hits

    monkeypatch.setattr(names_search, "search_names", halting)
    halted: list[bool] = []
    pressed: list[bool] = []

    def wait_until_stopped() -> None:
        halted.append(True)
        while not pressed:
            QTest.qSleep(5)

    window.name_search.look(path)
    sheet = sheet_of(window)
    wait_for(lambda: bool(halted) and sheet.about.text() == "Looking for names: 10 of 40")
    assert QApplication.focusWidget() is sheet.stop_button
    QTest.keyClick(sheet.stop_button, Qt.Key.Key_Space)
    pressed.append(True)
    wait_for(lambda: not sheet.is_looking)
    assert len(rows(sheet)) == 12
    assert "stopped: the file has 40 names" in sheet.about.text()
    assert sheet.table.hasFocus()


@pytest.mark.usefixtures("large_text")
def test_large_letters_keep_all_columns_in_reach(window: Window, names: Path, wait_for: Wait) -> None:
    names.write_text("\n".join(f"Lucia Bandini {number}" for number in range(30)), "utf-8")
    sheet = found(window, names, wait_for)
    QApplication.processEvents()
    header, view = sheet.table.horizontalHeader(), sheet.table.viewport().width()
    for column in range(6):
        assert header.sectionSize(column) >= header.sectionSizeHint(column)
    assert header.length() <= view or sheet.table.horizontalScrollBar().maximum() > 0
    assert sheet.detail.visibleRegion().boundingRect() == sheet.detail.rect()
    for button in (sheet.search_button, sheet.export_button, sheet.file_button):
        assert sheet.panel.rect().contains(button.geometry())
