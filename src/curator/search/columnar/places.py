"""Where a word of a phrase stands, in all documents of a segment at once.

A place is one number, the document above the position, so that places of one word are compared with those of another
for many documents in one step.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .dictionary import Ordinals
from .postings import Postings, runs

Places = NDArray[np.int64]
Docs = NDArray[np.int64]
Weighted = tuple[Docs, NDArray[np.float64]]
_SHIFT = 32
_POSITIONS = (1 << _SHIFT) - 1
# More than a phrase has words: where it would begin before the text, a place is still one in the same document.
_ROOM = 1 << 16


@dataclass(frozen=True, slots=True)
class Element:
    """One word of a phrase, or two at once.

    Args:
        postings: where its postings are.
        ordinals: the terms that may stand there.
        before: how many words of the phrase come before it.
    """

    postings: Postings
    ordinals: Ordinals
    before: int

    def size(self) -> int:
        """Return in how many documents it is at most."""
        return sum(int(self.postings.found(*run).sum()) for run in runs(self.ordinals))

    def weighted(self, size: int) -> Weighted:
        """Return the documents that hold it, ascending, of a segment of `size`, and how often each does."""
        docs, frequencies = self.postings.of_terms(self.ordinals)
        if len(self.ordinals) == 1:
            return docs.astype(np.int64), frequencies.astype(np.float64)
        weights = np.bincount(docs, frequencies, size).astype(np.float64, copy=False)
        held = np.flatnonzero(weights)
        return held, weights[held]

    def places(self, docs: Docs, size: int) -> Places:
        """Return the places in `docs`, which hold it, ascending, as if the phrase began there."""
        wanted = np.zeros(size, dtype=bool)
        wanted[docs] = True
        found = [np.empty(0, dtype=np.int64)]
        for first, last in runs(self.ordinals):
            held, frequencies = self.postings.docs(first, last), self.postings.frequencies(first, last)
            kept = np.repeat(wanted[held], frequencies)
            all_docs = np.repeat(held, frequencies)[kept].astype(np.int64)
            positions = self.postings.positions(first, last)[kept]
            found.append((all_docs << _SHIFT) + positions + (_ROOM - self.before))
        places = np.concatenate(found)
        return places if len(self.ordinals) == 1 else np.sort(places)

    def stands_at(self, places: Places, size: int) -> NDArray[np.bool_]:
        """Return for ascending places, in documents that hold it, whether it stands where a phrase there has it."""
        if len(self.ordinals) > 1:
            return _among(places, self.places(documents(places)[0], size))
        ordinal = int(self.ordinals[0])
        held, frequencies = self.postings.docs(ordinal, ordinal + 1), self.postings.frequencies(ordinal, ordinal + 1)
        positions = self.postings.positions(ordinal, ordinal + 1)
        row = np.empty(size, dtype=np.int64)
        row[held] = np.arange(len(held))
        rows = row[places >> _SHIFT]
        last = np.cumsum(frequencies, dtype=np.int64)[rows]
        first = last - frequencies[rows]
        wanted = (places & _POSITIONS) - (_ROOM - self.before)
        return _within(positions, first, last, wanted)


def documents(places: Places) -> tuple[Docs, NDArray[np.int64]]:
    """Return the documents of ascending places, each once, and how many places are in each."""
    docs = places >> _SHIFT
    first = np.flatnonzero(np.diff(docs, prepend=-1))
    return docs[first], np.diff(first, append=len(docs))


def _within(
    numbers: NDArray[np.int32], first: NDArray[np.int64], last: NDArray[np.int64], wanted: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Return whether each of `wanted` is among the ascending numbers from `first` to before `last`.

    All bisections go on together, a step at a time: what would have to be gathered otherwise is many times as much.
    """
    low, high = first.copy(), last - 1
    for _step in range(int(np.max(last - first, initial=1) - 1).bit_length()):
        middle = (low + high) >> 1
        before = numbers[middle] < wanted
        low = np.where(before, np.minimum(middle + 1, high), low)
        high = np.where(before, high, middle)
    found: NDArray[np.bool_] = numbers[low] == wanted
    return found


def _among(some: Places, others: Places) -> NDArray[np.bool_]:
    """Return which of ascending numbers are among others, ascending too."""
    if not len(others):
        return np.zeros(len(some), dtype=bool)
    found: NDArray[np.bool_] = others[np.minimum(others.searchsorted(some), len(others) - 1)] == some
    return found
