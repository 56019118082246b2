"""Folding: the form of a word under which spellings that a reader takes for one word are equal.

Case, marks and Latin letters that are typed differently are levelled; letters that differ (й and и) are not.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Letters of their own in Cyrillic, although Unicode can take them apart into a letter and a mark.
_LETTERS = frozenset("йўї")
# Written in the middle of words without being part of their spelling: soft hyphen, joiners, grapheme joiner,
# Arabic tatweel, the Armenian signs of stress, exclamation, question and abbreviation, variation selectors.
_DROPPED = frozenset("\u00ad\u034f\u0640\u200c\u200d\u2060\u055b\u055c\u055e\u055f") | {
    chr(code) for code in range(0xFE00, 0xFE10)
}
_SAME = str.maketrans({"ı": "i", "ə": "e"})
_VIRAMA = 9
# Code points; a line of 50 MB without a space must not stay in memory.
_LONGEST_REMEMBERED = 64


def fold(token: str) -> str:
    """Fold one word; pure, idempotent, the same for composed and decomposed spellings and for either case.

    Args:
        token: a word as it stands in a text or query (str, any normalisation form).

    Returns:
        The folded word, canonically decomposed but for й, ў and ї; empty when nothing is left of it.

    Source: Unicode Standard, D145 (compatibility caseless match), with the exceptions named in this module.
    """
    return _remembered(token) if len(token) <= _LONGEST_REMEMBERED else _fold(token)


def spelling(token: str) -> str:
    """Return one word in small letters, composed (NFC), with its marks: what an exact search compares.

    Signs inside it that are no part of its spelling are left out, as in folding. The case of I is that of English.
    """
    small = unicodedata.normalize("NFC", token).replace("İ", "i").lower()
    return unicodedata.normalize("NFC", "".join(letter for letter in small if letter not in _DROPPED))


def _fold(token: str) -> str:
    if token.isascii():
        return token.lower()
    # The dotted capital first: case folding would turn it into i and a mark, which is right, but not for all.
    composed = unicodedata.normalize("NFC", token).replace("İ", "i")
    folded = unicodedata.normalize("NFKC", composed).casefold()
    # Case folding can undo the normal form, and a compatibility form can hide a capital.
    folded = unicodedata.normalize("NFKC", folded).casefold()
    bare = "".join(map(_bare, unicodedata.normalize("NFC", folded)))
    # և is folded to եւ, its capitals ԵՎ to եվ: one conjunction.
    return bare.translate(_SAME).replace("եւ", "եվ")


# Each word takes 250 bytes, in every process. With four times as many, folding 1.5 million words out of 200,000 took
# 2.0 s instead of 2.4.
_remembered = lru_cache(maxsize=16_384)(_fold)


@lru_cache(maxsize=8_192)
def _bare(character: str) -> str:
    """Return one character of a composed text without its marks."""
    if character in _LETTERS:
        return character
    parts = unicodedata.normalize("NFD", character)
    return "".join(part for part in parts if part not in _DROPPED and not _is_mark(part))


def _is_mark(character: str) -> bool:
    # Marks that combine above or below; the vowel signs of Indic scripts are class 0 and carry meaning.
    return unicodedata.combining(character) not in (0, _VIRAMA)
