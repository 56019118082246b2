"""People in a text: from a surname to the given name or initials before or after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from curator.names.grammatical_cases import FEMININE, STEM
from curator.names.name_match import INITIALS, INVERTED, LOOSE
from curator.names.patterns import Person
from curator.names.person_name import is_child_of, is_patronymic
from curator.names.text_words import TextWords
from curator.names.titles import is_honorific
from curator.names.vocabulary import Lookup

_FULL, _WITH_ENDING, _BY_INITIAL, _AGREEING, _INVERTED, _LOOSE, _FEMININE = 970, 20, 140, 60, 20, 60, 100
# Words between a given name and a surname.
_MOST_BETWEEN = 3
# Letters that only Azerbaijani has of the languages in Cyrillic letters that have rules.
_AZERBAIJANI = re.compile("[әғҝөүһҹј]")


class PersonFit(NamedTuple):
    """A person's name found.

    Args:
        first: the first of its words, `last` the last.
        score: per mille.
    """

    first: int
    last: int
    score: int
    cases: tuple[str, ...]
    notes: tuple[str, ...]


class PersonMatching:
    """Finds people around surnames in one text."""

    def __init__(self, words: TextWords, lookup: Lookup) -> None:
        self._words = words
        self._lookup = lookup

    def fits(self, at: int, person: Person, cases: tuple[str, ...]) -> Iterator[PersonFit]:
        """Yield where a person's full name stands around a surname.

        Args:
            at: the last word of the surname.
            cases: what its ending can stand for.
        """
        first = self.surname_start(at, person)
        if first is None:
            return
        found = self._before(first, at, person, cases) or self._after(first, at, person, cases)
        if found:
            yield found

    def surname_start(self, at: int, person: Person) -> int | None:
        """Return the first word of a surname that ends at a word, None when its earlier words are not there."""
        first = at - len(person.surname) + 1
        if first < 0:
            return None
        for offset, number in enumerate(person.surname[:-1]):
            if not self._words.in_name(first + offset) or not self._is(first + offset, number):
                return None
        joined_before = first > 0 and self._words.is_hyphenated(first - 1) and self._words.is_capital(first - 1)
        joined_after = self._words.is_hyphenated(at) and self._words.is_capital(at + 1)
        if joined_before or joined_after or self._words.follows_apostrophe(first):
            return None
        return first

    def _before(self, first: int, last: int, person: Person, cases: tuple[str, ...]) -> PersonFit | None:
        """Look for given names before the surname: E. Surname, Elena Maria Surname."""
        words, middle = self._words, list(person.middle)
        at, agreeing, loose = first - 1, False, False
        while at >= max(0, first - _MOST_BETWEEN - 1) and words.in_name(at):
            by_initial = words.is_initial(at)
            more_initials = by_initial and at > 0 and words.is_initial(at - 1) and words.in_name(at - 1)
            given = None if more_initials else self._given(at, person)
            if given is not None:
                end = self._with_child_of(last, person)
                if end is None or not (by_initial or self._agree(given, cases, last)):
                    return None
                return self._fit(at, end, _common(given, cases), by_initial, agreeing, loose)
            if is_child_of(words.words[at]) and at > 0 and words.in_name(at - 1):
                at -= 1
            fits = self._middle(at, middle)
            if not (fits or self._may_stand_between(at, bool(middle))):
                return None
            agreeing, loose = agreeing or fits, loose or not fits
            at -= 1
        return None

    def _after(self, first: int, last: int, person: Person, cases: tuple[str, ...]) -> PersonFit | None:
        """Look for given names after the surname: Surname, Elena; Surname E. M."""
        words, at = self._words, last + 1
        comma = words.after_comma(last)
        if at >= len(words) or not (comma or words.is_spaced(last)) or not self._surname_alone(first):
            return None
        given = self._given(at, person)
        by_initial = words.is_initial(at)
        if given is None or (not (comma or by_initial) and cases and given == () and self._declines(last)):
            return None
        end, middle, agreeing = at, list(person.middle), 0
        while middle and end + 1 < len(words) and words.in_name(end) and self._middle(end + 1, middle, forward=True):
            end, agreeing = end + 1, agreeing + 1
        if agreeing and end + 1 < len(words) and words.is_spaced(end) and is_child_of(words.words[end + 1]):
            end += 1
        if end + 1 < len(words) and words.in_name(end):
            follows = words.is_initial(end + 1) or is_patronymic(words.words[end + 1])
            if follows and words.is_capital(end + 1):
                # Another patronymic or initial than the one on record: another person.
                if person.middle:
                    return None
                end += 1
            elif comma and words.is_capital(end + 1):
                # A list: "Bandini, Lucia Rossi".
                return None
        whole = self._with_child_of(end, person)
        if whole is None:
            return None
        found = self._fit(first, whole, _common(given, cases), by_initial, bool(agreeing), False)
        return found._replace(score=found.score - _INVERTED, notes=(*found.notes, INVERTED))

    def _surname_alone(self, first: int) -> bool:
        """Return whether no given name stands before a surname, which the word after it would then not be."""
        before = first - 1
        if before < 0 or not self._words.is_spaced(before):
            return before < 0 or not self._words.is_initial(before)
        return not (self._words.is_initial(before) or (self._words.is_capital(before) and self._is_given(before)))

    def _is_given(self, at: int) -> bool:
        return not self._words.begins_sentence(at) and not self._words.is_ordinary(self._words.words[at])

    def _given(self, at: int, person: Person) -> tuple[str, ...] | None:
        """Return the cases of the given name at a word, None when it is another one."""
        word = self._words.words[at]
        if not self._words.is_capital(at):
            return None
        if self._words.is_initial(at):
            return () if word[0] == person.letter else None
        if person.given is None:
            return None
        return next((reading.cases for reading in self._lookup[word] if reading.word == person.given), None)

    def _middle(self, at: int, middle: list[tuple[str, int | None]], forward: bool = False) -> bool:
        """Return whether a further name of the person stands at a word, and take it off the list with what follows."""
        if not self._words.is_capital(at):
            return False
        word = self._words.words[at]
        order = range(len(middle)) if forward else range(len(middle) - 1, -1, -1)
        for place in order:
            letter, number = middle[place]
            initial = self._words.is_initial(at)
            fits = word[0] == letter if initial else number is not None and self._is(at, number)
            if fits:
                del middle[slice(0, place + 1) if forward else slice(place, None)]
                return True
        return False

    def _may_stand_between(self, at: int, is_known: bool) -> bool:
        """Return whether a word may stand between given name and surname, although the name on record has it not.

        Args:
            is_known: whether a middle name or patronymic is on record: another one is another person's.
        """
        word = self._words.words[at]
        if is_honorific(word):
            return True
        return not is_known and (
            self._words.is_initial(at)
            or (self._words.is_capital(at) and (is_patronymic(word) or is_child_of(self._words.words[at + 1])))
        )

    def _is(self, at: int, number: int) -> bool:
        return any(reading.word == number for reading in self._lookup[self._words.words[at]])

    def _agree(self, given: tuple[str, ...], surname: tuple[str, ...], last: int) -> bool:
        """Return whether given name and surname can stand in one case.

        A surname that is not declined (Анне Шмидт) goes with every case; a given name in its own form does not go
        with a surname in another, where both are declined.
        """
        if not self._declines(last):
            return not given or STEM in given
        return not surname or bool(set(given) & set(surname))

    def _declines(self, at: int) -> bool:
        """Return whether every part of a name is declined in the script of a word: Cyrillic, but not Azerbaijani."""
        word = self._words.words[at]
        return "\u0400" <= word[0] <= "\u052f" and not _AZERBAIJANI.search(word)

    def _with_child_of(self, last: int, person: Person) -> int | None:
        """Return the last word with "father's name oğlu" where that follows; None when it is another father."""
        words = self._words
        if last + 2 >= len(words) or not is_child_of(words.words[last + 2]):
            return last
        if not (words.is_spaced(last) and words.is_spaced(last + 1) and words.is_capital(last + 1)):
            return last
        return last + 2 if not person.middle or self._middle(last + 1, list(person.middle)) else None

    def _fit(
        self, first: int, last: int, cases: tuple[str, ...], by_initial: bool, agreeing: bool, loose: bool
    ) -> PersonFit:
        notes = (*((INITIALS,) if by_initial else ()), *((LOOSE,) if loose else ()))
        # Beside the given name of a man it is a case of his surname.
        cases = cases if by_initial else tuple(case for case in cases if case != FEMININE)
        score = _FULL - _WITH_ENDING * bool(cases) - _LOOSE * loose
        score -= (_BY_INITIAL - _AGREEING * agreeing) * by_initial + _FEMININE * (FEMININE in cases)
        return PersonFit(first, last, score, cases, notes)


def _common(given: tuple[str, ...], surname: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cases that given name and surname share; of a name with one part declined, those of that part."""
    shared = tuple(case for case in surname if case in given)
    return shared or surname or tuple(case for case in given if case != STEM)
