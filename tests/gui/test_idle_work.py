from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from curator import settings
from curator.archive import Archive, articles
from curator.gui.idle_work import IdleWork, Upkeep
from curator.gui.name_scan import name_scan
from curator.gui.session import Session
from curator.gui.work import Works
from curator.model.progress import Progress
from curator.model.revision import Label
from curator.operations import suggestion_queue, tag
from curator.operations.context import Context

WaitFor = Callable[[Callable[[], bool]], None]


@pytest.fixture
def session(app: QApplication, tmp_path: Path) -> Iterator[Session]:
    with Archive.create(tmp_path / "Names.curator") as archive:
        with archive.transaction(Label("Add")) as transaction:
            articles.add(transaction, {"title": "A list", "language": "en"}, "Lucia Bandini wrote a list.", "test")
        tag.add(Context(archive), [1], [("person", "Lucia Bandini")])
    made = Session.open(tmp_path / "Names.curator")
    yield made
    made.close()


def queued(session: Session) -> list[str]:
    return [each.name for each in suggestion_queue.queue(session.context)]


def test_names_are_found_while_nothing_else_goes_on(session: Session, host: QWidget, wait_for: WaitFor) -> None:
    works = Works(host)
    name_scan(session, works, host, settle_ms=10)
    wait_for(lambda: queued(session) == ["Lucia Bandini"] and not works.open)
    works.wait()


def test_names_are_not_looked_for_where_nobody_wants_that(session: Session, host: QWidget) -> None:
    settings.save(settings.Settings(look_for_names=False))
    works = Works(host)
    name_scan(session, works, host, settle_ms=10)
    QTest.qWait(300)
    assert queued(session) == []
    works.wait()


def test_what_was_stopped_begins_again_only_when_it_is_asked_for(
    session: Session, host: QWidget, wait_for: WaitFor
) -> None:
    works = Works(host)
    begun: list[int] = []
    ended: list[int] = []

    def catch_up(context: Context) -> None:
        begun.append(1)
        while not ended:
            context.progress(Progress(1, 2, 0.1))

    upkeep = Upkeep("test", "Testing", ("article",), lambda _context: not ended, catch_up)
    idle = IdleWork(session, works, upkeep, host, settle_ms=10)
    wait_for(lambda: len(begun) == 1)
    works.open[0].stop()
    wait_for(lambda: not works.open)
    session.write(lambda context: tag.add(context, [1], [("theme", "Lists")]))
    QTest.qWait(300)
    assert len(begun) == 1
    idle.hurry()
    wait_for(lambda: len(begun) == 2)
    ended.append(1)
    wait_for(lambda: not works.open)
    works.wait()
