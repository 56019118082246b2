"""Runs Whoosh's trees of queries as operations on arrays.

Whoosh walks through documents one at a time, a step of Python for each; here each word of a query is looked up in all
segments at once, and sets of documents are put together as a whole. What is not known here is left to Whoosh's
matchers, so that every query of Whoosh's runs.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .combined import Beyond, Close, Forms
from .found import Found, best_of_any, in_all, in_any, looked_up, unscored, without
from .queries import DocSet, Near, Together
from .scoring import Scoring
from .state import State
from .weights import Weighted, fields_in, is_weighted, rarity, weigh
from .whoosh_api import Searcher, queries

Interrupt = Callable[[], object]
_BETWEEN_LOOKS = 1_024


class Evaluator:
    """Runs queries on one state of an index.

    Args:
        state: the state.
        scoring: what makes scores; without it all are 0.
        interrupt: called now and then; it may raise to give up.
    """

    def __init__(self, state: State, scoring: Scoring | None = None, interrupt: Interrupt = lambda: None) -> None:
        self._state = state
        self._scoring = scoring
        self._interrupt = interrupt

    def run(self, query: Any) -> Found:
        """Return all documents that a query finds, by their numbers in the whole index, without the deleted ones.

        Raises:
            DamagedError: a file of the index is not as it was written.
        """
        if is_weighted(query):
            return self._weighted(query)
        found = self._combined(query)
        return self._walked(query) if found is None else found.times(getattr(query, "boost", 1.0))

    def _combined(self, query: Any) -> Found | None:
        """Run a query that holds others, or needs no words; None for one that is not known here."""
        kind, size = type(query), self._state.size
        if kind is DocSet:
            return unscored(query.docs[self._state.alive[query.docs]])
        if kind is queries.And and query.subqueries:
            return self._all_of(query.subqueries)
        if kind in (queries.Or, Together) and query.subqueries and not query.minmatch:
            return in_any([self.run(part) for part in query.subqueries], size)
        if kind is queries.DisjunctionMax and query.subqueries and not query.tiebreak:
            return best_of_any([self.run(part) for part in query.subqueries], size)
        if kind is queries.Not:
            return without(self._every(), self.run(query.query), size)
        if kind is queries.AndNot:
            return without(self.run(query.a), self.run(query.b), size)
        if kind is queries.AndMaybe:
            return self._with_optional(self.run(query.a), self.run(query.b))
        if kind is queries.Require:
            return in_all([self.run(query.a), unscored(self.run(query.b).docs)], size)
        if kind is queries.ConstantScoreQuery:
            docs = self.run(query.child).docs
            return Found(docs, np.full(len(docs), float(query.score)))
        if kind is queries.Every and query.fieldname in (None, "*"):
            return self._every()
        return unscored(np.empty(0, dtype=np.int64)) if query == queries.NullQuery else None

    def _all_of(self, parts: list[Any]) -> Found:
        found: list[Found] = []
        for part in parts:
            found.append(self.run(part))
            if not len(found[-1].docs):
                return found[-1]
        return in_all(found, self._state.size)

    def _with_optional(self, found: Found, optional: Found) -> Found:
        _there, points = looked_up(found.docs, optional, self._state.size)
        return Found(found.docs, found.scores + points)

    def _every(self) -> Found:
        return unscored(np.flatnonzero(self._state.alive))

    def _weighted(self, query: Any) -> Found:
        """Run a query of words, a phrase, or several that count as one word."""
        parts: list[Weighted] = []
        for leaf in self._state.leaves:
            self._interrupt()
            docs, weights = weigh(query, leaf.words, len(leaf.alive))
            if leaf.has_deletions:
                kept = leaf.alive[docs]
                docs, weights = docs[kept], weights[kept]
            parts.append((docs + leaf.offset, weights))
        docs = np.concatenate([np.empty(0, dtype=np.int64), *(part[0] for part in parts)])
        weights = np.concatenate([np.empty(0), *(part[1] for part in parts)])
        return Found(docs, self._scores(query, docs, weights))

    def _scores(self, query: Any, docs: NDArray[np.int64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
        if self._scoring is None:
            return np.zeros(len(docs))
        count = max(self._state.count, len(docs))
        words = rarity(query, self._state)
        idf = sum(self._scoring.idf(min(found, count), count) for found in ([len(docs)] if words is None else words))
        scores = self._scoring.scores(idf, weights, docs, fields_in(query))
        outer = query.boost if isinstance(query, Together | Forms | Beyond | Close | Near | queries.Phrase) else 1.0
        return scores if outer == 1.0 else scores * outer

    def _walked(self, query: Any) -> Found:
        """Run a query with Whoosh's matchers, step by step."""
        searcher = Searcher(self._state.reader)
        docs: list[int] = []
        for part, offset in searcher.leaf_searchers():
            matcher = query.matcher(part, part.boolean_context())
            while matcher.is_active():
                docs.append(matcher.id() + offset)
                matcher.next()
                if not len(docs) % _BETWEEN_LOOKS:
                    self._interrupt()
        return unscored(np.array(docs, dtype=np.int64))
