"""Guesses what kind of name words with capitals are, and says by what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from curator.names import candidate_reasons as reasons
from curator.names.candidate_reasons import Evidence, Part
from curator.names.candidate_roles import (
    COMMON,
    COMPANY,
    GIVEN,
    HONORIFIC,
    KNOWN,
    NEVER,
    OF,
    OFFICE,
    ORGANISATION,
    PART,
    PARTICLE,
    PEOPLE,
    PLACE,
    SURNAME,
    TITLE,
)
from curator.names.candidate_surroundings import Surroundings
from curator.names.candidate_text import CandidateText

_MOST_OF_PERSON, _MOST_CAPITALS_OF_PERSON = 5, 3
_MOST_LETTERS_OF_ACRONYM, _MOST_LETTERS_WHERE_INFLECTED = 7, 5
_ROMAN = re.compile("[IVX]{2,}")
_GENERIC = OFFICE | HONORIFIC | TITLE | PART | ORGANISATION | PLACE | COMPANY | PEOPLE | NEVER | COMMON


class Kinds:
    """Judges words of one text; words by number.

    Args:
        text: the text.
        around: what stands around them.
    """

    def __init__(self, text: CandidateText, around: Surroundings) -> None:
        self._text = text
        self._roles = text.roles
        self._around = around

    def person(self, first: int, last: int, evidence: Evidence) -> Part | None:
        """Return a person whose office or title is known; None when the words can be no name."""
        words, roles = self._text.words, self._roles
        if last - first >= _MOST_OF_PERSON:
            last = first + _MOST_OF_PERSON - 1
        while last >= first and not words.is_capital(last):
            last -= 1
        if first > last or (first == last and self._is_no_name(first)):
            return None
        if all(roles[at] & (KNOWN | PEOPLE | PLACE) and not roles[at] & GIVEN for at in range(first, last + 1)):
            return None
        if any(letter.isdigit() for letter in words.raw[last]):
            return None
        return Part(first, last, evidence)

    def judged(self, first: int, last: int, office: Evidence | None) -> Iterator[Part]:
        """Yield the words as a name with its kind.

        Args:
            office: what an office after it says of its kind, where one stands there.
        """
        evidence = self._single(first) if first == last else self._several(first, last)
        if evidence is None:
            return
        if office and evidence.kind != "place" and evidence.weight <= office.weight:
            evidence = office
        first = self._start(first, last, evidence)
        yield Part(first, last, evidence)

    def _start(self, first: int, last: int, evidence: Evidence) -> int:
        """Return the first word without a people before a person's name: "French Jean Dupont"."""
        if evidence.kind == "person":
            while first < last and self._roles[first] & PEOPLE and not self._roles[first] & GIVEN:
                first += 1
        return first

    def _is_no_name(self, at: int) -> bool:
        raw, role = self._text.words.raw[at], self._roles[at]
        return len(raw) < 2 or raw[1:].isdigit() or bool(role & _GENERIC and not role & (KNOWN | GIVEN | SURNAME))

    def _single(self, at: int) -> Evidence | None:
        words, role, around = self._text.words, self._roles[at], self._around
        raw = words.raw[at]
        if not raw.isalpha() or len(raw) < 2 or role & (NEVER | COMMON) or self._is_in_number(at):
            return None
        inflects = self._text.by_role.has_endings
        # Headlines have their last word in capitals.
        if inflects and raw.isupper() and len(raw) > _MOST_LETTERS_WHERE_INFLECTED:
            return None
        if (
            raw.isupper()
            and len(raw) <= _MOST_LETTERS_OF_ACRONYM
            and not _ROMAN.fullmatch(raw)
            and not (role & (KNOWN | COMMON | COMPANY))
        ):
            return Evidence("organisation", 480, reasons.CAPITALS)
        if role & KNOWN and not role & (PEOPLE | GIVEN):
            return Evidence("place", 330, reasons.KNOWN_PLACE)
        if not self._is_no_name(at) and (found := self._person_around(at, at)):
            return found
        if not role & _GENERIC and (found := around.quoted(at, at) or around.place_word(at, at)):
            return found
        if role & KNOWN and not role & PEOPLE:
            return Evidence("place", 330, reasons.KNOWN_PLACE)
        if role & _GENERIC:
            return None
        if (place := around.place_after(at)) and not around.verb_before(at):
            return Evidence("place", 390, reasons.AFTER, place)
        begins = self._text.begins(at) or self._text.after_dotted(at)
        if begins and self._text.is_seen_small(at):
            return None
        # "Texts wrote": what begins a sentence is no name by a verb where it can be any noun.
        sure = not begins or not inflects
        if sure and (verb := around.verb_after(at)):
            return Evidence("organisation" if around.is_after_the(at) else "person", 380, reasons.AFTER, verb)
        if title := around.title_after(at):
            return Evidence("organisation", 400, reasons.AFTER, title)
        if verb := around.verb_before(at):
            return Evidence("person", 330, reasons.BEFORE, verb)
        if self._around.is_attribute(at) or _ROMAN.fullmatch(raw):
            return None
        if role & SURNAME:
            return Evidence("person", 320, reasons.BY_SURNAME)
        if inflects and role & GIVEN:
            return Evidence("person", 300, reasons.GIVEN_NAME)
        if begins:
            return Evidence("organisation", 120, reasons.FIRST)
        if words.is_hyphenated(at) and not words.is_capital(at + 1):
            return None
        if place := around.place_before(at):
            return Evidence("place", 300, reasons.BEFORE, place)
        if self._text.is_seen_small(at):
            return None
        # Where names have endings, organisations mostly stand in quotation marks or with a word that tells them.
        return Evidence("person" if self._around.grammar(at) else "organisation", 230, reasons.ONE)

    def _several(self, first: int, last: int) -> Evidence | None:
        roles, around = self._roles, self._around
        is_capital = self._text.words.is_capital
        own = [roles[at] for at in range(first, last + 1) if is_capital(at) or roles[at] & ORGANISATION]
        if tuple(self._text.words.words[first : last + 1]) in self._text.by_role.place_names:
            return Evidence("place", 400, reasons.KNOWN_PLACE)
        if all(len(word) == 1 for word in self._text.words.words[first : last + 1]):
            return None
        if all(role & _GENERIC and not role & (KNOWN | ORGANISATION | GIVEN | PLACE) for role in own):
            return None
        if own[-1] & PEOPLE and all(role & (KNOWN | PLACE | PEOPLE) for role in own):
            return None
        if (
            self._text.words.is_capital(last)
            and any(role & KNOWN for role in own)
            and all(role & (KNOWN | PLACE | PEOPLE | PARTICLE) for role in own)
        ):
            return Evidence("place", 350, reasons.KNOWN_PLACE)
        if roles[last] & NEVER:
            return None
        if found := self._organisation(first, last):
            return found
        if found := around.quoted(first, last) or self._person_around(first, last) or around.place_word(first, last):
            return found
        if roles[first] & PLACE or (roles[last] & PLACE and not roles[last] & PEOPLE):
            at = last if roles[last] & PLACE and not roles[last] & PEOPLE else first
            return Evidence("place", 400, reasons.INSIDE, around.words(at, at))
        return self._person_inside(first, last) or self._little(first, last)

    def _organisation(self, first: int, last: int) -> Evidence | None:
        roles, words = self._roles, self._text.words
        if roles[last] & COMPANY:
            return Evidence("organisation", 620, reasons.INSIDE, self._around.words(last, last))
        order = [last, *range(first, last)] if last > first else [last]
        for at in order:
            is_written = words.is_capital(at) or not words.raw[at].isascii() or at == last
            if roles[at] & ORGANISATION and is_written and not roles[at] & GIVEN:
                is_head = at == last or bool(roles[at + 1] & OF)
                return Evidence("organisation", 600 if is_head else 480, reasons.INSIDE, self._around.words(at, at))
        if any("&" in self._text.gap(at) for at in range(first, last)):
            return Evidence("organisation", 560, reasons.INSIDE, "&")
        return None

    def _person_around(self, first: int, last: int) -> Evidence | None:
        if last - first >= _MOST_OF_PERSON:
            return None
        around = self._around
        weight = 680 if last > first else 560
        if title := around.office_before(first):
            return Evidence("person", weight + 60, reasons.BEFORE, title)
        if title := around.honorific_after(last):
            return Evidence("person", weight, reasons.AFTER, title)
        if title := around.office_after(last):
            return Evidence("person", weight, reasons.AFTER, title)
        return None

    def _person_inside(self, first: int, last: int) -> Evidence | None:
        roles, words, around = self._roles, self._text.words, self._around
        if last - first >= _MOST_OF_PERSON:
            return None
        if roles[first] & GIVEN:
            return Evidence("person", 600, reasons.GIVEN_NAME)
        if len(words.raw[last]) == 1:
            return None
        if any(words.is_initial(at) for at in range(first, last)):
            return Evidence("person", 590, reasons.BY_INITIAL)
        if roles[last] & SURNAME:
            return Evidence("person", 540, reasons.BY_SURNAME)
        if any(roles[at] & (PART | PEOPLE | COMMON) for at in range(first, last + 1)):
            return None
        if title := around.title_after(last):
            return Evidence("organisation", 430, reasons.AFTER, title)
        if last - first < 3 and not around.is_after_the(first):
            if verb := around.verb_after(last):
                return Evidence("person", 560, reasons.AFTER, verb)
            if verb := around.verb_before(first):
                return Evidence("person", 520, reasons.BEFORE, verb)
        return None

    def _is_in_number(self, at: int) -> bool:
        """Return whether a word is the beginning of a number such as "IDX-10", or of a line of figures."""
        words = self._text.words
        after = at + 1 < len(words.raw) and words.raw[at + 1][-1].isdigit()
        return after and (words.is_hyphenated(at) or (words.raw[at].isupper() and self._text.begins(at)))

    def _little(self, first: int, last: int) -> Evidence | None:
        """Return the little that is known of several words with capitals of which no word tells anything."""
        roles, around, raw = self._roles, self._around, self._text.words.raw
        # A table, or an abbreviation of a place after an initial (R-Mo).
        if all(word.isupper() for word in raw[first : last + 1]) or any(
            roles[at] & NEVER or not raw[at].isalpha() for at in range(first, last + 1)
        ):
            return None
        many = sum(map(self._text.words.is_capital, range(first, last + 1))) > _MOST_CAPITALS_OF_PERSON
        if many or around.is_owned(first) or self._text.is_seen_small(last):
            return Evidence("organisation", 340, reasons.SEVERAL)
        if any(roles[at] & (PART | PEOPLE | COMMON) for at in range(first, last + 1)):
            return Evidence("organisation", 280, reasons.SEVERAL)
        if place := around.place_after(last):
            return Evidence("place", 390, reasons.AFTER, place)
        if place := around.place_before(first):
            return Evidence("place", 320, reasons.BEFORE, place)
        if self._text.by_role.has_endings and (last - first > 1 or raw[first].isupper() or raw[last].isupper()):
            return Evidence("organisation", 260, reasons.SEVERAL)
        return Evidence("person", 360, reasons.SEVERAL)
