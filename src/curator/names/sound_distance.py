"""How far two sounds are apart: an edit distance in which what languages swap for one another costs little.

Source: weighted edit distance after Wagner and Fischer (1974); the weights are our own, set by the tables of the tests.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from curator.names.sounds import VOWELS

_VOWEL_COSTS = {"äa": 0.1, "äe": 0.1, "ae": 0.2, "oö": 0.1, "uü": 0.1, "ou": 0.3, "oa": 0.4, "öe": 0.3, "üi": 0.2}
_VOWEL_COSTS |= {"ie": 0.5, "iy": 0.15, "ey": 0.3, "öü": 0.3, "öu": 0.3}
# Voiced and unvoiced (Western and Eastern Armenian, ends of words in Russian), gutturals, hissing sounds.
_CLOSE = ("bp", "dt", "gk", "zs", "vf", "ZS", "CJ", "Gg", "Gh", "xk", "xg", "qx", "cs", "cz", "JZ", "cC")
# Two signs for what is one sound in some languages.
_NEAR = ("qk", "qg", "qG", "hg", "hx", "Gx", "Gk")
_CLOSE_COST, _NEAR_COST, _VOWELS_APART, _OTHER = 0.22, 0.1, 0.6, 1.0
_LEFT_OUT = {"y": 0.15, "h": 0.5, **dict.fromkeys(VOWELS, 0.5)}
_PAIRS = _VOWEL_COSTS | dict.fromkeys(_CLOSE, _CLOSE_COST) | dict.fromkeys(_NEAR, _NEAR_COST)
_COSTS = {each: cost for pair, cost in _PAIRS.items() for each in (pair, pair[::-1])}
# Of words that are further apart than this share of their length nobody wants to know how far.
_FURTHEST = 0.2
_MAN, _WOMAN = ("ov", "ev", "in", "äv", "ski", "skiy"), ("ova", "eva", "ina", "äva", "skaya", "skaia")


@lru_cache(maxsize=65_536)
def likeness(one: str, other: str) -> int:
    """Return how alike two sounds are (per mille): 1000 for the same, 0 below 600.

    A man's and a woman's form of a surname are not alike.
    """
    if one == other:
        return 1000
    longest = max(len(one), len(other))
    if not (one.isalpha() and other.isalpha()):
        return 0
    most = longest // 3 + 1
    if Levenshtein.distance(one, other, score_cutoff=most) > most or _genders_differ(one, other):
        return 0
    # A difference weighs more the shorter the word.
    distance = _distance(one, other, _FURTHEST * longest)
    return round(1000 * (1 - 2 * distance / longest)) if distance <= _FURTHEST * longest else 0


def _genders_differ(one: str, other: str) -> bool:
    return any(man.endswith(_MAN) and woman.endswith(_WOMAN) for man, woman in ((one, other), (other, one)))


def _distance(one: str, other: str, most: float) -> float:
    """Return the distance, or something above `most` as soon as it is sure to be more."""
    costs, gone = _COSTS, [_LEFT_OUT.get(letter, _OTHER) for letter in other]
    row = [0.0]
    for cost in gone:
        row.append(row[-1] + cost)
    # The first sound tells more than others: Samir is not Zamir.
    weight = 2.0
    for letter in one:
        left_out = _LEFT_OUT.get(letter, _OTHER)
        diagonal, last = row[0], row[0] + left_out
        here = [last]
        for place, against in enumerate(other):
            above = row[place + 1]
            if letter != against:
                diagonal += weight * (costs.get(letter + against) or _apart(letter, against))
            last = min(diagonal, above + left_out, last + gone[place])
            here.append(last)
            diagonal, weight = above, 1.0
        if min(here) > most:
            return most + 1
        row = here
    return row[-1]


def _apart(one: str, other: str) -> float:
    return _VOWELS_APART if one in VOWELS and other in VOWELS else _OTHER
