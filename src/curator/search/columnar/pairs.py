"""Pairs of common words, kept as terms of their own, so that a phrase of common words alone stays quick.

The two words of "of the" occur millions of times in 100,000 articles; side by side, far less often. Which words are
common is told by each segment for itself, and kept with it. Source: Williams, Zobel, Bahle, "Fast Phrase Querying
with Combined Indexes" (TOIS 2004); Lucene's CommonGramsFilter, which pairs common words with all others and takes far
more room.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .array_file import ArrayFile, ArrayFileWriter
from .inversion import Inverted, invert
from .merging import save_inverted
from .postings import Numbers, Postings

# In smaller segments every phrase is quick.
SMALLEST = 1_000
# A word is common that is more than one of so many; there are at most 250 such words.
RARITY = 250
_DOCS_AT_A_TIME = 4_096
_BETWEEN = b"\xfe"


def pair_term(first: bytes, second: bytes) -> bytes:
    """Return the term that two common words side by side have."""
    return first + _BETWEEN + second


def pairs_name(name: str) -> str:
    """Return the name under which the pairs of a field are kept."""
    return f"{name} pairs"


def save_pairs(file: ArrayFileWriter, name: str, postings: Postings, count: int) -> None:
    """Put the pairs of a field into `file`, and which words are common; nothing for a small segment."""
    if count < SMALLEST:
        return
    occurrences = postings.occurrences(0, len(postings.terms))
    common = np.flatnonzero(occurrences > occurrences.sum() // RARITY)
    file.put(f"{name} common", [common], np.uint32)
    words = [postings.terms.term(ordinal) for ordinal in common.tolist()]
    terms = [pair_term(one, other) for one in words for other in words]
    save_inverted(file, pairs_name(name), _pairs(postings, common, terms, count), count)


def common_words(file: ArrayFile, name: str) -> frozenset[int]:
    """Return the numbers of the words whose pairs are kept."""
    return frozenset(file.array(f"{name} common").whole().tolist()) if f"{name} common" in file else frozenset()


def _pairs(postings: Postings, common: Numbers, terms: list[bytes], count: int) -> Inverted:
    """Return the pairs of common words as postings; `terms` are those of all pairs, by number."""
    found: list[tuple[NDArray[np.int32], ...]] = []
    parts = [(postings.docs(at, at + 1), postings.frequencies(at, at + 1), at) for at in common.tolist()]
    for first in range(0, count, _DOCS_AT_A_TIME):
        docs, positions, words = [], [], []
        for number, (all_docs, frequencies, at) in enumerate(parts):
            start, stop = all_docs.searchsorted([first, first + _DOCS_AT_A_TIME]).tolist()
            held = np.repeat(all_docs[start:stop], frequencies[start:stop])
            begin = postings.occurrence_bounds(at, at + 1)[0] + int(frequencies[:start].sum())
            docs.append(held)
            positions.append(postings.positions_between(begin, begin + len(held)))
            words.append(np.full(len(held), number, dtype=np.int32))
        if docs:
            found.append(_adjacent(np.concatenate(docs), np.concatenate(positions), np.concatenate(words), len(parts)))
    docs_of, positions_of, numbers = (
        np.concatenate([np.empty(0, dtype=np.int32), *(part[at] for part in found)]) for at in range(3)
    )
    lengths = np.bincount(docs_of, minlength=count)
    return invert(terms, numbers, docs_of.astype(np.int64), positions_of, lengths)


def _adjacent(
    docs: NDArray[np.int32], positions: NDArray[np.int32], words: NDArray[np.int32], kinds: int
) -> tuple[NDArray[np.int32], ...]:
    """Return documents, positions and numbers of pairs of words that stand side by side, in order of place."""
    keys = (docs.astype(np.int64) << 32) | positions
    order = np.argsort(keys)
    keys, words = keys[order], words[order]
    first = np.flatnonzero(keys[1:] - keys[:-1] == 1)
    places = keys[first]
    return (
        (places >> 32).astype(np.int32),
        (places & 0xFFFFFFFF).astype(np.int32),
        words[first] * kinds + words[first + 1],
    )
