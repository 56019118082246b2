from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication

from curator.gui.tasks import Interrupt, Tasks

Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def tasks(app: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def failed(error: BaseException) -> None:
    raise error


def test_what_can_wait_begins_when_the_rest_is_answered_and_one_after_the_other(tasks: Tasks, wait_for: Wait) -> None:
    order: list[str] = []
    go, under_way = Event(), Event()

    def slow(_interrupt: Interrupt) -> str:
        under_way.set()
        assert go.wait(10)
        return "first"

    def noted(name: str) -> Callable[[Interrupt], str]:
        def work(_interrupt: Interrupt) -> str:
            order.append(f"{name} begins")
            return name

        return work

    tasks.read("facets", noted("facets"), order.append, failed, later=True)
    tasks.read("names", noted("names"), order.append, failed, later=True)
    tasks.read("list", slow, order.append, failed)
    assert under_way.wait(10)
    wait_for(lambda: tasks.pending == 3)
    go.set()
    wait_for(lambda: tasks.pending == 0)
    assert order == ["first", "facets begins", "facets", "names begins", "names"]


def test_what_waits_is_superseded_without_having_begun(tasks: Tasks, wait_for: Wait) -> None:
    begun: list[str] = []
    answers: list[str] = []

    def work(name: str) -> Callable[[Interrupt], str]:
        return lambda _interrupt: begun.append(name) or name

    tasks.read("list", work("earlier"), answers.append, failed, later=True)
    tasks.read("list", work("newer"), answers.append, failed)
    wait_for(lambda: tasks.pending == 0)
    assert (begun, answers) == (["newer"], ["newer"])


def test_of_what_waits_nothing_is_left_after_the_end(app: QApplication, wait_for: Wait) -> None:
    tasks = Tasks()
    answers: list[int] = []
    tasks.read("names", lambda _interrupt: 1, answers.append, failed, later=True)
    tasks.close()
    tasks.read("names", lambda _interrupt: 2, answers.append, failed)
    app.processEvents()
    assert answers == []
