"""Words of a text with their places: found in the raw text, folded one by one, so that offsets stay exact."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from itertools import accumulate

from curator.text.fold import fold

# Where Unicode keeps combining marks, the ideographic and Hangul blocks left out: asking all of it takes 0.2 s.
_MARK_BLOCKS = ((0x0300, 0x3100), (0xA600, 0xAC00), (0xFB00, 0xFE30), (0x10A00, 0x12000))
# Signs inside words that are no letters: soft hyphen, joiners, Armenian stress, exclamation and question.
_INSIDE = "\u00ad\u200c\u200d\u2060\u055b\u055c\u055e\u055f"


def _marks() -> str:
    """Return the combining marks as the inside of a character class of a regular expression."""
    ranges: list[list[int]] = []
    for first, last in _MARK_BLOCKS:
        for code in range(first, min(last, sys.maxunicode)):
            if unicodedata.category(chr(code))[0] != "M":
                continue
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges)


# Letters and digits; the modifier letters that serve as apostrophes (U+02B9 to U+02BF) part words like any
# other apostrophe, so that O'Brien is one and the same in every way of typing it.
_LETTER = r"[^\W_\u02b9-\u02bf]"
# The pattern of a word, for those that look for words with signs of their own in them. Runs of letters first: twice as
# quick as letter by letter.
WORD = rf"{_LETTER}+(?:[{_marks()}{_INSIDE}]+{_LETTER}*)*"
_WORD = re.compile(WORD)
_PARTED = re.compile(f"({_WORD.pattern})")
_ASCII_WORD = re.compile("[a-z0-9]+")


def tokens(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the words of a text in their order.

    A word is a run of letters, digits and the marks on them. Apostrophes and hyphens part words, so that a name
    is found with a suffix after an apostrophe (Bandini'nin).

    Args:
        text: raw text (str, any normalisation form).

    Returns:
        Triples of start and end (code points in `text`, end excluded) and the folded word, never empty.
    """
    for match in _WORD.finditer(text):
        folded = fold(match.group())
        if folded:
            yield match.start(), match.end(), folded


def token_lists(text: str) -> tuple[list[int], list[int], list[str], list[str]]:
    """Return what `tokens` yields as lists of starts, ends, words as they are written and folded words.

    Quicker than that for long texts: places are summed up from the lengths of words and of what parts them.
    """
    pieces = _PARTED.split(text)
    offsets = list(accumulate(map(len, pieces)))
    starts, ends, raw = offsets[:-1:2], offsets[1::2], pieces[1::2]
    by_raw = {word: fold(word) for word in set(raw)}
    folded = [by_raw[word] for word in raw]
    if all(by_raw.values()):
        return starts, ends, raw, folded
    kept = [at for at, word in enumerate(folded) if word]
    return (
        [starts[at] for at in kept],
        [ends[at] for at in kept],
        [raw[at] for at in kept],
        [folded[at] for at in kept],
    )


def folded_words(text: str) -> list[str]:
    """Return the folded words of `text` (str) without their places: what `tokens` yields, but quicker."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    return [folded for folded in map(fold, _WORD.findall(text)) if folded]


def raw_words(text: str) -> list[str]:
    """Return the words of `text` (str) as they are written; what folds to nothing is among them."""
    return _WORD.findall(text)
