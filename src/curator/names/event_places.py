"""What stands around the word for an event: dates, numbers, names, as places in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from curator.names.event_words import EventLanguage, listed
from curator.names.text_words import TextWords
from curator.text.date_vocabulary import YEAR_WORDS
from curator.text.dates_in_text import find
from curator.text.small_words import SMALL_WORDS

_YEAR = re.compile("1[5-9][0-9]{2}|20[0-9]{2}")
_DASHED = re.compile("[-\u2010\u2011\u2013\u2014]")
_DATED = listed("tarixli tarihli")
# In these forms a year or day says when something happened, and is no part of its name.
_WHEN = frozenset(
    [
        "ilde",
        "ilinde",
        "iline",
        "yilinda",
        "yilda",
        "yilinin",
        "году",
        "годом",
        "році",
        "թվականին",
        "թվականից",
        "წელს",
        "წელი",
        "in",
        "ին",
        "ից",
    ]
)
_WHEN_ENDING = re.compile(r"(?:[dt][ae]n?|[iu]nd[ae]n?|იდან|ამდე|ში|ում|ից|ին)$")
_BEFORE_A_TIME = listed("in since by until from after before during till of on")
_LONGEST_SUFFIX = 4
# Words that begin alike are taken for forms of one.
_BEGINNING = 5
# Words on each side of one that names an event in which a date can belong to it.
_AROUND = 16
# Names that end like a case; others in a case are no part of what follows.
_CASES = re.compile(r".{3,}(?:[dt][ae]n?|[dt][ae]ki|(?<=[aeiou])n[iu]n|[^aeiou][iu]n|(?<=[aeiou])y[ae]|l[ae]rin)$")
_LIKE_A_CASE = listed("berlin putin lenin stalin kremlin kanada ruanda uqanda uganda rusvelt macaristan")


class DatePart(NamedTuple):
    """Words that are a date, the year alone included; `is_when` where it can only be a time."""

    first: int
    last: int
    is_when: bool


def _spans(heads: Sequence[int], number: int) -> Iterator[tuple[int, int]]:
    """Yield first and last word of the stretches around heads (in their order), none over another."""
    first = last = -1
    for head in heads:
        if first < 0 or head - _AROUND > last:
            if first >= 0:
                yield first, last
            first = max(0, head - _AROUND)
        last = min(number - 1, head + _AROUND)
    if first >= 0:
        yield first, last


class EventPlaces:
    """One text, asked about the surroundings of a word.

    Args:
        words: of the text.
        language: whose grammar is tried.
        heads: the words that are asked about; dates are looked for around them only, which takes a tenth of the time.
    """

    def __init__(self, words: TextWords, language: EventLanguage, heads: Sequence[int]) -> None:
        self.words, self.language = words, language
        self._from: dict[int, DatePart] = {}
        self._to: dict[int, DatePart] = {}
        for first, last in _spans(heads, len(words)):
            self._find_dates(first, last)

    def date_from(self, at: int) -> DatePart | None:
        """Return the date that begins with a word."""
        return self._from.get(at)

    def date_to(self, at: int) -> DatePart | None:
        """Return the date that ends with a word."""
        return self._to.get(at)

    def is_joined(self, at: int) -> bool:
        """Return whether a word and the next can be of one name: a space or a hyphen between them, no more."""
        if not 0 <= at < len(self.words) - 1:
            return False
        gap = self.words.gap(at)
        return self.words.is_spaced(at) or (len(gap) == 1 and (_DASHED.fullmatch(gap) is not None or gap in "'’"))

    def is_name(self, at: int) -> bool:
        """Return whether a word is written as a name: with a capital that does not come from where it stands."""
        words, word = self.words, self.words.words[at]
        if not words.is_capital(at) or self.language.code == "ka" or word in SMALL_WORDS or word.isdigit():
            return False
        return not (words.begins_sentence(at) and (words.is_ordinary(word) or not self._is_name_elsewhere(at)))

    def _is_name_elsewhere(self, at: int) -> bool:
        """Return whether a word that begins a sentence is a name all the same: joined with one, or seen elsewhere."""
        words, word = self.words, self.words.words[at]
        if words.is_hyphenated(at) and words.is_capital(at + 1):
            return True
        return word[:_BEGINNING] in self._name_beginnings

    @cached_property
    def _name_beginnings(self) -> set[str]:
        """The beginnings of all words with a capital within a sentence."""
        words = self.words
        inside = {word for at, word in enumerate(words.words) if words.is_capital(at) and not words.begins_sentence(at)}
        return {word[:length] for word in inside for length in range(1, _BEGINNING + 1)}

    def is_in_case(self, at: int) -> bool:
        """Return whether a Turkish or Azerbaijani word has a case, so that it does not belong to the next."""
        word = self.words.words[at]
        if self.language.code != "turkic" or word in _LIKE_A_CASE:
            return False
        return _CASES.fullmatch(word) is not None or (at + 1 < len(self.words) and self.words.gap(at) in ("'", "’"))

    def _find_dates(self, begin: int, end: int) -> None:
        words, code = self.words, {"turkic": "az"}.get(self.language.code, self.language.code)
        offset, starts = words.starts[begin], {words.starts[at]: at for at in range(begin, end + 1)}
        text = words.text[offset : words.ends[end]]
        for date in find(text, code):
            first = starts.get(date.start + offset)
            if first is None or date.time or date.why in ("numeric", "iso"):
                continue
            last = first
            while last + 1 < len(words) and words.starts[last + 1] < date.end + offset:
                last += 1
            self._add(first, last)
        for at in range(begin, end + 1):
            word = words.words[at]
            if (
                _YEAR.fullmatch(word)
                and at not in self._from
                and not any(p.first <= at <= p.last for p in self._near(at))
            ):
                self._add(at, at)

    def _near(self, at: int) -> list[DatePart]:
        return [part for place in range(max(0, at - 6), at + 1) if (part := self._from.get(place))]

    def _add(self, first: int, last: int) -> None:
        words = self.words
        while last + 1 < len(words):
            word = words.words[last + 1]
            dashed = len(words.gap(last)) == 1 and _DASHED.fullmatch(words.gap(last))
            is_suffix = (
                dashed and (len(word) <= _LONGEST_SUFFIX or _YEAR.fullmatch(word)) and not words.is_capital(last + 1)
            )
            is_year = (words.is_spaced(last) or not words.gap(last)) and (word in YEAR_WORDS or word in _DATED)
            short_year = word in ("թ", "г", "р", "წ") and words.gap(last) in ("", " ")
            if not (is_suffix or is_year or short_year):
                break
            last += 1
        part = DatePart(first, last, self._is_when(first, last))
        self._from[first] = self._to[last] = part

    def _is_when(self, first: int, last: int) -> bool:
        word = self.words.words[last]
        if word in _WHEN or (not word.isdigit() and len(word) > 2 and _WHEN_ENDING.search(word) is not None):
            return True
        return first > 0 and self.words.words[first - 1] in _BEFORE_A_TIME and self.language.code == "en"
