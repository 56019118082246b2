"""Phrases and nearness: which documents of a segment hold words side by side or near each other, and how often.

First the documents that hold all words, from the rarest on; then, in these alone, the positions. A place is one number,
the document above the position, so that places of one word are compared with those of another for all documents at
once.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .dictionary import Ordinals
from .open_segment import OpenWords
from .pairs import pair_term
from .postings import Postings, ranges, runs

Places = NDArray[np.int64]
_SHIFT = 32
_NOTHING: tuple[NDArray[np.int64], NDArray[np.float64]] = (np.empty(0, dtype=np.int64), np.empty(0))


@dataclass(frozen=True, slots=True)
class _Element:
    """One word of a phrase, or two at once: where its postings are, and how many words of the phrase come before."""

    postings: Postings
    ordinals: Ordinals
    before: int

    def size(self) -> int:
        """Return in how many documents it is at most."""
        return sum(int(self.postings.found(*run).sum()) for run in runs(self.ordinals))

    def docs(self, size: int) -> NDArray[np.int64]:
        """Return the documents, ascending."""
        if len(self.ordinals) == 1:
            at = int(self.ordinals[0])
            return self.postings.docs(at, at + 1).astype(np.int64)
        mask = np.zeros(size, dtype=bool)
        mask[self.postings.of_terms(self.ordinals)[0]] = True
        return np.flatnonzero(mask)

    def places(self, docs: NDArray[np.int64], size: int) -> Places:
        """Return the places in `docs`, ascending, as if the phrase began there."""
        if len(self.ordinals) == 1:
            return self._places_of(int(self.ordinals[0]), docs)
        wanted = np.zeros(size, dtype=bool)
        wanted[docs] = True
        found = [np.empty(0, dtype=np.int64)]
        for first, last in runs(self.ordinals):
            held, frequencies = self.postings.docs(first, last), self.postings.frequencies(first, last)
            kept = np.repeat(wanted[held], frequencies)
            all_docs = np.repeat(held, frequencies)[kept]
            found.append(_places(all_docs, self.postings.positions(first, last)[kept], self.before))
        return np.sort(np.concatenate(found))

    def _places_of(self, ordinal: int, docs: NDArray[np.int64]) -> Places:
        held, frequencies = self.postings.docs(ordinal, ordinal + 1), self.postings.frequencies(ordinal, ordinal + 1)
        start = self.postings.occurrence_bounds(ordinal, ordinal + 1)[0]
        at = held.searchsorted(docs)
        counts = frequencies[at]
        starts = start + (np.cumsum(frequencies, dtype=np.int64) - frequencies)[at]
        return _places(np.repeat(docs, counts), self.postings.some_positions(starts, counts), self.before)


def _places(docs: NDArray[np.int64], positions: NDArray[np.int32], before: int) -> Places:
    return (docs.astype(np.int64) << _SHIFT) + positions - before


def phrase(
    words: OpenWords, field: str, parts: list[Ordinals], size: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the documents that hold words side by side, and how often.

    Args:
        words: of the segment.
        parts: for each place of the phrase the terms that may stand there.
        size: how many documents the segment has.
    """
    elements = sorted(_elements(words, field, parts), key=_Element.size)
    docs = _in_all(elements, size)
    if not len(docs):
        return _NOTHING
    found = elements[0].places(docs, size)
    for element in elements[1:]:
        if not len(found):
            break
        found = found[_among(found, element.places(_documents(found)[0], size))]
    return _counted(found)


def near(
    words: OpenWords, field: str, parts: list[Ordinals], distance: int, ordered: bool, size: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the documents that hold words near each other, and how often.

    Args:
        distance: how many words further the next one stands at most, counted from all that come before it.
        ordered: whether they stand in this order.
    """
    elements = [_Element(words.fields[field], part, 0) for part in parts]
    docs = _in_all(sorted(elements, key=_Element.size), size)
    if not len(docs):
        return _NOTHING
    starts = ends = elements[0].places(docs, size)
    for element in elements[1:]:
        others = element.places(docs, size)
        behind = others.searchsorted(ends, side="right")
        first = behind if ordered else others.searchsorted(starts - distance)
        counts = others.searchsorted(ends + distance, side="right") - first
        of = np.repeat(np.arange(len(starts)), counts)
        place = others[ranges(first, counts)]
        outside = (place > ends[of]) | (place < starts[of])
        starts, ends = _distinct(np.minimum(starts[of], place)[outside], np.maximum(ends[of], place)[outside])
    return _counted(starts)


def _elements(words: OpenWords, field: str, parts: list[Ordinals]) -> list[_Element]:
    """Return the words of a phrase; of common words that follow each other the pairs."""
    postings = words.fields[field]
    pairs, common = words.pairs.get(field, (None, frozenset()))
    alone = [int(part[0]) if len(part) == 1 and int(part[0]) in common else None for part in parts]
    elements, covered = [], set()
    for before, (one, other) in enumerate(pairwise(alone)):
        if pairs is not None and one is not None and other is not None:
            at = pairs.terms.find(pair_term(postings.terms.term(one), postings.terms.term(other)))
            elements.append(_Element(pairs, np.array([] if at is None else [at], dtype=np.int64), before))
            covered |= {before, before + 1}
    return elements + [_Element(postings, part, at) for at, part in enumerate(parts) if at not in covered]


def _in_all(elements: list[_Element], size: int) -> NDArray[np.int64]:
    """Return the documents that hold all elements, of which the rarest come first."""
    docs = elements[0].docs(size)
    for element in elements[1:]:
        if not len(docs):
            break
        mask = np.zeros(size, dtype=bool)
        mask[element.docs(size)] = True
        docs = docs[mask[docs]]
    return docs


def _among(some: Places, others: Places) -> NDArray[np.bool_]:
    """Return which of ascending numbers are among others, ascending too."""
    if not len(others):
        return np.zeros(len(some), dtype=bool)
    found: NDArray[np.bool_] = others[np.minimum(others.searchsorted(some), len(others) - 1)] == some
    return found


def _distinct(starts: Places, ends: Places) -> tuple[Places, Places]:
    """Return spans in the order of where they start, each once."""
    order = np.lexsort((ends, starts))
    starts, ends = starts[order], ends[order]
    differs = np.ones(len(starts), dtype=bool)
    differs[1:] = (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
    return starts[differs], ends[differs]


def _documents(places: Places) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the documents of ascending places, each once, and how many places are in each."""
    docs = places >> _SHIFT
    first = np.flatnonzero(np.concatenate((docs[:1] == docs[:1], docs[1:] != docs[:-1])))
    return docs[first], np.diff(first, append=len(docs))


def _counted(places: Places) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    docs, counts = _documents(places)
    return docs, counts.astype(np.float64)
