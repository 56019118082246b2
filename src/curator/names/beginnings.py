"""With which beginnings of words a text holds a name: quick to ask an index for, before the text itself is read."""

from __future__ import annotations

from itertools import takewhile

from curator.names.endings import stems
from curator.names.person_name import Word, person_name, words_of

# A shorter word stands in too many texts to tell anything, unless the name has no other.
_TELLING = 3
_MOST_WORDS = 12


def beginnings(name: str, kind: str) -> tuple[str, ...]:
    """Return beginnings of folded words: a text where the matcher finds `name` has a word with each of them.

    Of a person's name that is the surname: the rest may be initials, or missing.

    Args:
        kind: of the record ("person" ...).
    """
    parts = person_name(name) if kind == "person" else None
    words = parts.surname[-1:] if parts else words_of(name)[:_MOST_WORDS]
    telling = [word for word in words if len(word.folded) >= _TELLING] or list(words)
    return tuple(dict.fromkeys(_beginning(word) for word in telling))


def _beginning(word: Word) -> str:
    """Return what all forms of a word begin with."""
    forms = list(stems(word.folded, word.raw))
    letters = zip(*forms, strict=False)
    same = takewhile(lambda there: len(set(there)) == 1, letters)
    return forms[0][: sum(1 for _each in same)]
