"""A line as a row of letters, one for each token, so that the forms of dates are plain regular expressions over it.

d a number that can be a day or month, n another of two digits, y a year, # a longer number; M a month by name,
m its abbreviation, k a word for "month", g one for "year", w a weekday, v the second word of one, o an ending on a
number ("14th", "14-cü", "2011-ci"), r "to", f "of" and its like; x any other word. Signs stand for themselves,
but q is an apostrophe, - a hyphen without spaces and ~ any other dash.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from curator.text.date_vocabulary import (
    FILLERS,
    FULL_MONTHS,
    MONTH_WORDS,
    RANGE_WORDS,
    SECOND_WORDS,
    SHORT_MONTHS,
    WEEKDAYS,
    YEAR_WORDS,
)
from curator.text.fold import fold

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*|\S")
_APOSTROPHE = re.compile("['’ʼ`]")
_SIGNS = {sign: sign for sign in ",./:()"} | {"․": ".", "։": ",", "،": ","} | dict.fromkeys("'’ʼ`‘", "q")
_DASHES = frozenset("-‐‑‒–—−")
_HYPHENS = frozenset("-‐‑")
_LONGEST_ENDING = 6
_LONGEST_WORD = 24
_EARLIEST = 1000
_LAST_DAY = 31
_DIGITS_OF_A_YEAR = 4
_SECOND_WORDS = frozenset(word for _day, word in SECOND_WORDS)
_WORDS: dict[str, str] = (
    dict.fromkeys(FULL_MONTHS, "M")
    | dict.fromkeys(SHORT_MONTHS, "m")
    | dict.fromkeys(WEEKDAYS, "w")
    | dict.fromkeys(_SECOND_WORDS, "v")
    | dict.fromkeys(YEAR_WORDS, "g")
    | dict.fromkeys(MONTH_WORDS, "k")
    | dict.fromkeys(RANGE_WORDS, "r")
    | dict.fromkeys(FILLERS, "f")
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a line.

    Args:
        kinds: a letter for each, see the module.
        places: start and end of each (code points of the line, end excluded).
        words: each as it stands.
    """

    kinds: str
    places: tuple[tuple[int, int], ...]
    words: tuple[str, ...]

    def number(self, index: int) -> int:
        """Return the value of a number, month (1 to 12) or weekday (0 is Monday)."""
        if self.kinds[index] in "dny#":
            return int(self.words[index])
        plain = self.plain(index)
        return WEEKDAYS[plain] if self.kinds[index] == "w" else FULL_MONTHS.get(plain) or SHORT_MONTHS[plain]

    def plain(self, index: int) -> str:
        """Return a word folded, without what follows its apostrophe."""
        return _stem(self.words[index])

    def values(self, first: int, last: int) -> list[tuple[str, int]]:
        """Return numbers and months from one token to another (excluded): ("d", 14), ("M", 3), ("y", 2011)."""
        return [
            (kind.replace("m", "M").replace("n", "d"), self.number(index))
            for index, kind in enumerate(self.kinds[first:last], first)
            if kind in "dnyMm"
        ]


def tokens_of(line: str) -> Tokens:
    """Return the tokens of `line`, which is best short: what it takes grows with its length alone."""
    kinds: list[str] = []
    places: list[tuple[int, int]] = []
    words: list[str] = []
    for match in _TOKEN.finditer(line):
        word, place = match.group(), match.span()
        is_glued = bool(places) and places[-1][1] == place[0]
        kinds.append(_kind(word, kinds, is_glued, line[place[1] : place[1] + 1]))
        places.append(place)
        words.append(word)
    return Tokens("".join(kinds), tuple(places), tuple(words))


def _kind(word: str, before: list[str], is_glued: bool, after: str) -> str:
    if word[0].isdecimal():
        return _number(word)
    if word[0].isalpha():
        return _word(word, before, is_glued)
    if word in _DASHES:
        return "-" if word in _HYPHENS and is_glued and after.strip() else "~"
    if word in ":/" and not (is_glued and before[-1:] and before[-1] in "dny#" and after.isdecimal()):
        return "x"  # "Published: 14 March" is no time, "Baku / 14 March" no fraction
    return _SIGNS.get(word, "x")


def _number(digits: str) -> str:
    if len(digits) <= 2:
        return "d" if 1 <= int(digits) <= _LAST_DAY else "n"
    return "y" if len(digits) == _DIGITS_OF_A_YEAR and int(digits) >= _EARLIEST else "#"


def _word(word: str, before: list[str], is_glued: bool) -> str:
    if len(word) > _LONGEST_WORD:
        return "x"
    plain = fold(word)
    kind = _WORDS.get(plain)
    if kind is None and _APOSTROPHE.search(word):
        kind = _WORDS.get(_stem(word))
    if kind in ("g", "M"):
        return kind
    if is_glued and len(plain) <= _LONGEST_ENDING and _ends_a_number(before):
        return "o"
    return kind or "x"


def _ends_a_number(before: list[str]) -> bool:
    return "".join(before[-2:]).rstrip("-q")[-1:] in ("d", "y")


def _stem(word: str) -> str:
    """The word folded, without the ending after an apostrophe ("Mart'ın") or without the apostrophe ("п'ятниця")."""
    plain = fold(word)
    if plain in _WORDS:
        return plain
    head, *endings = _APOSTROPHE.split(word)
    if not endings:
        return plain
    return fold(head) if fold(head) in _WORDS else fold(head + "".join(endings))
