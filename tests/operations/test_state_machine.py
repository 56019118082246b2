"""Any order of operations, undo, redo and revert: the records are always what the history says they are.

The model is a copy of every record table before and after each revision.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from curator.archive import Archive, articles, history, journal
from curator.archive.removal import remove_articles
from curator.errors import CuratorError
from curator.model.revision import Changes, Label
from curator.operations import authorities, collect, merging, tag
from curator.operations import history as past
from curator.operations.context import Context

from .describing_rules import DescribingRules
from .merged_names import merge, take_out
from .record_states import State, differing, part, state_of

KINDS = st.sampled_from(["person", "place"])
# Few names, with spellings that fold to the same, so that they meet.
NAMES = st.sampled_from(["Lucia Bandini", "LUCIA BANDINI", "Şuşa", "Suşa", "Анна Тер", "Ծաղիկ", "#1", "#2", "#3"])
PATHS = st.sampled_from(["Letters", "Letters / 1936", "Letters / 1937", "Maps", "1936"])
DATES = st.sampled_from([None, "1936~", "193X", "1901/1980", "about 1936", "no date"])
TITLES = st.sampled_from(["A reading room", "Bir kitabxana", "Читальный зал", None])
SUBSETS = st.lists(st.integers(1, 6), min_size=1, max_size=4)


class Operations(DescribingRules):
    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.archive = Archive.create(self.place / "Letters.curator")
        self.context = Context(self.archive)
        self.state = state_of(self.archive.read())
        # revision -> the records before and after it
        self.seen: dict[int, tuple[State, State]] = {}
        self.undoable: list[int] = []
        self.redoable: list[int] = []

    def act(self, operation: Callable[[], Changes]) -> bool:
        """Carry out an operation; return whether it changed anything."""
        changes = self.attempt(operation)
        if changes:
            assert changes.revision_id is not None
            self.undoable.append(changes.revision_id)
            self.redoable.clear()
        return bool(changes)

    def attempt(self, operation: Callable[[], Changes]) -> Changes:
        before, newest = self.state, history.revisions(self.archive.read(), 1)[0].id
        try:
            changes = operation()
        except CuratorError as error:
            assert error.message
            changes = Changes()
        self.state = state_of(self.archive.read())
        touched = {(record, row_id) for record, ids in changes.touched.items() for row_id in ids}
        assert differing(before, self.state).keys() <= touched
        if changes:
            assert changes.revision_id is not None
            assert changes.revision_id > newest
            self.seen[changes.revision_id] = (before, self.state)
        else:
            assert self.state == before
            assert history.revisions(self.archive.read(), 1)[0].id == newest
        return changes

    @initialize()
    def two_articles(self) -> None:
        for title in ("A library", "An archive"):
            self.add_article(title)

    @rule(title=TITLES)
    def add_article(self, title: str | None) -> None:
        def add() -> Changes:
            with self.archive.transaction(Label("Add an article")) as transaction:
                articles.add(transaction, {"title": title}, f"The text of {title}.", "test 1")
            return transaction.changes

        assert self.act(add)

    @rule(article_id=st.integers(1, 6), field=st.sampled_from(["title", "byline", "trashed"]), text=TITLES)
    def describe(self, article_id: int, field: str, text: str | None) -> None:
        def describe() -> Changes:
            with self.archive.transaction(Label("Describe")) as transaction:
                transaction.update("article", article_id, {field: int(bool(text)) if field == "trashed" else text})
            return transaction.changes

        self.act(describe)

    @rule(article_id=st.integers(1, 6))
    def delete_for_good(self, article_id: int) -> None:
        def delete() -> Changes:
            with self.archive.transaction(Label("Empty the trash")) as transaction:
                remove_articles(transaction, [article_id])
            return transaction.changes

        self.act(delete)

    @rule(ids=SUBSETS, tags=st.lists(st.tuples(KINDS, NAMES), min_size=1, max_size=2))
    def tag(self, ids: list[int], tags: Any) -> None:
        self.act(lambda: tag.add(self.context, ids, tags))

    @rule(ids=SUBSETS, kind=KINDS, name=NAMES)
    def untag(self, ids: list[int], kind: Any, name: str) -> None:
        self.act(lambda: tag.remove(self.context, ids, [(kind, name)]))

    @rule(kind=KINDS, name=NAMES, variants=st.lists(NAMES, max_size=2), dates=DATES)
    def add_name(self, kind: Any, name: str, variants: list[str], dates: str | None) -> None:
        self.act(lambda: authorities.add(self.context, kind, name, tuple(variants), dates)[1])

    @rule(name=NAMES, new_name=NAMES)
    def rename(self, name: str, new_name: str) -> None:
        self.act(lambda: authorities.rename(self.context, name, new_name))

    @rule(name=NAMES, variant=NAMES, language=st.sampled_from([None, "az"]), community=st.sampled_from([None, "hy"]))
    def add_variant(self, name: str, variant: str, language: str | None, community: str | None) -> None:
        self.act(lambda: authorities.add_variant(self.context, name, variant, None, language, community))

    @rule(name=NAMES, variant=NAMES)
    def remove_variant(self, name: str, variant: str) -> None:
        self.act(lambda: authorities.remove_variant(self.context, name, variant))

    @rule(name=NAMES, dates=DATES)
    def date(self, name: str, dates: str | None) -> None:
        self.act(lambda: authorities.set_dates(self.context, name, dates))

    @rule(kept=NAMES, other=NAMES)
    def merge(self, kept: str, other: str) -> None:
        self.act(lambda: merge(self.context, kept, other))

    @rule(name=NAMES)
    def split(self, name: str) -> None:
        self.act(lambda: take_out(self.context, name))

    @rule(path=PATHS, ids=SUBSETS)
    def put(self, path: str, ids: list[int]) -> None:
        self.act(lambda: collect.put(self.context, path, ids))

    @rule(path=PATHS, ids=SUBSETS)
    def take_out(self, path: str, ids: list[int]) -> None:
        self.act(lambda: collect.take_out(self.context, path, ids))

    @precondition(lambda self: self.undoable)
    @rule()
    def undo(self) -> None:
        newest = self.undoable.pop()
        revision, changes = past.undo(self.context)
        assert revision.id == newest
        self.state = state_of(self.archive.read())
        self.seen[self.revision_of(changes)] = self.seen[newest][::-1]
        assert differing(self.state, self.seen[newest][0]) == {}
        self.redoable.append(newest)

    @precondition(lambda self: not self.undoable)
    @rule()
    def undo_nothing(self) -> None:
        with pytest.raises(CuratorError, match="nothing to undo"):
            past.undo(self.context)

    @precondition(lambda self: self.redoable)
    @rule()
    def redo(self) -> None:
        taken_back = self.redoable.pop()
        _revision, changes = past.redo(self.context)
        self.state = state_of(self.archive.read())
        self.seen[self.revision_of(changes)] = self.seen[taken_back]
        assert differing(self.state, self.seen[taken_back][1]) == {}
        self.undoable.append(taken_back)

    @precondition(lambda self: not self.redoable)
    @rule()
    def redo_nothing(self) -> None:
        with pytest.raises(CuratorError, match="nothing to redo"):
            past.redo(self.context)

    @rule(back=st.integers(0, 12))
    def revert(self, back: int) -> None:
        chosen = sorted(self.seen)[-1 - back % len(self.seen)]
        before, prior = self.seen[chosen][0], self.state
        fields = differing(*self.seen[chosen])
        if self.act(lambda: past.revert(self.context, chosen)[1]):
            # Nothing stood on it, its own fields are back, and no others have moved.
            assert part(prior, fields) == part(self.seen[chosen][1], fields)
            assert part(self.state, fields) == part(before, fields)
            moved = differing(prior, self.state)
            assert all(names <= fields.get(key, set()) for key, names in moved.items())

    @rule()
    def start_again(self) -> None:
        self.archive.close()
        self.archive = Archive.open(self.archive.folder.path)
        self.context = Context(self.archive)
        assert state_of(self.archive.read()) == self.state

    @rule(record=st.sampled_from(journal.RECORDS))
    def write_outside(self, record: str) -> None:
        writer = self.archive._writing()
        for sql in (f'DELETE FROM "{record}"', f'UPDATE "{record}" SET uid = uid || 1'):
            if self.state[record]:
                with pytest.raises(sqlite3.IntegrityError, match=journal.OUTSIDE):
                    writer.execute(sql)
        assert state_of(self.archive.read()) == self.state

    @invariant()
    def reads_whole(self) -> None:
        """Circles of merged records would never end here."""
        counted = authorities.listed(self.context)
        merged = merging.merged(self.context)
        assert len(counted) + len(merged) == len(self.state["authority"])
        assert len(collect.listed(self.context)) == len(self.state["collection"])

    def revision_of(self, changes: Changes) -> int:
        assert changes.revision_id is not None
        return changes.revision_id

    def teardown(self) -> None:
        connection = self.archive.read()
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        self.archive.close()
        with contextlib.suppress(OSError):
            shutil.rmtree(self.place)


TestOperations = Operations.TestCase
TestOperations.settings = settings(settings.get_profile(settings.get_current_profile_name()), max_examples=60)
