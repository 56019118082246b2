"""Names in lines that are in capitals throughout, where a capital tells nothing: by a verb, or known from the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from curator.names import candidate_reasons as reasons
from curator.names.candidate_groups import Group
from curator.names.candidate_reasons import Evidence, Part
from curator.names.candidate_roles import AND, GIVEN, OF, OFFICE, ORGANISATION, REPORTING
from curator.names.candidate_surroundings import Surroundings
from curator.names.candidate_text import CandidateText

_WEIGHT = 360
_FEWEST_LETTERS = 3
_LONGEST_BODY = 40


class LoudLines:
    """The lines of a text that are in capitals throughout.

    Args:
        text: the text.
    """

    def __init__(self, text: CandidateText) -> None:
        self._text = text
        self._around = Surroundings(text)

    def parts(self) -> Iterator[Part]:
        """Yield people beside an office and a verb, or before a verb of saying ("PRESIDENT X VOWS", "X SAYS")."""
        text, roles = self._text, self._text.roles
        lines = list(text.loud_words())
        if len(text) - sum(last + 1 - first for first, last in lines) > _LONGEST_BODY:
            # There the names stand, with what tells them from words.
            return
        for first, last in lines:
            for at in range(first, last):
                if self._is_free(at) and text.gap(at) == " ":
                    evidence = self._evidence(at, first)
                    if evidence:
                        given = at > first and roles[at - 1] & GIVEN and text.gap(at - 1) == " "
                        yield Part(at - 1 if given else at, at, evidence)

    def known(self, groups: Collection[Group]) -> None:
        """Add the places of names that stand elsewhere in the text, by their words or a person's surname."""
        by_first: dict[str, list[tuple[tuple[str, ...], Group]]] = {}
        for group in groups:
            by_first.setdefault(group.words[0], []).append((group.words, group))
            if group.is_person and len(group.words) > 1:
                by_first.setdefault(group.words[-1], []).append((group.words[-1:], group))
        words = self._text.words.words
        lines = list(self._text.loud_words())
        if not lines:
            return
        told = {at for group in groups for first, last in group.parts for at in range(first, last + 1)}
        for first, last in lines:
            at = first
            while at <= last:
                fits = [(key, each) for key, each in by_first.get(words[at], ()) if self._is_at(at, last, key)]
                if not fits:
                    at += 1
                    continue
                key, group = max(fits, key=lambda each: len(each[0]))
                end = at + len(key) - 1
                if told.isdisjoint(range(at, end + 1)):
                    group.parts.append((at, end))
                at = end + 1

    def _is_at(self, at: int, last: int, key: tuple[str, ...]) -> bool:
        return at + len(key) - 1 <= last and tuple(self._text.words.words[at : at + len(key)]) == key

    def _is_free(self, at: int) -> bool:
        """Return whether a word can only be a name: it has no role, and stands nowhere in small letters."""
        raw = self._text.words.raw[at]
        usual = self._text.roles[at] & ~GIVEN
        return not usual and raw.isalpha() and len(raw) >= _FEWEST_LETTERS and not self._text.is_seen_small(at)

    def _is_verb(self, at: int) -> bool:
        """Return whether a word seems to be one for a person, with a verb after it."""
        words = self._text.words.words
        return (words[at + 1].endswith("s") or words[at + 1] == "to") and not words[at].endswith("es")

    def _evidence(self, at: int, first: int) -> Evidence | None:
        text, roles = self._text, self._text.roles
        # In English headlines "RISE PREDICTED" is not what somebody called Rise said.
        is_verb = bool(roles[at + 1] & REPORTING) and not text.words.words[at + 1].endswith("ed")
        if at > first and roles[at - 1] & OFFICE and (is_verb or self._is_verb(at)):
            return Evidence("person", _WEIGHT + 200, reasons.BEFORE, self._around.words(at - 1, at - 1))
        if not is_verb or (at > first and roles[at - 1] & (ORGANISATION | OF | AND) and text.gap(at - 1) == " "):
            return None
        return Evidence("person", _WEIGHT, reasons.AFTER, self._around.words(at + 1, at + 1))
