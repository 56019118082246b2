"""How far two sounds are apart: an edit distance in which what languages swap for one another costs little.

Source: weighted edit distance after Wagner and Fischer (1974); the weights are our own, set by the tables of the tests.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

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
_COSTS = {frozenset(pair): cost for pair, cost in _VOWEL_COSTS.items()}
_COSTS |= {frozenset(pair): _CLOSE_COST for pair in _CLOSE} | {frozenset(pair): _NEAR_COST for pair in _NEAR}
_MAN, _WOMAN = ("ov", "ev", "in", "äv", "ski", "skiy"), ("ova", "eva", "ina", "äva", "skaya", "skaia")


@lru_cache(maxsize=65_536)
def likeness(one: str, other: str) -> int:
    """Return how alike two sounds are (per mille); 1000 for the same, 0 for a man's and a woman's form of a surname."""
    if one == other:
        return 1000
    longest = max(len(one), len(other))
    if not one or not other or any(letter.isdigit() for letter in one + other):
        return 0
    most = longest // 2 + 1
    if Levenshtein.distance(one, other, score_cutoff=most) > most or _genders_differ(one, other):
        return 0
    # A difference weighs more the shorter the word.
    return max(0, round(1000 * (1 - 2 * _distance(one, other) / longest)))


def _genders_differ(one: str, other: str) -> bool:
    return any(man.endswith(_MAN) and woman.endswith(_WOMAN) for man, woman in ((one, other), (other, one)))


def _distance(one: str, other: str) -> float:
    row = [0.0]
    for letter in other:
        row.append(row[-1] + _LEFT_OUT.get(letter, _OTHER))
    for at, letter in enumerate(one):
        left_out = _LEFT_OUT.get(letter, _OTHER)
        here = [row[0] + left_out]
        for place, ((diagonal, above), against) in enumerate(zip(pairwise(row), other, strict=True)):
            swap = 0.0 if letter == against else _swap(letter, against)
            # The first sound tells more than others: Samir is not Zamir.
            swap *= 2 if at == place == 0 else 1
            here.append(min(diagonal + swap, above + left_out, here[-1] + _LEFT_OUT.get(against, _OTHER)))
        row = here
    return row[-1]


def _swap(one: str, other: str) -> float:
    apart = _VOWELS_APART if one in VOWELS and other in VOWELS else _OTHER
    return _COSTS.get(frozenset((one, other)), apart)
