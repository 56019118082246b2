from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from curator.gui.refreshing import Refreshing

Wait = Callable[[Callable[[], bool]], None]


class View(QObject):
    """Counts how often it asks."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.refreshing = Refreshing(self.ask, self)

    def ask(self) -> None:
        self.asked += 1
        self.refreshing.begin()


@pytest.fixture
def view(app: QApplication) -> View:
    return View()


def test_the_first_change_is_asked_for_at_once(view: View) -> None:
    view.refreshing.want()
    assert view.asked == 1


def test_changes_do_not_end_the_question_that_is_under_way(view: View, wait_for: Wait) -> None:
    for _commit in range(5):
        view.refreshing.want()
    assert view.asked == 1
    view.refreshing.answered()
    assert view.asked == 1
    wait_for(lambda: view.asked == 2)


def test_after_an_answer_with_nothing_new_nothing_is_asked(view: View, wait_for: Wait) -> None:
    view.refreshing.want()
    view.refreshing.answered()
    wait_for(lambda: not view.refreshing.resting)
    assert view.asked == 1
    view.refreshing.want()
    assert view.asked == 2


def test_what_somebody_asks_for_takes_in_the_changes_before_it(view: View, wait_for: Wait) -> None:
    view.refreshing.want()
    view.refreshing.want()
    view.ask()
    view.refreshing.answered()
    wait_for(lambda: not view.refreshing.resting)
    assert view.asked == 2
