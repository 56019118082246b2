from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
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
    given_back: list[int] = []
    monkeypatch.setattr(memory, "give_back", lambda: given_back.append(session.tasks.pending))
    session.write(lambda context: authorities.add(context, "person", "Lucia Bandini"))
    wait_for(lambda: bool(given_back))
    # Its own work is all that is under way.
    assert given_back == [1]
    session.write(lambda context: authorities.add(context, "person", "Anna Bandini"))
    wait_for(lambda: len(given_back) == 2)
