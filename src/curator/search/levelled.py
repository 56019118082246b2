"""A text folded in one piece, letter for letter: words are found in it without taking all of it apart.

That is possible where folding puts one letter for each, as in nearly all texts. In others (marks of their own, signs
within words, scripts that are not listed here) words are folded one by one, see `text_words.py`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from curator.text.fold import fold

Range = tuple[int, int]
# Latin, Cyrillic, Armenian, Georgian: nothing there joins what stands beside it but marks, which are not let through.
_BLOCKS = ((0xC0, 0x2B0), (0x400, 0x530), (0x531, 0x589), (0x10A0, 0x1100), (0x1C90, 0x1CC0), (0x1E00, 0x1F00))
# They part words, see `curator.text.tokens`.
_APOSTROPHES = frozenset(map(chr, range(0x2B9, 0x2C0)))
# Written as one letter and folded to two: it stays, and patterns provide for it.
_LIGATURE, _FIRST, _BOTH = "և", "ե", "եվ"
_IN_WORD = r"[^\W_]"
_BETWEEN = r"[\W_]+"


def levelled(text: str) -> str | None:
    """Return a text folded, of the same length, its words runs of letters and digits; None where that cannot be."""
    if text.isascii():
        return text.lower()
    if not unicodedata.is_normalized("NFC", text):
        return None
    level = text.replace("İ", "i").lower()
    if len(level) != len(text):
        return None
    for character in set(level):
        if character > "\x7f":
            one = _levelled(character)
            if one is None:
                return None
            if one != character:
                level = level.replace(character, one)
    return level.replace("եւ", _BOTH)


@lru_cache(maxsize=4_096)
def _levelled(character: str) -> str | None:
    """Return what stands for a character that is not ASCII; None where it cannot be told by itself."""
    if character in _APOSTROPHES:
        return "'"
    if not character.isalnum():
        # Marks and signs within words are no letters, and fold to nothing.
        return character if unicodedata.category(character)[0] != "M" and fold(character) else None
    if character == _LIGATURE:
        return character
    one = fold(character)
    known = any(first <= ord(character) < end for first, end in _BLOCKS)
    return one if known and len(one) == 1 and one.isalnum() else None


def words_in(level: str, word: str) -> Iterator[Range]:
    """Yield where a folded word stands in a levelled text."""
    return _whole(level, _compiled((word,), False))


def beginnings_in(level: str, beginning: str) -> Iterator[Range]:
    """Yield where words stand that begin so."""
    return _whole(level, _compiled((beginning,), True))


def phrases_in(level: str, words: Sequence[str]) -> Iterator[Range]:
    """Yield where folded words stand one right after the other; such places may overlap."""
    pattern, at = _compiled(tuple(words), False), 0
    while match := pattern.search(level, at):
        at = match.start() + 1
        if match.start() == 0 or not level[match.start() - 1].isalnum():
            yield match.span()


def _whole(level: str, pattern: re.Pattern[str]) -> Iterator[Range]:
    for match in pattern.finditer(level):
        start, end = match.span()
        # Asked here, not in the pattern: one that begins with letters is looked for several times as quickly.
        if start == 0 or not level[start - 1].isalnum():
            yield start, end


@lru_cache(maxsize=512)
def _compiled(words: tuple[str, ...], is_open: bool) -> re.Pattern[str]:
    written = [re.escape(word).replace(_BOTH, f"(?:{_BOTH}|{_LIGATURE})") for word in words]
    if is_open and words[-1].endswith(_FIRST):
        written[-1] = f"{written[-1][:-1]}[{_FIRST}{_LIGATURE}]"
    return re.compile(_BETWEEN.join(written) + (f"{_IN_WORD}*" if is_open else f"(?!{_IN_WORD})"))
