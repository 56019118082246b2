from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.archive import Archive, articles
from curator.gui.models.listing import Listing
from curator.gui.models.time_axis import TimeAxis
from curator.gui.session import Session
from curator.gui.views.year_brush import YearBrush, span_of, span_words
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.window import Window
from curator.model.dates import parse_edtf, parse_range
from curator.model.revision import Label
from curator.search import Histogram as Years

PUBLISHED = ("2019-12-30", "2020-09", "2020-09-27", "2020-10-04", "2020-11-09", "2020", "1931", "1966-11-04")
COUNTS = Years("year", 1960, np.ones(26, np.int64), np.zeros(26, np.int64))


@pytest.mark.parametrize("dates", ["1800..1850", "2100..", "..1700"])
def test_years_without_articles_have_no_brush_but_words(app: QApplication, dates: str) -> None:
    brush = YearBrush()
    title = next(each for each in brush.findChildren(ElidingLabel) if each.text() == "Published")
    brush.show_years(COUNTS, parse_range(dates))
    assert brush.histogram.brush is None
    assert title.text() == "None published"
    brush.show_years(COUNTS, parse_range("1950..1962"))
    assert brush.histogram.brush == (0, 2)
    assert title.text() == "Published"
    brush.deleteLater()


@pytest.mark.parametrize(
    ("typed", "meant", "shown"),
    [
        ("1966", "1966", "1966"),
        ("1966 – 1986", "1966..1986", "1966 – 1986"),
        ("1966-1986", "1966..1986", "1966 – 1986"),
        ("1966 - 1986", "1966..1986", "1966 – 1986"),
        ("..1970", "..1970", "..1970"),
        ("1966-03..", "1966-03..", "1966-03.."),
        ("1966-03-01 – 1966-03-31", "1966-03", "1966-03"),
        ("2020-09 – 2020-11", "2020-09..2020-11", "2020-09 – 2020-11"),
        ("2019 – 2020-11", "2019..2020-11", "2019-01 – 2020-11"),
        ("1966-03-02..1966-03-31", "1966-03-02..1966-03-31", "1966-03-02 – 1966-03-31"),
    ],
)
def test_a_span_is_read_as_it_is_shown(typed: str, meant: str, shown: str) -> None:
    assert span_of(typed) == parse_range(meant)
    assert span_words(span_of(typed)) == shown
    assert span_of(shown) == parse_range(meant)


@pytest.fixture
def window(app: QApplication, tmp_path: Path, wait_for: Callable[[Callable[[], bool]], None]) -> Iterator[Window]:
    path = tmp_path / "Months.curator"
    with Archive.create(path) as archive, archive.transaction(Label("Add")) as transaction:
        for number, edtf in enumerate(PUBLISHED):
            date = parse_edtf(edtf)
            fields = {
                "title": f"Shelf {number}",
                "published": edtf,
                "published_earliest": date.earliest,
                "published_latest": date.latest,
            }
            articles.add(transaction, fields, "The water came." if edtf[:2] == "20" else "The river rose.", "test")
    made = Window(Session.open(path), QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    made.resize(1366, 768)
    made.show()
    made.activateWindow()
    wait_for(lambda: made.articles.rowCount() == len(PUBLISHED) and made.index_waiting == 0)
    yield made
    made.close()


def test_months_are_brushed_where_what_is_found_lies_close_together(
    window: Window, wait_for: Callable[[Callable[[], bool]], None]
) -> None:
    brush = window.list_pane.years
    chart = brush.histogram
    window.list_articles(Listing("Search", "water", is_search=True))
    wait_for(lambda: "December 2020" in chart.accessibleDescription())
    assert chart.accessibleDescription().startswith("January 2019 to December 2020, ")
    chart.setFocus()
    for _press in range(20):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Space)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    # A screen reader hears the months at the handles; the article of some day of 2020 may be of each.
    assert chart.accessibleDescription().startswith("September 2020 to November 2020, ")
    wait_for(lambda: window.articles.listing.filters.dates == parse_range("2020-09..2020-11"))
    wait_for(lambda: window.articles.rowCount() == 5 and brush.span.text() == "2020-09 – 2020-11")
    assert "date:2020-09..2020-11" in window.searching.whole_query()
    assert chart.brush == (20, 22)
    brush.span.setText("2019-12")
    brush.span.editingFinished.emit()
    wait_for(lambda: window.articles.rowCount() == 1 and chart.brush == (11, 11))


def test_years_come_back_where_what_is_found_lies_far_apart(
    window: Window, wait_for: Callable[[Callable[[], bool]], None]
) -> None:
    chart = window.list_pane.years.histogram
    wait_for(lambda: chart.accessibleDescription().startswith("1931 to 2020"))
    window.list_articles(Listing("Search", "water", is_search=True))
    wait_for(lambda: chart.accessibleDescription().startswith("January 2019"))
    high = chart.sizeHint().height()
    window.list_articles(Listing("Search", "river", is_search=True))
    wait_for(lambda: chart.accessibleDescription().startswith("1931 to 2020"))
    wait_for(lambda: chart.height() == chart.sizeHint().height() < high)


def test_enter_shows_a_table_from_which_a_month_is_taken(
    window: Window, wait_for: Callable[[Callable[[], bool]], None]
) -> None:
    brush = window.list_pane.years
    window.list_articles(Listing("Search", "water", is_search=True))
    wait_for(lambda: brush.histogram.accessibleDescription().startswith("January 2019"))
    brush.histogram.setFocus()
    QTest.keyClick(brush.histogram, Qt.Key.Key_Return)
    assert brush.table.hasFocus()
    assert not brush.histogram.isVisible()
    rows = [[brush.table.item(row, column).text() for column in (0, 1)] for row in range(brush.table.rowCount())]
    assert len(rows) == 13
    assert rows[0] == ["December 2019", "1"]
    assert ["September 2020", "3"] in rows
    QTest.keyClick(brush.table, Qt.Key.Key_Escape)
    assert brush.histogram.hasFocus()
    QTest.keyClick(brush.histogram, Qt.Key.Key_Return)
    brush.table.setCurrentCell(rows.index(["November 2020", "2"]), 0)
    QTest.keyClick(brush.table, Qt.Key.Key_Return)
    wait_for(lambda: window.articles.listing.filters.dates == parse_range("2020-11"))
    wait_for(lambda: window.articles.rowCount() == 2)


def test_the_days_of_bars_of_months_and_of_decades() -> None:
    months = TimeAxis.of(Years("month", 2019 * 12, np.ones(24, np.int64), np.zeros(24, np.int64)))
    assert months.days(1, 1) == parse_range("2019-02")
    assert months.places(parse_range("2019-11-09..2020-01-02")) == (10, 12)
    assert [(each.mark, each.group) for each in months.bins(0, 0)[11:13]] == [("Dec", "2019"), ("Jan", "2020")]
    decades = TimeAxis.of(Years("year", 1805, np.ones(200, np.int64), np.zeros(200, np.int64)))
    assert decades.days(0, 1) == parse_range("1800..1819")
    assert decades.counts[:2] == (5, 10)
