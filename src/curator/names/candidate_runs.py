"""Words with capitals that stand together, with the small words inside names: what may be a name, or hold several."""

from __future__ import annotations

from collections.abc import Iterator

from curator.names.candidate_cases import NameCases
from curator.names.candidate_roles import (
    AND,
    CALENDAR,
    COMMON,
    COMPANY,
    GIVEN,
    KNOWN,
    OF,
    OFFICE,
    ORGANISATION,
    PART,
    PARTICLE,
    PLACE,
    REPORTING,
)
from curator.names.candidate_text import CandidateText

_MOST_WORDS = 14
_NOT_AFTER_AND = ORGANISATION | KNOWN | OFFICE | CALENDAR | COMPANY


class Runs:
    """Goes through a text once.

    Args:
        text: the text.
    """

    def __init__(self, text: CandidateText) -> None:
        self._text = text
        self._roles = text.roles
        self._cases = NameCases(text)
        self._capitals = {at for at in text.capitals if self._may_be_in_name(at)}

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Yield first and last word of each run."""
        done = -1
        for first in self._text.capitals:
            if first > done and first in self._capitals:
                done = self._last(first)
                yield first, done

    def _may_be_in_name(self, at: int) -> bool:
        if self._text.is_dotted(at):
            return False
        if not self._roles[at] & CALENDAR:
            return True
        # April Smith, but April 3 and Monday.
        return bool(self._roles[at] & GIVEN) and self._text.gap(at) == " " and self._text.words.is_capital(at + 1)

    def _last(self, first: int) -> int:
        text, roles = self._text, self._roles
        last, chain, joined, office = first, False, False, False
        limit = min(len(text) - 1, first + _MOST_WORDS)
        while last < limit and (text.joins(last) or self._is_owned_body(last)):
            after = last + 1
            if after in self._capitals:
                if self._cases.ends_name(last):
                    break
                last = after
                continue
            role = roles[after]
            if text.is_between_names(after) and self._follows(after):
                last = after + 1
            elif role & PARTICLE and (found := self._after_particles(after)):
                last = found
            elif role & OF and (found := self._after_of(last, chain)):
                office = bool(roles[last] & OFFICE)
                last, chain = found, chain or not office
            elif role & AND and chain and not joined and self._follows(after) and self._may_join(last, after + 1):
                last, joined = after + 1, True
            elif (
                role & AND
                and self._follows(after)
                and ((office and roles[after + 1] & PART) or self._is_firm(last, after + 1))
            ):
                last = after + 1
            elif (found := self._small_words(first, last)) > last:
                last = found
            elif (found := self._cases.small_head(last)) > last:
                last = found
                if self._cases.grammar(last) != "slavic":
                    break
            else:
                break
        return last

    def _after_particles(self, at: int) -> int | None:
        """Return the word with a capital after one or more particles (van der Berg)."""
        roles, text = self._roles, self._text
        while at not in self._capitals:
            if at + 1 >= len(text) or not roles[at] & PARTICLE or not text.joins(at):
                return None
            at += 1
        return at

    def _follows(self, at: int) -> bool:
        return at + 1 in self._capitals and self._text.joins(at)

    def _after_of(self, last: int, chain: bool) -> int | None:
        """Return the word with a capital after "of", or "of the", where that goes on a name or an office."""
        text, roles = self._text, self._roles
        at = last + 1
        if at + 2 < len(text) and text.words.words[at + 1] == "the" and text.joins(at):
            at += 1
        if not self._follows(at):
            return None
        if roles[last] & (ORGANISATION | PLACE) or chain:
            return at + 1
        # Secretary of State, Minister for Trade.
        return at + 1 if roles[last] & OFFICE and roles[at + 1] & PART else None

    def _may_join(self, last: int, after: int) -> bool:
        """Return whether "and" stands inside a name: Ministry of Trade and Industry, not Bank of A and Bank of B."""
        return not self._roles[last] & KNOWN and not self._roles[after] & (_NOT_AFTER_AND & ~COMMON)

    def _is_firm(self, last: int, after: int) -> bool:
        """Return whether "and" stands in a name such as "Securities and Exchange Commission", "Smith and Co"."""
        roles = self._roles
        if roles[after] & COMPANY:
            return True
        if roles[last] & (KNOWN | COMPANY):
            return False
        end = self._head(after)
        if end is None:
            return False
        if roles[last] & PART:
            return True
        is_pair = end - after <= 1 and not self._text.words.raw[last].isupper()
        return bool(roles[end] & COMPANY and (is_pair or roles[last] & roles[after] & (PART | ORGANISATION)))

    def _head(self, at: int) -> int | None:
        """Return the first word from a word on that makes a name that of an organisation, None when there is none."""
        while not self._roles[at] & (ORGANISATION | COMPANY) or self._roles[at + 1 : at + 2] == [COMPANY]:
            if at + 1 not in self._capitals or not self._text.joins(at):
                return None
            at += 1
        while at + 1 in self._capitals and self._text.joins(at) and self._roles[at + 1] & COMPANY:
            at += 1
        return at

    def _is_owned_body(self, last: int) -> bool:
        """Return whether a plural with an apostrophe begins the name of a body: Seafarers' International Union."""
        text = self._text
        if text.gap(last) not in ("' ", "\u2019 ") or not text.words.words[last].endswith("s"):
            return False
        return last + 1 in self._capitals and self._head(last + 1) is not None and not self._roles[last] & KNOWN

    def _small_words(self, first: int, last: int) -> int:
        """Return the last of the words in small letters that go on the name of an organisation."""
        text, most = self._text, self._text.by_role.small_in_names
        if not most or not any(self._roles[at] & ORGANISATION for at in range(first, last + 1)):
            return last
        end = last
        for at in range(last + 1, min(last + 1 + most, len(text))):
            if not text.joins(at - 1):
                break
            if at in self._capitals:
                return end if self._roles[at] & GIVEN else at
            role = self._roles[at]
            if role & AND and at < last + most:
                continue
            if (
                role & (REPORTING | COMMON)
                or (self._cases.is_verb(at) and not role & PART)
                or not text.words.words[at].endswith(text.by_role.small_endings)
            ):
                break
            end = at
        return end
