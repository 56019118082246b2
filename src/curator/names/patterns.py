"""Names on record, taken apart for the matcher."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from curator.names.completion import NameRow
from curator.names.person_name import Word, person_name, words_of
from curator.names.text_words import is_small
from curator.names.vocabulary import Vocabulary

# Longer names are taken by their beginning.
_MOST_WORDS = 12


class Phrase(NamedTuple):
    """A name as its words in their order.

    Args:
        words: numbers in the vocabulary.
        anchor: which of the words the name is looked up by, the rarest.
        letters: with which each of the words begins; no form of a word changes that.
        capitals: with how many capitals it begins: 0 for a common noun, 2 for an abbreviation.
    """

    row: NameRow
    words: tuple[int, ...]
    anchor: int
    letters: str
    capitals: int

    @property
    def may_be_small(self) -> bool:
        """Whether it can stand in small letters throughout."""
        return not self.capitals or (len(self.words) > 1 and self.row.kind not in ("person", "place"))


class Person(NamedTuple):
    """The name of a person by its parts; words are numbers in the vocabulary.

    Args:
        letter: the first letter of the given name, folded.
        given: None for an initial.
        middle: first letter and number of further given names and of the patronymic, in their order.
    """

    row: NameRow
    letter: str
    given: int | None
    middle: tuple[tuple[str, int | None], ...]
    surname: tuple[int, ...]


class Patterns:
    """All names of all records, by the word that each is looked up by."""

    def __init__(self, rows: Iterable[NameRow]) -> None:
        self.vocabulary = Vocabulary()
        self.phrases: dict[int, list[Phrase]] = {}
        self.people: dict[int, list[Person]] = {}
        self.given: set[int] = set()
        self.preferred: dict[int, str] = {}
        phrases = []
        for row in rows:
            if row.is_preferred:
                self.preferred[row.authority_id] = row.name
            if not (row.kind == "person" and self._add_person(row)):
                phrases.append((row, self._numbers(words_of(row.name)[:_MOST_WORDS])))
        self._add_phrases(phrases)

    def _add_person(self, row: NameRow) -> bool:
        parts = person_name(row.name)
        if parts is None:
            return False
        further = (*parts.middle, *((parts.patronymic,) if parts.patronymic else ()))
        given = self._whole(parts.given)
        person = Person(
            row,
            parts.given.folded[0],
            given,
            tuple((word.folded[0], self._whole(word)) for word in further),
            self._numbers(parts.surname),
        )
        if given is not None:
            self.given.add(given)
        self.people.setdefault(person.surname[-1], []).append(person)
        return True

    def _whole(self, word: Word) -> int | None:
        return self.vocabulary.add(*word) if len(word.folded) > 1 else None

    def _numbers(self, words: Iterable[Word]) -> tuple[int, ...]:
        return tuple(self.vocabulary.add(*word) for word in words)

    def _add_phrases(self, phrases: list[tuple[NameRow, tuple[int, ...]]]) -> None:
        counts = Counter(word for _row, words in phrases for word in set(words))
        for row, words in phrases:
            if words:
                anchor = min(range(len(words)), key=lambda at: counts[words[at]])
                letters = "".join(self.vocabulary.word(word)[0] for word in words)
                phrase = Phrase(row, words, anchor, letters, _capitals(row))
                self.phrases.setdefault(words[anchor], []).append(phrase)


def _capitals(row: NameRow) -> int:
    letters = [letter for letter in row.name if letter.isalpha()]
    if not letters or is_small(letters[0]) or row.kind == "theme":
        return 0
    return 2 if len(letters) > 1 and row.name.isupper() and " " not in row.name else 1
