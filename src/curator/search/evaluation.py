"""From the tree of a query to Whoosh's: text goes to Whoosh's matchers, all else are sets of documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.search.id_set import IdSet
from curator.search.nodes import And, Every, FieldTerm, Node, Not, Or, Phrase, Prefix, Word
from curator.search.snapshot import Ids, Leaf, Snapshot
from curator.search.weighting import inverse_document_frequency, scores
from curator.search.whoosh_parts import AndQuery, OrQuery, PhraseQuery, TermQuery

Interrupt = Callable[[], object]
_HITS_BETWEEN_LOOKS = 1_024


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
        for leaf_node in leaves_of(node):
            if isinstance(leaf_node, Prefix) and leaf_node not in self._sets:
                self._sets[leaf_node] = self._prefix(leaf_node)
        found = []
        for leaf in self._snapshot.leaves:
            query = self._query(node, leaf)
            if allowed is not None:
                query = AndQuery([allowed.part(leaf), query])
            part = self._matched(query, leaf)
            found.append(Scored(part.docs + leaf.offset, part.scores))
        return _concatenated(found)

    def _query(self, node: Node, leaf: Leaf) -> Any:
        """Return the Whoosh query of `node` for one segment."""
        match node:
            case Word():
                return TermQuery(node.field, node.folded)
            case Phrase():
                return PhraseQuery(node.field, list(node.words))
            case And():
                return AndQuery([self._query(part, leaf) for part in node.parts])
            case Or():
                return _union([self._query(part, leaf) for part in node.parts])
            case Not():
                # Whoosh's own Not scores 1 for each, and so would change the ranking.
                left = leaf.alive.copy()
                left[self._matched(self._query(node.part, leaf), leaf).docs] = False
                return IdSet(np.flatnonzero(left))
            case Every():
                return IdSet(np.flatnonzero(leaf.alive))
            case Prefix() | FieldTerm():
                return self._sets[node].part(leaf)

    def _matched(self, query: Any, leaf: Leaf) -> Scored:
        """Return all documents of one segment that a Whoosh query finds."""
        if isinstance(query, IdSet):
            return Scored(query.numbers, query.scores)
        docs, points = self._walked(query.matcher(leaf.searcher, leaf.searcher.context()))
        return Scored(np.array(docs, dtype=np.int64), np.array(points, dtype=np.float64))

    def _walked(self, matcher: Any, weights: bool = False) -> tuple[list[int], list[float]]:
        docs: list[int] = []
        points: list[float] = []
        point = matcher.weight if weights else matcher.score
        while matcher.is_active():
            docs.append(matcher.id())
            points.append(point())
            matcher.next()
            if not len(docs) % _HITS_BETWEEN_LOOKS:
                self._interrupt()
        return docs, points

    def _prefix(self, node: Prefix) -> Scored:
        """Find the words that begin so, and score them as if they were one word."""
        parts = [self._prefix_in(node, leaf) for leaf in self._snapshot.leaves]
        count = sum(int(np.count_nonzero(weights)) for weights in parts)
        idf = inverse_document_frequency(count, max(self._snapshot.count, count))
        found = []
        for leaf, weights in zip(self._snapshot.leaves, parts, strict=True):
            docs = np.flatnonzero(weights)
            found.append(Scored(docs + leaf.offset, scores(idf, weights[docs], leaf.norms[docs])))
        return _concatenated(found)

    def _prefix_in(self, node: Prefix, leaf: Leaf) -> NDArray[np.float64]:
        """Return for each document of one segment the weight of all words that begin so."""
        sums = np.zeros(len(leaf.alive))
        reader = leaf.searcher.reader()
        for word in reader.expand_prefix(node.field, node.folded):
            docs, weights = self._walked(reader.postings(node.field, word), weights=True)
            sums[docs] += weights
            self._interrupt()
        return sums


def unscored(docs: Ids) -> Scored:
    """Return `docs` with a score of 0 each."""
    return Scored(docs, np.zeros(len(docs)))


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
