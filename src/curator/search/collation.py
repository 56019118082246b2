"""The order in which titles and names are listed, in all languages of an archive at once.

Digits come before letters and count as numbers; then Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Georgian. In the
Latin alphabet ç, ə, ğ, ö, ş and ü are letters of their own after c, e, g, o, s and u, as in Azerbaijani and Turkish;
all other marks, case and punctuation count only between titles that are equal without them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from curator.text.fold import fold
from curator.text.tokens import tokens

_ASCII_WORD = re.compile("[a-z]+|[0-9]+")
_RUN = re.compile("[0-9]+|[^0-9]+")
# A letter that sorts right after another is written as that one and a sign that stands after all letters of its script.
_AFTER = "\uffff"
_OWN_PLACE = {
    "ç": "c",
    "ə": "e",
    "ğ": "g",
    "ö": "o",
    "ş": "s",
    "ü": "u",
    # Where Unicode has them after я.
    "ґ": "г",
    "є": "е",
    "і": "и",
    "ў": "у",
}
_LETTERS = {letter: before + _AFTER for letter, before in _OWN_PLACE.items()}
_LETTERS |= {"ї": "и" + 2 * _AFTER, "й": "и" + 3 * _AFTER}
_DIGITS = 12


def sort_key(text: str) -> str:
    """Return a key by which texts sort as this module says; a text without letters and digits sorts first.

    Args:
        text: a title or name (any normalisation form).

    Source: the levels are the idea of the Unicode Collation Algorithm (UTS #10); the order of letters is ours.
    """
    if text.isascii():
        words = " ".join(map(_ascii_key, _ASCII_WORD.findall(text.lower())))
    else:
        words = " ".join(_word_key(text[start:end]) for start, end, _folded in tokens(text))
    return f"{words}\0{text}"


def forget_words() -> None:
    """Let go of the words that were remembered: after many titles at once."""
    _word_key.cache_clear()


def _ascii_key(word: str) -> str:
    return word.zfill(_DIGITS) if word[0] < "a" else word


@lru_cache(maxsize=8_192)
def _word_key(word: str) -> str:
    composed = unicodedata.normalize("NFC", word).replace("İ", "i").casefold()
    letters = "".join(_LETTERS.get(letter) or fold(letter) for letter in composed)
    return " ".join(run.zfill(_DIGITS) if "0" <= run[0] <= "9" else run for run in _RUN.findall(letters))
