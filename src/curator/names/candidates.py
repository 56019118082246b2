"""Names that are not on record yet: people, organisations, places and events, proposed from one text by rules.

By capitals, offices and titles, verbs of saying, given names, words such as "ministry" and "river"; the word lists are
in `candidate_words/`. Nothing is tagged by them; a person confirms.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import chain

from curator.names.candidate_groups import Forms, Group, grouped, in_small_letters, without_endings
from curator.names.candidate_joining import joined
from curator.names.candidate_loud import LoudLines
from curator.names.candidate_parts import Parts
from curator.names.candidate_reasons import DATELINE, Part
from curator.names.candidate_roles import ORGANISATION
from curator.names.candidate_runs import Runs
from curator.names.candidate_text import CandidateText
from curator.names.event_names import event_names
from curator.names.new_name import NewName

__all__ = ["NewName", "candidates"]

_LEAST = 200
_AGAIN, _MOST_AGAIN, _IN_HEAD, _IN_LEAD = 40, 160, 80, 60
_LEAD = 600
_LONGEST_ACRONYM = 4
# Words such as "talks" and "accord" with a name are often no event that an archive would have on record.
_LESS_OF_EVENTS = 150


def candidates(
    text: str,
    languages: Collection[str],
    taken: Collection[tuple[int, int]] = (),
    surnames: Collection[str] = (),
) -> list[NewName]:
    """Return the names in a text that are not on record, the likeliest first.

    Args:
        text: raw (str); its first line is taken for the headline.
        languages: of the text (BCP 47); empty when not known.
        taken: places of names on record (code points, end excluded): not proposed, unless within a longer name of an
            organisation or event.
        surnames: of the people on record among them, folded: an unknown word before one is no organisation's.
    """
    words = CandidateText(text, languages)
    splitter = Parts(words)
    loud = LoudLines(words)
    events = _events(words, languages, taken)
    within_events = [place for event in events for place in event.places]
    runs = chain.from_iterable(splitter.of(first, last) for first, last in Runs(words))
    parts = chain(words.datelines, runs, loud.parts())
    groups = grouped(words, _free(words, parts, [*taken, *within_events]))
    forms = Forms(languages, {word: word for key in groups for word in key})
    names = joined(words, without_endings(groups, forms), forms, surnames)
    loud.known(names)
    found = [*events, *(_new_name(words, group, languages) for group in names)]
    return sorted((each for each in found if each.score >= _LEAST), key=lambda each: (-each.score, each.places))


def _events(words: CandidateText, languages: Collection[str], taken: Collection[tuple[int, int]]) -> list[NewName]:
    """Return the events that are not on record; in lines in capitals any word may seem part of their name."""
    closed = [*taken, *words.loud]
    found = []
    for event in event_names(words.text, languages, words.words):
        places = tuple(
            (start, end)
            for start, end in event.places
            if not any(first < end and start < last for first, last in closed) and not _is_body(words, start, end)
        )
        if places:
            found.append(replace(event, places=places, score=max(_LEAST, event.score - _LESS_OF_EVENTS)))
    return found


def _is_body(words: CandidateText, start: int, end: int) -> bool:
    """Return whether the name of an event is that of an organisation, too (Stock Exchange, National Congress)."""
    first, after = bisect_left(words.words.starts, start), bisect_left(words.words.starts, end)
    capitals = all(words.words.is_capital(at) for at in range(first, after))
    return capitals and after - first > 1 and bool(words.roles[after - 1] & ORGANISATION)


def _free(words: CandidateText, parts: Iterable[Part], taken: Collection[tuple[int, int]]) -> Iterable[Part]:
    """Yield the parts that are not on record."""
    places = sorted(taken)
    starts = [start for start, _end in places]
    for part in parts:
        start, end = words.words.starts[part.first], words.words.ends[part.last]
        at = bisect_right(starts, end - 1) - 1
        over = []
        while at >= 0 and places[at][1] > start:
            over.append(places[at])
            at -= 1
        longer = part.evidence.kind in ("organisation", "event") and all(
            start <= first and last <= end and (first, last) != (start, end) for first, last in over
        )
        if not over or longer:
            yield part


def _new_name(words: CandidateText, group: Group, languages: Collection[str]) -> NewName:
    places = sorted(
        (words.words.starts[first], words.words.ends[last] + words.words.is_initial(last))
        for first, last in group.parts
    )
    name = group.raw
    if name.isupper() and (group.is_person or group.evidence.template == DATELINE or _is_long_place(group)):
        name = in_small_letters(name, languages)
    return NewName(group.evidence.kind, name, tuple(places), _score(words, group, places), group.evidence.why)


def _is_long_place(group: Group) -> bool:
    """Return whether capitals throughout are not the way in which a place is written (USSR)."""
    return group.evidence.kind == "place" and len(group.raw) > _LONGEST_ACRONYM


def _score(words: CandidateText, group: Group, places: list[tuple[int, int]]) -> int:
    score = group.evidence.weight + min(_MOST_AGAIN, _AGAIN * (len(places) - 1))
    head = words.text.find("\n")
    if 0 <= places[0][0] < head:
        score += _IN_HEAD
    if any(max(head, 0) <= start < _LEAD for start, _end in places):
        score += _IN_LEAD
    return min(score, 999)
