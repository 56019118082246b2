"""Search while the index is made anew, while it is gone, and while articles come in."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from curator.archive import articles
from curator.gui.models.listing import Listing
from curator.gui.widgets.eliding import ElidingLabel
from curator.gui.window import Window
from curator.model.revision import Label
from curator.operations.context import Context

Wait = Callable[[Callable[[], bool]], None]
WORDS = {"cellar": 1, "dry": 3, "room": 1, "bandini": 3}


def ready(window: Window) -> bool:
    return window.index_waiting == 0 and window.session.tasks.pending == 0


def index_state(window: Window) -> str:
    """Return what the strip says of the index."""
    words = [label.text() for label in window.activity.strip.findChildren(ElidingLabel)]
    return next((each for each in words if "index" in each.lower()), "")


def look_for(window: Window, words: str, wait_for: Wait) -> int:
    """Search, wait for the answer, and return how many articles it has."""
    wanted = Listing("Search", words, is_search=True)
    window.list_articles(wanted)
    wait_for(lambda: window.articles.listing == wanted)
    return window.articles.rowCount()


def test_searches_are_answered_while_the_index_is_made_anew(
    shown: Window, three_articles: Path, wait_for: Wait
) -> None:
    wait_for(lambda: ready(shown))
    command = [sys.executable, "-m", "curator", "reindex", str(three_articles)]
    told: list[str] = []
    while_running = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        while process.poll() is None:
            for words, number in WORDS.items():
                assert look_for(shown, words, wait_for) == number
                told.append(shown.list_pane.banner.accessibleName())
                while_running += process.poll() is None
        assert process.returncode == 0, process.stdout.read() if process.stdout else b""
    assert while_running > 0
    assert not any("being made" in words for words in told)
    assert {words: look_for(shown, words, wait_for) for words in WORDS} == WORDS


def test_a_search_waits_for_an_index_that_is_gone_and_is_answered_by_itself(shown: Window, wait_for: Wait) -> None:
    wait_for(lambda: ready(shown))
    banner = shown.list_pane.banner
    said: list[tuple[str, str]] = []
    shown.articles.refused.connect(lambda _listing, _error: said.append((banner.accessibleName(), index_state(shown))))
    shutil.rmtree(shown.session.archive.folder.index)
    wanted = Listing("Search", "cellar", is_search=True)
    shown.list_articles(wanted)
    wait_for(lambda: bool(said))
    assert said[0][0].startswith("The index of the words is being made.")
    assert said[0][1] == "The index is being made"
    wait_for(lambda: shown.articles.listing == wanted and shown.articles.rowCount() == 1)
    wait_for(lambda: not banner.isVisible() and index_state(shown) == "Index up to date")
    assert look_for(shown, "dry", wait_for) == 3


def test_searches_are_answered_while_articles_come_in(shown: Window, wait_for: Wait) -> None:
    wait_for(lambda: ready(shown))
    said: set[str] = set()
    shown.session.index_changed.connect(lambda _waiting: said.add(index_state(shown)))

    def bring_in(context: Context) -> None:
        with context.archive.transaction(Label("Add")) as transaction:
            for number in range(200):
                articles.add(transaction, {"title": f"Shelf {number}"}, "Oil came into the cellar.", "test")

    for _batch in range(3):
        shown.session.write(bring_in)
        assert look_for(shown, "periodicals", wait_for) == 3
    wanted = Listing("Search", "oil", is_search=True)
    shown.list_articles(wanted)
    # What has come in joins the list by itself.
    wait_for(lambda: shown.articles.listing == wanted and shown.articles.rowCount() == 600)
    wait_for(lambda: ready(shown) and index_state(shown) == "Index up to date")
    assert any("for the index" in words for words in said)
