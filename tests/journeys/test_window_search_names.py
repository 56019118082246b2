"""By keyboard alone: the names of a file are looked for, a row leads to its articles; other names are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from curator.archive import Archive, articles
from curator.gui.sheets.name_search import NameSearchSheet
from curator.gui.widgets.buttons import LinkButton
from curator.model.revision import Label
from curator.operations import authorities, tag
from curator.operations.context import Context

from .keyboard import Desk, opened

BODIES = ("Lucia Bandini wrote.", "Письмо Лючии Бандини пропало.", "The road was dry.", "Edith Marlow left.")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A window on four articles; a name of them has a variant."""
    path = tmp_path / "Names.curator"
    with Archive.create(path) as archive:
        with archive.transaction(Label("Add")) as transaction:
            for number, body in enumerate(BODIES):
                articles.add(transaction, {"title": f"Page {number}"}, body, "test")
        tag.add(Context(archive), [1], [("person", "Lucia Bandini")])
        authorities.add_variant(Context(archive), "Lucia Bandini", "Лючия Бандини")
    with opened(path, tmp_path / "window.ini") as made:
        made.wait(lambda: made.window.index_waiting == 0)
        yield made


def sheet_of(desk: Desk) -> NameSearchSheet:
    desk.wait(lambda: any(each.isVisible() and each.shown for each in desk.window.findChildren(NameSearchSheet)))
    return next(each for each in desk.window.findChildren(NameSearchSheet) if each.isVisible())  # type: ignore[no-any-return]


def find(desk: Desk, query: str) -> None:
    desk.press("Ctrl+K", "Ctrl+A")
    desk.type(query)
    desk.press("Return")
    desk.wait(lambda: desk.window.articles.listing.query == query)
    desk.rest()


def links(desk: Desk) -> dict[str, LinkButton]:
    found = desk.window.list_pane.banner.findChildren(LinkButton)
    return {link.text(): link for link in found if link.isVisible()}


def test_the_names_of_a_file_lead_to_their_articles(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = tmp_path / "people.txt"
    names.write_text("Edith Marlow\nLucia Bandini\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(names), ""))
    desk.command("search for the names")
    sheet = sheet_of(desk)
    desk.wait(sheet.table.hasFocus)
    desk.press("Down", "Return")
    desk.wait(lambda: desk.window.articles.rowCount() == 2)
    desk.rest()
    assert desk.window.articles.listing.query == '"Lucia Bandini" OR name:"Lucia Bandini"'
    assert desk.window.table.hasFocus()

    def refuse(*_asked: object) -> tuple[str, str]:
        raise AssertionError("no file is asked for while there is what was found")

    monkeypatch.setattr(QFileDialog, "getOpenFileName", refuse)
    desk.command("search for the names")
    assert sheet_of(desk).table.rowCount() == 2
    desk.press("Escape")
    desk.wait(desk.window.table.hasFocus)


def test_nothing_opens_where_no_file_is_chosen(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: ("", ""))
    desk.command("search for the names")
    desk.rest()
    assert not any(each.isVisible() for each in desk.window.findChildren(NameSearchSheet))


def test_other_names_are_told_looked_for_and_left_out_again(desk: Desk) -> None:
    banner = desk.window.list_pane.banner
    find(desk, "lucia bandini")
    desk.wait(banner.isVisible)
    assert banner.accessibleName() == "Not searched: Лючия Бандини"
    links(desk)["All names"].click()
    desk.wait(lambda: desk.window.articles.listing.query == 'name:"lucia bandini"')
    desk.wait(lambda: banner.isVisible() and banner.accessibleName() == "Also finds Лючия Бандини")
    assert desk.window.articles.rowCount() == 2
    links(desk)["Exact only"].click()
    desk.wait(lambda: desk.window.articles.listing.query == '="lucia bandini"')
    desk.rest()
    assert not banner.isVisible()
