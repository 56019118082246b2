"""Which terms of a dictionary a pattern, a range or a misspelling means.

Of a pattern the fixed beginning or end is looked up by bisection, and what is left is tried on the terms between; a
pattern that is open at both ends is searched for in all terms at once, which are one piece of bytes. A misspelling is
compared only with terms that have nearly the same letters and length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from rapidfuzz.distance import Levenshtein

from .dictionary import HAS_LONG_LETTERS, Dictionary, Ordinals, letters_of

_CHARACTER = rb"[^\x80-\xbf\xff][\x80-\xbf]*"
_ANY = {b"*": rb"[^\xff]*", b"?": _CHARACTER}
# Letters of up to so many bytes set one bit of `letters_of`.
_NARROW = 2
# No letter of UTF-8 has more bytes.
_WIDEST = 4


def term_range(terms: Dictionary, start: bytes | None, end: bytes | None, above: bool, below: bool) -> Ordinals:
    """Return the terms between `start` and `end` (None: open), themselves left out if `above` or `below`."""
    first = 0 if start is None else terms.place(start + b"\x00" if above else start)
    last = len(terms) if end is None else terms.place(end if below else end + b"\x00")
    return np.arange(first, max(first, last))


def by_pattern(terms: Dictionary, pattern: bytes) -> Ordinals:
    """Return the terms that fit a pattern: * stands for any letters or none, ? for one.

    Args:
        pattern: UTF-8, with at least one of these signs.
    """
    beginning = re.split(rb"[*?]", pattern, maxsplit=1)[0]
    ending = re.split(rb"[*?]", pattern)[-1]
    fits = re.compile(b"".join(_ANY.get(part, re.escape(part)) for part in re.split(rb"([*?])", pattern)), re.DOTALL)
    if beginning:
        found = np.arange(*terms.beginning(beginning))
        return found if pattern == beginning + b"*" else _fitting(terms, found, fits)
    if ending:
        found = terms.ending(ending)
        return found if pattern == b"*" + ending else _fitting(terms, found, fits)
    longest = max(re.split(rb"[*?]", pattern), key=len)
    if not longest:
        return _fitting(terms, np.arange(len(terms)), fits)
    text, ends = terms.text()
    places = np.fromiter((match.start() for match in re.finditer(re.escape(longest), text)), np.int64)
    found = distinct(ends.searchsorted(places, side="right"))
    return found if pattern == b"*" + longest + b"*" else _fitting(terms, found, fits)


def _fitting(terms: Dictionary, candidates: Ordinals, fits: re.Pattern[bytes]) -> Ordinals:
    """Return those of ascending numbers whose terms fit."""
    text, places = _placed(terms, candidates)
    return np.array([at for at, start, end in places if fits.fullmatch(text, start, end)], dtype=np.int64)


def _placed(terms: Dictionary, ordinals: Ordinals) -> tuple[bytes, Iterator[tuple[int, int, int]]]:
    """Return the text of all terms, and of some of them their numbers and where each begins and ends."""
    text, ends = terms.text()
    starts = np.where(ordinals, ends[ordinals - 1], 0)
    return text, zip(ordinals.tolist(), starts.tolist(), (ends[ordinals] - 1).tolist(), strict=True)


def misspelt(terms: Dictionary, word: str, distance: int, prefix: int = 0) -> Ordinals:
    """Return the terms that `word` becomes by at most `distance` changes.

    A change is a letter added, left out or replaced (Levenshtein), as in Whoosh's FuzzyTerm.

    Args:
        prefix: how many letters at the beginning stay as they are.
    """
    data = word.encode()
    fixed = word[:prefix].encode()
    first, last = terms.beginning(fixed) if fixed else (0, len(terms))
    letters = terms.letters()[first:last]
    differing = np.bitwise_count(letters ^ np.uint64(letters_of(data)))
    sizes = np.abs(terms.sizes()[first:last] - len(data))
    widest = max((len(letter.encode()) for letter in word), default=1)
    bits = widest if widest > _NARROW else 1
    # What a change does at most: it takes away the bits and bytes of one letter, and adds those of another.
    short = (differing <= (bits + 1) * distance) & (sizes <= max(widest, _NARROW) * distance)
    long = (letters & HAS_LONG_LETTERS > 0) & (differing <= 2 * _WIDEST * distance) & (sizes <= _WIDEST * distance)
    text, candidates = _placed(terms, np.flatnonzero(short | long) + first)
    return np.array([at for at, start, end in candidates if _is_near(text[start:end], word, distance)], dtype=np.int64)


def _is_near(term: bytes, word: str, distance: int) -> bool:
    return bool(Levenshtein.distance(term.decode("utf-8", "replace"), word, score_cutoff=distance) <= distance)


def distinct(numbers: Ordinals) -> Ordinals:
    """Return ascending numbers, each once."""
    return numbers[np.flatnonzero(np.diff(numbers, prepend=-1))]
