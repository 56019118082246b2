"""Whether two spellings are of one name: in other letters, after the rules of another language, or with a slip."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from typing import NamedTuple

from curator.i18n import N_, _
from curator.names.person_name import is_child_of, is_patronymic, words_of
from curator.names.sound_distance import likeness
from curator.names.sounds import sounds
from curator.text.name_key import name_key
from curator.text.scripts import script_of

# From here on two names are worth showing to a person.
ALIKE = 820
_MOST_WORDS = 8
_INITIAL, _LEFT_OUT, _OTHER_ORDER = 860, 60, 20

_SAME = N_("the same but for capitals and marks")
_LETTERS = N_("the same name in other letters")
_SPELLED = N_("spelled almost the same")
_BY_INITIAL = N_("one has an initial where the other has a name")
_PATRONYMIC = N_("one has a patronymic")
_ORDER = N_("the words stand in another order")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are.

    Args:
        score: per mille; from `ALIKE` on worth showing.
        notes: in which ways, untranslated.
    """

    score: int
    notes: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """The reason, for people."""
        return ", ".join(_(note) for note in self.notes)


def same_name(one: str, other: str) -> Likeness:
    """Return how likely two spellings are of one name, and why.

    Words are compared by their sounds, in any order; an initial fits a name that begins with it, and a patronymic
    may be missing. Digits must be the same. The surname of a man and that of a woman differ.

    Args:
        one: a name in any script; `other` likewise.
    """
    first_read, second_read = _read(one), _read(other)
    if first_read.key == second_read.key:
        return Likeness(1000, (_SAME,)) if first_read.key else Likeness(0)
    first, second = first_read.words, second_read.words
    notes: list[str] = []
    less = 0
    if len(first) != len(second):
        first, second = _without_patronymic(first), _without_patronymic(second)
        notes, less = [_PATRONYMIC], _LEFT_OUT
    if not first or len(first) != len(second):
        return Likeness(0)
    score, in_order, initials = _best(first, second)
    notes += [_BY_INITIAL] if initials else []
    if not in_order:
        notes, less = [*notes, _ORDER], less + _OTHER_ORDER
    notes.insert(0, _LETTERS if first_read.script != second_read.script else _SPELLED)
    # Two spellings are never as sure as one.
    return Likeness(max(0, min(score, 990) - less), tuple(notes))


class _Read(NamedTuple):
    """What is compared of a name: its key, its words, their script."""

    key: str
    words: tuple[str, ...]
    script: str


@lru_cache(maxsize=65_536)
def _read(name: str) -> _Read:
    return _Read(name_key(name), tuple(word.raw for word in words_of(name)[:_MOST_WORDS]), script_of(name))


def _without_patronymic(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name of three and more without the father's name."""
    if len(parts) < 3:
        return parts
    folded = [name_key(part) for part in parts]
    for at in range(len(parts) - 1, 0, -1):
        if is_child_of(folded[at]):
            return parts[: at - 1] + parts[at + 1 :]
        if is_patronymic(folded[at]):
            return parts[:at] + parts[at + 1 :]
    return parts


def _best(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[int, bool, bool]:
    """Return the score of the best order, whether it is the one written, and whether an initial stands for a name."""
    orders = (
        permutations(second) if len(second) <= 3 else (second, (*second[1:], second[0]), (second[-1], *second[:-1]))
    )
    best = (0, True, False)
    for order in orders:
        scores = []
        for one, other in zip(first, order, strict=True):
            scores.append(_of_words(one, other))
            if not scores[-1]:
                break
        # The worst word counts as much as all: one other given name makes another person.
        score = (min(scores) + sum(scores) // len(scores)) // 2 if min(scores) >= ALIKE - 20 else min(scores)
        if score > best[0] + _OTHER_ORDER:
            initials = any((len(one) == 1) != (len(other) == 1) for one, other in zip(first, order, strict=True))
            best = (score, order == second, initials)
    return best


@lru_cache(maxsize=65_536)
def _of_words(one: str, other: str) -> int:
    if len(one) == 1 or len(other) == 1:
        same = any(a[:1] and likeness(a[:1], b[:1]) >= 500 for a in sounds(one) for b in sounds(other))
        return (1000 if len(one) == len(other) else _INITIAL) if same else 0
    return max(likeness(a, b) for a in sounds(one) for b in sounds(other))
