"""Which terms of a dictionary a pattern, a range or a misspelling means.

Of a pattern the fixed beginning or end is looked up by bisection, and what is left is tried on the terms between; a
pattern that is open at both ends is searched for in all terms at once, which are one piece of bytes. A misspelling is
compared only with terms that have nearly the same letters and length.
"""

from __future__ import annotations

import re

import numpy as np
from rapidfuzz.distance import Levenshtein

from .dictionary import SEPARATOR, Dictionary, Ordinals, letters_of

_CHARACTER = rb"[^\x80-\xbf\xff][\x80-\xbf]*"
_ANY = {b"*": rb"[^\xff]*", b"?": _CHARACTER}
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
        if pattern == beginning + b"*":
            return found
    elif ending:
        found = terms.ending(ending)
        if pattern == b"*" + ending:
            return found
    else:
        return _anywhere(terms, fits)
    return np.array([at for at in found.tolist() if fits.fullmatch(terms.term(at))], dtype=np.int64)


def _anywhere(terms: Dictionary, fits: re.Pattern[bytes]) -> Ordinals:
    text, ends = terms.text()
    # Between two separators, and a term may not hold one itself.
    whole = re.compile(rb"(?<![^\xff])(?:" + fits.pattern + rb")(?=" + SEPARATOR + rb")", re.DOTALL)
    starts = np.fromiter((match.start() for match in whole.finditer(text)), np.int64)
    return np.unique(ends.searchsorted(starts, side="right"))


def misspelt(terms: Dictionary, word: str, distance: int, prefix: int = 0) -> Ordinals:
    """Return the terms that `word` becomes by at most `distance` changes.

    A change is a letter added, left out or replaced (Levenshtein), as in Whoosh's FuzzyTerm.

    Args:
        prefix: how many letters at the beginning stay as they are.
    """
    data = word.encode()
    fixed = word[:prefix].encode()
    first, last = terms.beginning(fixed) if fixed else (0, len(terms))
    # A change of one letter takes away and adds at most four bytes each.
    differing = np.bitwise_count(terms.letters()[first:last] ^ np.uint64(letters_of(data)))
    sizes = terms.sizes()[first:last]
    near = (differing <= 2 * _WIDEST * distance) & (np.abs(sizes - len(data)) <= _WIDEST * distance)
    if word.isascii():
        # Of terms in ASCII alone a byte is a letter; others have few letters in common with it anyway.
        near &= differing <= (_WIDEST + 1) * distance
    candidates = np.flatnonzero(near) + first
    return np.array([at for at in candidates.tolist() if _is_near(terms.term(at), word, distance)], dtype=np.int64)


def _is_near(term: bytes, word: str, distance: int) -> bool:
    try:
        return bool(Levenshtein.distance(term.decode(), word, score_cutoff=distance) <= distance)
    except UnicodeDecodeError:
        return False
