"""From documents to postings, in memory: each word becomes a number, and the numbers are sorted.

A text is cut at white space, and each piece between is looked at once in the life of a writer: what words it holds is
kept under a number. So a text costs one look into a dictionary for each piece, and all else is done by numpy for
millions of words at once. Words are then sorted as numbers of 64 bits, term above place (sort-based inversion:
Witten, Moffat, Bell, "Managing Gigabytes", 1999, 5.2).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .postings import Numbers, ranges

# Pieces longer than this (code points) are not remembered.
_LONGEST = 64
_PLACE_BITS = 32
_PLACES = (1 << _PLACE_BITS) - 1


@dataclass(frozen=True, slots=True)
class Inverted:
    """Postings of one field in their order; see `Postings`.

    Args:
        terms: sorted; `found` and `occurrences` are how many documents hold each, and how often.
        lengths: of documents from 0 on.
    """

    terms: list[bytes]
    found: Numbers
    occurrences: Numbers
    docs: NDArray[Any]
    frequencies: NDArray[Any]
    positions: NDArray[Any]
    lengths: Numbers


class Pieces(dict[str, int]):
    """The pieces that texts are made of, by number, with the terms that each holds.

    Args:
        analyse: returns the words of a piece of text. It has to be local: the words of two texts with white space
            between are those of the one and then those of the other.
    """

    def __init__(self, analyse: Callable[[str], Iterable[str]]) -> None:
        super().__init__()
        self._analyse = analyse
        self._numbers: dict[str, int] = {}
        self.terms: list[bytes] = []
        # For each piece the numbers of its terms, one after the other, and how many there are.
        self.held = array("i")
        self.counts = array("i")

    def __missing__(self, piece: str) -> int:
        words = [self.term(word) for word in self._analyse(piece)]
        number = len(self.counts)
        self.held.extend(words)
        self.counts.append(len(words))
        if len(piece) <= _LONGEST:
            self[piece] = number
        return number

    def term(self, word: str) -> int:
        """Return the number of a term, which is given one if it has none."""
        number = self._numbers.get(word)
        if number is None:
            number = self._numbers[word] = len(self.terms)
            self.terms.append(word.encode())
        return number


class FieldInverter:
    """Gathers the texts of one field.

    Args:
        analyse: as for `Pieces`.
        positions: keep them.
    """

    def __init__(self, analyse: Callable[[str], Iterable[str]], positions: bool = True) -> None:
        self._positions = positions
        self._pieces = Pieces(analyse)
        self._docs = array("i")
        self._texts: list[NDArray[np.int32]] = []
        self.size = 0

    @property
    def remembered(self) -> int:
        """How many pieces and terms are remembered."""
        return len(self._pieces.counts) + len(self._pieces.terms)

    def add(self, doc: int, split: list[str]) -> None:
        """Add the text of a document, split at white space; documents come in ascending order, each once."""
        self._docs.append(doc)
        self._texts.append(np.fromiter(map(self._pieces.__getitem__, split), np.int32, len(split)))
        self.size += len(split)

    def inverted(self, count: int) -> Inverted:
        """Return the postings of what was added, of `count` documents, and forget the texts."""
        words, docs, lengths = self._words(count)
        self._docs, self._texts, self.size = array("i"), [], 0
        if not self._positions:
            return invert(self._pieces.terms, words, docs, None, lengths)
        starts = np.concatenate(([0], np.cumsum(lengths)))[docs]
        return invert(self._pieces.terms, words, docs, np.arange(len(words)) - starts, lengths)

    def _words(self, count: int) -> tuple[NDArray[np.int32], Numbers, Numbers]:
        """Return for each word in turn its term and its document, and the number of words of all documents."""
        pieces = np.concatenate([np.empty(0, dtype=np.int32), *self._texts])
        docs = np.repeat(np.array(self._docs, dtype=np.int64), [len(text) for text in self._texts])
        held, counts = np.array(self._pieces.held, dtype=np.int32), np.array(self._pieces.counts, dtype=np.int64)
        of_pieces = counts[pieces]
        words = held[ranges((np.cumsum(counts) - counts)[pieces], of_pieces)]
        docs = np.repeat(docs, of_pieces)
        return words, docs, np.bincount(docs, minlength=count)


class ReadyPostings:
    """Gathers postings of a field that somebody else has made, one by one: of any of Whoosh's own field types."""

    def __init__(self) -> None:
        self._numbers: dict[bytes, int] = {}
        self._words, self._docs, self._positions = array("i"), array("i"), array("i")
        self.remembered = 0

    @property
    def size(self) -> int:
        """How many words were added."""
        return len(self._words)

    def add(self, doc: int, term: bytes, positions: Iterable[int]) -> None:
        """Add the positions of a term in a document."""
        before = len(self._positions)
        self._positions.extend(positions)
        count = len(self._positions) - before
        number = self._numbers.setdefault(term, len(self._numbers))
        self._words.extend([number] * count)
        self._docs.extend([doc] * count)

    def inverted(self, count: int) -> Inverted:
        """Return the postings of what was added, of `count` documents, and forget it."""
        words, docs, positions = (np.array(part) for part in (self._words, self._docs, self._positions))
        order = np.lexsort((positions, docs))
        lengths = np.bincount(docs, minlength=count)
        found = invert(list(self._numbers), words[order], docs[order].astype(np.int64), positions[order], lengths)
        self.__init__()  # type: ignore[misc]
        return found


def invert(
    terms: list[bytes], words: NDArray[Any], docs: Numbers, positions: NDArray[Any] | None, lengths: Numbers
) -> Inverted:
    """Sort words by term, and within by their place.

    Args:
        terms: by number, in any order; not all have to occur.
        words: the numbers of the terms, in the order of documents and positions.
        docs, positions: of each word; None to keep no positions.
    """
    used = np.flatnonzero(np.bincount(words, minlength=len(terms)))
    ordered = sorted(used.tolist(), key=terms.__getitem__)
    rank = np.empty(len(terms), dtype=np.int64)
    rank[ordered] = np.arange(len(ordered))
    keys = rank[words] << _PLACE_BITS
    keys |= np.arange(len(words))
    keys.sort()
    places = keys & _PLACES
    keys >>= _PLACE_BITS
    in_docs = docs[places]
    # A posting begins where term or document changes.
    begins = np.ones(len(keys), dtype=bool)
    begins[1:] = (keys[1:] != keys[:-1]) | (in_docs[1:] != in_docs[:-1])
    starts = np.flatnonzero(begins)
    return Inverted(
        [terms[number] for number in ordered],
        np.bincount(keys[starts], minlength=len(ordered)),
        np.bincount(keys, minlength=len(ordered)),
        in_docs[starts],
        np.diff(starts, append=len(keys)),
        np.empty(0, dtype=np.int64) if positions is None else positions[places],
        lengths,
    )


def in_order(parts: Iterable[Iterable[bytes]]) -> list[bytes]:
    """Return all terms of several lists, sorted, each once."""
    return sorted(set(chain.from_iterable(parts)))
