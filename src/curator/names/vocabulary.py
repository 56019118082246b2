"""The words of names, found in a text in any of their forms."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from curator.names.endings import groups_of, inflected, stems

# A longer word of a text is no form of a name.
_LONGEST, _LONGEST_ENDING = 64, 12
# Words of texts whose readings are kept; 100 bytes each.
_MOST_REMEMBERED = 100_000


class Reading(NamedTuple):
    """What a word of a text can be.

    Args:
        word: the number of a word of the vocabulary.
        cases: the cases that its ending can stand for; empty when it stands as it is on record.
    """

    word: int
    cases: tuple[str, ...]


class Vocabulary:
    """Words by number, and by all of their stems.

    A word of a text is looked up by its beginnings, so that a form costs nothing until it occurs: the forms themselves
    (a hundred for some words) are never listed.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words: list[tuple[str, str]] = []
        # One number, or several where words share a stem (Алиев, Алиева).
        self._by_stem: dict[str, int | tuple[int, ...]] = {}
        self._lookups: dict[frozenset[str], Lookup] = {}

    def add(self, word: str, raw: str) -> int:
        """Return the number of a word, a new one the first time.

        Args:
            word: folded.
            raw: as it is written; of several spellings the first decides about vowel harmony.
        """
        number = self._numbers.get(word)
        if number is not None:
            return number
        number = self._numbers[word] = len(self._words)
        self._words.append((word, raw))
        for stem in stems(word, raw):
            there = self._by_stem.get(stem)
            if there is None:
                self._by_stem[stem] = number
            else:
                self._by_stem[stem] = (*there, number) if isinstance(there, tuple) else (there, number)
        return number

    def word(self, number: int) -> str:
        """Return the folded word of a number."""
        return self._words[number][0]

    def lookup(self, languages: Collection[str] = ()) -> Lookup:
        """Return what finds words in texts in these languages (BCP 47); in any language when there are none."""
        groups = groups_of(languages)
        known = self._lookups.get(groups)
        if known is None or len(known) > _MOST_REMEMBERED:
            known = self._lookups[groups] = Lookup(self, groups)
        return known

    def readings(self, word: str, groups: frozenset[str]) -> tuple[Reading, ...]:
        """Return what a folded word of a text can be, by these groups of rules."""
        if len(word) > _LONGEST:
            return ()
        found: list[Reading] = []
        by_stem = self._by_stem
        for end in range(len(word), max(1, len(word) - _LONGEST_ENDING) - 1, -1):
            there = by_stem.get(word[:end])
            if there is None:
                continue
            for number in there if isinstance(there, tuple) else (there,):
                reading = self._reading(word, end, number, groups)
                if reading and all(reading.word != other.word for other in found):
                    found.append(reading)
        return tuple(found)

    def _reading(self, word: str, end: int, number: int, groups: frozenset[str]) -> Reading | None:
        own, raw = self._words[number]
        if own == word:
            return Reading(number, ())
        stem, ending = word[:end], word[end:]
        for group in groups:
            cases = tuple(
                case for each, endings in inflected(own, raw, group) if each == stem for case in endings.get(ending, ())
            )
            if cases:
                return Reading(number, tuple(dict.fromkeys(cases)))
        return None


class Lookup(dict[str, tuple[Reading, ...]]):
    """Readings by folded word of a text, worked out once for each word.

    Args:
        groups: of the rules for endings.
    """

    def __init__(self, vocabulary: Vocabulary, groups: frozenset[str]) -> None:
        super().__init__()
        self._vocabulary, self._groups = vocabulary, groups

    def __missing__(self, word: str) -> tuple[Reading, ...]:
        found = self[word] = self._vocabulary.readings(word, self._groups)
        return found
