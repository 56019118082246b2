"""What stands before and after a name: offices, titles, verbs of saying."""

from __future__ import annotations

from curator.names.candidate_cases import NameCases
from curator.names.candidate_reasons import AFTER as AFTER_IT
from curator.names.candidate_reasons import BEFORE, Evidence
from curator.names.candidate_roles import (
    AFTER,
    COMMON,
    HONORIFIC,
    IN,
    KNOWN,
    OFFICE,
    ORGANISATION,
    PART,
    PEOPLE,
    PLACE,
    REPORTING,
    TITLE,
)
from curator.names.candidate_text import CandidateText

# Words between a name and the office after it: "X, the former prime minister".
_OPENING, _CLOSING = '«“„"', '»”“"'
_MOST_BETWEEN = 5
_MOST_OF_OFFICE = 5
_OWNERS = frozenset(("the", "its", "s", "their", "a", "an"))


class Surroundings:
    """Looks at what stands around words of one text; words by number.

    Args:
        text: the text.
    """

    def __init__(self, text: CandidateText) -> None:
        self._text = text
        self._roles = text.roles
        self._cases = NameCases(text)

    def words(self, first: int, last: int) -> str:
        """Return words as they are written, on one line."""
        starts, ends = self._text.words.starts, self._text.words.ends
        return " ".join(self._text.text[starts[first] : ends[last]].split())

    def office_before(self, first: int) -> str:
        """Return the office or title right before a word; empty when there is none."""
        at = first - 1
        if at < 0 or not self._roles[at] & (OFFICE | HONORIFIC | TITLE):
            return ""
        gap = self._text.gap(at)
        if not gap.isspace() and gap not in (", ", ". "):
            return ""
        if gap == ". " and len(self._text.words.words[at]) > 4:
            return ""
        return self.words(self.office_start(at), at)

    def office_start(self, at: int) -> int:
        """Return the first word of an office that ends at a word ("deputy foreign minister")."""
        first = at
        while first > max(0, at - _MOST_OF_OFFICE) and self._text.joins(first - 1):
            if not self._roles[first - 1] & (OFFICE | PART | HONORIFIC) or self._roles[first - 1] & REPORTING:
                break
            first -= 1
        return first

    def office_after(self, last: int) -> str:
        """Return the office after a comma after a word; empty when there is none."""
        text, roles = self._text, self._roles
        if last + 1 >= len(text) or not text.gap(last).startswith(","):
            return ""
        if len(text.gap(last).strip()) > 1:
            return ""
        for at in range(last + 1, min(last + 1 + _MOST_BETWEEN, len(text))):
            if at > last + 1 and not (text.joins(at - 1) or text.gap(at - 1) in ("'", "\u2019", "-")):
                return ""
            if roles[at] & OFFICE:
                # "Separately, President X ..." tells of another name.
                is_other = at + 1 < len(text) and text.gap(at).isspace() and text.words.is_capital(at + 1)
                return "" if is_other else self.words(self.office_start(at), at)
            owner = text.gap(at) in ("'", "\u2019")
            if not (owner or roles[at] & (PART | COMMON | PEOPLE) or len(text.words.words[at]) <= 3):
                return ""
        return ""

    def honorific_after(self, last: int) -> str:
        """Return what stands after a given name as a title (bəy, xanım); empty when there is none."""
        return self._beside(last, AFTER)

    def title_after(self, last: int) -> str:
        """Return the office right after a word ("Toyota spokesman", "Bank's president"); empty when there is none."""
        text = self._text
        at = last + 1
        if at >= len(text) or not self._cases.may_have_office_after(last):
            return ""
        if at < len(text) and text.gap(last) in ("'", "\u2019") and text.words.words[at] == "s":
            at += 1
        if at >= len(text) or text.gap(at - 1) != " ":
            return ""
        end = at
        while end + 1 < len(text) and self._roles[end] & PART and text.gap(end) == " " and end < at + _MOST_OF_OFFICE:
            end += 1
        return self.words(at, end) if self._roles[end] & OFFICE else ""

    def verb_after(self, last: int) -> str:
        """Return the verb of saying right after a word; empty when there is none."""
        return self._beside(last, REPORTING)

    def verb_before(self, first: int) -> str:
        """Return the verb of saying right before a word; empty when there is none."""
        at = first - 1
        if at < 0 or not self._roles[at] & REPORTING or self._text.words.is_capital(at):
            return ""
        return self.words(at, at) if self._text.gap(at).isspace() else ""

    def place_before(self, first: int) -> str:
        """Return the preposition of place right before a word; empty when there is none."""
        at = first - 1
        return self.words(at, at) if at >= 0 and self._roles[at] & IN and self._text.gap(at).isspace() else ""

    def place_after(self, last: int) -> str:
        """Return the country or state after a comma after a word (Lombard, Illinois); empty when there is none."""
        at = last + 1
        if at >= len(self._text) or self._text.gap(last) != ", " or self._text.by_role.has_endings:
            return ""
        return self.words(at, at) if self._roles[at] & KNOWN or self._text.is_dotted(at) else ""

    def place_word(self, first: int, last: int) -> Evidence | None:
        """Return what a word in small letters beside a name says of a place: Çaylı şəhəri, город Заречье, Զ գյուղ."""
        if not self._text.by_role.has_endings:
            return None
        for at, gap, template in ((last + 1, last, AFTER_IT), (first - 1, first - 1, BEFORE)):
            if not 0 <= at < len(self._text) or not self._roles[at] & PLACE or not self._text.gap(gap).isspace():
                continue
            if self._text.words.raw[at].islower() and (template is BEFORE or self._cases.may_have_head_after(last)):
                return Evidence("place", 440, template, self.words(at, at))
        return None

    def grammar(self, at: int) -> str:
        """Return by which rules a word has endings, "" where it has none."""
        return self._cases.grammar(at)

    def is_attribute(self, at: int) -> bool:
        """Return whether a word is an adjective to the noun in small letters after it (Зелёная гостиная)."""
        return self._cases.is_attribute(at)

    def quoted(self, first: int, last: int) -> Evidence | None:
        """Return what an organisation beside a name in quotation marks says of it: банк «Заречье», “Agos” gazetesi."""
        text = self._text
        if first == 0 or text.gap(first - 1)[-1:] not in tuple(_OPENING) or text.gap(last)[:1] not in tuple(_CLOSING):
            return None
        for at, gap, template in ((first - 1, first - 1, BEFORE), (last + 1, last, AFTER_IT)):
            if at < len(text) and self._roles[at] & ORGANISATION and len(text.gap(gap)) <= 2:
                return Evidence("organisation", 520, template, self.words(at, at))
        return None

    def is_after_the(self, first: int) -> bool:
        """Return whether the English article stands before a word, as before names of organisations."""
        return first > 0 and self._text.words.words[first - 1] == "the" and self._text.gap(first - 1).isspace()

    def is_owned(self, first: int) -> bool:
        """Return whether an article, "its" or "'s" stands right before a word: hardly ever before a person's name."""
        return first > 0 and self._text.words.words[first - 1] in _OWNERS and self._text.gap(first - 1).isspace()

    def _beside(self, last: int, role: int) -> str:
        at = last + 1
        if at >= len(self._text) or not self._roles[at] & role or not self._text.gap(last).isspace():
            return ""
        return self.words(at, at)
