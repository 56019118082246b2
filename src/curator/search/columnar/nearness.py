"""Phrases and nearness: which documents of a segment hold words side by side or near each other, and how often.

First the documents that hold all words, from the rarest on; then, in these alone, the positions.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .dictionary import Ordinals
from .open_segment import OpenWords
from .pairs import pair_term
from .places import Docs, Element, Places, Weighted, documents
from .postings import ranges

_NOTHING: Weighted = (np.empty(0, dtype=np.int64), np.empty(0))


def phrase(words: OpenWords, field: str, parts: list[Ordinals], size: int) -> Weighted:
    """Return the documents that hold words side by side, and how often.

    Args:
        words: of the segment.
        parts: for each place of the phrase the terms that may stand there.
        size: how many documents the segment has.
    """
    elements = _elements(words, field, parts)
    return elements[0].weighted(size) if len(elements) == 1 else counted(phrase_places(words, field, parts, size))


def phrase_places(words: OpenWords, field: str, parts: list[Ordinals], size: int) -> Places:
    """Return the places where a phrase begins, ascending."""
    if not all(map(len, parts)):
        return np.empty(0, dtype=np.int64)
    elements = sorted(_elements(words, field, parts), key=Element.size)
    docs = _in_all(elements, size)
    if not len(docs):
        return np.empty(0, dtype=np.int64)
    found = elements[0].places(docs, size)
    for element in elements[1:]:
        found = found[element.stands_at(found, size)]
    return found


def word_places(words: OpenWords, field: str, ordinals: Ordinals, size: int) -> Places:
    """Return the places of all of some terms, ascending."""
    if not len(ordinals):
        return np.empty(0, dtype=np.int64)
    element = Element(words.fields[field], ordinals, 0)
    return element.places(element.weighted(size)[0], size)


def near(words: OpenWords, field: str, parts: list[Ordinals], distance: int, ordered: bool, size: int) -> Weighted:
    """Return the documents that hold words near each other, and how often.

    Args:
        distance: how many words further the next one stands at most, counted from all that come before it.
        ordered: whether they stand in this order.
    """
    elements = [Element(words.fields[field], part, 0) for part in parts]
    docs = _in_all(sorted(elements, key=Element.size), size)
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
    return counted(starts)


def _elements(words: OpenWords, field: str, parts: list[Ordinals]) -> list[Element]:
    """Return the words of a phrase; of common words that follow each other the pairs."""
    postings = words.fields[field]
    pairs, common = words.pairs.get(field, (None, frozenset()))
    alone = [int(part[0]) if len(part) == 1 and int(part[0]) in common else None for part in parts]
    elements, covered = [], set()
    for before, (one, other) in enumerate(pairwise(alone)):
        if pairs is not None and one is not None and other is not None:
            at = pairs.terms.find(pair_term(postings.terms.term(one), postings.terms.term(other)))
            elements.append(Element(pairs, np.array([] if at is None else [at], dtype=np.int64), before))
            covered |= {before, before + 1}
    return elements + [Element(postings, part, at) for at, part in enumerate(parts) if at not in covered]


def _in_all(elements: list[Element], size: int) -> Docs:
    """Return the documents that hold all elements, of which the rarest come first."""
    docs = elements[0].weighted(size)[0]
    for element in elements[1:]:
        if not len(docs):
            break
        mask = np.zeros(size, dtype=bool)
        mask[element.postings.of_terms(element.ordinals)[0]] = True
        docs = docs[mask[docs]]
    return docs


def _distinct(starts: Places, ends: Places) -> tuple[Places, Places]:
    """Return spans in the order of where they start, each once."""
    order = np.lexsort((ends, starts))
    starts, ends = starts[order], ends[order]
    differs: NDArray[np.bool_] = np.ones(len(starts), dtype=bool)
    differs[1:] = (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
    return starts[differs], ends[differs]


def counted(places: Places) -> Weighted:
    """Return the documents that ascending places are in, and how many are in each."""
    docs, counts = documents(places)
    return docs, counts.astype(np.float64)
