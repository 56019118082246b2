"""Columns kept current from the journal are those that would be loaded afresh, whatever was done in between."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from curator.archive import Archive, Connection, collections, column_rows, mentions
from curator.archive import authorities as records
from curator.archive.authorities import date_fields
from curator.archive.transaction import Value
from curator.errors import CuratorError
from curator.model.authority import AuthorityKind
from curator.model.dates import parse_edtf
from curator.model.revision import Changes, Label
from curator.operations import authorities, authority_links, collect, erase, tag
from curator.operations import columns as columns_module
from curator.operations import history as past
from curator.operations.columns import FACET_PARTS, ArchiveColumns
from curator.operations.context import Context
from curator.search import Collected, Columns, Dates, Described, Flags, Tags, Titles
from curator.search.trees import KINDS

from ..archive.samples import add_articles, describe
from .merged_names import merge, take_out

NAMES = st.sampled_from(["#1", "#2", "#3", "#4", "Anna", "Vera"])
PATHS = st.sampled_from(["Boxes", "Boxes / 7", "Maps"])
SUBSETS = st.lists(st.integers(1, 5), min_size=1, max_size=3)
ARTICLES = st.integers(1, 5)
TEXTS = st.sampled_from([None, "az", "Town Paper"])
ALL = (*FACET_PARTS, Titles)


def decoded(columns: Columns) -> dict[int, dict[str, Any]]:
    """Return what columns say of each article, numbers of texts resolved."""
    dates, described, tags = columns.part(Dates), columns.part(Described), columns.part(Tags)
    collected, flags, titles = columns.part(Collected), columns.part(Flags), columns.part(Titles)
    rows: dict[int, dict[str, Any]] = {}
    for row, article_id in enumerate(columns.ids.tolist()):
        rows[article_id] = {
            "dates": (bool(dates.dated[row]), int(dates.earliest[row]), int(dates.latest[row])),
            "title": titles.key(row),
            "has": int(columns.having[row]),
            "collections": sorted(collected.collections.paths[at] for at in values(collected.pairs, row)),
            "flags": {name for name, mask in flags.filled.items() if mask[row]},
        }
        for name in ("publication", "language", "status"):
            labels = getattr(described, name)
            rows[article_id][name] = (*labels.names, None)[labels.codes[row]]
        for kind, pairs in tags.by_kind.items():
            assert all(KINDS[tags.authorities.kinds[at]] == kind for at in values(pairs, row))
            rows[article_id][kind] = sorted((at, tags.authorities.names[at]) for at in values(pairs, row))
    return rows


def values(pairs: Any, row: int) -> list[int]:
    return [value for value in range(len(pairs.totals)) for each in pairs.grouped.of(value) if each == row]


def afresh(archive: Archive) -> dict[int, dict[str, Any]]:
    return decoded(ArchiveColumns(archive).current(ALL))


class Columned(RuleBasedStateMachine):
    """An archive in which everything that columns look at is there from the start."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.archive = Archive.create(self.place / "Letters.curator")
        self.context = Context(self.archive)
        self.columns = ArchiveColumns(self.archive)
        ids = add_articles(self.archive, "One", "Iki", "Три", "Չորս", "Five")
        for name, some in {"Anna": ids[:3], "Hannah": ids[2:4], "Aннa": ids[:1], "Anne": ids[4:]}.items():
            tag.add(self.context, some, [("person", name)])
        for path, some in {"Boxes / 7 / a": ids[:2], "Boxes": ids[1:3], "Maps / 8": ids[3:]}.items():
            collect.put(self.context, path, some)
        self.columns.current((Tags, Described))

    def attempt(self, operation: Callable[[], object]) -> None:
        with contextlib.suppress(CuratorError, sqlite3.IntegrityError):
            operation()

    def update(self, record: str, row_id: int, **fields: Value) -> None:
        def update() -> None:
            with self.archive.transaction(Label("Update")) as transaction:
                transaction.update(record, row_id, fields)

        self.attempt(update)

    @rule(ids=SUBSETS, name=NAMES, kind=st.sampled_from(["person", "place"]))
    def tag(self, ids: list[int], name: str, kind: AuthorityKind) -> None:
        self.attempt(lambda: tag.add(self.context, ids, [(kind, name)]))

    @rule(ids=SUBSETS, name=NAMES)
    def untag(self, ids: list[int], name: str) -> None:
        self.attempt(lambda: tag.remove(self.context, ids, [("person", name)]))

    @rule(kept=NAMES, other=NAMES)
    def merge(self, kept: str, other: str) -> None:
        self.attempt(lambda: merge(self.context, kept, other))

    @rule(number=st.integers(1, 5))
    def split(self, number: int) -> None:
        self.attempt(lambda: take_out(self.context, f"#{number}"))

    @rule(name=NAMES, broader=NAMES)
    def put_under(self, name: str, broader: str) -> None:
        self.attempt(lambda: authority_links.add_broader(self.context, name, broader, "person"))

    @rule(name=NAMES, broader=NAMES)
    def take_from_under(self, name: str, broader: str) -> None:
        self.attempt(lambda: authority_links.remove_broader(self.context, name, broader, "person"))

    @rule(name=NAMES, new=NAMES)
    def rename(self, name: str, new: str) -> None:
        self.attempt(lambda: authorities.rename(self.context, name, new))

    @rule(path=PATHS, ids=SUBSETS)
    def put(self, path: str, ids: list[int]) -> None:
        self.attempt(lambda: collect.put(self.context, path, ids))

    @rule(path=PATHS, ids=SUBSETS)
    def take_out(self, path: str, ids: list[int]) -> None:
        self.attempt(lambda: collect.take_out(self.context, path, ids))

    @rule(collection=st.integers(1, 6), parent=st.integers(0, 6))
    def move_collection(self, collection: int, parent: int) -> None:
        if collection not in above(self.archive.read(), parent):
            self.update("collection", collection, parent_id=parent or None)

    @rule(collection=st.integers(1, 6), title=st.sampled_from(["Boxes", "Letters"]))
    def rename_collection(self, collection: int, title: str) -> None:
        self.update("collection", collection, title=title)

    @rule(article_id=ARTICLES, field=st.sampled_from(["title", "publication", "language", "url"]), text=TEXTS)
    def describe(self, article_id: int, field: str, text: str | None) -> None:
        self.update("article", article_id, **{field: text})

    @rule(article_id=ARTICLES, date=st.sampled_from([None, "1936", "../1950", "193X"]))
    def date(self, article_id: int, date: str | None) -> None:
        self.update("article", article_id, **date_fields(parse_edtf(date) if date else None, "published"))

    @rule(article_id=ARTICLES, trashed=st.integers(0, 1))
    def trash(self, article_id: int, trashed: int) -> None:
        self.update("article", article_id, trashed=trashed)

    @rule(mention=st.integers(1, 8), status=st.sampled_from(["confirmed", "rejected"]))
    def judge(self, mention: int, status: str) -> None:
        self.update("mention", mention, status=status)

    @rule(article_id=ARTICLES)
    def note(self, article_id: int) -> None:
        with self.archive.transaction(Label("Note")) as transaction:
            transaction.insert("note", {"article_id": article_id, "text": "Look again."})

    @rule(note=st.integers(1, 3))
    def delete_note(self, note: int) -> None:
        with self.archive.transaction(Label("Delete")) as transaction:
            transaction.delete("note", [note])

    @rule(title=TEXTS)
    def add_article(self, title: str | None) -> None:
        add_articles(self.archive, title or "")

    @rule()
    def undo(self) -> None:
        self.attempt(lambda: past.undo(self.context))

    @rule()
    def redo(self) -> None:
        self.attempt(lambda: past.redo(self.context))

    @rule(back=st.integers(0, 6))
    def revert(self, back: int) -> None:
        self.attempt(lambda: past.revert(self.context, past.revisions(self.context)[back].id))

    @rule()
    def look(self) -> None:
        assert decoded(self.columns.current(ALL)) == afresh(self.archive)

    def teardown(self) -> None:
        self.look()
        self.archive.close()
        shutil.rmtree(self.place, ignore_errors=True)


def above(connection: Connection, collection_id: int) -> set[int]:
    """Return a collection and those it lies in."""
    found: set[int] = set()
    while collection_id and collection_id not in found:
        found.add(collection_id)
        row = connection.execute("SELECT parent_id FROM collection WHERE id = ?", (collection_id,)).fetchone()
        collection_id = (row and row[0]) or 0
    return found


TestColumned = Columned.TestCase
TestColumned.settings = settings(
    settings.get_profile(settings.get_current_profile_name()), max_examples=40, stateful_step_count=30
)


@pytest.fixture
def filled(archive: Archive) -> Archive:
    """Three articles, a person on the first two, a place on the second, the third in a collection."""
    ids = add_articles(archive, "One", "Two", "Three")
    with archive.transaction(Label("Fill")) as transaction:
        person, place = records.add(transaction, "person", "Anna"), records.add(transaction, "place", "Şuşa")
        mentions.tag(transaction, ids[:2], person)
        mentions.tag(transaction, ids[1:2], place)
        collections.put(transaction, collections.add(transaction, "Boxes / 7"), ids[2:])
    return archive


def test_only_touched_articles_are_loaded_again(filled: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    columns = ArchiveColumns(filled)
    columns.current(ALL)
    asked: list[Any] = []
    taggings = column_rows.taggings
    monkeypatch.setattr(
        column_rows, "taggings", lambda connection, only: asked.append(only) or taggings(connection, only)
    )
    before = columns.current(ALL)
    describe(filled, 2, title="Second")
    after = columns.current(ALL)
    assert asked == [{2}]
    assert decoded(before) != decoded(after) == afresh(filled)
    assert before.part(Dates) is not after.part(Dates)


def test_a_rename_loads_no_article_again(filled: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    columns = ArchiveColumns(filled)
    pairs = columns.current(ALL).part(Tags).by_kind
    with filled.transaction(Label("Rename")) as transaction:
        records.rename(transaction, 1, "Hannah")
    tags = columns.current(ALL).part(Tags)
    assert tags.authorities.names[1] == "Hannah"
    assert all(tags.by_kind[kind] is pairs[kind] for kind in pairs)


def test_nothing_is_loaded_that_was_not_asked_for(filled: Archive) -> None:
    columns = ArchiveColumns(filled)
    assert dict(columns.current().parts) == {}
    assert set(columns.current((Dates,)).parts) == {Dates}
    describe(filled, 1, language="az")
    assert set(columns.current().parts) == {Dates}


def test_what_another_process_wrote_is_seen(filled: Archive) -> None:
    columns = ArchiveColumns(filled)
    columns.current(ALL)
    with Archive.open(filled.folder.path) as other:
        describe(other, 1, published="1936", published_earliest=2_428_169, published_latest=2_428_534)
    assert columns.current().part(Dates).dated.tolist() == [True, False, False]


def test_what_was_erased_is_gone_from_the_columns(filled: Archive) -> None:
    columns = ArchiveColumns(filled)
    columns.current(ALL)
    erase.names(Context(filled), [("person", "Anna")], "asked to", ["Anna"])
    assert 1 not in columns.current().part(Tags).authorities.names
    erase.articles(Context(filled), [2], "asked to", ["Two"])
    assert columns.current().ids.tolist() == [1, 3]
    assert decoded(columns.current()) == afresh(filled)


def test_what_the_journal_does_not_tell_is_loaded_afresh(filled: Archive) -> None:
    columns = ArchiveColumns(filled)
    columns.current(ALL)
    with filled.transaction(Label("Untag")) as transaction:
        mentions.untag(transaction, [1], 1)
    filled.derived(("UPDATE change SET before = NULL WHERE record = ?", [("mention",)]))
    assert column_rows.touched_articles(filled.read(), Changes(9, {"mention": frozenset({1})}), 0) is None
    assert decoded(columns.current()) == afresh(filled)


def test_much_at_once_is_loaded_afresh(filled: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    columns = ArchiveColumns(filled)
    columns.current(ALL)
    monkeypatch.setattr(columns_module, "_MOST_CHANGES", 1)
    monkeypatch.setattr(column_rows, "touched_articles", None)
    add_articles(filled, "Four", "Five")
    assert columns.current().ids.tolist() == [1, 2, 3, 4, 5]
    assert decoded(columns.current()) == afresh(filled)


def test_old_columns_stay_as_they_were(filled: Archive) -> None:
    columns = ArchiveColumns(filled)
    old = columns.current(ALL)
    said = decoded(old)
    describe(filled, 1, trashed=1)
    with filled.transaction(Label("Tag")) as transaction:
        mentions.tag(transaction, [3], 2)
    assert columns.current().ids.tolist() == [2, 3]
    assert decoded(old) == said
    assert np.array_equal(old.mask(np.array([1, 99])), [True, False, False])
