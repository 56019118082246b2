from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from curator.archive.folder import ArchiveFolder
from curator.gui.models.kept_listing import brought_back, kept
from curator.gui.models.listing import Listing
from curator.gui.session import Session
from curator.gui.widgets.facet_model import FacetState
from curator.gui.window import Window
from curator.operations.find import Sort
from curator.search import FACETS, Filters, Selection

WaitFor = Callable[[Callable[[], bool]], None]
KEYS = st.one_of(st.frozensets(st.integers(1, 99)), st.frozensets(st.text(max_size=4)))
SORTS: list[Sort] = ["relevance", "date", "-date", "title", "accession"]


@given(
    st.text(),
    st.dictionaries(st.sampled_from(FACETS), st.builds(Selection, KEYS, KEYS)),
    st.none() | st.tuples(st.none() | st.integers(), st.none() | st.integers()),
    st.sampled_from(SORTS),
    st.booleans(),
)
def test_a_listing_comes_back_as_it_was(
    query: str,
    facets: Mapping[str, Selection],
    dates: tuple[int | None, int | None] | None,
    sort: Sort,
    trash: bool,
) -> None:
    listing = Listing("Search", query, Filters(facets, dates), sort, trash, not trash)
    assert brought_back(kept(listing, 7)) == (listing, 7)


@pytest.mark.parametrize("text", ["", "{}", "[]", "null", '{"facets": {}}', kept(Listing("a"), 1).replace("acc", "x")])
def test_what_cannot_be_understood_is_let_go(text: str) -> None:
    assert brought_back(text) is None


def opened(path: Path, state: Path) -> Window:
    made = Window(Session.open(path), QSettings(str(state), QSettings.Format.IniFormat))
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    return made


def settled(window: Window) -> bool:
    return window.session.tasks.pending == 0 and window.index_waiting == 0 and window.reader.reading is not None


def test_query_filters_order_article_and_searches_are_there_after_a_restart(
    shown: Window, three_articles: Path, tmp_path: Path, wait_for: WaitFor
) -> None:
    wait_for(lambda: settled(shown))
    line = shown.toolbar.search.line
    shown.focus_search()
    QTest.keyClicks(line, "dry -cellar")
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(lambda: shown.articles.rowCount() == 2 and settled(shown))
    shown.list_articles(shown.articles.listing.turned("language", "en", FacetState.INCLUDED).sorted_by("title"))
    wait_for(lambda: shown.articles.listing.sort == "title" and settled(shown))
    shown.table.select_place(1)
    wait_for(lambda: shown.reader.reading is not None and shown.reader.reading.article.id == shown.articles.id_at(1))
    listing, article = shown.articles.listing, shown.articles.id_at(1)
    shown.close()
    again = opened(three_articles, tmp_path / "window.ini")
    wait_for(lambda: again.articles.rowCount() == 2 and settled(again))
    assert again.articles.listing == listing
    assert again.table.selected_ids() == [article]
    assert "dry -cellar" in again.toolbar.search.query()
    again.focus_search()
    again.toolbar.search.clear()
    QTest.keyClick(again.toolbar.search.line, Qt.Key.Key_Down)
    wait_for(again.searching.palette.list.isVisible)
    assert "dry -cellar" in [offer.value for offer in again.searching.palette.list.offers()]
    again.close()


def test_a_search_before_there_is_an_index_waits_says_so_and_is_answered(
    three_articles: Path, tmp_path: Path, wait_for: WaitFor
) -> None:
    window = opened(three_articles, tmp_path / "window.ini")
    assert not list(ArchiveFolder(three_articles).index.glob("*"))
    window.list_articles(Listing("Search", "bindery", is_search=True))
    wait_for(window.list_pane.banner.isVisible)
    assert "as soon as it is there" in window.list_pane.banner.accessibleName()
    wait_for(lambda: window.articles.listing.query == "bindery")
    assert window.articles.rowCount() == 1
    assert not window.list_pane.banner.isVisible()
    window.close()
