"""Ranking: BM25F with Lucene's inverse document frequency and exact lengths."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from curator.search.columnar import Scoring, State
from curator.search.schema import BODY, TITLE, TITLE_WEIGHT

# Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009). For k1 from 1.6 to 2.5 and b
# from 0.65 to 0.85 two collections differ little: tests/benchmarks/score_ranking.py.
_K1 = 2.0
_B = 0.75
# What another form of a word counts for; where a document holds the word itself, each of its forms counts so much more.
FORM_SHARE = 0.5
# A score for being spelled as it was typed: more than any word makes (k1 + 1 times the highest idf), to come first.
AS_TYPED = 100.0
_TITLE_ALONE = frozenset((TITLE,))


def inverse_document_frequency(found: int, count: int) -> float:
    """Return how telling a word is that `found` of `count` articles hold; always above 0, as in Lucene."""
    return math.log(1 + (count - found + 0.5) / (found + 0.5))


def length_norms(lengths: NDArray[np.int32], mean: float) -> NDArray[np.float64]:
    """Return the BM25 norms of articles of `lengths` (words) in an archive with that `mean` length."""
    return _K1 * (1 - _B + _B * lengths.astype(np.float64) / max(mean, 1.0))


def scores(idf: float, weights: NDArray[np.float64], norms: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """Return the BM25 scores of articles that hold a word with `weights`, all at once."""
    return idf * (_K1 + 1) * weights / (weights + norms)


class Ranking(Scoring):
    """What makes scores of how often words are in title and body.

    Args:
        state: of the index.
    """

    def __init__(self, state: State) -> None:
        lengths = state.lengths(TITLE) * TITLE_WEIGHT + state.lengths(BODY)
        mean = float(lengths[state.alive].mean()) if state.count else 0.0
        self._norms = length_norms(lengths, mean).astype(np.float32)

    def idf(self, found: int, count: int) -> float:
        """Return how telling a word is that `found` of `count` articles hold."""
        return inverse_document_frequency(found, count)

    def scores(
        self, idf: float, weights: NDArray[np.float64], docs: NDArray[np.int64], fields: frozenset[str]
    ) -> NDArray[np.float64]:
        """Return the scores of documents for one word; in titles alone the length does not count."""
        return scores(idf, weights, _K1 if fields == _TITLE_ALONE else self._norms[docs].astype(np.float64))
