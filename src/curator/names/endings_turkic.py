"""Endings of Azerbaijani and Turkish names in Latin letters: vowel harmony, buffer consonants, possessives.

Source: Lewis, Turkish Grammar (2nd ed., 2000), chapters 2 and 5; the same suffixes of Azerbaijani after the
orthographic rules of 2004 (Azərbaycan dilinin orfoqrafiya qaydaları). Folding levels ı and i, ü and u.
"""

from __future__ import annotations

from functools import cache

from curator.names.grammatical_cases import COMPOUND, FEMININE, Endings, joined

_BACK, _FRONT = "aıou", "eəiöü"
_ROUND = "ouöü"
# The last vowel, and those of the endings after it: the low one in Latin letters, the high one in Cyrillic.
_CYRILLIC_VOWELS = {
    **dict.fromkeys("аы", ("a", "ы")),
    **dict.fromkeys("оу", ("a", "у")),
    **dict.fromkeys("әеи", ("e", "и")),
    **dict.fromkeys("өү", ("e", "ү")),
}


def turkic(word: str, raw: str) -> tuple[tuple[str, Endings], ...]:
    """Return the stems of a name with their endings; none when it has no vowel."""
    vowels = [letter for letter in raw.replace("I", "ı").replace("İ", "i").lower() if letter in _BACK + _FRONT]
    if not vowels or word[-1] not in "abcdefghijklmnopqrstuvwxyz":
        return ()
    last = vowels[-1]
    low, high = ("e" if last in _FRONT else "a"), ("u" if last in _ROUND else "i")
    endings = _endings(low, high, word[-1] in "aeiou")
    # Cəfərova is to Cəfərov, or is a woman's surname.
    found = [(word, joined(endings, {"a": (FEMININE,)}) if word.endswith("ov") else endings)]
    # Qarabağlıq - Qarabağlığın, Çiçək - Çiçəyin, Turkish Çiçek - Çiçeğin.
    if word[-1] in "kq":
        found += [(word[:-1] + softened, _before_vowels(low, high)) for softened in ("yg" if word[-1] == "k" else "g")]
    return tuple(found)


def turkic_cyrillic(word: str) -> tuple[tuple[str, Endings], ...]:
    """Return the stems of an Azerbaijani name in Cyrillic letters (1939 to 1991) with their endings."""
    last = next((letter for letter in reversed(word) if letter in _CYRILLIC_VOWELS), "")
    if not last:
        return ()
    low, high = _CYRILLIC_VOWELS[last]
    found = [(word, _in_cyrillic(low, high, word[-1] in _CYRILLIC_VOWELS, False))]
    if word[-1] in "кг":
        found.append((word[:-1] + ("ј" if word[-1] == "к" else "ғ"), _in_cyrillic(low, high, False, True)))
    return tuple(found)


@cache
def _in_cyrillic(low: str, high: str, after_vowel: bool, before_vowels: bool) -> Endings:
    latin = _before_vowels(low, "i") if before_vowels else _endings(low, "i", after_vowel)
    letters = str.maketrans("aeinsydtlrkmzc", f"аә{high}нсјдтлркмзҹ")
    return {ending.translate(letters): cases for ending, cases in latin.items()}


@cache
def _endings(low: str, high: str, after_vowel: bool) -> Endings:
    n, s, y = ("n", "s", "y") if after_vowel else ("", "", "")
    found: dict[str, tuple[str, ...]] = {}

    def add(case: str, *endings: str) -> None:
        for ending in endings:
            found[ending] = (*found.get(ending, ()), case)

    add("gen", f"{n}{high}n", f"{n}{high}nk{high}", f"{n}{high}nki")
    add("acc", f"{n}{high}", f"{y}{high}")
    add("dat", f"{y}{low}")
    add("loc", f"d{low}", f"t{low}", f"d{low}ki", f"t{low}ki")
    add("abl", f"d{low}n", f"t{low}n")
    add("ins", f"{y}l{low}")
    add("pred", f"d{high}r", f"t{high}r")
    add("plural", *(f"l{low}r{case}" for case in ("", "in", "i", low, f"d{low}", f"d{low}n", f"l{low}")))
    _add_possessives(found, low, high, s)
    if after_vowel:
        for ending in (f"n{low}", f"nc{low}", f"nd{low}", f"nd{low}n", f"nd{low}ki"):
            found.setdefault(ending, (COMPOUND,))
    return {ending: tuple(dict.fromkeys(cases)) for ending, cases in found.items()}


def _add_possessives(found: dict[str, tuple[str, ...]], low: str, high: str, s: str) -> None:
    """Add "its" and "our" with the cases after them (Qarabağının, Bakımızda)."""
    its = f"{s}{high}"
    ours = f"{'' if s else high}m{high}z"
    after_its = ("", f"n{high}n", f"n{low}", f"n{high}", f"nd{low}", f"nd{low}n", f"yl{low}", f"nc{low}")
    after_ours = ("", f"{high}n", low, high, f"d{low}", f"d{low}n")
    for ending in (*(its + case for case in after_its), *(ours + case for case in after_ours)):
        found.setdefault(ending, ("poss",))


@cache
def _before_vowels(low: str, high: str) -> Endings:
    return {ending: cases for ending, cases in _endings(low, high, False).items() if ending[0] in (low, high)}
