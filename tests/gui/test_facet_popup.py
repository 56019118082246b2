from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator.gui.views.facet_popup import FacetPopup
from curator.gui.widgets.facet_model import FacetState
from curator.search import Facet, Filters


@pytest.fixture
def popup(app: QApplication) -> Iterator[FacetPopup]:
    made = FacetPopup("language")
    yield made
    made.close()
    made.deleteLater()


def _facet() -> Facet:
    return Facet(np.array([0, 1]), np.array([3, 2]), ("en", "ru").__getitem__, False, frozenset())


def test_it_is_empty_until_it_is_opened_and_then_made_once(popup: FacetPopup) -> None:
    popup.show_facet(_facet(), Filters())
    assert popup.actions() == []
    for _time in range(2):
        popup.popup(QPoint(0, 0))
        QTest.qWait(10)
        assert len(popup.actions()) == 1
        assert [row.count for row in popup.list.rows()] == [3, 2]
        assert popup.line.hasFocus()
        popup.hide()


def test_what_is_pressed_is_told_once_however_often_it_was_opened(popup: FacetPopup) -> None:
    told: list[tuple[str, object, FacetState]] = []
    popup.turned.connect(lambda *turned: told.append(turned))
    popup.show_facet(_facet(), Filters())
    for _time in range(2):
        popup.popup(QPoint(0, 0))
        QTest.qWait(10)
        popup.hide()
    popup.list.changed.emit("en", FacetState.INCLUDED)
    assert told == [("language", "en", FacetState.INCLUDED)]
