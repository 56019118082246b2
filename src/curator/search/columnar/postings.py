"""The postings of one field in one segment: which documents hold which term, how often, and where.

They are arrays, in the order of terms, then documents: documents, frequencies, positions. All postings of one term, and
those of all terms that begin alike, are one piece of each. Documents take two bytes where a segment has at most 65,536
(as in the containers of Roaring: Chambi, Lemire, Kaser, Godin 2016), frequencies one, positions two; what does not fit
is told apart (narrow.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from .array_file import ArrayFile, ArrayFileWriter
from .dictionary import Dictionary, Ordinals, save_terms
from .narrow import NarrowArray, NarrowWriter

Docs = NDArray[np.int32]
Numbers = NDArray[np.int64]
_NARROW_DOCS = 1 << 16


class PostingsWriter:
    """Gathers the postings of a field in their order; forgets them on leaving as a context manager.

    Args:
        count: how many documents the segment has.
    """

    def __init__(self, count: int) -> None:
        self._docs = NarrowWriter(np.uint16 if count <= _NARROW_DOCS else np.int32)
        self._frequencies = NarrowWriter(np.uint8)
        self._positions = NarrowWriter(np.uint16)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        for part in (self._docs, self._frequencies, self._positions):
            part.close()

    def append(self, docs: NDArray[Any], frequencies: NDArray[Any], positions: NDArray[Any]) -> None:
        """Add postings that follow those before."""
        self._docs.append(docs)
        self._frequencies.append(frequencies)
        self._positions.append(positions)

    def save(
        self,
        file: ArrayFileWriter,
        name: str,
        terms: list[bytes],
        found: Numbers,
        occurrences: Numbers,
        lengths: Numbers,
    ) -> None:
        """Put all into `file`.

        Args:
            terms: sorted.
            found: for each in how many documents it is; `occurrences`, how often in all of them.
            lengths: for each document how many terms it has.
        """
        save_terms(file, name, terms)
        file.put(f"{name} postings", [np.concatenate(([0], np.cumsum(found)))], np.int64)
        file.put(f"{name} occurrences", [np.concatenate(([0], np.cumsum(occurrences)))], np.int64)
        file.put(f"{name} lengths", [lengths], np.int32)
        self._docs.save(file, f"{name} docs")
        self._frequencies.save(file, f"{name} frequencies")
        self._positions.save(file, f"{name} positions")


class Postings:
    """The postings of a field, as `PostingsWriter` has saved them."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self.terms = Dictionary(file, name)
        self._postings = file.array(f"{name} postings")
        self._occurrences = file.array(f"{name} occurrences")
        self._lengths = file.array(f"{name} lengths")
        self._docs = NarrowArray(file, f"{name} docs")
        self._frequencies = NarrowArray(file, f"{name} frequencies")
        self._positions = NarrowArray(file, f"{name} positions")

    @property
    def has_positions(self) -> bool:
        """Tell whether positions are kept."""
        return len(self._positions) == int(self._occurrences.part(len(self.terms), len(self.terms) + 1)[0])

    def lengths(self) -> NDArray[np.int32]:
        """Return for each document how many terms it has."""
        return self._lengths.whole()

    def bounds(self, first: int, last: int) -> tuple[int, int]:
        """Return where the postings of the terms from `first` to before `last` begin and end."""
        return int(self._postings.part(first, first + 1)[0]), int(self._postings.part(last, last + 1)[0])

    def occurrence_bounds(self, first: int, last: int) -> tuple[int, int]:
        """Return the same for their positions."""
        return int(self._occurrences.part(first, first + 1)[0]), int(self._occurrences.part(last, last + 1)[0])

    def found(self, first: int, last: int) -> Numbers:
        """Return for each of these terms in how many documents it is."""
        return np.diff(self._postings.part(first, last + 1))

    def occurrences(self, first: int, last: int) -> Numbers:
        """Return for each of these terms how often it occurs."""
        return np.diff(self._occurrences.part(first, last + 1))

    def of_terms(self, ordinals: Ordinals) -> tuple[Docs, NDArray[np.int32]]:
        """Return the documents of any terms, ascending for each in turn, and how often each holds the term."""
        # Where terms follow each other, their postings do.
        starts = self._postings.whole()
        bounds = [(int(starts[first]), int(starts[last])) for first, last in runs(ordinals)]
        return self._docs.parts(bounds), self._frequencies.parts(bounds)

    def docs(self, first: int, last: int) -> Docs:
        """Return the documents of these terms, ascending for each term in turn."""
        return self._docs.part(*self.bounds(first, last))

    def frequencies(self, first: int, last: int) -> NDArray[np.int32]:
        """Return how often each of these documents holds the term."""
        return self._frequencies.part(*self.bounds(first, last))

    def positions(self, first: int, last: int) -> NDArray[np.int32]:
        """Return where: for each of these documents in turn ascending positions."""
        return self._positions.part(*self.occurrence_bounds(first, last))

    def positions_between(self, start: int, stop: int) -> NDArray[np.int32]:
        """Return the positions from one place among all to another."""
        return self._positions.part(start, stop)


def runs(ordinals: Ordinals) -> Iterator[tuple[int, int]]:
    """Yield ascending numbers as ranges: first, and the one after the last."""
    if len(ordinals):
        breaks = np.flatnonzero(np.diff(ordinals) != 1) + 1
        edges = [0, *breaks.tolist(), len(ordinals)]
        for start, end in pairwise(edges):
            yield int(ordinals[start]), int(ordinals[end - 1]) + 1


def ranges(starts: NDArray[Any], counts: NDArray[Any]) -> Numbers:
    """Return the numbers of several ranges after each other: from `starts` on, `counts` each."""
    ends = np.cumsum(counts, dtype=np.int64)
    numbers: Numbers = np.repeat(np.asarray(starts, dtype=np.int64) - (ends - counts), counts)
    numbers += np.arange(len(numbers))
    return numbers
