"""A set of articles as a Whoosh query, valid anywhere in a query tree: tags, dates, negations, prefixes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.search.whoosh_parts import Matcher, NullMatcher, Query


class IdSet(Query):  # type: ignore[misc]
    """Documents by number.

    Args:
        numbers: ascending document numbers of one segment (int64).
        scores: their scores; without them all are 0, so that the set does not change the ranking of others.
    """

    def __init__(self, numbers: NDArray[np.int64], scores: NDArray[np.float64] | None = None) -> None:
        self.numbers = numbers
        self.scores = np.zeros(len(numbers)) if scores is None else scores

    def estimate_size(self, _reader: Any) -> int:
        """Return the number of documents: Whoosh starts an intersection from the smallest."""
        return len(self.numbers)

    def matcher(self, _searcher: Any, _context: Any = None) -> Any:
        """Return the matcher for the segment that the set was made for."""
        return IdSetMatcher(self.numbers.tolist(), self.scores.tolist()) if len(self.numbers) else NullMatcher()


class IdSetMatcher(Matcher):  # type: ignore[misc]
    """Walks through ascending document numbers; skips by bisection."""

    def __init__(self, docs: list[int], scores: list[float]) -> None:
        self._docs = docs
        self._scores = scores
        self._at = 0

    def is_active(self) -> bool:
        """Tell whether there is a current document."""
        return self._at < len(self._docs)

    def id(self) -> int:
        """Return the current document number."""
        return self._docs[self._at]

    def next(self) -> None:
        """Go to the next document."""
        self._at += 1

    def skip_to(self, id: int) -> None:
        """Go to the first document that is not before `id`; never backwards."""
        self._at = bisect_left(self._docs, id, self._at)

    def score(self) -> float:
        """Return the score of the current document."""
        return self._scores[self._at]

    def weight(self) -> float:
        """Return the same as `score`."""
        return self._scores[self._at]

    def all_ids(self) -> Iterator[int]:
        """Yield the document numbers from the current one on."""
        return iter(self._docs[self._at :])

    def reset(self) -> None:
        """Go back to the first document."""
        self._at = 0

    def supports_block_quality(self) -> bool:
        """Tell Whoosh that it cannot skip by score here."""
        return False
