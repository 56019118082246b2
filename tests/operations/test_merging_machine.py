"""Any order of merging, taking out, splitting and describing names: nothing is lost, and a plain model agrees.

The model: each record has tags of its own, and for its name and its dates layers of values, each put there by a person
or by a record that was merged in. What counts is the topmost; taking a record out takes its layer out.
"""

from __future__ import annotations

import contextlib
import copy
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from curator.archive import Archive, articles, authorities, mentions
from curator.errors import CuratorError
from curator.model.merging import MergeField
from curator.model.revision import Changes, Label
from curator.operations import authorities as names
from curator.operations import history, merging, splitting, tag
from curator.operations.context import Context

from .record_states import State, differing, state_of

ARTICLES = 5
FIELDS: tuple[MergeField, ...] = ("name", "dates")
# Who put a value there (0: a person), and the value.
Layer = tuple[int, str | None]
INDEX = st.integers(0, 9)
SOME = st.lists(st.integers(1, ARTICLES), min_size=1, max_size=4)


@dataclass
class Record:
    layers: dict[MergeField, list[Layer]]
    into: int | None = None
    tags: set[int] = field(default_factory=set)
    # What a person called it; each of these names has to find it.
    given: set[str] = field(default_factory=set)

    def value(self, of: MergeField) -> str | None:
        return self.layers[of][-1][1]

    def put(self, of: MergeField, by: int, value: str | None) -> None:
        if value != self.value(of):
            self.layers[of].append((by, value))

    def take_away(self, by: int) -> None:
        for of, layers in self.layers.items():
            kept = [each for each in layers if each[0] != by]
            self.layers[of] = [each for at, each in enumerate(kept) if not at or each[1] != kept[at - 1][1]]


class Merging(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.archive = Archive.create(self.place / "Letters.curator")
        self.context = Context(self.archive)
        self.model: dict[int, Record] = {}
        self.done: list[tuple[State, dict[int, Record]]] = []
        self.undone: list[tuple[State, dict[int, Record]]] = []
        self.number = 0

    @initialize()
    def begin(self) -> None:
        with self.archive.transaction(Label("Add")) as transaction:
            for _number in range(ARTICLES):
                articles.add(transaction, {}, "A text.", "test 1")
        for _number in range(4):
            self.add()
        self.done.clear()

    def act(self, operation: Callable[[], Changes], told: Callable[[], object]) -> None:
        """Carry out an operation, and tell the model unless nothing had to be changed."""
        before = state_of(self.archive.read()), copy.deepcopy(self.model)
        if operation():
            told()
            self.done.append(before)
            self.undone.clear()
        else:
            assert state_of(self.archive.read()) == before[0]

    def fresh(self) -> int:
        """Return a number that no value had before, so that each value tells who put it there."""
        self.number += 1
        return self.number

    # Few, so that the same ones meet again and again.
    @precondition(lambda self: len(self.model) < 5)
    @rule()
    def add(self) -> None:
        name = f"Name {self.fresh()}"
        made: list[int] = []

        def add() -> Changes:
            authority_id, changes = names.add(self.context, "person", name)
            made.append(authority_id)
            return changes

        self.act(add, lambda: self.note(made[0], name))

    def note(self, authority_id: int, name: str) -> None:
        self.model[authority_id] = Record({"name": [(0, name)], "dates": [(0, None)]}, given={name})

    @rule(index=INDEX)
    def variant(self, index: int) -> None:
        root, name = self.one(self.standing(), index), f"Variant {self.fresh()}"
        self.act(lambda: names.add_variant(self.context, f"#{root}", name), lambda: self.model[root].given.add(name))

    @rule(index=INDEX, other=INDEX)
    def variant_that_is_another_ones_name(self, index: int, other: int) -> None:
        root, name = self.one(self.standing(), index), self.model[self.one(self.standing(), other)].value("name")
        assert name
        self.act(lambda: names.add_variant(self.context, f"#{root}", name), lambda: self.model[root].given.add(name))

    @rule(index=INDEX)
    def rename(self, index: int) -> None:
        root, name = self.one(self.standing(), index), f"Name {self.fresh()}"

        def told() -> None:
            self.model[root].put("name", 0, name)
            self.model[root].given.add(name)

        self.act(lambda: names.rename(self.context, f"#{root}", name), told)

    @rule(index=INDEX)
    def date(self, index: int) -> None:
        root, dates = self.one(self.standing(), index), str(1000 + self.fresh())
        self.act(
            lambda: names.set_dates(self.context, f"#{root}", dates), lambda: self.model[root].put("dates", 0, dates)
        )

    @rule(index=INDEX, ids=SOME)
    def tag(self, index: int, ids: list[int]) -> None:
        """With the number of any record, also of one that is merged."""
        given = self.one(sorted(self.model), index)
        root = self.root(given)
        held = set().union(*(self.model[each].tags for each in self.members(root)))
        self.act(
            lambda: tag.add(self.context, ids, [("person", f"#{given}")]),
            lambda: self.model[root].tags.update(set(ids) - held),
        )

    @rule(index=INDEX, other=INDEX)
    def merge_two_for_the_name(self, index: int, other: int) -> None:
        self.merge([index, other], {"name": 1, "dates": 1})

    @rule(chosen=st.lists(INDEX, min_size=2, max_size=4), whose=st.dictionaries(st.sampled_from(FIELDS), INDEX))
    def merge(self, chosen: list[int], whose: dict[MergeField, int]) -> None:
        ids = list(dict.fromkeys(self.one(self.standing(), index) for index in chosen))
        if len(ids) < 2:
            return
        wanted: dict[MergeField, int] = {}
        for of, index in whose.items():
            having = [each for each in ids if self.model[each].value(of)]
            if having:
                wanted[of] = self.one(having, index)

        def told() -> None:
            for of in FIELDS:
                having = [each for each in ids if self.model[each].value(of)]
                source = wanted.get(of, having[0] if having else ids[0])
                if source != ids[0]:
                    self.model[ids[0]].put(of, source, self.model[source].value(of))
            for other in ids[1:]:
                self.model[other].into = ids[0]

        self.act(lambda: merging.merge(self.context, ids[0], ids[1:], "asked", wanted, although_apart=True), told)

    @precondition(lambda self: any(each.into for each in self.model.values()))
    @rule(index=INDEX)
    def take_out(self, index: int) -> None:
        chosen = self.one([each for each, record in self.model.items() if record.into], index)

        def told() -> None:
            into = self.model[chosen].into
            assert into
            self.model[into].take_away(chosen)
            self.model[chosen].into = None

        self.act(lambda: merging.take_out(self.context, chosen), told)

    @rule(index=INDEX, keep=st.integers(0, 3), to=st.none() | INDEX)
    def split(self, index: int, keep: int, to: int | None) -> None:
        source = self.one(self.standing(), index)
        moved = splitting.mentions_of(self.context, source)[keep:]
        others = [each for each in self.standing() if each != source]
        target = self.one(others, to) if to is not None and others else None
        if not moved:
            return
        name, made = f"Name {self.fresh()}", []

        def move() -> Changes:
            ids = [each.mention_id for each in moved]
            authority_id, changes = splitting.split_off(self.context, source, ids, name, to=target)
            made.append(authority_id)
            return changes

        def told() -> None:
            if target is None:
                self.note(made[0], name)
            for each in moved:
                self.model[each.authority_id].tags.discard(each.article_id)
                self.model[made[0]].tags.add(each.article_id)

        self.act(move, told)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        self.turn(history.undo, self.done, self.undone)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        self.turn(history.redo, self.undone, self.done)

    def turn(self, turn: Callable[[Context], Any], source: list[Any], target: list[Any]) -> None:
        now = state_of(self.archive.read()), self.model
        turn(self.context)
        wanted, self.model = source.pop()
        assert differing(state_of(self.archive.read()), wanted) == {}
        target.append(now)

    @rule(index=INDEX)
    def one_in_itself_is_refused(self, index: int) -> None:
        given = self.one(sorted(self.model), index)
        before = state_of(self.archive.read())
        with contextlib.suppress(CuratorError):
            merging.merge(self.context, given, self.members(self.root(given)))
        assert state_of(self.archive.read()) == before

    @invariant()
    def the_model_agrees(self) -> None:
        connection = self.archive.read()
        for authority_id, record in self.model.items():
            found = authorities.get(connection, authority_id)
            assert found.merged_into == record.into
            assert (found.preferred_name, found.dates) == (record.value("name"), record.value("dates"))
            rows = connection.execute(
                "SELECT article_id FROM mention WHERE authority_id = ?", (authority_id,)
            ).fetchall()
            assert sorted(row[0] for row in rows) == sorted(record.tags)
            assert authorities.root(connection, authority_id).id == self.root(authority_id)
        assert len(self.model) == connection.execute("SELECT count(*) FROM authority").fetchone()[0]

    @invariant()
    def every_name_that_was_given_finds_its_record(self) -> None:
        connection = self.archive.read()
        for authority_id, record in self.model.items():
            for name in record.given:
                assert self.root(authority_id) in [each.id for each in authorities.named(connection, name)], name

    @invariant()
    def counts_are_of_all_members(self) -> None:
        connection = self.archive.read()
        for counted in names.listed(self.context):
            members = self.members(counted.authority.id)
            together = set().union(*(self.model[each].tags for each in members))
            assert counted.articles == len(together)
            assert set(mentions.articles_with(connection, [counted.authority.id])) == together
            assert {each.id for each in merging.members(self.context, counted.authority.id)} == set(members[1:])

    def standing(self) -> list[int]:
        return [each for each, record in self.model.items() if record.into is None]

    def one(self, ids: list[int], index: int) -> int:
        return ids[index % len(ids)]

    def root(self, authority_id: int) -> int:
        into = self.model[authority_id].into
        return self.root(into) if into else authority_id

    def members(self, root: int) -> list[int]:
        """Return a record and all that stand for it."""
        return [root, *(each for each in self.model if each != root and self.root(each) == self.root(root))]

    def teardown(self) -> None:
        connection = self.archive.read()
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        self.archive.close()
        with contextlib.suppress(OSError):
            shutil.rmtree(self.place)


TestMerging = Merging.TestCase
TestMerging.settings = settings(settings.get_profile(settings.get_current_profile_name()), max_examples=60)
