from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.archive import Archive, articles
from curator.gui.models.article_list import ROW, ArticleList, language_name
from curator.gui.models.listing import Listing
from curator.gui.models.pages import Pages
from curator.gui.session import Session
from curator.gui.views.article_delegate import ArticleDelegate
from curator.gui.views.article_table import ArticleTable, runs
from curator.model.authority import AuthorityKind
from curator.model.revision import Label
from curator.operations import trash
from curator.operations.listing import ListRow

MANY = 300


@pytest.fixture
def session(app: QApplication, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "Rows.curator"
    with Archive.create(path) as archive, archive.transaction(Label("Add")) as transaction:
        for number in range(MANY):
            fields = {"title": f"Shelf {number:03}", "published": "1966-11-19", "language": "en"}
            articles.add(transaction, fields, f"The shelf {number} of the library.", "test")
    made = Session.open(path)
    yield made
    made.close()


@pytest.fixture
def table(session: Session) -> Iterator[ArticleTable]:
    made = ArticleTable(ArticleList(session))
    made.resize(400, 600)
    made.show()
    made.articles.show(Listing("All"))
    settle(session)
    yield made
    made.close()
    made.deleteLater()


def settle(session: Session) -> None:
    # What changed is asked for after a rest of a tenth of a second.
    quiet = 0
    for _attempt in range(400):
        QTest.qWait(10)
        quiet = quiet + 1 if session.tasks.pending == 0 else 0
        if quiet > 12:
            return
    raise AssertionError("it did not come to rest")


def select(table: ArticleTable, *places: int) -> None:
    table.select_place(places[0])
    for place in places[1:]:
        index = table.articles.index(place, 0)
        table.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def test_a_change_keeps_selection_and_place(table: ArticleTable, session: Session) -> None:
    select(table, 200, 203, 204)
    settle(session)
    ids, top = table.selected_ids(), table.rowViewportPosition(200)
    session.write(lambda context: trash.trash(context, [1, 2, 3]))
    settle(session)
    session.look()
    settle(session)
    assert table.articles.rowCount() == MANY - 3
    assert table.selected_ids() == ids
    assert table.currentIndex().row() == 197
    assert table.rowViewportPosition(197) == top


def test_where_the_article_has_gone_its_place_is_kept(table: ArticleTable, session: Session) -> None:
    select(table, 10)
    gone = table.selected_ids()
    session.write(lambda context: trash.trash(context, gone))
    settle(session)
    session.look()
    settle(session)
    assert table.currentIndex().row() == 10
    assert table.selected_ids() == [gone[0] + 1]


def test_another_order_stays_at_the_article_and_a_search_begins_at_the_top(
    table: ArticleTable, session: Session
) -> None:
    select(table, 250)
    chosen = table.selected_ids()
    table.articles.show(Listing("All", sort="title").sorted_by("-date"))
    settle(session)
    assert table.selected_ids() == chosen
    table.articles.show(Listing("Search", "language:en", sort="title"))
    settle(session)
    assert table.currentIndex().row() == 0
    table.articles.show(Listing("All"))
    settle(session)
    assert table.selected_ids() == [1]


def test_a_change_while_another_list_is_asked_for_does_not_bring_the_old_one_back(
    table: ArticleTable, session: Session
) -> None:
    table.articles.show(Listing("Search", "has:person"))
    session.write(lambda context: trash.trash(context, [5]))
    settle(session)
    session.look()
    settle(session)
    assert table.articles.listing.query == "has:person"
    assert table.articles.rowCount() == 0


def test_a_query_that_cannot_be_read_leaves_the_list(table: ArticleTable, session: Session) -> None:
    told: list[object] = []
    table.articles.refused.connect(lambda _listing, error: told.append(error))
    table.articles.show(Listing("Search", "(shelf"))
    settle(session)
    assert len(told) == 1
    assert table.articles.wanted == table.articles.listing == Listing("All")
    assert table.articles.rowCount() == MANY


def test_a_row_is_spoken_whole(table: ArticleTable, session: Session) -> None:
    index = table.articles.index(1, 0)
    assert index.data(ROW) is not None
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Unread. Shelf 001. 19 November 1966, English. 2 of 300."


def test_letters_walk_and_are_no_search(table: ArticleTable) -> None:
    wanted: list[int] = []
    table.hit_wanted.connect(wanted.append)
    select(table, 0)
    QTest.keyClicks(table, "jjkjS")
    assert table.currentIndex().row() == 2
    QTest.keyClicks(table, "np")
    assert wanted == [1, -1]


def test_everything_can_be_selected(table: ArticleTable) -> None:
    table.selectAll()
    assert table.selected_ids() == list(range(1, MANY + 1))


def test_languages_have_the_names_they_give_themselves() -> None:
    assert [language_name(code) for code in ("en", "ru", "xx-unknown", None)] == [
        "English",
        "Русский",
        "xx-unknown",
        "",
    ]
    assert language_name("az").startswith("Az")


def test_runs_are_whole() -> None:
    assert list(runs([5, 6, 7, 8, 9], {5, 7, 8})) == [(0, 0), (2, 3)]
    assert list(runs([5, 6], {6})) == [(1, 1)]
    assert list(runs([], {1})) == []


def test_pages_are_asked_for_once_and_shown_until_others_come() -> None:
    asked: list[int] = []
    pages: Pages[str] = Pages(asked.append, size=2, most=2)
    assert pages.row(3) is None
    assert pages.row(2) is None
    assert asked == [1]
    pages.put(1, ["c", "d"])
    assert pages.row(3) == "d"
    pages.expire()
    assert pages.row(3) == "d"
    assert asked == [1, 1]
    pages.put(1, ["C", "D"])
    assert pages.row(3) == "D"
    pages.give_up(1)
    for number in (2, 3):
        pages.row(number * 2)
        pages.put(number, ["x", "y"])
    assert pages.row(3) is None
    assert asked == [1, 1, 2, 3, 1]
    pages.forget()
    assert pages.row(4) is None


def test_tags_give_way_to_date_and_language(table: ArticleTable) -> None:
    article = next(iter(articles.get_many(table.articles._session.archive.read(), [1])))
    tags: dict[AuthorityKind, int] = {"person": 12, "event": 3, "place": 4, "theme": 5, "organisation": 6}
    row, delegate, every = ListRow(article, tags), ArticleDelegate(), sorted(tags)
    assert delegate.fitting_tags(row, 600) == every
    few = delegate.fitting_tags(row, 300)
    assert 0 < len(few) < 5
    assert few == every[: len(few)]
    assert delegate.fitting_tags(row, 100) == []


def test_home_and_end_lead_to_the_first_and_last_row(table: ArticleTable) -> None:
    table.select_place(200)
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == MANY - 1
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert table.currentIndex().row() == 0
    QTest.keyClick(table, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert len(table.selected_ids()) == MANY
