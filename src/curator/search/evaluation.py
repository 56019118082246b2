"""From the tree of a query to Whoosh's: text goes to Whoosh's matchers, all else are sets of documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.search.id_set import IdSet
from curator.search.mapped_file import let_go
from curator.search.nodes import And, Every, FieldTerm, Node, Not, Or, Phrase, Prefix, Word
from curator.search.phrase import AdjacentWords
from curator.search.posting_blocks import Interrupt
from curator.search.postings import read_postings, walk
from curator.search.snapshot import Ids, Leaf, Snapshot
from curator.search.weighting import field_norms, inverse_document_frequency, scores
from curator.search.whoosh_parts import AndQuery, OrQuery, TermQuery

_LEAVES_AT_A_TIME = 8


@dataclass(frozen=True, slots=True)
class Scored:
    """Ascending document numbers with their scores."""

    docs: Ids
    scores: NDArray[np.float64]

    def part(self, leaf: Leaf) -> IdSet:
        """Return the set of those in one segment, numbered as there."""
        where = leaf.slice(self.docs)
        return IdSet(self.docs[where] - leaf.offset, self.scores[where])


def leaves_of(node: Node) -> Iterator[Node]:
    """Yield the nodes of a tree that hold no others."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from leaves_of(part)
    elif isinstance(node, Not):
        yield from leaves_of(node.part)
    else:
        yield node


class Evaluation:
    """Evaluates one query on one state of the index.

    Args:
        snapshot: the state.
        fields: the articles of each field term of the query.
        interrupt: called now and then; it may raise to give up.
    """

    def __init__(self, snapshot: Snapshot, fields: Mapping[FieldTerm, Ids], interrupt: Interrupt) -> None:
        self._interrupt = interrupt
        self._snapshot = snapshot
        self._sets: dict[Node, Scored] = {term: unscored(snapshot.docs(ids)) for term, ids in fields.items()}

    def run(self, node: Node, allowed: Scored | None = None) -> Scored:
        """Return all documents that `node` finds, of the `allowed` ones alone if there are such."""
        for part in leaves_of(node):
            if isinstance(part, Prefix) and part not in self._sets:
                self._sets[part] = self._prefix(part)
        found = []
        for leaf in self._snapshot.leaves:
            query = None if allowed is None else AndQuery([allowed.part(leaf), self._query(node, leaf)])
            part_found = self._found(node, leaf) if query is None else self._walked(query, leaf)
            found.append(Scored(part_found.docs + leaf.offset, part_found.scores))
        return _concatenated(found)

    def _found(self, node: Node, leaf: Leaf) -> Scored:
        """Return all documents of one segment that `node` finds, numbered as there."""
        if isinstance(node, Word):
            return self._word(node, leaf)
        if isinstance(node, Or):
            return _united([self._found(part, leaf) for part in node.parts], len(leaf.alive))
        query = self._query(node, leaf)
        if isinstance(query, IdSet):
            return Scored(query.numbers, query.scores)
        return self._walked(query, leaf)

    def _query(self, node: Node, leaf: Leaf) -> Any:
        """Return the Whoosh query of `node` for one segment."""
        match node:
            case Word():
                return TermQuery(node.field, node.folded)
            case Phrase():
                return AdjacentWords(node.field, node.words)
            case And():
                return AndQuery([self._query(part, leaf) for part in node.parts])
            case Or():
                return _union([self._query(part, leaf) for part in node.parts])
            case Not():
                # Whoosh's own Not scores 1 for each, and so would change the ranking.
                left = leaf.alive.copy()
                left[self._found(node.part, leaf).docs] = False
                return IdSet(np.flatnonzero(left))
            case Every():
                return IdSet(np.flatnonzero(leaf.alive))
            case Prefix() | FieldTerm():
                return self._sets[node].part(leaf)

    def _walked(self, query: Any, leaf: Leaf) -> Scored:
        """Return all documents of one segment that a Whoosh query finds, numbered as there."""
        matcher = query.matcher(leaf.searcher, leaf.searcher.context())
        return Scored(*walk(matcher, self._interrupt))

    def _word(self, node: Word, leaf: Leaf) -> Scored:
        """Find a word in one segment without a matcher's steps, to the same scores."""
        reader, word = leaf.searcher.reader(), node.folded.encode()
        if (node.field, word) not in reader:
            return unscored(np.empty(0, dtype=np.int64))
        docs, weights = read_postings(reader, node.field, [word], leaf.alive, self._interrupt)
        idf: float = leaf.searcher.idf(node.field, word)
        return Scored(docs, scores(idf, weights, field_norms(node.field, leaf.norms)[docs]))

    def _prefix(self, node: Prefix) -> Scored:
        """Find the words that begin so, and score them as if they were one word."""
        parts = []
        for at, leaf in enumerate(self._snapshot.leaves, 1):
            parts.append(self._prefix_in(node, leaf))
            if not at % _LEAVES_AT_A_TIME:
                # Short beginnings lead through the whole index.
                let_go()
        count = sum(int(np.count_nonzero(weights)) for weights in parts)
        idf = inverse_document_frequency(count, max(self._snapshot.count, count))
        found = []
        for leaf, weights in zip(self._snapshot.leaves, parts, strict=True):
            docs = np.flatnonzero(weights)
            points = scores(idf, weights[docs], field_norms(node.field, leaf.norms)[docs])
            found.append(Scored(docs + leaf.offset, points))
        return _concatenated(found)

    def _prefix_in(self, node: Prefix, leaf: Leaf) -> NDArray[np.float64]:
        """Return for each document of one segment the weight of all words that begin so."""
        reader = leaf.searcher.reader()
        words = list(reader.expand_prefix(node.field, node.folded))
        if not words:
            return np.zeros(len(leaf.alive))
        docs, weights = read_postings(reader, node.field, words, leaf.alive, self._interrupt)
        return np.bincount(docs, weights, len(leaf.alive)).astype(np.float64, copy=False)


def unscored(docs: Ids) -> Scored:
    """Return `docs` with a score of 0 each."""
    return Scored(docs, np.zeros(len(docs)))


def _united(parts: list[Scored], size: int) -> Scored:
    """Return the documents of all parts in a segment of `size`, with the sums of their scores."""
    points = np.zeros(size)
    found = np.zeros(size, dtype=bool)
    for part in parts:
        points[part.docs] += part.scores
        found[part.docs] = True
    docs = np.flatnonzero(found)
    return Scored(docs, points[docs])


def _union(queries: list[Any]) -> Any:
    query = OrQuery(queries)
    # Left to choose, Whoosh adds up scores in an array and takes a document of score 0 for one not found.
    query.matcher_type = OrQuery.DEFAULT_MATCHER
    return query


def _concatenated(parts: list[Scored]) -> Scored:
    return Scored(
        np.concatenate([np.empty(0, dtype=np.int64), *(part.docs for part in parts)]),
        np.concatenate([np.empty(0), *(part.scores for part in parts)]),
    )
