"""What the words of a text can be beside and inside names: an office, a verb of saying, the head of an organisation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields
from functools import lru_cache

from curator.names.candidate_words import ALL
from curator.names.candidate_words.word_lists import WordLists
from curator.names.vocabulary import Lookup, Vocabulary
from curator.text.small_words import SMALL_WORDS
from curator.text.tokens import tokens

HONORIFIC, TITLE, AFTER, OFFICE, PART, REPORTING, ORGANISATION, COMPANY, PLACE, KNOWN, IN, OF, AND, PARTICLE = (
    1 << bit for bit in range(14)
)
CALENDAR, PEOPLE, GIVEN, NEVER, COMMON, SURNAME = (1 << bit for bit in range(14, 20))

_ROLES = {
    "honorifics": HONORIFIC,
    "titles_in_name": TITLE,
    "honorifics_after": AFTER,
    "offices": OFFICE,
    "office_parts": PART,
    "reporting": REPORTING,
    "organisations": ORGANISATION,
    "companies": COMPANY,
    "places": PLACE,
    "known_places": KNOWN,
    "in_place": IN,
    "of": OF,
    "and_": AND,
    "particles": PARTICLE,
    "calendar": CALENDAR,
    "peoples": PEOPLE,
    "given_names": GIVEN,
    "never": NEVER,
    "common": COMMON,
}
# Roles of words that have no endings, or whose forms the lists give.
_AS_LISTED = REPORTING | IN | OF | AND | PARTICLE | COMMON | NEVER
_LEAST_BEFORE_ENDING = 3
_PEOPLE_ENDINGS = ("n", "ns", "an", "ans", "ian", "ians", "ese", "i", "is", "er", "ers")
_MOST_REMEMBERED = 100_000
# Abstract nouns in Armenian end like surnames in -յան: կառավարության.
_NO_SURNAME = ("ության",)


class Roles(dict[str, int]):
    """The roles of folded words in texts of some languages, as bits; each word is worked out once.

    Args:
        lists: of these languages.
        languages: BCP 47; which endings are possible; any when empty.
    """

    def __init__(self, lists: Sequence[WordLists], languages: Collection[str]) -> None:
        super().__init__()
        self._listed: dict[str, int] = {}
        self._with_endings: dict[int, int] = {}
        self._raw: dict[int, str] = {}
        self._vocabulary = Vocabulary()
        beginnings: list[str] = []
        endings: list[str] = []
        self.small_in_names = 0
        self.small_endings: tuple[str, ...] = ()
        self.place_names: set[tuple[str, ...]] = set()
        for each in lists:
            self._add(each)
            beginnings += _words(each.reporting_beginnings)
            endings += _words(each.surname_endings)
            self.small_in_names = max(self.small_in_names, each.small_in_names)
            self.small_endings += tuple(_words(each.small_endings))
            self.place_names |= {tuple(_words(name)) for name in each.place_names.split(";")}
        self._beginnings, self._endings = tuple(beginnings), tuple(endings)
        self._lookup: Lookup = self._vocabulary.lookup(languages)
        codes = {code.split("-")[0].lower() for code in languages}
        self.codes = frozenset(each.language for each in lists)
        self._small = {word for word, its in SMALL_WORDS.items() if not codes or codes.intersection(its)}

    @property
    def has_endings(self) -> bool:
        """Whether names have endings in one of the languages."""
        return self.codes != {"en"}

    def listed(self, word: str, role: int) -> str:
        """Return the form of a dictionary of a folded word that can have a role; empty where none is listed."""
        for reading in self._lookup[word]:
            if self._with_endings.get(reading.word, 0) & role:
                return self._raw[reading.word]
        return ""

    def basic(self, word: str) -> str:
        """Return the folded form of a dictionary of a folded word, that word itself where none is listed."""
        readings = self._lookup[word]
        return self._vocabulary.word(readings[0].word) if readings else word

    def __missing__(self, word: str) -> int:
        found = self._listed.get(word, 0)
        if not word.isascii() or self._with_endings:
            for reading in self._lookup[word]:
                found |= self._with_endings.get(reading.word, 0)
        if self._beginnings and word.startswith(self._beginnings):
            found |= REPORTING
        if (
            self._endings
            and word.endswith(self._endings)
            and not word.endswith(_NO_SURNAME)
            and len(word) > _LEAST_BEFORE_ENDING + 1
        ):
            found |= SURNAME
        if word in self._small:
            found |= COMMON
        if not found and self._is_people(word):
            found = PEOPLE
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        self[word] = found
        return found

    def _is_people(self, word: str) -> bool:
        """Return whether an English word is made from a known place: Ugandan, Nepalese, Kuwaiti."""
        return word.endswith(_PEOPLE_ENDINGS) and any(
            word.endswith(ending) and self._listed.get(word[: -len(ending)], 0) & KNOWN for ending in _PEOPLE_ENDINGS
        )

    def _add(self, lists: WordLists) -> None:
        for field in fields(lists):
            role = _ROLES.get(field.name)
            if role is None:
                continue
            listed = getattr(lists, field.name)
            for start, end, word in tokens(listed):
                if lists.language == "en" or role & _AS_LISTED:
                    self._listed[word] = self._listed.get(word, 0) | role
                else:
                    number = self._vocabulary.add(word, listed[start:end])
                    self._raw.setdefault(number, listed[start:end])
                    self._with_endings[number] = self._with_endings.get(number, 0) | role


def roles_for(languages: Collection[str]) -> Roles:
    """Return the roles of words in texts of these languages (BCP 47); of all that have lists when none of them has."""
    codes = frozenset(code.split("-")[0].lower() for code in languages)
    known = codes & {each.language for each in ALL}
    return _roles(known)


@lru_cache(maxsize=16)
def _roles(codes: frozenset[str]) -> Roles:
    return Roles([each for each in ALL if not codes or each.language in codes], codes)


def _words(listed: str) -> list[str]:
    return [word for _start, _end, word in tokens(listed)]
