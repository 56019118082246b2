"""Names on record that look like spellings of one: pairs, found without comparing each with each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from curator.names.person_name import words_of
from curator.names.sounds import skeleton, sounds
from curator.names.transliterate import ALIKE, same_name

# More names with one skeleton are too common to say anything about one of them.
_MOST_OF_ONE_KEY = 60
_MOST_READINGS = 4
# Shorter skeletons are like too many others to leave out a sound.
_SHORTEST_TO_SHORTEN = 5


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
    for at, (_owner, name) in enumerate(rows):
        for key in _keys(name):
            blocks.setdefault(key, []).append(at)
    seen: set[int] = set()
    for block in blocks.values():
        if not 2 <= len(block) <= _MOST_OF_ONE_KEY:
            continue
        for first, second in combinations(block, 2):
            pair = first * len(rows) + second
            if rows[first][0] != rows[second][0] and pair not in seen:
                seen.add(pair)
                yield first, second


def _keys(name: str) -> set[str]:
    """Return the skeletons of a name, its words in the order of the alphabet, and each of them less one sound."""
    words = [list(dict.fromkeys(map(skeleton, sounds(word.raw)))) for word in words_of(name)]
    found: set[str] = set()
    for count, reading in enumerate(product(*words)):
        if count == _MOST_READINGS:
            break
        key = " ".join(sorted(reading))
        found.add(key)
        if len(key) >= _SHORTEST_TO_SHORTEN:
            found.update(key[:at] + key[at + 1 :] for at in range(len(key)) if key[at] != " ")
    return found - {""}
