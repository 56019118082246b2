"""The endings that a name can take in a text, by rules: which form of which case belongs to which name.

A name has one or more stems; each goes with the endings that may follow it. All are folded (`text/fold.py`). The rules
allow somewhat more than grammars do, since names on record decide what is looked for, and never part of a word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from curator.names.endings_caucasian import armenian, georgian
from curator.names.endings_slavic import russian, ukrainian
from curator.names.endings_turkic import turkic, turkic_cyrillic
from curator.names.grammatical_cases import Endings

_TURKIC = frozenset({"az", "tr"})


def groups_of(languages: Collection[str]) -> frozenset[str]:
    """Return the groups of rules for a text in these languages (BCP 47); for all that there are when none is given.

    Armenian and Georgian have letters of their own, so their rules always hold. Latin letters take endings in
    Azerbaijani and Turkish only: an English "Alison" is no form of "Ali".
    """
    codes = {code.split("-")[0].lower() for code in languages}
    found = {"hy", "ka"}
    if not codes or codes & _TURKIC:
        found.add("turkic")
    if not codes or "uk" in codes:
        found.add("uk")
    if not codes or "az" in codes:
        found.add("az-cyrl")
    if not codes or codes != {"uk"}:
        found.add("ru")
    return frozenset(found)


def stems(word: str, raw: str) -> Iterator[str]:
    """Yield the stems of a folded word in every group of rules, itself first, each once."""
    seen = {word}
    yield word
    for group in _groups_for(word):
        for stem, _endings in inflected(word, raw, group):
            if stem not in seen:
                seen.add(stem)
                yield stem


@lru_cache(maxsize=8_192)
def inflected(word: str, raw: str, group: str) -> tuple[tuple[str, Endings], ...]:
    """Return the stems of a word with the endings of each.

    Args:
        word: folded.
        raw: the same word as it is written, which tells front from back vowels.
        group: "turkic", "az-cyrl", "ru", "uk", "hy" or "ka".
    """
    if group not in _groups_for(word) or len(word) < 3:
        return ()
    if group == "turkic":
        return turkic(word, raw)
    return _RULES[group](word)


_RULES = {"az-cyrl": turkic_cyrillic, "ru": russian, "uk": ukrainian, "hy": armenian, "ka": georgian}
# The first and last letter of a script, and its groups.
_SCRIPTS = (("а", "ӿ", ("ru", "uk", "az-cyrl")), ("ա", "ֆ", ("hy",)), ("ა", "ჺ", ("ka",)))


def _groups_for(word: str) -> tuple[str, ...]:
    if word.isascii():
        return ("turkic",)
    return next((groups for first, last, groups in _SCRIPTS if first <= word[-1] <= last), ())
