from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from curator.gui.views.year_brush import YearBrush, span_of, span_words
from curator.gui.widgets.eliding import ElidingLabel
from curator.model.dates import parse_range
from curator.search import Histogram as Years

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
        ("1966-03..", "1966-03..", "1966-03-01.."),
        ("1966-03-01 – 1966-03-31", "1966-03", "1966-03-01 – 1966-03-31"),
    ],
)
def test_a_span_is_read_as_it_is_shown(typed: str, meant: str, shown: str) -> None:
    assert span_of(typed) == parse_range(meant)
    assert span_words(span_of(typed)) == shown
    assert span_of(shown) == parse_range(meant)
