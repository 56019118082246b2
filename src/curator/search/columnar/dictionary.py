"""The terms of a field in one segment, sorted by their bytes, where they lie in the file.

A term is known by its number in this order. Terms that begin alike follow each other, and so do their postings: a
prefix is one piece of both. Nothing is built when a segment is opened; a term is found by bisection, 17 looks among
100,000. For terms that end alike there is the same order of the terms read backwards (Baeza-Yates and Ribeiro-Neto,
"Modern Information Retrieval", permuted dictionaries).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .array_file import ArrayFile, ArrayFileWriter

Ordinals = NDArray[np.int64]
# Parts the terms; never in UTF-8.
SEPARATOR = b"\xff"
_SAMPLED = 32
# The first bytes of letters of two and three bytes in UTF-8.
_FIRST_OF_TWO, _FIRST_OF_THREE = 0xC0, 0xE0


def save_terms(file: ArrayFileWriter, name: str, terms: Sequence[bytes]) -> None:
    """Put sorted `terms` without repetition into `file`."""
    ends = np.cumsum([len(term) + 1 for term in terms], dtype=np.int64)
    backwards = [term[::-1] for term in terms]
    text = np.frombuffer(SEPARATOR.join([*terms, b""]), np.uint8)
    file.put(f"{name} terms", [text], np.uint8)
    file.put(f"{name} ends", [ends], np.uint32 if not len(ends) or ends[-1] < 1 << 32 else np.int64)
    file.put(f"{name} backwards", [np.array(sorted(range(len(terms)), key=backwards.__getitem__))], np.uint32)
    file.put(f"{name} letters", [_letters(text, ends)], np.uint64)


def letters_of(term: bytes) -> int:
    """Return which letters a term has, as 64 bits: one for each byte that ends a letter or stands within it.

    The last bit tells of letters of three bytes and more; a letter of fewer sets one bit (a signature: Faloutsos 1985).
    """
    return int(_letters(np.frombuffer(term + SEPARATOR, np.uint8), np.array([len(term) + 1]))[0])


def _letters(text: NDArray[np.uint8], ends: NDArray[np.int64]) -> NDArray[np.uint64]:
    if not len(ends):
        return np.empty(0, dtype=np.uint64)
    return np.bitwise_or.reduceat(_BITS[text], np.concatenate(([0], ends[:-1])))


def _bit(byte: int) -> int:
    if byte >= _FIRST_OF_TWO:
        return 1 << 63 if _FIRST_OF_THREE <= byte < SEPARATOR[0] else 0
    return 1 << (byte & 63)


_BITS = np.array([_bit(byte) for byte in range(256)], dtype=np.uint64)
HAS_LONG_LETTERS = np.uint64(1 << 63)


class Dictionary:
    """The terms that `save_terms` has put into a file."""

    def __init__(self, file: ArrayFile, name: str) -> None:
        self._terms = file.array(f"{name} terms")
        self._ends = file.array(f"{name} ends")
        self._backwards = file.array(f"{name} backwards")
        self._letters = file.array(f"{name} letters")
        self._some: list[bytes] | None = None

    def __len__(self) -> int:
        return len(self._ends)

    def term(self, ordinal: int) -> bytes:
        """Return a term by its number."""
        first = max(ordinal - 1, 0)
        bounds = self._ends.part(first, ordinal + 1)
        start = int(bounds[0]) if ordinal else 0
        return self._terms.part(start, int(bounds[-1]) - 1).tobytes()

    def all(self) -> list[bytes]:
        """Return all terms in order."""
        data = self._terms.whole().tobytes()
        ends = self._ends.whole().tolist()
        return [data[start : end - 1] for start, end in zip([0, *ends], ends, strict=False)]

    def place(self, term: bytes) -> int:
        """Return the number of the first term that is not before `term`; that of the end if there is none."""
        if self._some is None:
            self._some = self._sampled()
        block = bisect_left(self._some, term)
        return self._place_between(max(block - 1, 0) * _SAMPLED, min(block * _SAMPLED, len(self)), term)

    def _place_between(self, start: int, end: int, term: bytes) -> int:
        """Return the place of a term among those of some numbers, which are read at once."""
        if start == end:
            return start
        ends = self._ends.part(max(start - 1, 0), end).tolist()
        if not start:
            ends.insert(0, 0)
        data = self._terms.part(ends[0], ends[-1]).tobytes()
        first = ends[0]
        return start + bisect_left(
            range(end - start), term, key=lambda at: data[ends[at] - first : ends[at + 1] - 1 - first]
        )

    def find(self, term: bytes) -> int | None:
        """Return the number of a term, None if it is not here."""
        at = self.place(term)
        return at if at < len(self) and self.term(at) == term else None

    def beginning(self, prefix: bytes) -> tuple[int, int]:
        """Return the first of the terms that begin so, and the one after the last."""
        first = self.place(prefix)
        size = len(prefix)
        # No UTF-8 has the byte that follows.
        return first, self.place(prefix + SEPARATOR) if size else len(self)

    def ending(self, suffix: bytes) -> Ordinals:
        """Return the numbers of the terms that end so, ascending."""
        backwards, turned, size = self._backwards, suffix[::-1], len(suffix)

        def read(at: int) -> bytes:
            return self.term(int(backwards.part(at, at + 1)[0]))[::-1]

        first = self._bisect(len(self), lambda at: read(at) < turned)
        last = self._bisect(len(self), lambda at: read(at)[:size] <= turned, first)
        return np.sort(backwards.part(first, last).astype(np.int64))

    def text(self) -> tuple[bytes, NDArray[Any]]:
        """Return all terms, each with a separator behind it, and where each ends, the separator included."""
        return self._terms.whole().tobytes(), self._ends.whole()

    def sizes(self) -> NDArray[np.int64]:
        """Return the lengths of all terms (bytes)."""
        ends = self._ends.whole().astype(np.int64)
        ends[1:] -= ends[:-1].copy()
        return ends - 1

    def letters(self) -> NDArray[np.uint64]:
        """Return `letters_of` for all terms."""
        return self._letters.whole()

    def _sampled(self) -> list[bytes]:
        """Return each of so many terms, kept in memory: the first steps of a bisection are most of its time."""
        data, ends = self._terms.whole(), self._ends.whole()
        places = range(0, len(ends), _SAMPLED)
        return [data[int(ends[at - 1]) if at else 0 : int(ends[at]) - 1].tobytes() for at in places]

    @staticmethod
    def _bisect(end: int, is_before: Callable[[int], bool], start: int = 0) -> int:
        while start < end:
            middle = (start + end) // 2
            if is_before(middle):
                start = middle + 1
            else:
                end = middle
        return start
