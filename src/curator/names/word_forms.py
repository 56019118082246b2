"""The forms of a name among the words of a dictionary: those that begin with a stem of it and have a legal ending.

The other way round than the matcher, which has a text and looks for names: here are a name and all words there are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from curator.names.endings import inflected
from curator.names.grammatical_cases import COMPOUND, STEM
from curator.names.person_name import Word, person_name, words_of

# Returns the words of a dictionary that begin so.
Beginning = Callable[[str], Collection[str]]
# For each word of a name in turn, how it may stand in a text (folded).
Slots = tuple[tuple[str, ...], ...]

_MOST_WORDS = 12


def slots_of(name: str, kind: str, groups: Collection[str], beginning: Beginning) -> list[Slots]:
    """Return how a name may stand in texts, in each order of its words; as it is on record comes first.

    A person also stands as given name and surname, and the other way round. The last word may have any ending, words
    before it only in Cyrillic, where they are declined together.

    Args:
        kind: of the record ("person" ...).
        groups: of the rules for endings (`endings.groups_of`).
        beginning: of the dictionary.
    """
    return [
        tuple(
            _forms(word, groups, beginning, place == len(words) - 1, len(words) > 1 and kind != "person")
            for place, word in enumerate(words)
        )
        for words in _orders(name, kind)
    ]


def _orders(name: str, kind: str) -> Iterable[tuple[Word, ...]]:
    orders = [words_of(name)[:_MOST_WORDS]]
    parts = person_name(name) if kind == "person" else None
    if parts and len(parts.given.folded) > 1:
        orders += [(parts.given, *parts.surname), (*parts.surname, parts.given)]
    found: dict[tuple[str, ...], tuple[Word, ...]] = {}
    for words in orders:
        if words:
            found.setdefault(tuple(word.folded for word in words), words)
    return found.values()


def _forms(
    word: Word, groups: Collection[str], beginning: Beginning, is_last: bool, may_be_compound: bool
) -> tuple[str, ...]:
    legal: dict[str, str] = {}
    is_declined = is_last or "\u0400" <= word.folded[0] <= "\u052f"
    for group in groups:
        for stem, endings in inflected(word.folded, word.raw, group):
            for ending, cases in endings.items():
                if (is_declined or STEM in cases) and (may_be_compound or any(case != COMPOUND for case in cases)):
                    legal[stem + ending] = stem
    if not legal:
        return (word.folded,)
    shortest = min({word.folded, *legal.values()}, key=len)
    there = [each for each in beginning(shortest) if each in legal and each != word.folded]
    return (word.folded, *sorted(there))
