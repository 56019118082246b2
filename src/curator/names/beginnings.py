"""With which beginnings of words a text holds a name: quick to ask an index for, before the text itself is read."""

from __future__ import annotations

from itertools import takewhile
from typing import NamedTuple

from curator.names.endings import stems
from curator.names.person_name import Word, person_name, words_of

# A shorter word has no endings, and stands in too many texts to tell anything, unless the name has no other.
_TELLING = 3
_MOST_WORDS = 12


class Beginning(NamedTuple):
    """With which letters a folded word begins; `is_whole`: the word has no others."""

    letters: str
    is_whole: bool


def beginnings(name: str, kind: str) -> tuple[Beginning, ...]:
    """Return beginnings of words: a text where the matcher finds `name` has a word for each of them.

    Of a person's name that is the surname: the rest may be initials, or missing.

    Args:
        kind: of the record ("person" ...).
    """
    parts = person_name(name) if kind == "person" else None
    words = parts.surname[-1:] if parts else words_of(name)[:_MOST_WORDS]
    telling = [word for word in words if len(word.folded) >= _TELLING] or list(words)
    return tuple(dict.fromkeys(_beginning(word) for word in telling))


def _beginning(word: Word) -> Beginning:
    """Return what all forms of a word begin with; a short one has no endings."""
    if len(word.folded) < _TELLING:
        return Beginning(word.folded, True)
    forms = list(stems(word.folded, word.raw))
    letters = zip(*forms, strict=False)
    same = takewhile(lambda there: len(set(there)) == 1, letters)
    return Beginning(forms[0][: sum(1 for _each in same)], False)
