"""All names on record, found in a text in one pass: whole words, in every form that the rules know.

Every name is looked up by one of its words, a person by the surname. A word of a text costs one look into a dictionary;
only where it can be such a word is looked at what stands around it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from copy import copy

from curator.names.candidate_roles import (
    CALENDAR,
    COMMON,
    GIVEN,
    IN,
    KNOWN,
    OFFICE,
    PEOPLE,
    REPORTING,
    SURNAME,
    roles_for,
)
from curator.names.choosing import Hit, chosen
from curator.names.completion import NameRow
from curator.names.grammatical_cases import COMPOUND, FEMININE, STEM
from curator.names.name_match import (
    AFTER_TITLE,
    BESIDE,
    HYPHEN,
    NAMED_BEFORE,
    ORDINARY,
    SMALL,
    Candidate,
    NameMatch,
)
from curator.names.patterns import Patterns, Person, Phrase
from curator.names.person_matching import PersonMatching
from curator.names.text_words import TextWords
from curator.names.titles import is_title
from curator.names.vocabulary import Reading

_WORD, _PHRASE, _SURNAME = 900, 950, 700
_LESS = {SMALL: 200, BESIDE: 500, HYPHEN: 350, ORDINARY: 600, AFTER_TITLE: 150}
_ENDING, _FEMININE = 30, 100
# Written small after a hyphen they make a surname of a given name.
_NAME_TAILS = frozenset(("zade", "заде", "oglu", "оглы", "бек", "bey", "хан", "xan"))
# Words that may be written with a capital right beside a surname without being part of the name: On Monday Bandini.
_NO_NAME = COMMON | CALENDAR | OFFICE | PEOPLE | REPORTING
# A surname that more people on record have says nothing about who is meant.
_MOST_OF_ONE_SURNAME = 20


class Matcher:
    """Finds names on record in texts. It does not change; threads may share it.

    Args:
        rows: every name of every record.
    """

    def __init__(self, rows: Iterable[NameRow]) -> None:
        self._patterns = Patterns(rows)
        # Records that changed since, with the names they have now; none for those that are gone.
        self._later: dict[int, tuple[NameRow, ...]] = {}
        self._later_patterns: Patterns | None = None

    @property
    def changes(self) -> int:
        """How many records have changed since the names were prepared."""
        return len(self._later)

    def changed(self, ids: Collection[int], rows: Iterable[NameRow]) -> Matcher:
        """Return a matcher in which some records have other names; it shares what was prepared.

        Args:
            ids: the records that changed, those that are gone among them.
            rows: all names that they have now.
        """
        found: dict[int, list[NameRow]] = {authority_id: [] for authority_id in ids}
        for row in rows:
            found.setdefault(row.authority_id, []).append(row)
        made = copy(self)
        made._later = self._later | {authority_id: tuple(names) for authority_id, names in found.items()}
        made._later_patterns = Patterns(row for names in made._later.values() for row in names)
        return made

    def find(self, text: str, languages: Collection[str] = ()) -> list[NameMatch]:
        """Return the names in a text in their order, none over another.

        Of names over one another the longest stands; the others are told within it. Where several records fit one
        place, all are candidates.

        Args:
            text: raw text (str); places are code points of it.
            languages: of the text (BCP 47), which decide what endings are possible; any when not known.
        """
        words = TextWords(text)
        hits = list(_Pass(self._patterns, words, languages).hits())
        if self._later_patterns:
            hits = [hit for hit in hits if hit.candidate.authority_id not in self._later]
            hits += _Pass(self._later_patterns, words, languages).hits()
        return chosen(hits)


class _Pass:
    """One text being searched."""

    def __init__(self, patterns: Patterns, words: TextWords, languages: Collection[str]) -> None:
        self._patterns = patterns
        self._words = words
        self._lookup = patterns.vocabulary.lookup(languages)
        self._people = PersonMatching(self._words, self._lookup)
        self._roles = roles_for(languages)

    def hits(self) -> Iterator[Hit]:
        """Yield everything that fits."""
        phrases, people = self._patterns.phrases, self._patterns.people
        surnames: list[tuple[int, Reading]] = []
        named: set[int] = set()
        lookup = self._lookup
        words = self._words.words
        known = {word for word in set(words) if lookup[word]}
        for at in [at for at, word in enumerate(words) if word in known]:
            for reading in lookup[words[at]]:
                for phrase in phrases.get(reading.word, ()):
                    yield from self._phrase(at, phrase, reading)
                if reading.word in people and self._words.is_capital(at):
                    surnames.append((at, reading))
        for at, reading in surnames:
            for hit in self._named_people(at, reading):
                named.add(hit.candidate.authority_id)
                yield hit
        for at, reading in surnames:
            yield from self._by_surname(at, reading, named)

    def _phrase(self, at: int, phrase: Phrase, reading: Reading) -> Iterator[Hit]:
        first = at - phrase.anchor
        last = first + len(phrase.words) - 1
        words = self._words.words
        if first < 0 or last >= len(words) or not (phrase.may_be_small or self._words.is_capital(first)):
            return
        for place, letter in enumerate(phrase.letters, first):
            if words[place][0] != letter:
                return
        cases = reading.cases if at == last else ()
        for place, number in enumerate(phrase.words, first):
            if place < last and not self._words.in_phrase(place):
                return
            found = reading.cases if place == at else self._cases(place, number)
            if found is None or (place < last and not self._may_have(place, found)):
                return
            cases = found if place == last else cases or found
        if COMPOUND in cases:
            if len(phrase.words) == 1 or phrase.row.kind == "person":
                return
            cases = tuple("poss" if case == COMPOUND else case for case in cases)
        notes = self._phrase_notes(first, last, phrase, cases)
        if notes is not None:
            yield self._hit(first, last, phrase, _WORD if first == last else _PHRASE, cases, notes)

    def _cases(self, at: int, number: int) -> tuple[str, ...] | None:
        for reading in self._lookup[self._words.words[at]]:
            if reading.word == number:
                return reading.cases
        return None

    def _may_have(self, at: int, cases: tuple[str, ...]) -> bool:
        """Return whether a word that is not the last of a name may have an ending: in Cyrillic every word."""
        return not cases or STEM in cases or "\u0400" <= self._words.words[at][0] <= "\u052f"

    def _phrase_notes(self, first: int, last: int, phrase: Phrase, cases: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return what is doubtful about a place where all words of a name stand; None when it is none."""
        words, is_person = self._words, phrase.row.kind == "person"
        if words.follows_apostrophe(first):
            return None
        if phrase.capitals == 2 and not words.is_upper(first, 2):
            return None
        if phrase.capitals and not words.is_capital(first):
            return (SMALL,)
        notes = []
        if (words.is_hyphenated(last) and words.is_capital(last + 1)) or words.is_hyphenated(first - 1):
            if is_person:
                return None
            notes.append(HYPHEN)
        if is_person and words.is_hyphenated(last) and words.words[last + 1] in _NAME_TAILS:
            return None
        if first == last and phrase.capitals == 1:
            if words.begins_sentence(first) and words.is_ordinary(words.words[first]):
                notes.append(ORDINARY)
            if is_person and self._stands_beside_name(first, last):
                notes.append(BESIDE)
        return tuple(notes)

    def _stands_beside_name(self, first: int, last: int) -> bool:
        """Return whether a capital right before or after shows that this is part of another name."""
        return self._is_name(first - 1, first - 1) or self._is_name(last + 1, last)

    def _is_name(self, at: int, gap: int) -> bool:
        words = self._words
        if not 0 <= at < len(words) or not (words.is_spaced(gap) or (words.in_name(gap) and words.is_initial(gap))):
            return False
        word = words.words[at]
        if "\u10d0" <= word[0] <= "\u10ff":
            return any(reading.word in self._patterns.given for reading in self._lookup[word])
        if words.is_initial(at):
            return True
        if not words.is_capital(at) or word.isdigit() or is_title(word) or words.is_ordinary(word):
            return False
        role = self._roles[word]
        if role & KNOWN and at > 0 and self._roles[words.words[at - 1]] & IN:
            return False
        return bool(role & (GIVEN | SURNAME)) or not role & _NO_NAME

    def _named_people(self, at: int, reading: Reading) -> Iterator[Hit]:
        """Yield people whose surname and given name or initials stand here."""
        near = {word[0] for word in self._words.words[max(0, at - 6) : at + 3]}
        for person in self._patterns.people[reading.word]:
            if person.letter in near:
                for fit in self._people.fits(at, person, reading.cases):
                    yield self._hit(fit.first, fit.last, person, fit.score, fit.cases, fit.notes)

    def _by_surname(self, at: int, reading: Reading, named: set[int]) -> Iterator[Hit]:
        """Yield people whose surname alone stands here: after a title, or when they are named in full as well."""
        people = self._patterns.people[reading.word]
        after_title = at > 0 and self._words.in_name(at - 1) and is_title(self._words.words[at - 1])
        known = [person for person in people if person.row.authority_id in named]
        if not known and (not after_title or len({each.row.authority_id for each in people}) > _MOST_OF_ONE_SURNAME):
            return
        for person in known or people:
            first = self._people.surname_start(at, person)
            if first is None or self._stands_beside_name(first, at):
                continue
            notes = (NAMED_BEFORE,) if known else (AFTER_TITLE,)
            yield self._hit(first, at, person, _SURNAME, reading.cases, notes)

    def _hit(
        self,
        first: int,
        last: int,
        pattern: Phrase | Person,
        score: int,
        cases: tuple[str, ...],
        notes: tuple[str, ...],
    ) -> Hit:
        row = pattern.row
        score -= sum(_LESS.get(note, 0) for note in notes)
        score -= (_ENDING * bool(cases) + _FEMININE * (FEMININE in cases)) if isinstance(pattern, Phrase) else 0
        name = self._patterns.preferred.get(row.authority_id, row.name)
        candidate = Candidate(row.authority_id, row.kind, name, row.name, max(score, 50), cases, notes)
        # The point of an initial belongs to it.
        end = self._words.ends[last] + self._words.is_initial(last)
        return Hit(self._words.starts[first], end, candidate)
