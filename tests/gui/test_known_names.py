from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from curator.gui.session import Session
from curator.model.revision import Changes
from curator.operations import authorities, tag

Wait = Callable[[Callable[[], bool]], None]


@pytest.fixture
def session(app: QApplication, three_articles: Path) -> Iterator[Session]:
    """An open archive without a window."""
    made = Session.open(three_articles)
    yield made
    made.close()


def names(session: Session, typed: str) -> list[tuple[str, int]]:
    return [(found.name, found.articles) for found in session.names.completer.complete(typed)]


def test_names_are_read_beside_the_window_and_kept_as_they_change(session: Session, wait_for: Wait) -> None:
    session.write(lambda context: authorities.add(context, "person", "Lucia Bandini"))
    wait_for(lambda: session.names.is_ready and bool(names(session, "Band")))
    assert names(session, "Band") == [("Lucia Bandini", 0)]
    session.write(lambda context: tag.add(context, [1], [("person", "Lucia Bandini"), ("person", "Anna Bandur")]))
    wait_for(lambda: len(names(session, "Band")) == 2)
    assert names(session, "Band") == [("Anna Bandur", 1), ("Lucia Bandini", 1)]


def test_what_changes_before_the_names_are_read_is_not_lost(session: Session, wait_for: Wait) -> None:
    assert not session.names.is_ready
    for number in range(5):
        session.write(partial(authorities.add, kind="place", name=f"Reading room {number}"))
    wait_for(lambda: session.names.is_ready and session.tasks.pending == 0)
    wait_for(lambda: len(names(session, "Reading room")) == 5)


def test_changes_are_joined() -> None:
    first = Changes(1, {"article": frozenset({1}), "mention": frozenset({7})})
    joined = first.joined(Changes(2, {"article": frozenset({2}), "note": frozenset({3})}))
    assert joined.revision_id == 2
    assert joined.touched == {"article": {1, 2}, "mention": {7}, "note": {3}}
    assert not Changes().joined(Changes())
