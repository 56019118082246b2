"""What is suggested in an article, put together by place and by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from curator.gui.kinds import KINDS
from curator.gui.views.marks import Mark, Marks
from curator.gui.views.sentence_walk import SentenceWalk
from curator.operations.suggesting import Suggestion

_ORDER = tuple(KINDS)
# Kind, name, and the record that bears it (None: not on record).
NameKey = tuple[str, str, int | None]


@dataclass(frozen=True, slots=True)
class SuggestedPlace:
    """A place of a text with all that may be meant there.

    Args:
        start: code points of the text in use, as is `end` (excluded).
        choices: one suggestion for each record that may be meant, the likeliest first.
    """

    start: int
    end: int
    choices: tuple[Suggestion, ...]


def name_of(suggestion: Suggestion) -> NameKey:
    """Return what tells the name of a suggestion from others."""
    return suggestion.kind, suggestion.name, suggestion.authority_id


def is_named(one: Suggestion, other: Suggestion) -> bool:
    """Return whether two suggestions are of one name."""
    return name_of(one) == name_of(other)


def places_of(suggestions: Iterable[Suggestion]) -> list[SuggestedPlace]:
    """Return the places of suggestions in the order of the text, what may be meant there by its score.

    A suggestion for the article as a whole has none.
    """
    found: dict[tuple[int, int], list[Suggestion]] = {}
    for each in suggestions:
        if each.start is not None and each.end is not None:
            found.setdefault((each.start, each.end), []).append(each)
    return [
        SuggestedPlace(start, end, tuple(sorted(choices, key=lambda each: -each.score)))
        for (start, end), choices in sorted(found.items())
    ]


def names_of(suggestions: Iterable[Suggestion]) -> list[list[Suggestion]]:
    """Return suggestions put together by name: by kind, then by name."""
    found: dict[NameKey, list[Suggestion]] = {}
    for each in suggestions:
        found.setdefault(name_of(each), []).append(each)
    return sorted(found.values(), key=lambda own: (_ORDER.index(own[0].kind), own[0].name))


def marks_of_places(places: Sequence[SuggestedPlace], walk: SentenceWalk) -> Marks:
    """Return a mark for each place; its `mention_id` says which of `places` it is."""

    def mark(number: int, place: SuggestedPlace) -> Mark:
        start, end = walk.units(place.start, place.end)
        first, many = place.choices[0], len(place.choices)
        record = first.authority_id or 0
        return Mark(start, end, first.kind, first.name, number, record, suggested=many, why=first.why)

    return Marks(mark(number, place) for number, place in enumerate(places))
