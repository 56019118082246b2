"""By keyboard alone: what was found is frozen, cited and found again; articles like one are listed with why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from curator.archive import Archive, articles
from curator.gui.sheets.freeze import FreezeSheet
from curator.gui.sheets.frozen_list import FrozenListSheet
from curator.model.revision import Label
from curator.operations import describe, history, result_lists, tag, trash
from curator.operations.context import Context

from .keyboard import Desk, opened

KILN = "The tobacco kilns of the lower valley dried the wet ledgers"
TEXTS = (f"{KILN} in ten days.", f"{KILN} again in spring.", "The choir sang in the square.", "Bread was short.")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A window on four articles of which two are much alike."""
    path = tmp_path / "Kilns.curator"
    with Archive.create(path) as archive:
        with archive.transaction(Label("Add")) as transaction:
            for number, body in enumerate(TEXTS):
                articles.add(transaction, {"title": f"Report {number}", "language": "en"}, body, "test")
        for number in range(len(TEXTS)):
            describe.describe(Context(archive), [number + 1], {"published": f"1966-11-1{number}"})
        tag.add(Context(archive), [1, 2], [("person", "Lucia Bandini")])
    with opened(path, tmp_path / "window.ini") as made:
        made.wait(lambda: made.window.index_waiting == 0)
        yield made


def frozen(desk: Desk, words: str, title: str) -> None:
    """Search for words and freeze what is found under a title."""
    desk.press("Ctrl+K")
    desk.type(words)
    desk.press("Return")
    desk.wait(lambda: desk.window.articles.listing.query == words)
    desk.rest()
    desk.command("freeze this list")
    desk.wait(lambda: desk.window.findChild(FreezeSheet) is not None)
    desk.type(title)
    desk.press("Ctrl+Return")
    desk.wait(lambda: bool(result_lists.listed(desk.window.session.context)))
    desk.rest()


def in_navigator(desk: Desk, title: str) -> None:
    """Choose an entry of the navigator."""
    desk.press("Ctrl+1", "Home")
    for _row in range(40):
        if desk.window.navigator.currentIndex().data() == title:
            return
        desk.press("Down")
    raise AssertionError(f"{title} is not in the navigator")


def shown(desk: Desk) -> list[str]:
    """Return the titles in the list."""
    model = desk.window.articles
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def opened_list(desk: Desk) -> FrozenListSheet:
    """Open what is known about the frozen list that is listed."""
    desk.command("about this frozen")
    desk.wait(lambda: any(sheet.shown for sheet in desk.window.findChildren(FrozenListSheet)))
    return next(sheet for sheet in desk.window.findChildren(FrozenListSheet) if sheet.shown)


def test_a_list_is_frozen_and_says_what_became_of_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen(desk, "kilns OR choir", "Kilns and choirs")
    context = desk.window.session.context
    in_navigator(desk, "Kilns and choirs")
    desk.wait(lambda: bool(desk.window.articles.listing.frozen) and desk.window.list_pane.banner.isVisible())
    desk.rest()
    before = shown(desk)
    assert sorted(before) == ["Report 0", "Report 1", "Report 2"]
    assert desk.window.list_pane.banner.accessibleName().startswith("As it was on 20")

    desk.window.write(lambda context: describe.describe(context, [1], {"title": "Report zero"}))
    desk.window.write(lambda context: trash.trash(context, [3]))
    desk.wait(lambda: desk.window.articles.rowCount() == 2)
    desk.rest()
    said = desk.window.list_pane.banner.accessibleName()
    assert said.startswith("1 changed, 1 gone since 20")

    sheet = opened_list(desk)
    desk.rest()
    assert sheet.state.text() == "1 article has changed since. 1 is gone."
    states = {sheet.table.item(row, 3).text(): sheet.table.item(row, 1).text() for row in range(3)}
    assert states == {"Report 0": "Changed since", "Report 1": "As it was", "Report 2": "Gone"}
    sheet.copy.click()
    record = result_lists.listed(context)[0]
    assert QGuiApplication.clipboard().text() == result_lists.citation(context, record)
    target = tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    sheet.export_wanted.emit(record)
    desk.wait(target.exists)
    desk.rest()
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == 4
    desk.press("Ctrl+Return")
    desk.wait(lambda: desk.window.articles.listing.is_search)
    desk.rest()
    assert sorted(shown(desk)) == ["Report 1", "Report zero"]


def test_a_frozen_list_is_renamed_removed_and_brought_back(desk: Desk) -> None:
    frozen(desk, "kilns", "Kilns")
    in_navigator(desk, "Kilns")
    desk.press("F2")
    desk.type("Kilns, 1966")
    desk.press("Return")
    desk.rest()
    assert [each.title for each in result_lists.listed(desk.window.session.context)] == ["Kilns, 1966"]
    in_navigator(desk, "Kilns, 1966")
    desk.press("Del")
    desk.rest()
    assert result_lists.listed(desk.window.session.context) == []
    desk.window.session.write(history.undo)
    desk.rest()
    assert [each.title for each in result_lists.listed(desk.window.session.context)] == ["Kilns, 1966"]


def test_articles_like_one_are_listed_with_why_and_back_returns(desk: Desk) -> None:
    desk.window.looking_back.settle_ms = 0
    desk.press("Ctrl+2", "Home")
    desk.wait(lambda: desk.window.reader.reading is not None and desk.window.reader.reading.article.id == 1)
    desk.rest()
    desk.press("Ctrl+Shift+M")
    desk.wait(lambda: desk.window.articles.listing.like == 1)
    desk.rest()
    assert shown(desk)[0] == "Report 1"
    said = desk.window.list_pane.banner.accessibleName()
    assert said.startswith("In common: Lucia Bandini · ")
    assert "kilns" in said
    assert said.endswith("1 day apart")
    desk.press("Backspace")
    desk.wait(lambda: desk.window.articles.rowCount() == 4)
    assert not desk.window.list_pane.banner.isVisible()
