"""By keyboard alone: search with fields, narrow by facets, collect what was found, export it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from curator.archive import Archive, articles
from curator.gui.sheets.export import ExportSheet
from curator.gui.widgets.facet_list import FacetList
from curator.model.revision import Label
from curator.operations import collect, tag
from curator.operations.context import Context

from .keyboard import Desk, opened

PAPERS = ("Library Courier", "The Reading Room")


def an_archive(path: Path) -> None:
    """Twelve articles of two papers; nine are about a library, six of them tagged with a person."""
    with Archive.create(path) as archive:
        with archive.transaction(Label("Add")) as transaction:
            for number in range(12):
                what = "library" if number % 4 else "museum"
                fields = {"title": f"Report {number}", "publication": PAPERS[number % 2], "access": "open"}
                articles.add(transaction, fields, f"The {what} dried its books on day {number}.", "test")
        tag.add(Context(archive), [2, 3, 4, 6, 7, 8, 9], [("person", "Lucia Bandini")])


def choose_in_facet(desk: Desk, name: str, value: str) -> None:
    """Open the facets, go to one by Tab, to a value by Down, and include it."""
    desk.press("Ctrl+R")
    for _stop in range(40):
        if isinstance(desk.focus, FacetList) and desk.focus.accessibleName() == name:
            break
        desk.press("Tab")
    facet = desk.focus
    assert isinstance(facet, FacetList)
    assert facet.accessibleName() == name
    while facet.rows()[facet.currentIndex().row()].name != value:
        place = facet.currentIndex().row()
        desk.press("Down")
        assert facet.currentIndex().row() > place, f"{value} is not in {name}"
    desk.press("Space")


def search_and_collect(desk: Desk, collection: str) -> None:
    """Find three articles by a word, a field and a facet, and put them into a collection."""
    desk.wait(lambda: desk.window.index_waiting == 0)
    desk.press("Ctrl+K")
    desk.type('librar* person:"Lucia Bandini"')
    desk.press("Return")
    desk.wait(lambda: desk.window.articles.rowCount() == 6)
    desk.rest()
    choose_in_facet(desk, "Source", PAPERS[1])
    desk.wait(lambda: desk.window.articles.rowCount() == 4)
    desk.rest()
    desk.press("Ctrl+2", "Ctrl+A", "Ctrl+Shift+C")
    desk.rest()
    desk.type(collection)
    desk.press("Return")
    desk.rest()


def test_what_is_found_is_collected_and_exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    an_archive(tmp_path / "Reports.curator")
    with opened(tmp_path / "Reports.curator", tmp_path / "window.ini") as desk:
        search_and_collect(desk, "Floods / Florence 1966")
        found = {each.path: number for each, number in collect.listed(desk.window.session.context)}
        assert found["Floods / Florence 1966"] == 4
        assert desk.window.table.hasFocus()
        desk.press("Ctrl+E")
        desk.rest()
        sheet = desk.window.findChild(ExportSheet)
        assert sheet is not None
        while sheet.writer.name != "jsonl":
            desk.press("Down")
        desk.rest()
        assert sheet.go.text() == "Export 4 articles"
        out = Path(sheet.path.text())
        desk.press("Ctrl+Return")
        desk.rest()
        lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
        assert sorted(line["title"] for line in lines if "title" in line) == [
            f"Report {number}" for number in (1, 3, 5, 7)
        ]
        print(f"search, collect, export: {desk.gestures} gestures")
        assert desk.gestures <= 40
