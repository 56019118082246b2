"""Searching: exact totals, ranked hits, and all ids for facets and sorting elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from types import TracebackType
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from curator.search.columnar import Found, let_go, unscored
from curator.search.evaluation import Asked, Evaluation, Interrupt, asked
from curator.search.folder import Index, checked, current_generation, noticing_damage
from curator.search.index_words import IndexWords
from curator.search.nodes import Node
from curator.search.snapshot import Ids, Snapshot

_DIGITS = 6
Answer = TypeVar("Answer")
Resolve = Callable[[Asked], Ids]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found; its score compares only with others of the same search."""

    article_id: int
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """What a search found.

    Args:
        total: how many articles, exactly.
        items: the best of them, best first, at equal scores by id.
    """

    total: int
    items: tuple[Hit, ...]
    _found: Found = field(repr=False)

    def all_ids(self) -> Ids:
        """Return the ids of all articles found, ascending (int64)."""
        return self._found.docs

    def narrowed(self, allowed: NDArray[np.bool_], limit: int | None = None) -> Hits:
        """Return those of the hits that are `allowed`, a mask over `all_ids`, with the best `limit` ranked anew."""
        return _hits(Found(self._found.docs[allowed], self._found.scores[allowed]), limit)

    def favouring(self, ids: Ids, factor: float) -> Hits:
        """Return the same hits, none of them ranked yet, with the scores of `ids` (in any order) multiplied."""
        docs = self._found.docs
        return _hits(Found(docs, np.where(np.isin(docs, ids), self._found.scores * factor, self._found.scores)), 0)

    def ranked(self) -> Ids:
        """Return the ids of all articles found, best first, at equal scores by id (int64)."""
        return _ranked(self._found, None).docs

    def score(self, article_id: int) -> float:
        """Return the score of an article that was found."""
        return float(self._found.scores[self._found.docs.searchsorted(article_id)])


class Searcher:
    """Searches one index, whichever generation is in use; safe to share between threads, which then take turns.

    Args:
        index: as `open_index` returned it.
    """

    def __init__(self, index: Index) -> None:
        self._lock = Lock()
        self._folder = index.folder
        self._snapshot = checked(index.folder, lambda: Snapshot(index))

    @property
    def count(self) -> int:
        """The number of articles in the index."""
        return self._snapshot.count

    def search(
        self,
        node: Node,
        resolve: Resolve,
        limit: int | None = None,
        ids_allowed: NDArray[np.int64] | None = None,
        interrupt: Interrupt = lambda: None,
    ) -> Hits:
        """Find articles.

        Args:
            node: the query, as `parse` returned it.
            resolve: returns the ids of the articles (int64, in any order) that a field term stands for; of a phrase
                with spellings, those whose texts have it so.
            limit: how many hits to rank and return; None for all.
            ids_allowed: the only articles to look among; None for all.
            interrupt: called now and then; what it raises ends the search.

        Returns:
            The hits. Field terms, negations and sets add nothing to scores.

        Raises:
            IndexDamaged: the index has to be built anew.
        """
        fields = {term: np.asarray(resolve(term), dtype=np.int64) for term in asked(node)}
        with self._lock, noticing_damage(self._folder):
            try:
                return self._search(node, fields, limit, ids_allowed, interrupt)
            finally:
                let_go()

    def words(self, question: Callable[[IndexWords], Answer]) -> Answer:
        """Return the answer to a question about the words that the index knows. Raises IndexDamaged."""
        with self._lock, noticing_damage(self._folder):
            try:
                return question(IndexWords(self._snapshot))
            finally:
                let_go()

    def refresh(self) -> bool:
        """Take up commits and generations since; return whether there were any. Raises IndexDamaged."""
        with self._lock:
            old = self._snapshot
            generation = current_generation(old.index.folder, old.index.archive_uid)
            if generation == old.index.generation and checked(self._folder, old.is_current):
                return False
            index = Index(old.index.folder, old.index.archive_uid, generation)
            self._snapshot = checked(self._folder, lambda: Snapshot(index))
            old.close()
            return True

    def check(self) -> None:
        """See that every byte of the words in the index is as it was written; IndexDamaged if not."""
        with self._lock, noticing_damage(self._folder):
            try:
                self._snapshot.state.check_all()
            finally:
                let_go()

    def close(self) -> None:
        """Unmap the files of the index."""
        with self._lock:
            self._snapshot.close()

    def __enter__(self) -> Searcher:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def _search(
        self,
        node: Node,
        fields: dict[Asked, Ids],
        limit: int | None,
        ids_allowed: Ids | None,
        interrupt: Interrupt,
    ) -> Hits:
        snapshot = self._snapshot
        snapshot.state.see_that_it_is_there()
        evaluation = Evaluation(snapshot, fields, interrupt)
        found = evaluation.run(node, ids_allowed)
        ids = snapshot.articles(found.docs)
        # Sums of the same scores in another order differ in their last digits; that must not order equal hits.
        points = found.scores.round(_DIGITS)
        if (ids[1:] < ids[:-1]).any():
            # Segments are ascending runs: a stable sort merges them.
            order = np.argsort(ids, kind="stable")
            ids, points = ids[order], points[order]
        return _hits(Found(ids, points), limit)


def unranked(ids: Ids) -> Hits:
    """Return hits that were found without words: ascending ids, a score of 0 each."""
    return Hits(len(ids), (), unscored(ids))


def _hits(found: Found, limit: int | None) -> Hits:
    best = _ranked(found, limit)
    return Hits(len(found.docs), tuple(map(Hit, best.docs.tolist(), best.scores.tolist())), found)


def _ranked(found: Found, limit: int | None) -> Found:
    """Return the best `limit` of articles with scores, best first."""
    ids, points = found.docs, found.scores
    if limit == 0:
        return Found(ids[:0], points[:0])
    if limit is not None and limit < len(ids):
        worst = np.partition(points, len(points) - limit)[len(points) - limit]
        ids, points = ids[points >= worst], points[points >= worst]
    order = _best_first(points)[:limit]
    return Found(ids[order], points[order])


def _best_first(points: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the order of scores, best first, at equal ones as they stand.

    One sort of whole numbers, the score above the place: a stable sort of floats takes five times as long.
    """
    if not len(points):
        return np.empty(0, dtype=np.int64)
    bits = len(points).bit_length()
    keys: NDArray[np.int64] = np.rint((points.max() - points) * 10**_DIGITS).astype(np.int64) << bits
    keys |= np.arange(len(points))
    keys.sort()
    keys &= (1 << bits) - 1
    return keys
