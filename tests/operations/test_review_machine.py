"""Any order of acts in reviews, commits, undo and redo: nothing is lost, and each undo gives back what was before.

The model is what a person sees: the details of all items, as they were after each act.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from curator.archive import Archive, articles, originals
from curator.errors import CuratorError
from curator.operations import review_batch, review_commit, review_item
from curator.operations.context import Context
from curator.operations.review_item import ItemDetail

from .record_states import state_of
from .reviewed import CLEAN, DOUBTFUL, add_to, numbered, review_of

ITEMS = st.integers(1, 5)
SOME = st.lists(ITEMS, min_size=1, max_size=3)
TITLES = st.sampled_from(["A library", "Bir kitabxana", "", None])
DATES = st.sampled_from(["1936~", "early Feb 1992?", "no such day", None])
Seen = dict[int, ItemDetail]


class Reviews(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.archive = Archive.create(self.place / "Letters.curator")
        self.context = Context(self.archive)
        # What a person saw before each act that can be taken back, and after each that can be brought back.
        self.before: list[Seen] = []
        self.after: list[Seen] = []

    @initialize()
    def five_items(self) -> None:
        box = self.place / "box"
        self.review_id, _items = review_of(self.context, box, CLEAN, numbered(CLEAN, 2), DOUBTFUL)
        add_to(self.context, self.review_id, box, [CLEAN], bytes=(box / "1-0-0.txt").read_bytes())
        add_to(self.context, self.review_id, box, [numbered(CLEAN, 2)])

    def seen(self) -> Seen:
        return {item: review_item.detail(self.context, item) for item in range(1, 6)}

    def act(self, act: Callable[[], object]) -> None:
        before, records = self.seen(), state_of(self.archive.read())
        with contextlib.suppress(CuratorError):
            act()
        if self.seen() != before:
            self.before.append(before)
            self.after.clear()
        assert state_of(self.archive.read()) == records, "an act in a review touched a record"

    @rule(items=SOME, title=TITLES, date=DATES)
    def describe(self, items: list[int], title: str | None, date: str | None) -> None:
        self.act(lambda: review_item.set_fields(self.context, items, {"title": title, "published": date}))

    @rule(item=ITEMS, part=st.integers(0, 4))
    def toggle(self, item: int, part: int) -> None:
        self.act(lambda: review_item.toggle_part(self.context, item, part))

    @rule(items=SOME, state=st.sampled_from([review_batch.accept, review_batch.reject, review_batch.put_back]))
    def judge(self, items: list[int], state: Callable[[Context, list[int]], object]) -> None:
        self.act(lambda: state(self.context, items))

    @rule()
    def accept_clean(self) -> None:
        self.act(lambda: review_batch.accept_clean(self.context, self.review_id))

    @rule(items=SOME, decision=st.sampled_from(["skip", "keep", "not same", None]))
    def decide(self, items: list[int], decision: str) -> None:
        self.act(lambda: review_item.decide(self.context, items, decision))

    @rule(publication=st.sampled_from(["Courier", ""]))
    def give_all(self, publication: str) -> None:
        self.act(lambda: review_batch.set_defaults(self.context, self.review_id, {"publication": publication}))

    @rule()
    def undo_in_review(self) -> None:
        now = self.seen()
        if not self.before:
            return
        assert review_batch.undo(self.context, self.review_id) is not None
        assert self.seen() == self.before.pop()
        self.after.append(now)

    @rule()
    def redo_in_review(self) -> None:
        now = self.seen()
        if not self.after:
            return
        assert review_batch.redo(self.context, self.review_id) is not None
        assert self.seen() == self.after.pop()
        self.before.append(now)

    @rule()
    def commit(self) -> None:
        before = self.seen()
        wanted = [
            item for item, detail in before.items() if detail.row.state == "accepted" and not detail.row.committed
        ]
        done = review_commit.commit(self.context, self.review_id)
        now = self.seen()
        assert sum(done.counts.values()) <= len(wanted)
        assert {item for item in before if before[item] != now[item]} <= set(wanted)
        if not done.changes:
            return
        # One act of the archive takes it back, and the items wait as they did.
        records = state_of(self.archive.read())
        self.archive.undo()
        assert self.seen() == before
        self.archive.redo()
        assert self.seen() == now
        assert state_of(self.archive.read()) == records
        # The undo of the review does not reach behind a commit of the same items.
        self.before.clear()
        self.after.clear()
        with self.archive.unrecorded() as connection:
            connection.execute("DELETE FROM review_edit")

    @invariant()
    def each_article_is_one_item(self) -> None:
        connection = self.archive.read()
        for row in connection.execute("SELECT uid, article_id FROM accession_item WHERE outcome = 'added'").fetchall():
            (item,) = connection.execute("SELECT id FROM review_item WHERE uid = ?", (row["uid"],)).fetchone()
            shown = review_item.detail(self.context, item)
            article = articles.get(connection, row["article_id"])
            assert shown.row.committed
            assert (article.title, article.published) == (shown.row.title, shown.row.published)
            assert articles.text(connection, article.id).body == shown.body

    @invariant()
    def every_file_is_there(self) -> None:
        wanted, _past = originals.wanted(self.archive.read())
        assert wanted == {sha256 for sha256, _path in originals.stored(self.archive.folder)}

    def teardown(self) -> None:
        self.archive.close()
        shutil.rmtree(self.place)


Reviews.TestCase.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
TestReviews = Reviews.TestCase
