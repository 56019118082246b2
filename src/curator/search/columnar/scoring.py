"""What a document that holds a word is worth; whoever searches may bring another way."""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from .state import State

Scores = NDArray[np.float64]


class Scoring(Protocol):
    """Makes scores of weights."""

    def idf(self, found: int, count: int) -> float:
        """Return how telling a word is that `found` of `count` documents hold."""

    def scores(self, idf: float, weights: Scores, docs: NDArray[np.int64], fields: frozenset[str]) -> Scores:
        """Return the scores of documents for one word.

        Args:
            idf: how telling it is.
            weights: how often each holds it, times the boosts of fields.
            docs: their numbers in the whole index.
            fields: those that were looked in.
        """


class BM25(Scoring):
    """BM25 with Lucene's inverse document frequency and exact lengths.

    Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).

    Args:
        state: of the index.
        field: whose lengths count.
        k1, b: the constants of BM25.
    """

    def __init__(self, state: State, field: str, k1: float = 1.2, b: float = 0.75) -> None:
        lengths = state.lengths(field).astype(np.float64)
        mean = float(lengths[state.alive].mean()) if state.count else 1.0
        self._k1 = k1
        self._norms = k1 * (1 - b + b * lengths / max(mean, 1.0))

    def idf(self, found: int, count: int) -> float:
        """Return Lucene's inverse document frequency, which is always above 0."""
        return math.log(1 + (count - found + 0.5) / (found + 0.5))

    def scores(self, idf: float, weights: Scores, docs: NDArray[np.int64], fields: frozenset[str]) -> Scores:
        """Return the BM25 scores."""
        return idf * (self._k1 + 1) * weights / (weights + self._norms[docs])
