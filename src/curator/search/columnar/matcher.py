"""The postings of one term as a Whoosh matcher."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

import numpy as np

from .postings import Postings
from .whoosh_api import LeafMatcher, ReadTooFar


class PostingsMatcher(LeafMatcher):  # type: ignore[misc]
    """Walks through the documents of a term.

    Args:
        postings: of the field.
        ordinal: the number of the term.
        term: field and term.
        format_: the format of the field.
        scorer: Whoosh's scorer, or None.
    """

    def __init__(self, postings: Postings, ordinal: int, term: tuple[str, bytes], format_: Any, scorer: Any) -> None:
        self._postings = postings
        self._ordinal = ordinal
        self._term = term
        self.format = format_
        self.scorer = scorer
        frequencies = postings.frequencies(ordinal, ordinal + 1)
        self._docs: list[int] = postings.docs(ordinal, ordinal + 1).tolist()
        self._frequencies: list[int] = frequencies.tolist()
        self._ends = np.cumsum(frequencies) + postings.occurrence_bounds(ordinal, ordinal + 1)[0]
        self._at = 0

    def is_active(self) -> bool:
        """Tell whether there is a document here."""
        return self._at < len(self._docs)

    def reset(self) -> None:
        """Go back to the first document."""
        self._at = 0

    def copy(self) -> PostingsMatcher:
        """Return a matcher that stands where this one does."""
        other = PostingsMatcher(self._postings, self._ordinal, self._term, self.format, self.scorer)
        other._at = self._at
        return other

    def id(self) -> int:
        """Return the number of the document here."""
        return self._docs[self._at]

    def all_ids(self) -> Iterator[int]:
        """Yield the documents from here on."""
        return iter(self._docs[self._at :])

    def next(self) -> bool:
        """Go to the next document."""
        if not self.is_active():
            raise ReadTooFar
        self._at += 1
        return False

    def skip_to(self, id: int) -> None:
        """Go to the first document that is not before `id`, never backwards."""
        if not self.is_active():
            raise ReadTooFar
        self._at = bisect_left(self._docs, id, self._at)

    def weight(self) -> float:
        """Return how often the document here holds the term."""
        return float(self._frequencies[self._at])

    def value(self) -> bytes:
        """Return where, encoded by the format of the field."""
        end, count = int(self._ends[self._at]), self._frequencies[self._at]
        if not self._postings.has_positions:
            return bytes(self.format.encode(count))
        encoded: bytes = self.format.encode(self._postings.positions_between(end - count, end).tolist())
        return encoded

    def supports_block_quality(self) -> bool:
        """Tell Whoosh that it cannot leave out documents by their score."""
        return False
