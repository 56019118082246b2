"""By keyboard alone: a mistake is mended, an earlier search made again, and what was found searched further."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.archive import Archive, articles
from curator.gui.widgets.buttons import LinkButton
from curator.gui.widgets.chip import Chip
from curator.model.revision import Label
from curator.operations import search_history

from .keyboard import Desk, opened

TEXTS = ("mud in the cellar", "mud and oil in the hall", "water in the hall", "a dry room")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A window on four articles, whose index is there."""
    path = tmp_path / "Floods.curator"
    with Archive.create(path) as archive, archive.transaction(Label("Add")) as transaction:
        for number, body in enumerate(TEXTS):
            articles.add(transaction, {"title": f"Report {number}", "language": "en"}, f"There was {body}.", "test")
    with opened(path, tmp_path / "window.ini") as made:
        made.wait(lambda: made.window.index_waiting == 0)
        made.press("Ctrl+K")
        yield made


def find(desk: Desk, words: str, found: int) -> None:
    """Type words, press Enter, and wait for so many articles."""
    desk.type(words)
    desk.press("Return")
    desk.wait(lambda: desk.window.articles.rowCount() == found)
    desk.rest()


def offered(desk: Desk) -> list[tuple[str, str]]:
    """Return what the list below the field offers: words and detail."""
    return [(offer.text, offer.detail) for offer in desk.window.searching.palette.list.offers()]


def test_enter_once_more_takes_what_was_probably_meant(desk: Desk) -> None:
    desk.type("(mud OR water")
    desk.press("Return")
    desk.wait(lambda: bool(desk.window.toolbar.error))
    assert desk.window.toolbar.error.startswith("The query stops at column 14: a bracket is open.")
    desk.press("Return")
    desk.wait(lambda: desk.window.articles.rowCount() == 3)
    assert desk.window.articles.listing.query == "mud OR water"
    assert desk.window.toolbar.error == ""


def test_words_are_looked_for_within_what_was_found(desk: Desk) -> None:
    find(desk, "mud OR water", 3)
    desk.press("Ctrl+Shift+K")
    chips = [chip for chip in desk.window.toolbar.search.findChildren(Chip) if chip.isVisible()]
    assert [chip.text() for chip in chips] == ["mud OR water"]
    find(desk, "hall", 2)
    assert desk.window.articles.listing.query == "(mud OR water) hall"
    desk.press("Home", "Backspace")
    assert desk.window.toolbar.search.line.text() == "(mud OR water) hall"


def test_earlier_searches_come_with_their_numbers_and_can_be_forgotten(desk: Desk) -> None:
    find(desk, "mud", 2)
    find_again = desk.window.focus_search
    find_again()
    find(desk, "hall", 2)
    find_again()
    desk.press("Alt+Down")
    desk.wait(lambda: len(offered(desk)) == 3)
    assert offered(desk)[:2] == [("hall", "2 articles"), ("mud", "2 articles")]
    desk.press("Down", "Del")
    desk.wait(lambda: len(offered(desk)) == 2)
    assert [each.query for each in search_history.listed(desk.window.session.context)] == ["hall"]
    desk.press("Down", "Return")
    desk.rest()
    assert search_history.listed(desk.window.session.context) == []


def test_other_spellings_are_offered_where_nothing_was_found(desk: Desk) -> None:
    desk.type("celar language:en")
    desk.press("Return")
    banner = desk.window.list_pane.banner
    desk.wait(banner.isVisible)
    links = [link for link in banner.findChildren(LinkButton) if link.isVisible()]
    assert banner.accessibleName() == "Did you mean"
    assert [link.text() for link in links] == ["language:en cellar (1)"]
    links[0].click()
    desk.wait(lambda: desk.window.articles.rowCount() == 1)
    desk.rest()
    assert desk.window.toolbar.search.query() == "language:en cellar"
    assert not banner.isVisible()


def test_one_spelling_alone_is_looked_for_and_any_again(tmp_path: Path) -> None:
    path = tmp_path / "Towns.curator"
    with Archive.create(path) as archive, archive.transaction(Label("Add")) as transaction:
        for body in ("Qatar Gəncə çıxdı.", "The road to Gence was dry.", "Ganja lay behind."):
            articles.add(transaction, {"title": body[:9]}, body, "test")
    with opened(path, tmp_path / "window.ini") as desk:
        desk.wait(lambda: desk.window.index_waiting == 0)
        desk.press("Ctrl+K")
        find(desk, "gence", 2)
        banner = desk.window.list_pane.banner
        desk.wait(banner.isVisible)
        assert banner.accessibleName() == "Also finds Gəncə. 1 article spelled so comes first"
        desk.press("Ctrl+Shift+X")
        desk.wait(lambda: desk.window.articles.rowCount() == 1)
        desk.rest()
        assert (desk.window.toolbar.search.query(), desk.window.toolbar.exact.isChecked()) == ("=gence", True)
        assert not banner.isVisible()
        desk.press("Ctrl+Shift+X")
        desk.wait(lambda: desk.window.articles.rowCount() == 2)
        assert not desk.window.toolbar.exact.isChecked()
