"""Undo, redo and revert in any order, on few rows, so that acts stand on each other in every way.

With values that never repeat, an act can be taken back exactly when its fields hold what it left there.
"""

from __future__ import annotations

import shutil
import tempfile
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from curator.archive import Archive, articles, authorities
from curator.errors import CuratorError
from curator.model.revision import Changes, Label

from .record_states import State, differing, part, state_of

PROFILE = settings.get_profile(settings.get_current_profile_name())
FIELDS = st.lists(st.sampled_from([(1, "title"), (1, "byline"), (2, "title")]), min_size=1, max_size=2, unique=True)


class Turns(RuleBasedStateMachine):
    """What both machines share: an archive, and the records before and after each revision."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.archive = Archive.create(self.place / "Letters.curator")
        # Nothing here is about power cuts, and waiting for the disk takes most of the time.
        self.archive._writing().execute("PRAGMA synchronous = OFF")
        self.seen: dict[int, tuple[State, State]] = {}
        self.set_up()
        self.state = state_of(self.archive.read())

    def set_up(self) -> None:
        raise NotImplementedError

    def note(self, changes: Changes) -> None:
        before, self.state = self.state, state_of(self.archive.read())
        if changes.revision_id:
            self.seen[changes.revision_id] = (before, self.state)
        assert bool(changes) == (before != self.state)

    @rule()
    def undo(self) -> None:
        try:
            changes, revision_id = self.archive.undo()
        except CuratorError as error:
            assert "nothing to undo" in error.message
        else:
            self.note(changes)
            if revision_id in self.seen:
                assert self.state == self.seen[revision_id][0]

    @rule()
    def redo(self) -> None:
        try:
            changes, revision_id = self.archive.redo()
        except CuratorError as error:
            assert "nothing to redo" in error.message
        else:
            self.note(changes)
            if revision_id in self.seen:
                assert self.state == self.seen[revision_id][0]

    def revert(self, back: int) -> tuple[bool, bool]:
        """Return whether an older revision was taken back, and whether its fields were as it had left them."""
        if not self.seen:
            return True, True
        chosen = sorted(self.seen)[-1 - back % len(self.seen)]
        before, after = self.seen[chosen]
        fields = differing(before, after)
        untouched = part(self.state, fields) == part(after, fields)
        try:
            changes = self.archive.revert(chosen)
        except CuratorError:
            assert self.state == state_of(self.archive.read())
            return False, untouched
        self.note(changes)
        assert part(self.state, fields) == part(before, fields)
        return True, untouched

    def teardown(self) -> None:
        self.archive.close()
        shutil.rmtree(self.place)


class FieldTurns(Turns):
    def set_up(self) -> None:
        self.values = count()
        with self.archive.transaction(Label("Add")) as transaction:
            for number in (1, 2):
                articles.add(transaction, {"title": f"Article {number}"}, "A text.", "test 1")

    @rule(fields=FIELDS)
    def describe(self, fields: list[tuple[int, str]]) -> None:
        with self.archive.transaction(Label("Describe")) as transaction:
            for article_id, field in fields:
                if transaction.rows("SELECT 1 FROM article WHERE id = ?", (article_id,)):
                    transaction.update("article", article_id, {field: f"value {next(self.values)}"})
        self.note(transaction.changes)

    @rule(back=st.integers(0, 9))
    def revert_field(self, back: int) -> None:
        taken_back, untouched = self.revert(back)
        assert taken_back == untouched


class MergeTurns(Turns):
    def set_up(self) -> None:
        with self.archive.transaction(Label("Add")) as transaction:
            for name in ("Lucia Bandini", "L. Bandini", "Bandini"):
                authorities.add(transaction, "person", name)

    def write(self, write: Any) -> None:
        try:
            with self.archive.transaction(Label("Merge or split")) as transaction:
                write(transaction)
        except CuratorError:
            assert self.state == state_of(self.archive.read())
        else:
            self.note(transaction.changes)

    @rule(kept=st.integers(1, 3), other=st.integers(1, 3))
    def merge(self, kept: int, other: int) -> None:
        self.write(lambda transaction: authorities.merge(transaction, kept, other))

    @rule(authority_id=st.integers(1, 3))
    def split(self, authority_id: int) -> None:
        self.write(lambda transaction: authorities.split(transaction, authority_id))

    @rule(back=st.integers(0, 9))
    def revert_merge(self, back: int) -> None:
        taken_back, untouched = self.revert(back)
        assert untouched or not taken_back
        self.leads_somewhere()

    def leads_somewhere(self) -> None:
        """Whoever follows `merged_into` comes to an end."""
        rows = self.state["authority"]
        for authority_id in rows:
            for _step in rows:
                authority_id = rows[authority_id]["merged_into"] or authority_id if authority_id in rows else 0
            assert not rows or authority_id in rows
            assert rows[authority_id]["merged_into"] is None


TestFieldTurns = FieldTurns.TestCase
TestFieldTurns.settings = settings(PROFILE, max_examples=60)
TestMergeTurns = MergeTurns.TestCase
TestMergeTurns.settings = settings(PROFILE, max_examples=60)
