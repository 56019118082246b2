"""Sets of documents with scores, and how they are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Docs = NDArray[np.int64]
Scores = NDArray[np.float64]
# One of so many documents: below, looking up each is quicker than an array for all.
_FEW = 64


@dataclass(frozen=True, slots=True)
class Found:
    """Ascending document numbers with their scores."""

    docs: Docs
    scores: Scores

    def times(self, boost: float) -> Found:
        """Return the same with all scores multiplied."""
        return self if boost == 1.0 else Found(self.docs, self.scores * boost)


def unscored(docs: Docs) -> Found:
    """Return documents with a score of 0 each."""
    return Found(docs, np.zeros(len(docs)))


def in_all(parts: Sequence[Found], size: int) -> Found:
    """Return the documents that are in all parts, with the sums of their scores; `size`: documents there are."""
    first, *others = sorted(parts, key=lambda part: len(part.docs))
    docs, scores = first.docs, first.scores
    for other in others:
        there, points = looked_up(docs, other, size)
        docs, scores = docs[there], scores[there] + points[there]
    return Found(docs, scores)


def in_any(parts: Sequence[Found], size: int) -> Found:
    """Return the documents that are in any part, with the sums of their scores."""
    if len(parts) == 1:
        return parts[0]
    there = np.zeros(size, dtype=bool)
    scores = np.zeros(size)
    for part in parts:
        there[part.docs] = True
        scores[part.docs] += part.scores
    docs = np.flatnonzero(there)
    return Found(docs, scores[docs])


def best_of_any(parts: Sequence[Found], size: int) -> Found:
    """Return the documents that are in any part, with the best of their scores."""
    scores = np.full(size, -np.inf)
    for part in parts:
        scores[part.docs] = np.maximum(scores[part.docs], part.scores)
    docs = np.flatnonzero(scores > -np.inf)
    return Found(docs, scores[docs])


def without(part: Found, other: Found, size: int) -> Found:
    """Return the documents that are in `part`, but not in `other`."""
    there, _points = looked_up(part.docs, other, size)
    return Found(part.docs[~there], part.scores[~there])


def looked_up(docs: Docs, part: Found, size: int) -> tuple[NDArray[np.bool_], Scores]:
    """Return for each of `docs` whether it is in `part`, and its score there, 0 if it is not."""
    if len(docs) * _FEW < size:
        at = np.minimum(part.docs.searchsorted(docs), max(len(part.docs) - 1, 0))
        there = part.docs[at] == docs if len(part.docs) else np.zeros(len(docs), dtype=bool)
        return there, np.where(there, part.scores[at], 0.0) if len(part.docs) else np.zeros(len(docs))
    scores = np.full(size, np.nan)
    scores[part.docs] = part.scores
    points = scores[docs]
    there = ~np.isnan(points)
    return there, np.where(there, points, 0.0)
