"""Events named in a text that need not be on record: by a word for an event with a name, a number or a date.

"44-day war", "Second ... War", "summit of 8 August". The words are proposed as they stand, in their basic form.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator
from typing import NamedTuple

from curator.i18n import N_, _
from curator.names.event_extent import Extent, ExtentFinder
from curator.names.event_forms import basic_form
from curator.names.event_places import EventPlaces
from curator.names.event_words import event_language
from curator.names.new_name import NewName
from curator.names.text_words import TextWords
from curator.text.name_key import name_key

_REASONS = {
    "days": N_("new: “%(word)s” with a number of days"),
    "number": N_("new: “%(word)s” with an ordinal number"),
    "date": N_("new: “%(word)s” with a date"),
    "name": N_("new: “%(word)s” with a name"),
}
_SCORES = {"days": 760, "number": 780, "date": 700, "name": 620}
_LATIN = re.compile("[a-z]")


class _Found(NamedTuple):
    start: int
    end: int
    name: str
    score: int
    why: str


def event_names(text: str, languages: Collection[str] = (), known: TextWords | None = None) -> list[NewName]:
    """Return the events that a text names, the surest first, those of one name together.

    Args:
        text: raw text (str); places are code points of it.
        languages: of the text (BCP 47); all that there are rules for when none is given.
        known: the words of the text, where they are known already.
    """
    words = known or TextWords(text)
    found: list[_Found] = []
    for code in _codes(words, languages):
        found.extend(_in_language(words, code))
    grouped: dict[str, list[_Found]] = {}
    for each in _longest(found):
        grouped.setdefault(name_key(each.name), []).append(each)
    names = [_joined(group) for group in grouped.values()]
    return sorted(names, key=lambda each: (-each.score, each.places))


def _codes(words: TextWords, languages: Collection[str]) -> list[str]:
    """Return the grammars to try: by the letters of the text, and by its languages where letters do not tell."""
    known = {language.split("-")[0].lower() for language in languages}
    letters = {word[0] for word in set(words.words)}
    codes = []
    if any(_LATIN.match(letter) for letter in letters):
        codes += ["en"] if not known or "en" in known or not known & {"az", "tr"} else []
        codes += ["turkic"] if not known or known & {"az", "tr"} else []
    if any("\u0400" <= letter <= "\u052f" for letter in letters):
        codes += ["uk"] if "uk" in known or not known else []
        codes += ["ru"] if known != {"uk"} else []
    codes += ["hy"] if any("\u0561" <= letter <= "\u0586" for letter in letters) else []
    codes += ["ka"] if any("\u10d0" <= letter <= "\u10ff" for letter in letters) else []
    return codes


def _in_language(words: TextWords, code: str) -> Iterator[_Found]:
    language = event_language(code)
    known = {word for word in set(words.words) if language.lookup[word]}
    if not known:
        return
    heads = [at for at, word in enumerate(words.words) if word in known]
    finder = ExtentFinder(EventPlaces(words, language, heads))
    for at in heads:
        extent = finder.extent(at)
        if extent:
            yield _found(words, code, at, extent)


def _found(words: TextWords, code: str, at: int, extent: Extent) -> _Found:
    start, end = words.starts[extent.first], words.ends[extent.last]
    head = event_language(code).head(words.words[at])
    why = _(_REASONS[extent.reason]) % {"word": head[0] if head else words.raw[at]}
    name = basic_form(words, code, at, extent)
    return _Found(start, end, name, _SCORES[extent.reason] + 30 * (extent.marks > 1), why)


def _longest(found: list[_Found]) -> list[_Found]:
    """Return what stands where several are over one another: the longest."""
    kept: list[_Found] = []
    for each in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        at = bisect_left(kept, each)
        if not any(each.start < other.end and other.start < each.end for other in kept[max(0, at - 1) : at + 1]):
            kept.insert(at, each)
    return kept


def _joined(group: list[_Found]) -> NewName:
    best = max(group, key=lambda each: each.score)
    score = min(990, best.score + 20 * (len(group) - 1))
    return NewName("event", best.name, tuple((each.start, each.end) for each in group), score, best.why)
