"""Which texts are copies of each other: sketches that find candidates quickly, and the share of words in common.

A sketch is the set of the least hashes of a text's shingles (runs of three folded words): the bottom-k variant of
min-wise hashing (Broder, "On the resemblance and containment of documents", 1997), which also shows that one text is
contained in another. Whether two candidates are copies is then measured on their words.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

SHINGLE_WORDS = 3
# Shorter texts say too little to be called copies of each other, unless they are equal.
FEWEST_WORDS = 20
# Runs that two texts must share for their words to count: shorter ones are in every text of a language.
RUN_WORDS = 3
# Each text keeps at least this many hashes, and one in _ONE_IN of a long text, so that a part finds the whole.
_LEAST = 24
_ONE_IN = 24
# SQLite keeps numbers of 47 bits in six bytes.
_BITS = 47
_MIX_1, _MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
# Measured on copies made of newswire articles (tests/benchmarks/near_duplicates.py), per mille and shares.
_ENOUGH, _HALF, _MOSTLY = 400, 550, 800
_RARE, _RARE_OF_LITTLE, _SURELY_RARE = 0.2, 0.25, 0.5
_NUMBERS, _NUMBERS_OF_MOST = 0.5, 0.8
_FEWEST_NUMBERS = 3
_BASES = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], dtype=np.uint64)
# Words squared beyond which the comparison of two texts would take seconds; they are then compared in pieces.
_MOST_PAIRS = 100_000_000


@dataclass(frozen=True, slots=True)
class Sketch:
    """The least hashes of a text.

    Args:
        hashes: 47 bits each, ascending; none for a text of fewer than 20 words.
        largest: the last of them where the text has more than these; None when these are all.
    """

    hashes: tuple[int, ...] = ()
    largest: int | None = None


def sketch(words: Sequence[str]) -> Sketch:
    """Return the sketch of a text.

    Args:
        words: its folded words, in their order.
    """
    if len(words) < FEWEST_WORDS:
        return Sketch()
    hashes = np.unique(_shingles(_numbers(words)))
    kept = max(_LEAST, int(np.searchsorted(hashes, (1 << _BITS) // _ONE_IN)))
    least = tuple(hashes[:kept].tolist())
    return Sketch(least, least[-1] if len(hashes) > kept else None)


def copied(first: Sequence[str], second: Sequence[str], rare: float) -> int:
    """Return how much of the shorter text is a copy from the other: 0 unless one is a copy, or both are of a third.

    Forms that are filled in (prices, results, weather) share most of their words and differ in numbers; two reports on
    one event share what was said there. Neither is a copy.

    Args:
        first, second: the folded words of each text.
        rare: the share (0 to 1) of runs of words found in few texts, of the shorter one, that the longer one has.

    Returns:
        0, or 400 to 1000: the share of words of the shorter one, per mille.
    """
    share = shared_share(first, second)
    agree = _numbers_agree(first, second)
    if share >= _MOSTLY and agree >= _NUMBERS_OF_MOST:
        return share
    needed = _RARE if share >= _HALF else _RARE_OF_LITTLE
    if share >= _ENOUGH and rare >= needed and (agree >= _NUMBERS or rare >= _SURELY_RARE):
        return share
    return 0


def _numbers_agree(first: Sequence[str], second: Sequence[str]) -> float:
    """Return the share of numbers of the shorter text that the other has, 1.0 when there are too few to tell."""
    shorter, longer = sorted((first, second), key=len)
    numbers = Counter(word for word in shorter if word[0].isdigit())
    if numbers.total() < _FEWEST_NUMBERS:
        return 1.0
    return (numbers & Counter(longer)).total() / numbers.total()


def shared_share(first: Sequence[str], second: Sequence[str]) -> int:
    """Return how much of the shorter text stands in the other, in runs of three words and more, in their order.

    Args:
        first, second: the folded words of each text.

    Returns:
        0 to 1000 per mille of the words of the shorter one.
    """
    shorter = min(len(first), len(second))
    if not shorter:
        return 0
    ids: dict[str, int] = {}
    left, right = ([ids.setdefault(word, len(ids)) for word in words] for words in (first, second))
    return min(1000, round(1000 * _in_runs(left, right) / shorter))


def _in_runs(left: list[int], right: list[int]) -> int:
    """Return how many words the longest common subsequence has in runs."""
    if len(left) * len(right) > _MOST_PAIRS:
        half, other = len(left) // 2, len(right) // 2
        return _in_runs(left[:half], right[:other]) + _in_runs(left[half:], right[other:])
    return sum(
        code.src_end - code.src_start
        for code in Indel.opcodes(left, right)
        if code.tag == "equal" and code.src_end - code.src_start >= RUN_WORDS
    )


def _numbers(words: Sequence[str]) -> NDArray[np.uint64]:
    """Return a number for each word that is the same on every machine."""
    known: dict[str, int] = {}
    return np.fromiter(
        (known.get(word) or known.setdefault(word, zlib.crc32(word.encode()) + 1) for word in words),
        np.uint64,
        len(words),
    )


def _shingles(numbers: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return the hash of each run of three words (mixed as by Steele et al., "Fast splittable ...", 2014)."""
    with np.errstate(over="ignore"):
        runs = len(numbers) - SHINGLE_WORDS + 1
        mixed = sum((numbers[at : at + runs] * base for at, base in enumerate(_BASES)), start=np.zeros(runs, np.uint64))
        mixed ^= mixed >> np.uint64(30)
        mixed *= _MIX_1
        mixed ^= mixed >> np.uint64(27)
        mixed *= _MIX_2
        mixed ^= mixed >> np.uint64(31)
    return (mixed >> np.uint64(64 - _BITS)).astype(np.int64)
