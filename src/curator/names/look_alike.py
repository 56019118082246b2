"""Names on record that look like spellings of one: pairs, found without comparing each with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from curator.names.person_name import Word, words_of
from curator.names.sounds import VOWELS, skeleton, sounds
from curator.names.transliterate import ALIKE, same_name

# More names with one skeleton are too common to say anything about one of them.
_MOST_OF_ONE_KEY = 60
_MOST_READINGS = 4
# Shorter skeletons are like too many others to leave out a sound.
_SHORTEST_TO_SHORTEN = 5
# In words up to this length `ALIKE` leaves no room for a difference that costs 1, in words of twice as many sounds for
# one: consonants are the same but for those levelled here, which `sound_distance.py` swaps or leaves out for less.
_LONGEST_SURE = 9
_LEVELLED = str.maketrans(
    {
        **dict.fromkeys("gkqGxhy" + VOWELS, None),
        **dict.fromkeys("bp", "P"),
        **dict.fromkeys("dt", "T"),
        **dict.fromkeys("vf", "V"),
        **dict.fromkeys("szcZSCJ", "S"),
    }
)
# First sounds that are taken for one another.
_FIRST = str.maketrans({**dict.fromkeys("gkqGxh", "K"), **dict.fromkeys("y" + VOWELS, "A")})


@dataclass(frozen=True, slots=True)
class AlikePair:
    """Two records whose names look alike.

    Args:
        one: the owner of `one_name`, less than `other`.
        score: per mille.
    """

    one: int
    other: int
    one_name: str
    other_name: str
    score: int
    why: str


def look_alike(names: Iterable[tuple[int, str]]) -> list[AlikePair]:
    """Return pairs of owners with names that can be one, the surest first, each pair once with its most alike names.

    Only names that share a skeleton of consonants, or all but one sound of it, are compared.

    Args:
        names: owner and name; an owner may have several.
    """
    rows = list(names)
    best: dict[tuple[int, int], AlikePair] = {}
    for first, second in _candidates(rows):
        (one, one_name), (other, other_name) = sorted((rows[first], rows[second]))
        found = same_name(one_name, other_name)
        known = best.get((one, other))
        if found.score >= ALIKE and (known is None or found.score > known.score):
            best[one, other] = AlikePair(one, other, one_name, other_name, found.score, found.why)
    return sorted(best.values(), key=lambda pair: (-pair.score, pair.one, pair.other))


def _candidates(rows: list[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of places in `rows` that share a key, of different owners, each pair once."""
    blocks: dict[str, list[int]] = {}
    bare: list[_Bare] = []
    for at, (_owner, name) in enumerate(rows):
        words = words_of(name)
        bare.append(_bare(words))
        for key in _keys(words):
            blocks.setdefault(key, []).append(at)
    seen: set[int] = set()
    for block in blocks.values():
        if not 2 <= len(block) <= _MOST_OF_ONE_KEY:
            continue
        for first, second in combinations(block, 2):
            pair = first * len(rows) + second
            if pair not in seen:
                seen.add(pair)
                if rows[first][0] != rows[second][0] and _can_be_one(bare[first], bare[second]):
                    yield first, second


class _BareWord(NamedTuple):
    """A word of a name.

    Args:
        readings: its consonants; none of an initial.
        length: of the longest reading (sounds).
        firsts: with which sounds it can begin.
    """

    readings: frozenset[str]
    length: int
    firsts: frozenset[str]


class _Bare(NamedTuple):
    """The consonants of a name that likeness hardly changes.

    Args:
        key: all words in the order of the alphabet, where each has one reading and is short; else None.
    """

    words: tuple[_BareWord, ...]
    key: tuple[str, ...] | None


def _bare(name: tuple[Word, ...]) -> _Bare:
    words = tuple(_bare_word(word.raw) for word in name)
    if any(len(word.readings) != 1 or word.length > _LONGEST_SURE for word in words):
        return _Bare(words, None)
    return _Bare(words, tuple(sorted(next(iter(word.readings)) for word in words)))


@lru_cache(maxsize=16_384)
def _bare_word(word: str) -> _BareWord:
    readings = sounds(word)
    bare = frozenset(reading.translate(_LEVELLED) for reading in readings if len(word) > 1)
    return _BareWord(bare, max(map(len, readings)), frozenset(reading[:1].translate(_FIRST) for reading in readings))


def _can_be_one(one: _Bare, other: _Bare) -> bool:
    """Return whether two names may be alike; much quicker than how alike they are."""
    if len(one.words) != len(other.words):
        # A patronymic may be missing.
        return len(one.words) > 2 or len(other.words) > 2
    if one.key is not None and other.key is not None:
        return one.key == other.key
    match one.words, other.words:
        case ((first, second), (third, fourth)):
            return (_close(first, third) and _close(second, fourth)) or (
                _close(first, fourth) and _close(second, third)
            )
        case ((first,), (third,)):
            return _close(first, third)
    return True


@lru_cache(maxsize=65_536)
def _close(one: _BareWord, other: _BareWord) -> bool:
    """Return whether two words have the same consonants, but for one if they are long; an initial, the same sound."""
    if not one.readings or not other.readings:
        return not one.firsts.isdisjoint(other.firsts)
    if not one.readings.isdisjoint(other.readings):
        return True
    differences = max(one.length, other.length) // (_LONGEST_SURE + 1)
    return differences > 0 and any(
        Levenshtein.distance(a, b, score_cutoff=differences) <= differences
        for a in one.readings
        for b in other.readings
    )


def _keys(name: tuple[Word, ...]) -> set[str]:
    """Return the skeletons of a name, its words in the order of the alphabet, and each of them less one sound."""
    words = [list(dict.fromkeys(map(skeleton, sounds(word.raw)))) for word in name]
    found: set[str] = set()
    for count, reading in enumerate(product(*words)):
        if count == _MOST_READINGS:
            break
        key = " ".join(sorted(reading))
        found.add(key)
        if len(key) >= _SHORTEST_TO_SHORTEN:
            found.update(key[:at] + key[at + 1 :] for at in range(len(key)) if key[at] != " ")
    return found - {""}
