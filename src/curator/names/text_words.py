"""The words of a text with what stands between and around them."""

from __future__ import annotations

import re
from functools import cached_property

from curator.text.small_words import SMALL_WORDS
from curator.text.tokens import token_lists

_SPACE = r"(?:[ \t\u00a0\u202f]{1,3}|[ ]?\n[ ]?)"
_HYPHEN = "-\u2010\u2011"
_APOSTROPHE = "'\u2019\u02bc\u02b9\u2018`"
_JOINED = re.compile(rf"{_SPACE}|[{_HYPHEN}{_APOSTROPHE}]")
_AFTER_INITIAL = re.compile(rf"\.{_SPACE}?|\.?[{_HYPHEN}]")
_AFTER_COMMA = re.compile(rf",{_SPACE}")
_IN_PHRASE = re.compile(rf"(?:{_SPACE}|[{_HYPHEN}{_APOSTROPHE}«»“”„\"&/–])+|,? ?")
_ENDS_SENTENCE = re.compile(r"[.!?։:…\n«„“\"(—–]|- ")
_FIRST_GEORGIAN, _LAST_GEORGIAN = "\u10d0", "\u10ff"
# Two letters that stand for one initial (Дж., Ch.).
_DIGRAPHS = frozenset(["дж", "дз", "dj", "dz", "ch", "sh", "zh", "kh", "ts", "th"])


class TextWords:
    """A text as words.

    `words` are folded, `raw` as they are written; `starts` and `ends` are their places (code points, end excluded).
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts, self.ends, self.raw, self.words = token_lists(text)

    def __len__(self) -> int:
        return len(self.words)

    def gap(self, at: int) -> str:
        """Return what stands between a word and the next."""
        return self.text[self.ends[at] : self.starts[at + 1]] if at + 1 < len(self.words) else "\n\n"

    def is_capital(self, at: int) -> bool:
        """Return whether a word begins with a capital, or its script has none."""
        return not is_small(self.raw[at][0])

    def is_upper(self, at: int, letters: int) -> bool:
        """Return whether a word begins with so many capitals."""
        return self.raw[at][:letters].isupper()

    def is_initial(self, at: int) -> bool:
        """Return whether a word is the initial of a name: a capital, or two letters for one, and a point."""
        if len(self.words[at]) > 1 and self.words[at] not in _DIGRAPHS:
            return False
        return self.is_capital(at) and self.text.startswith(".", self.ends[at])

    def in_name(self, at: int) -> bool:
        """Return whether a word and the next can belong to one person's name."""
        gap = self.gap(at)
        return _JOINED.fullmatch(gap) is not None or (_AFTER_INITIAL.fullmatch(gap) is not None and self.is_initial(at))

    def after_comma(self, at: int) -> bool:
        """Return whether there is nothing but a comma and a space between a word and the next."""
        return _AFTER_COMMA.fullmatch(self.gap(at)) is not None

    def in_phrase(self, at: int) -> bool:
        """Return whether a word and the next can belong to one name of a place, organisation, event or theme."""
        gap = self.gap(at)
        if gap in (". ", ".") and len(self.words[at]) <= 2:
            return True
        return 0 < len(gap) <= 4 and _IN_PHRASE.fullmatch(gap) is not None

    def is_spaced(self, at: int) -> bool:
        """Return whether only a space stands between a word and the next."""
        return 0 <= at < len(self.words) - 1 and not self.gap(at).strip() and self.gap(at).count("\n") < 2

    def is_hyphenated(self, at: int) -> bool:
        """Return whether a hyphen joins a word to the next one."""
        return 0 <= at < len(self.words) - 1 and len(self.gap(at)) == 1 and self.gap(at) in _HYPHEN

    def follows_apostrophe(self, at: int) -> bool:
        """Return whether a capital and an apostrophe stand right before a word (O'Brien)."""
        return at > 0 and self.gap(at - 1) in tuple(_APOSTROPHE) and self.is_capital(at - 1)

    def begins_sentence(self, at: int) -> bool:
        """Return whether a sentence, a heading or a quotation begins with a word."""
        return at == 0 or (_ENDS_SENTENCE.search(self.gap(at - 1)) is not None and not self.is_initial(at - 1))

    def is_ordinary(self, word: str) -> bool:
        """Return whether a folded word is a common one: a small word, or written small elsewhere in this text."""
        return word in SMALL_WORDS or word in self._small

    @cached_property
    def _small(self) -> set[str]:
        words = dict(zip(self.raw, self.words, strict=True))
        return {word for raw, word in words.items() if is_small(raw[0])}


def is_small(letter: str) -> bool:
    """Return whether a letter is a small one of a script that has capitals (Georgian is written without)."""
    return letter.islower() and not _FIRST_GEORGIAN <= letter <= _LAST_GEORGIAN
