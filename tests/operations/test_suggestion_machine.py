"""Any order of edits, decisions and undo: the queue never shows what is decided, and holds the rest once it caught up.

The model is what the texts themselves tell: `suggesting.suggest` over all articles.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from curator.archive import Archive, articles
from curator.errors import CuratorError
from curator.model.revision import Changes, Label
from curator.operations import authorities as names
from curator.operations import (
    history,
    merging,
    scanning,
    suggesting,
    suggestion_queue,
    suggestions,
    text_versions,
    trash,
)
from curator.operations.context import Context
from curator.operations.suggesting import Suggestion
from curator.operations.suggestion_queue import QueuedName
from curator.text.name_key import name_key

from .record_states import state_of

BODIES = st.sampled_from(
    [
        "Prime Minister Lucia Bandini came to Weimar. Bandini spoke.",
        "The cellar of Weimar was closed, said Minister Anna Ter.",
        "Anna Ter and Lucia Bandini met in Ganja.",
        "Nothing happened.",
    ]
)
TITLES = st.sampled_from([None, "Weimar", "A cellar"])
NAMES = st.sampled_from(["Weimar", "Ganja", "Cellar", "Lucia Bandini", "Anna Ter"])
KINDS = st.sampled_from(["person", "place"])
IDS = st.integers(1, 4)
_Key = tuple[str, int | str]


def key_of(each: Suggestion | QueuedName) -> _Key:
    return (each.kind, each.authority_id) if each.authority_id is not None else (each.kind, name_key(each.name))


class Queue(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.archive = Archive.create(self.place / "Letters.curator")
        self.context = Context(self.archive)
        # So that the few articles here are read in this process.
        self.context.names.current(self.archive)

    def teardown(self) -> None:
        self.archive.close()
        shutil.rmtree(self.place)

    def truth(self) -> dict[_Key, tuple[int, int]]:
        """Return for each name in how many articles and places it is open, by the texts themselves."""
        found: dict[_Key, list[int]] = {}
        for each in suggesting.suggest(self.context):
            found.setdefault(key_of(each), []).append(each.article_id)
        return {key: (len(set(ids)), len(ids)) for key, ids in found.items()}

    def attempt(self, act: Callable[[], object]) -> None:
        try:
            act()
        except CuratorError as error:
            assert error.message

    @initialize(bodies=st.lists(BODIES, min_size=2, max_size=4))
    def some_articles(self, bodies: list[str]) -> None:
        with self.archive.transaction(Label("Add")) as transaction:
            for body in bodies:
                articles.add(transaction, {"language": "en"}, body, "reader 1")

    @rule(article_id=IDS, body=BODIES)
    def edit(self, article_id: int, body: str) -> None:
        self.attempt(lambda: text_versions.edit(self.context, article_id, body))

    @rule(article_id=IDS, title=TITLES)
    def retitle(self, article_id: int, title: str | None) -> None:
        with self.archive.transaction(Label("Retitle")) as transaction:
            transaction.update("article", article_id, {"title": title})

    @rule(article_id=IDS, back=st.booleans())
    def trash(self, article_id: int, back: bool) -> None:
        self.attempt(lambda: (trash.restore if back else trash.trash)(self.context, [article_id]))

    @rule(kind=KINDS, name=NAMES, variant=NAMES)
    def add_name(self, kind: str, name: str, variant: str) -> None:
        self.attempt(lambda: names.add(self.context, kind, name, (variant,)))  # type: ignore[arg-type]

    @rule(name=NAMES, variant=NAMES)
    def remove_variant(self, name: str, variant: str) -> None:
        self.attempt(lambda: names.remove_variant(self.context, name, variant))

    @rule(one=st.integers(1, 4), other=st.integers(1, 4))
    def merge(self, one: int, other: int) -> None:
        self.attempt(lambda: merging.merge(self.context, one, [other]))

    @rule()
    def undo(self) -> None:
        self.attempt(lambda: history.undo(self.context))

    @rule()
    def redo(self) -> None:
        self.attempt(lambda: history.redo(self.context))

    @rule(data=st.data(), is_accepted=st.booleans())
    def decide(self, data: st.DataObject, is_accepted: bool) -> None:
        found = list(suggesting.suggest(self.context))
        if found:
            each = data.draw(st.sampled_from(found))
            act = suggestions.accept if is_accepted else suggestions.reject
            self.taken_back(lambda: act(self.context, [each]))

    @rule(data=st.data(), is_accepted=st.booleans())
    def decide_everywhere(self, data: st.DataObject, is_accepted: bool) -> None:
        found = suggestion_queue.queue(self.context)
        if found:
            each = data.draw(st.sampled_from(found))
            act = suggestion_queue.accept_everywhere if is_accepted else suggestion_queue.reject_everywhere
            self.taken_back(lambda: act(self.context, each))
            assert key_of(each) not in {key_of(other) for other in suggestion_queue.queue(self.context)}

    def taken_back(self, act: Callable[[], Changes]) -> None:
        """Do, undo, redo: as before, and as after."""
        before, shown = state_of(self.archive.read()), suggestion_queue.queue(self.context)
        try:
            changes = act()
        except CuratorError as error:
            assert error.message
            assert state_of(self.archive.read()) == before
            return
        assert changes
        after = state_of(self.archive.read())
        history.undo(self.context)
        assert state_of(self.archive.read()) == before
        assert suggestion_queue.queue(self.context) == shown
        history.redo(self.context)
        assert state_of(self.archive.read()) == after

    @rule()
    def catch_up(self) -> None:
        scanning.catch_up(self.context)
        assert not scanning.is_behind(self.context)
        told = {key_of(each): (each.articles, each.places) for each in suggestion_queue.queue(self.context)}
        assert told == self.truth()

    @invariant()
    @precondition(lambda self: suggestion_queue.queue(self.context))
    def what_is_shown_can_be_opened(self) -> None:
        """What is shown before it caught up is still to be decided, in texts that are as they were read."""
        bodies = {each.article_id: each.body for each in self.texts()}
        for each in suggestion_queue.queue(self.context):
            found = suggestion_queue.contexts(self.context, each, limit=10)
            assert len(found) == each.articles
            for place in found:
                if place.start is not None:
                    assert bodies[place.article_id][place.start : place.end] == place.words

    def texts(self) -> list[suggestion_queue.suggestion_rows.TextToRead]:
        connection = self.archive.read()
        return list(suggestion_queue.suggestion_rows.texts(connection, articles.all_ids(connection)))


TestQueue = Queue.TestCase
TestQueue.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
