"""Whoosh's own matchers are the oracle: over the same segments they find the same, for every query."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import fields, query
from whoosh.filedb.filestore import RamStorage
from whoosh.index import FileIndex
from whoosh.searching import Searcher

from curator.search.columnar import (
    BM25,
    AnyTerm,
    ColumnarWriter,
    DocSet,
    Evaluator,
    Near,
    NumberColumn,
    State,
    Together,
    WordsField,
    merging_policy,
)

WORDS = ["a", "ab", "abc", "abd", "ba", "bab", "cab", "дом", "дома", "до", "ёж", "x"]
FIELDS = st.sampled_from(["title", "body"])
WORD = st.sampled_from(WORDS)
TEXT = st.lists(WORD, max_size=12).map(" ".join)
SCHEMA = fields.Schema(
    title=WordsField(str.split), body=WordsField(str.split), number=fields.COLUMN(NumberColumn()), tag=fields.KEYWORD
)


def words_queries() -> st.SearchStrategy[Any]:
    """Queries of words in one field."""
    patterns = st.lists(st.sampled_from(["a", "b", "c", "д", "о", "*", "?"]), min_size=1, max_size=4).map("".join)
    ends = st.none() | WORD
    return st.one_of(
        st.builds(query.Term, FIELDS, WORD),
        st.builds(query.Prefix, FIELDS, st.sampled_from(["a", "ab", "до", "z"])),
        st.builds(query.Wildcard, FIELDS, patterns),
        st.builds(query.FuzzyTerm, FIELDS, WORD, maxdist=st.integers(1, 2), prefixlength=st.integers(0, 1)),
        st.builds(query.TermRange, FIELDS, ends, ends, st.booleans(), st.booleans()),
        st.builds(AnyTerm, FIELDS, st.sampled_from(["", "a", "до"]), st.just(lambda term: len(term) != 2)),
    )


@st.composite
def near_queries(draw: st.DrawFn) -> Any:
    """Words near each other, in order or not; phrases, also with a prefix in them."""
    field = draw(FIELDS)
    parts = st.builds(query.Term, st.just(field), WORD) | st.builds(query.Prefix, st.just(field), WORD)
    return Near(field, draw(st.lists(parts, min_size=2, max_size=3)), draw(st.integers(1, 4)), draw(st.booleans()))


def leaves() -> st.SearchStrategy[Any]:
    phrases = st.builds(query.Phrase, FIELDS, st.lists(WORD, min_size=2, max_size=4))
    alone = st.one_of(words_queries(), phrases, near_queries())
    return st.one_of(
        alone,
        st.lists(alone, min_size=1, max_size=3).map(Together),
        st.sets(st.integers(0, 5)).map(lambda docs: DocSet(np.array(sorted(docs), dtype=np.int64))),
        st.just(query.Every()),
        st.just(query.NullQuery),
        st.builds(query.Term, st.just("tag"), st.sampled_from(["red", "blue"])),
        st.builds(query.Every, st.just("body")),
    )


def trees() -> st.SearchStrategy[Any]:
    def grow(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        several = st.lists(parts, min_size=1, max_size=3)
        return st.one_of(
            several.map(query.And),
            several.map(_union),
            several.map(query.DisjunctionMax),
            # Whoosh loses documents where a negation holds or stands in others; there brute_force.py is the judge.
            words_queries().map(query.Not),
            st.builds(query.AndMaybe, words_queries(), words_queries()),
            st.builds(query.Require, parts, parts),
            st.builds(query.ConstantScoreQuery, parts, st.just(2.0)),
        )

    return st.recursive(leaves(), grow, max_leaves=6)


def _union(parts: Sequence[Any]) -> Any:
    union = query.Or(parts)
    # Left to choose, Whoosh adds up scores in an array and takes a document of score 0 for one not found.
    union.matcher_type = query.Or.DEFAULT_MATCHER
    return union


DOCUMENT = st.tuples(TEXT, TEXT, st.sampled_from(["", "red", "blue red"]))
COMMITS = st.lists(st.lists(DOCUMENT, min_size=1, max_size=6), min_size=1, max_size=3)


def keep_all(_writer: Any, segments: list[Any]) -> list[Any]:
    return segments


def merge_all(writer: Any, segments: list[Any]) -> list[Any]:
    return merging_policy(range(len(segments)))(writer, segments)


@contextmanager
def index_of(commits: list[list[tuple[str, str, str]]], deleted: set[int], merged: bool) -> Iterator[Any]:
    """Make an index in memory, some documents deleted; `most_words` is small, so that the pool spills."""
    index = FileIndex.create(RamStorage(), SCHEMA, "MAIN")
    number = 0
    for commit in commits:
        writer = ColumnarWriter(index, most_words=10)
        for title, body, tag in commit:
            writer.add_document(title=title, body=body, tag=tag, number=number)
            number += 1
        writer.commit(mergetype=keep_all)
    writer = ColumnarWriter(index)
    for doc in deleted:
        if doc < number:
            writer.delete_document(doc)
    writer.commit(mergetype=merge_all if merged else keep_all)
    yield index


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=False)
@given(COMMITS, st.sets(st.integers(0, 9), max_size=4), st.booleans(), st.lists(trees(), min_size=1, max_size=6))
def test_the_same_hits_as_whooshs_matchers(
    commits: list[list[tuple[str, str, str]]], deleted: set[int], merged: bool, tried: list[Any]
) -> None:
    with index_of(commits, deleted, merged) as index:
        reader = index.reader()
        state = State(reader)
        evaluator = Evaluator(state, BM25(state, "body"))
        for each in tried:
            if not _within(each, state.size):
                continue
            assert evaluator.run(each).docs.tolist() == _by_whoosh(reader, each), each


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(COMMITS, st.sets(st.integers(0, 9), max_size=4), trees(), trees())
def test_negations_by_sets(commits: list[list[tuple[str, str, str]]], deleted: set[int], one: Any, other: Any) -> None:
    with index_of(commits, deleted, False) as index:
        state = State(index.reader())
        evaluator = Evaluator(state)
        if _within(query.And([one, other]), state.size):
            kept, left_out, every = (set(evaluator.run(each).docs.tolist()) for each in (one, other, query.Every()))
            assert set(evaluator.run(query.AndNot(one, other)).docs.tolist()) == kept - left_out
            assert set(evaluator.run(query.Not(one)).docs.tolist()) == every - kept
            assert set(evaluator.run(query.AndMaybe(one, other)).docs.tolist()) == kept


def _within(tree: Any, size: int) -> bool:
    return all(leaf.docs.max(initial=0) < size for leaf in tree.leaves() if isinstance(leaf, DocSet))


def _by_whoosh(reader: Any, tree: Any) -> list[int]:
    """Walk through the documents with Whoosh's matchers, segment by segment."""
    searcher = Searcher(reader)
    docs = []
    for part, offset in searcher.leaf_searchers():
        part.docoffset = offset
        matcher = tree.matcher(part, searcher.boolean_context())
        while matcher.is_active():
            # Whoosh's Not lets deleted documents through where what it negates has come to its end.
            if not part.reader().is_deleted(matcher.id()):
                docs.append(matcher.id() + offset)
            matcher.next()
    return docs
