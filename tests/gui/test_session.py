from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from multiprocessing.context import SpawnProcess
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from curator import memory
from curator.gui.session import Session
from curator.operations import authorities

Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def session(app: QApplication, three_articles: Path) -> Iterator[Session]:
    """An open archive without a window."""
    made = Session.open(three_articles)
    yield made
    made.close()


def test_memory_goes_back_when_nobody_asks_for_anything(
    session: Session, wait_for: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_back: list[str] = []
    monkeypatch.setattr(memory, "give_back", lambda: given_back.append(threading.current_thread().name))
    wait_for(lambda: session.names.is_ready and bool(given_back))
    # Not in the window's thread: it takes some milliseconds.
    assert all(name.startswith("curator-") for name in given_back)
    QTest.qWait(2_000)
    before = len(given_back)
    session.write(lambda context: authorities.add(context, "person", "Lucia Bandini"))
    wait_for(lambda: len(given_back) > before)


def test_an_index_process_that_has_ended_is_taken_leave_of(session: Session, wait_for: Wait) -> None:
    wait_for(lambda: session._indexer._process is not None and session._waiting == 0)
    process = session._indexer._process
    assert isinstance(process, SpawnProcess)
    process.terminate()
    # Without a write, which would look after it anyway.
    wait_for(lambda: session._indexer._process is None)
    assert session._indexer._pipe is None
    assert process.exitcode is not None
