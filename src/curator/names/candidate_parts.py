"""Takes runs of words with capitals apart: "Treasury Secretary James Baker" is an office and a person."""

from __future__ import annotations

from collections.abc import Iterator

from curator.names.candidate_cases import NameCases
from curator.names.candidate_kinds import Kinds
from curator.names.candidate_reasons import AFTER as AFTER_IT
from curator.names.candidate_reasons import BEFORE, Evidence, Part
from curator.names.candidate_roles import (
    COMMON,
    COMPANY,
    GIVEN,
    HONORIFIC,
    KNOWN,
    OF,
    OFFICE,
    ORGANISATION,
    PART,
    PARTICLE,
    PEOPLE,
    PLACE,
    TITLE,
)
from curator.names.candidate_surroundings import Surroundings
from curator.names.candidate_text import CandidateText
from curator.text.small_words import SMALL_WORDS

_TELLING = OFFICE | HONORIFIC | TITLE | ORGANISATION | GIVEN | KNOWN | PEOPLE | PART | PLACE | COMPANY
_PERSON, _OF_OFFICE = 760, 430


class Parts:
    """Finds the names within runs.

    Args:
        text: the text.
    """

    def __init__(self, text: CandidateText) -> None:
        self._text = text
        self._roles = text.roles
        self._around = Surroundings(text)
        self._cases = NameCases(text)
        self._kinds = Kinds(text, self._around)

    def of(self, first: int, last: int) -> Iterator[Part]:
        """Yield the names in a run (first and last word)."""
        first = self._without_beginning(first, last)
        if first > last:
            return
        at = self._office(first, last)
        if at is None:
            yield from self._whole(first, last)
            return
        begins = self._around.office_start(at) if at > first else at
        begins = max(begins, first)
        title = self._around.words(begins, at)
        yield from self._whose_office(first, begins - 1, title)
        start = at if self._roles[at] & TITLE else self._after_office(at, last)
        if start <= last and not (start == at == last):
            part = self._kinds.person(start, last, Evidence("person", _PERSON, BEFORE, title))
            if part:
                yield part

    def _without_beginning(self, first: int, last: int) -> int:
        """Return the first word without those that only have a capital because a sentence begins."""
        text = self._text
        while first <= last and not text.words.is_initial(first) and self._is_no_part(first, last):
            first += 1
            while first <= last and not text.words.is_capital(first):
                first += 1
        return first

    def _is_no_part(self, first: int, last: int) -> bool:
        text, role = self._text, self._roles[first]
        if text.words.words[first] in SMALL_WORDS and not role & (KNOWN | GIVEN):
            return len(text.words.raw[first]) == 1 or not text.words.raw[first].isupper()
        if first == last or not (text.begins(first) or text.after_dotted(first)):
            return False
        if role & COMMON and not role & (KNOWN | GIVEN):
            return not self._roles[last] & COMPANY
        if self._cases.is_loose(first, last):
            return True
        return text.is_seen_small(first) and not role & _TELLING

    def _office(self, first: int, last: int) -> int | None:
        """Return the last word that is an office or title before or after a name; None when there is none."""
        roles = self._roles
        for at in range(last, first - 1, -1):
            if roles[at] & (OFFICE | HONORIFIC | TITLE) and self._text.words.is_capital(at):
                break
        else:
            return None
        # General Motors Corp, Judge Bank.
        named = any(roles[each] & GIVEN for each in range(at + 1, last))
        is_of = at < last and not self._text.words.is_capital(at + 1)
        if at < last and roles[last] & (COMPANY | ORGANISATION) and not (named or is_of):
            return None
        # General Agreement on Tariffs and Trade.
        if at + 2 < last and roles[at + 1] & ORGANISATION and roles[at + 2] & OF:
            return None
        # James Dean.
        if at == last > first and roles[first] & GIVEN and not self._is_part(first):
            return None
        return at

    def _is_part(self, at: int) -> bool:
        return bool(self._roles[at] & (PART | OFFICE))

    def _after_office(self, at: int, last: int) -> int:
        """Return the first word after an office with its "of State", "for Trade and Industry"."""
        start = at + 1
        roles, is_capital = self._roles, self._text.words.is_capital
        while start <= last:
            small = not is_capital(start) and not (start == at + 1 and roles[start] & PARTICLE)
            if not small and not (start > at + 1 and roles[start] & (PART | ORGANISATION)):
                break
            start += 1
        return start

    def _whose_office(self, first: int, last: int, title: str) -> Iterator[Part]:
        """Yield the organisation or place before an office: "Federal Reserve Board Chairman"."""
        roles = self._roles
        while last >= first and (
            (roles[last] & (PART | OFFICE) and not roles[last] & ORGANISATION)
            or not self._text.words.is_capital(last)
            or (first == last and roles[last] & (PART | ORGANISATION | PEOPLE))
        ):
            last -= 1
        while first <= last and roles[first] & (OFFICE | HONORIFIC):
            first += 1
        if first > last:
            return
        yield from self._kinds.judged(first, last, Evidence("organisation", _OF_OFFICE, AFTER_IT, title))

    def _whole(self, first: int, last: int) -> Iterator[Part]:
        yield from self._kinds.judged(first, last, None)
