from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from curator.archive import Archive, articles
from curator.gui.models.article_list import ArticleList
from curator.gui.models.listing import Listing
from curator.gui.models.narrowing import parts
from curator.gui.session import Session
from curator.gui.theme import theme
from curator.gui.views.article_delegate import around_hit, utf16
from curator.gui.views.list_pane import ListPane
from curator.gui.widgets.chip import ChipState
from curator.gui.widgets.empty_state import Choice
from curator.gui.widgets.facet_model import FacetState
from curator.model.authority import AuthorityKind
from curator.model.dates import parse_edtf
from curator.model.revision import Label
from curator.operations import tag
from curator.operations.context import Context
from curator.search import Snippet

TAGS: tuple[tuple[AuthorityKind, str, list[int]], ...] = (
    ("person", "Lucia Bandini", [1, 2, 3, 4]),
    ("person", "Owen Marsh", [3, 4, 5]),
    ("theme", "Fundraising", [1, 2, 3]),
    ("place", "Florence", [1]),
    ("place", "Arno", [2]),
    ("event", "Flood", [1]),
    ("event", "Drying", [2]),
    ("organisation", "Town library", [1]),
    ("organisation", "Reading society", [2]),
)


@pytest.fixture
def session(app: QApplication, tmp_path: Path) -> Iterator[Session]:
    path = tmp_path / "Facets.curator"
    with Archive.create(path) as archive:
        with archive.transaction(Label("Add")) as transaction:
            for number in range(6):
                date = parse_edtf(str(1960 + number * 5))
                fields = {
                    "title": f"Shelf {number}",
                    "published": date.edtf,
                    "published_earliest": date.earliest,
                    "published_latest": date.latest,
                    "language": "ru" if number == 5 else "en",
                }
                articles.add(transaction, fields, "The library dried its books.", "test")
        for kind, name, ids in TAGS:
            tag.add(Context(archive), ids, [(kind, name)])
    made = Session.open(path)
    yield made
    made.close()


@pytest.fixture
def pane(session: Session) -> Iterator[ListPane]:
    made = ListPane(session, ArticleList(session))
    made.resize(420, 700)
    made.show()
    made.articles.show(Listing("All articles"))
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


def key_of(pane: ListPane, facet: str, name: str) -> object:
    pane.refine.sections[facet].list.rows()
    return next(row.key for row in pane.refine.sections[facet].list.rows() if row.name == name)


def counts(pane: ListPane, facet: str) -> dict[str, int]:
    return {row.name: row.count for row in pane.refine.sections[facet].list.rows()}


def turn(pane: ListPane, session: Session, facet: str, name: str, state: FacetState) -> None:
    pane.refine.turned.emit(facet, key_of(pane, facet, name), state)
    settle(session)


def test_without_articles_the_facets_say_so(pane: ListPane, session: Session) -> None:
    def words() -> list[str]:
        labels = pane.refine.findChildren(QLabel)
        return [label.text() for label in labels if not label.isHidden() and "nothing to choose" in label.text()]

    pane.toggle_refine()
    settle(session)
    assert words() == []
    pane.articles.show(Listing("Search", "date:1700", is_search=True))
    settle(session)
    assert len(words()) == 1


def test_three_presses_include_exclude_and_clear(pane: ListPane, session: Session) -> None:
    pane.toggle_refine()
    facet = pane.refine.sections["person"].list
    assert [row.name for row in facet.rows()] == ["Lucia Bandini", "Owen Marsh"]
    facet.setCurrentIndex(facet.model().index(0, 0))
    for total, state in ((4, FacetState.INCLUDED), (2, FacetState.EXCLUDED), (6, FacetState.NEITHER)):
        QTest.keyClick(facet, Qt.Key.Key_Space)
        settle(session)
        assert pane.articles.rowCount() == total
        assert facet.rows()[0].state is state


def test_counts_are_made_after_the_other_filters(pane: ListPane, session: Session) -> None:
    turn(pane, session, "theme", "Fundraising", FacetState.INCLUDED)
    assert counts(pane, "person") == {"Lucia Bandini": 3, "Owen Marsh": 1}
    assert counts(pane, "theme") == {"Fundraising": 3}
    turn(pane, session, "person", "Owen Marsh", FacetState.EXCLUDED)
    assert pane.articles.rowCount() == 2


def test_what_the_search_field_shows_as_tokens_has_no_chips(pane: ListPane, session: Session) -> None:
    turn(pane, session, "person", "Lucia Bandini", FacetState.INCLUDED)
    turn(pane, session, "theme", "Fundraising", FacetState.EXCLUDED)
    assert pane.articles.rowCount() == 1
    assert pane.chips.chips() == []
    assert not pane.chips.isVisible()


def test_several_values_of_a_facet_stand_in_chips_that_take_them_away(pane: ListPane, session: Session) -> None:
    for name in ("Lucia Bandini", "Owen Marsh"):
        turn(pane, session, "person", name, FacetState.INCLUDED)
    turn(pane, session, "theme", "Fundraising", FacetState.EXCLUDED)
    both = [("Lucia Bandini", ChipState.NORMAL), ("Owen Marsh", ChipState.NORMAL)]
    assert [(chip.text(), chip.state) for chip in pane.chips.chips()] == both
    QTest.keyClick(pane.chips.chips()[1], Qt.Key.Key_Delete)
    settle(session)
    assert pane.chips.chips() == []
    assert pane.articles.rowCount() == 1
    pane.refine.cleared.emit()
    settle(session)
    assert pane.articles.rowCount() == 6


def test_an_empty_list_tells_what_to_leave_out(pane: ListPane, session: Session) -> None:
    turn(pane, session, "theme", "Fundraising", FacetState.INCLUDED)
    pane.articles.show(pane.articles.listing.turned("language", "ru", FacetState.INCLUDED))
    settle(session)
    choices = pane.empty.findChildren(Choice)
    assert [choice.text() for choice in choices] == ["Without theme Fundraising: 1", "Without language Русский: 3"] or [
        choice.text() for choice in choices
    ] == ["Without language Русский: 3", "Without theme Fundraising: 1"]
    choices[0].click()
    settle(session)
    assert pane.articles.rowCount() == 3


def test_an_archive_with_nothing_in_it_says_how_to_begin(app: QApplication, tmp_path: Path) -> None:
    Archive.create(tmp_path / "Empty.curator").close()
    session = Session.open(tmp_path / "Empty.curator")
    pane = ListPane(session, ArticleList(session))
    wanted: list[str] = []
    pane.wanted.connect(wanted.append)
    pane.show()
    pane.articles.show(Listing("All articles"))
    settle(session)
    choices = pane.empty.findChildren(Choice)
    assert choices[0].text() == "Import files..."
    choices[0].click()
    assert wanted == ["import"]
    pane.close()
    session.close()


def test_the_brush_takes_years(pane: ListPane, session: Session) -> None:
    histogram = pane.years.histogram
    assert pane.years.isVisible()
    histogram.setFocus()
    QTest.keyClick(histogram, Qt.Key.Key_Right)
    QTest.qWait(200)
    settle(session)
    assert pane.articles.rowCount() == 5
    assert histogram.brush == (1, 25)
    assert pane.years.span.text() == "1961 – 1985"
    QTest.keyClick(histogram, Qt.Key.Key_Delete)
    QTest.qWait(20)
    settle(session)
    assert pane.articles.rowCount() == 6


def test_years_are_typed_as_the_handles_take_them(pane: ListPane, session: Session) -> None:
    span, histogram = pane.years.span, pane.years.histogram
    span.setFocus()
    QTest.keyClicks(span, "1961-1985")
    QTest.keyClick(span, Qt.Key.Key_Return)
    settle(session)
    assert pane.articles.rowCount() == 5
    assert histogram.brush == (1, 25)
    assert span.text() == "1961 – 1985"
    span.setText("19xx")
    span.setModified(True)
    QTest.keyClick(span, Qt.Key.Key_Return)
    assert "19xx" in pane.banner.accessibleName()
    assert span.text() == "1961 – 1985"
    span.selectAll()
    QTest.keyClick(span, Qt.Key.Key_Backspace)
    QTest.keyClick(span, Qt.Key.Key_Return)
    settle(session)
    assert pane.articles.rowCount() == 6
    assert histogram.brush is None


def test_the_order_is_chosen_and_kept(pane: ListPane, session: Session) -> None:
    pane.head.sorts["-date"].trigger()
    settle(session)
    assert pane.articles.ids().tolist() == [6, 5, 4, 3, 2, 1]
    assert pane.head.order.text() == "Newest"
    assert not pane.head.sorts["relevance"].isEnabled()
    turn(pane, session, "person", "Owen Marsh", FacetState.INCLUDED)
    assert pane.articles.ids().tolist() == [5, 4, 3]


def test_a_pull_down_narrows_by_typing_and_leads_into_its_rows(pane: ListPane, session: Session) -> None:
    popup = pane.bar.popups["person"]
    popup.popup(QPoint(0, 0))
    QTest.qWait(20)
    popup.line.setText("owen")
    assert [row.name for row in popup.list.rows()] == ["Owen Marsh"]
    QTest.keyClick(popup.line, Qt.Key.Key_Return)
    settle(session)
    assert pane.articles.rowCount() == 3
    popup.line.setText("")
    assert next(row.name for row in popup.list.rows()) == "Owen Marsh"
    QTest.keyClick(popup.line, Qt.Key.Key_Down)
    QTest.keyClick(popup.list, Qt.Key.Key_Minus)
    settle(session)
    assert pane.articles.rowCount() == 3
    popup.close()


def test_buttons_that_do_not_fit_go_under_more(pane: ListPane) -> None:
    shown = [button for button in pane.bar.findChildren(type(pane.bar._more)) if button.isVisible()]
    assert all(pane.bar.rect().contains(button.geometry()) for button in shown)
    assert not pane.bar._more.isVisible()
    pane.resize(240, 700)
    QTest.qWait(20)
    assert pane.bar._more.isVisible()
    assert len(pane.bar._more_menu.actions()) >= 1


def test_hits_are_counted_and_words_of_a_search_head_the_list(pane: ListPane, session: Session) -> None:
    session.tasks.write(lambda: None, lambda _none: None, session.failed.emit)
    listing = Listing("Search", "language:en", is_search=True)
    pane.articles.show(listing)
    settle(session)
    pane.head.show_listing(listing, pane.articles.found, 1200)
    assert pane.head._title.text() == "5 articles · 1\u202f200 hits"


def test_parts_of_a_query_that_can_be_left_out() -> None:
    assert parts("mud water") == [("mud", "water"), ("water", "mud")]
    assert parts('person:"A B" (mud OR water)') == [
        ('person:"A B"', "(mud OR water)"),
        ("(mud OR water)", 'person:"A B"'),
    ]
    assert parts("(mud OR fire) -smoke") == [("(mud OR fire)", "-smoke"), ("-smoke", "(mud OR fire)")]
    assert parts("mud AND water") == [("mud AND water", "")]
    assert parts("(mud water)") == [("(mud water)", "")]
    assert parts("mud OR water") == [("mud OR water", "")]
    assert parts("  ") == []


def test_the_first_hit_is_in_sight_however_narrow_the_line(app: QApplication) -> None:
    metrics = QFontMetrics(theme().font("meta"))
    text = "word " * 30 + "😀 hit " + "word " * 10
    start = text.index("hit")
    snippet = Snippet(text, 0, ((start, start + 3),))
    for width in (120, 200, 400):
        words, hits = around_hit(snippet, metrics, width)
        assert [words[begin:end] for begin, end in hits] == ["hit"]
        assert words.startswith("…")
        assert metrics.horizontalAdvance(words) <= width + 2
    assert utf16("😀a") == 3
