"""Stems: what forms of one word share, for searching. Names have none: "Nanjing" is no form of a verb.

A stem is looked up beside the word itself and weighs less. Only words that are written small, or begin a sentence,
have stems; a capital within a sentence means a name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Any

from curator.text.fold import fold

# The scripts in which words of these languages are written, by the name of a letter in Unicode.
_SCRIPTS = {"en": "LATIN", "tr": "LATIN", "az": "LATIN", "ru": "CYRILLIC", "hy": "ARMENIAN"}
_SNOWBALL = {"en": "english", "tr": "turkish", "ru": "russian", "hy": "armenian"}
LANGUAGES = tuple(_SCRIPTS)

# Azerbaijani, over folded words (ə is e there, ı is i, ü is u): plural, possessive, case, predicate, in their order.
# The vowels of an ending follow those of the word, which folding levels, so a and e, i and u stand for each other.
# Source: Azərbaycan dilinin orfoqrafiya qaydaları (2004); Householder, Basic Course in Azerbaijani (1965).
_AZERBAIJANI = re.compile(
    r"(?<=..[a-z])(?:"
    r"l[ae]r(?:[iu]m(?:[iu]z)?|[iu]n(?:[iu]z)?|[iu])?(?:n?[iu]n|n?[ae]|n?[iu]|n?d[ae]n?|l[ae])?"
    r"|[iu]m[iu]z(?:[iu]n|d[ae]n?|[ae]|[iu])?"
    r"|s[iu]n(?:[iu]n|d[ae]n?|[ae]|[iu])"
    r"|[iu]n(?:[iu]n|d[ae]n?|[ae]|[iu])"
    r"|n?[iu]n|d[ae]n?"
    r")(?:d[iu]r)?$"
)
_SHORTEST = 3
# Up to a word that begins a sentence: the beginning of a line or a stop, with nothing but signs between.
_START = r"(?:^|[.!?…:։\n])[^\w\n]{0,7}"
_STARTS_SENTENCE = re.compile(_START + "$")
_BEFORE = 9


def _capitals() -> str:
    """Return the capital letters of the scripts of `LANGUAGES`."""
    codes = (*range(0x41, 0x250), *range(0x400, 0x530), *range(0x531, 0x557), *range(0x1E00, 0x1F00))
    return "".join(chr(code) for code in codes if chr(code).isupper())


_CAPITAL = f"[{_capitals()}]"
_REST = r"[\w\u0300-\u036f]*"
# Kept where it begins a sentence and is no abbreviation; else a name.
_NAMES = re.compile(rf"({_START}{_CAPITAL}(?!{_CAPITAL}){_REST})|(?<!\w){_CAPITAL}{_REST}")


def stem(word: str, language: str) -> str:
    """Return the folded stem of a word, by which forms of it are equal; the folded word where there is no rule.

    Args:
        word: as it is written.
        language: one of `LANGUAGES`.

    Source: Snowball (Porter, 2001) for English, Turkish, Russian, Armenian; own rules for Azerbaijani.
    """
    return _stem(unicodedata.normalize("NFC", word), language)


def stemming_languages(word: str, languages: Collection[str] | None = None) -> list[str]:
    """Return the `languages` (all of `LANGUAGES` unless given) whose letters the word is written in."""
    return [each for each in LANGUAGES if (languages is None or each in languages) and _script(word[:1], each)]


def is_name(text: str, start: int, end: int) -> bool:
    """Tell whether a word is written as a name: a capital within a sentence, or two at its beginning.

    Args:
        start, end: its place in `text` (code points).
    """
    word = text[start:end]
    if not word[:1].isupper():
        return False
    return word[1:2].isupper() or _STARTS_SENTENCE.search(text[max(0, start - _BEFORE) : start]) is None


def without_names(text: str) -> str:
    """Return a text without the words that `is_name` says are names."""
    # A function of our own is quicker than a template.
    return _NAMES.sub(lambda found: found[1] or "", text)


@lru_cache(maxsize=65_536)
def _stem(word: str, language: str) -> str:
    if language == "az":
        return _azerbaijani(fold(word))
    # Turkish has a small letter of its own for I, and one for İ.
    small = word.replace("I", "ı").replace("İ", "i").lower() if language == "tr" else word.lower()
    return fold(_shortest(small, language)) or fold(word)


def _shortest(word: str, language: str) -> str:
    """Stem until nothing changes: Snowball makes "архив" of "архивы", but "арх" of "архив"."""
    step = _snowball(language).stemWord
    while len(shorter := step(word)) >= _SHORTEST and shorter != word:
        word = shorter
    return word


def _azerbaijani(word: str) -> str:
    """Take off endings until there is none, so that a form and its stem have the same stem."""
    while len(shorter := _AZERBAIJANI.sub("", word)) >= _SHORTEST and shorter != word:
        word = shorter
    # q and k are softened before an ending that begins with a vowel: uşaq, uşağın; çörək, çörəyin.
    if word.endswith("g"):
        return word[:-1] + "q"
    return word[:-2] + "ek" if word.endswith("ey") else word


@cache
def _snowball(language: str) -> Any:
    # Imported when words are first stemmed: not in every process.
    from Stemmer import Stemmer

    # It would remember 10,000 words; `_stem` does that already.
    return Stemmer(_SNOWBALL[language], 0)


@lru_cache(maxsize=4_096)
def _script(letter: str, language: str) -> bool:
    return unicodedata.name(letter, "").startswith(_SCRIPTS[language])
