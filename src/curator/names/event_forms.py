"""The basic form of the name of an event: its head without endings, Russian and Ukrainian adjectives in agreement.

Source: Зализняк, Грамматический словарь русского языка (2003), declension of adjectives; Український правопис (2019).
"""

from __future__ import annotations

import re

from curator.names.event_extent import Extent
from curator.names.event_words import event_language
from curator.names.text_words import TextWords

# Endings of adjectives; below, those of soft stems.
_ENDINGS = {
    "ru": re.compile("(?:[ыи]ми|[ое]го|[ое]му|ая|яя|[оеыи]й|ую|юю|[ыиое]м|[оеыи]е|[ыи]х)$"),
    "uk": re.compile("(?:ими|ого|ому|ої|[іи]й|ою|[иі]м|их|[еауієя])$"),
}
_SOFT = ("его", "ему", "ем", "ей", "юю", "яя", "ее", "ие", "их", "ими", "им", "ий")
_NOMINATIVE = {
    ("ru", "m", False): "ый",
    ("ru", "f", False): "ая",
    ("ru", "n", False): "ое",
    ("ru", "pl", False): "ые",
    ("ru", "m", True): "ий",
    ("ru", "f", True): "яя",
    ("ru", "n", True): "ее",
    ("ru", "pl", True): "ие",
    ("uk", "m", False): "ий",
    ("uk", "f", False): "а",
    ("uk", "n", False): "е",
    ("uk", "pl", False): "і",
}
_AFTER_VELAR = {"m": "ий", "f": "ая", "n": "ое", "pl": "ие"}
_AFTER_SIBILANT = {"m": "ий", "f": "ая", "n": "ее", "pl": "ие"}
# третья война, третьей войны.
_THIRD = {"ru": {"m": "третий", "f": "третья", "n": "третье", "pl": "третьи"}, "uk": {}}


def basic_form(words: TextWords, code: str, at: int, extent: Extent) -> str:
    """Return the name of an event without the endings that the sentence gives it.

    Args:
        code: whose grammar found it: "en", "turkic", "ru", "uk", "hy", "ka".
        at: the word for the event.
        extent: all words of the name.
    """
    parts: list[str] = []
    head = event_language(code).head(words.words[at])
    lemma = head[0] if head else words.raw[at]
    for place in range(extent.first, extent.last + 1):
        word = words.raw[place]
        if place == at:
            word = like(word, lemma)
        elif place < at and code in _ENDINGS:
            word = agreeing(word, code, gender(lemma))
        parts.append(word)
        if place < extent.last:
            parts.append(" " if words.gap(place).isspace() else words.gap(place))
    return "".join(parts)


def like(word: str, lemma: str) -> str:
    """Return a basic form in capitals as the word of the text has them."""
    if word.isupper() and len(word) > 1:
        return lemma.replace("i", "İ").upper() if any(letter in "ıəğş" for letter in lemma) else lemma.upper()
    if not word[0].isupper():
        return lemma
    return ("İ" if lemma[0] == "i" and word[0] == "İ" else lemma[0].upper()) + lemma[1:]


def gender(lemma: str) -> str:
    """Return "m", "f", "n" or "pl" for a Russian or Ukrainian noun in its basic form, by its last letter."""
    return {"а": "f", "я": "f", "о": "n", "е": "n", "ы": "pl", "и": "pl", "і": "pl"}.get(lemma[-1], "m")


def agreeing(word: str, code: str, gender: str) -> str:
    """Return an adjective of any case in the nominative.

    Args:
        word: as it is written; returned as it is where it does not end as adjectives do.
        code: "ru" or "uk".
        gender: of the noun, as `gender` tells it.
    """
    lower = word.lower()
    if lower.startswith("треть") and gender in _THIRD[code]:
        return like(word, _THIRD[code][gender])
    found = _ENDINGS[code].search(lower)
    ending = found.group() if found else ""
    stem = word[: len(word) - len(ending)]
    if not ending or len(stem) < 2 or not stem[-1].islower():
        return word
    return stem + _nominative(stem[-1], code, gender, ending)


def _nominative(letter: str, code: str, gender: str, ending: str) -> str:
    if code == "uk":
        return _NOMINATIVE[code, gender, False]
    if letter in "кгх":
        return _AFTER_VELAR[gender]
    if letter in "жшчщ":
        return _AFTER_SIBILANT[gender]
    return _NOMINATIVE[code, gender, ending in _SOFT]
