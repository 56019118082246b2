"""Ranking: BM25 with Lucene's inverse document frequency and exact lengths."""

from __future__ import annotations

import math
from array import array
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.search.schema import TITLE
from curator.search.whoosh_parts import BaseScorer, WeightingModel

# Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
_K1 = 1.2
_B = 0.75


def inverse_document_frequency(found: int, count: int) -> float:
    """Return how telling a word is that `found` of `count` articles hold; always above 0, as in Lucene."""
    return math.log(1 + (count - found + 0.5) / (found + 0.5))


def length_norms(lengths: NDArray[np.int32], mean: float) -> NDArray[np.float64]:
    """Return the BM25 norms of articles of `lengths` (words) in an archive with that `mean` length."""
    return _K1 * (1 - _B + _B * lengths.astype(np.float64) / max(mean, 1.0))


def field_norms(field: str, norms: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the norms that hold for a field: in titles the length does not count."""
    return np.full(len(norms), _K1) if field == TITLE else norms


def scores(idf: float, weights: NDArray[np.float64], norms: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the BM25 scores of articles that hold a word with `weights`, all at once."""
    return idf * (_K1 + 1) * weights / (weights + norms)


class Ranking(WeightingModel):  # type: ignore[misc]
    """The model that Whoosh asks for a scorer of each word in each segment.

    Args:
        norms: for each segment, by its id, the norms of its documents in their order.
    """

    def __init__(self, norms: dict[str, array[float]]) -> None:
        self._norms = norms

    def idf(self, searcher: Any, fieldname: str, text: bytes) -> float:
        """Return the inverse document frequency of a word over all segments."""
        whole = searcher.get_parent()
        return inverse_document_frequency(whole.doc_frequency(fieldname, text), whole.doc_count_all())

    def scorer(self, searcher: Any, fieldname: str, text: bytes, qf: int = 1) -> Any:
        """Return the scorer of one word in the segment that `searcher` reads."""
        idf = searcher.idf(fieldname, text)
        if fieldname == TITLE:
            return _TitleScorer(idf)
        return _TextScorer(idf, self._norms[searcher.reader().segment().segment_id()])


class _TextScorer(BaseScorer):  # type: ignore[misc]
    def __init__(self, idf: float, norms: array[float]) -> None:
        self._best = idf * (_K1 + 1)
        self._norms = norms

    def score(self, matcher: Any) -> float:
        weight: float = matcher.weight()
        norm: float = self._norms[matcher.id()]
        return self._best * weight / (weight + norm)


class _TitleScorer(BaseScorer):  # type: ignore[misc]
    def __init__(self, idf: float) -> None:
        self._best = idf * (_K1 + 1)

    def score(self, matcher: Any) -> float:
        weight: float = matcher.weight()
        return self._best * weight / (weight + _K1)
