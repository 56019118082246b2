"""Where a name ends when the next one follows with a capital, too, and words in small letters that belong to a name.

In Azerbaijani, Turkish, Armenian and Georgian only the last word of a name has an ending, and the head of the name of
an organisation stands last; in Russian and Ukrainian it stands first, followed by genitives.
"""

from __future__ import annotations

import re

from curator.names.candidate_roles import (
    AND,
    COMMON,
    GIVEN,
    HONORIFIC,
    KNOWN,
    OFFICE,
    ORGANISATION,
    PART,
    PLACE,
    REPORTING,
    SURNAME,
)
from curator.names.candidate_text import CandidateText

_PERSON = GIVEN | SURNAME
# Cases after which no word of the same name follows; of Armenian, the article, too.
_ENDS_NAME = {
    "turkic": re.compile(r".{3,}(?:[dt][ae]n?|l[ae]rl[ae]|[dt][ae]ki)$"),
    "hy": re.compile(r".{3,}(?:ը|ում|ից|ին)$"),
}
# How words in small letters end that stand before the head of an organisation.
_BEFORE_HEAD = {
    "hy": re.compile(r".*(?:[իու]|ան|վի|ական|ց|ային|յան)$"),
    "ka": re.compile(r".*(?:ის|თა|ო|ული|ური|ს)$"),
    "turkic": re.compile(r".*(?:[iu]|l[ae]r|l[iu]k)$"),
}
_GENITIVE_OR_PLACE = ("nin", "nun", "in", "un", "da", "de", "dan", "den")
_NAMING = GIVEN | KNOWN | ORGANISATION | OFFICE | PLACE | HONORIFIC | PART
_VERB = re.compile(r".{2,}(?:л[аио]?|л[аио]?с[яь]|вс[яь]|ть|тьс?я|ться|[еиє]т|[юяу]т|ив|ав|ив)$")
_MOST_BEFORE_HEAD = {"hy": 4, "ka": 4, "turkic": 1}
_ADJECTIVE = re.compile(r".{2,}(?:[иы]й|ая|ое|ие|ые|ого|ому|ым|ом|ой|ую|ых|ыми|ська|ське|ської|ського|ському)$")


class NameCases:
    """Looks at the endings of words of one text; words by number.

    Args:
        text: the text.
    """

    def __init__(self, text: CandidateText) -> None:
        self._text, self._roles = text, text.roles
        self._is_turkic = bool(text.codes & {"az", "tr"})
        self.has_endings = text.codes != {"en"}

    def grammar(self, at: int) -> str:
        """Return "turkic", "slavic", "hy" or "ka" for a word, "" for one of a language without endings."""
        letter = self._text.words.words[at][0]
        if "\u0400" <= letter <= "\u052f":
            return "slavic"
        if "\u0561" <= letter <= "\u0587":
            return "hy"
        if "\u10d0" <= letter <= "\u10ff":
            return "ka"
        return "turkic" if self._is_turkic else ""

    def ends_name(self, at: int) -> bool:
        """Return whether a name ends with a word although the next one could belong to it by its capital."""
        grammar = self.grammar(at)
        if not grammar or self._text.words.is_hyphenated(at):
            return False
        here, after = self._roles[at], self._roles[at + 1]
        word = self._text.words.words[at]
        if here & KNOWN and after & GIVEN and not here & GIVEN:
            return True
        if here & _PERSON and not here & (KNOWN | ORGANISATION | OFFICE) and after & KNOWN and not after & _PERSON:
            return True
        if after & KNOWN and not after & _PERSON and self._text.gap(at + 1) in ("'", "\u2019"):
            # Orhan Kayalı Ankara'da.
            return True
        if here & KNOWN and after & KNOWN and not (here | after) & (_PERSON | PLACE):
            return True
        if here & SURNAME and at > 0 and self._roles[at - 1] & GIVEN and not after & (_PERSON | ORGANISATION):
            return grammar in ("turkic", "slavic") and not here & (KNOWN | ORGANISATION)
        if grammar == "slavic":
            return bool(word.endswith("ии") and not here & (_PERSON | ORGANISATION | PART) and after & _PERSON)
        if grammar == "ka":
            return bool(here & SURNAME and not here & GIVEN) or (bool(here & KNOWN) and not word.endswith("ს"))
        pattern = _ENDS_NAME.get(grammar)
        if pattern is None or not pattern.match(word):
            return False
        return not (here & _PERSON and self._text.by_role.basic(word) == word)

    def is_attribute(self, at: int) -> bool:
        """Return whether a Russian or Ukrainian word is an adjective to the noun in small letters after it."""
        text = self._text
        if self.grammar(at) != "slavic" or at + 1 >= len(text) or not text.joins(at) or text.words.is_capital(at + 1):
            return False
        after = self._roles[at + 1]
        return _ADJECTIVE.match(text.words.words[at]) is not None and not after & (REPORTING | COMMON | AND)

    def is_verb(self, at: int) -> bool:
        """Return whether a Russian or Ukrainian word in small letters ends as a verb does."""
        return _VERB.match(self._text.words.words[at]) is not None

    def may_have_office_after(self, at: int) -> bool:
        """Return whether an office right after a word can be one in the organisation of that name.

        In Azerbaijani and Turkish it then has a possessive ending; in other languages with endings it is another word.
        """
        return not self.grammar(at) or (self.grammar(at) == "turkic" and self.may_have_head_after(at))

    def may_have_head_after(self, at: int) -> bool:
        """Return whether the word after a name can be the head of it: in Azerbaijani and Turkish, a possessive."""
        if at + 1 >= len(self._text) or self.grammar(at) != "turkic":
            return self.grammar(at) != "slavic"
        return self._text.by_role.basic(self._text.words.words[at + 1])[-1:] in tuple("iu")

    def is_loose(self, first: int, last: int) -> bool:
        """Return whether a word that begins a sentence is only beside the name after it: Книгу Сидорова продали."""
        grammar, role, after = self.grammar(first), self._roles[first], self._roles[first + 1]
        if not grammar or not self._text.words.is_capital(first + 1) or self._text.words.is_hyphenated(first):
            return False
        word, next_word = self._text.words.words[first], self._text.words.words[first + 1]
        if grammar == "turkic" and role & (PLACE | ORGANISATION) and not role & KNOWN:
            return word.endswith(_GENITIVE_OR_PLACE)
        if role & (_NAMING | SURNAME):
            return False
        if after & (GIVEN | HONORIFIC) or (first + 1 == last and after & KNOWN):
            return True
        if grammar == "slavic":
            if after & ORGANISATION:
                return not _ADJECTIVE.match(word)
            return bool(after & SURNAME) and first + 1 == last and not _agree(word, next_word)
        if grammar == "turkic":
            return word[-1] in "iu" and last > first + 1 and bool(self._roles[last] & ORGANISATION)
        return False

    def small_head(self, last: int) -> int:
        """Return the last word of an organisation whose head is written small: "Elm nazirliyi"; else the same word."""
        grammar, text, roles = self.grammar(last), self._text, self._roles
        if grammar == "slavic":
            return self._after_adjective(last)
        before = _BEFORE_HEAD.get(grammar)
        if before is None or (roles[last] & SURNAME and not roles[last] & KNOWN and grammar == "turkic"):
            return last
        if grammar == "hy" and not roles[last] & PART and _ENDS_NAME[grammar].match(text.words.words[last]):
            return last
        at = last + 1
        for _word in range(_MOST_BEFORE_HEAD[grammar] + 1):
            if at >= len(text) or not text.joins(at - 1) or text.words.raw[at][0].isupper():
                return last
            role = roles[at]
            if role & ORGANISATION:
                return at if grammar != "turkic" or self._is_possessive(at) else last
            if role & (REPORTING | PLACE) or (role & COMMON and not role & AND):
                return last
            if not role & (AND | PART) and not before.match(text.words.words[at]):
                return last
            at += 1
        return last

    def _is_possessive(self, at: int) -> bool:
        basic = self._text.by_role.basic(self._text.words.words[at])
        return basic[-1:] in tuple("iu") and basic not in ("radio", "ordu", "parti")

    def _after_adjective(self, last: int) -> int:
        """Return the head in small letters after an adjective with a capital: Заречный институт."""
        text, at = self._text, last + 1
        if at >= len(text) or not text.joins(last) or text.words.is_capital(at):
            return last
        if not self._roles[at] & (ORGANISATION | PLACE) or not _ADJECTIVE.match(text.words.words[last]):
            return last
        return at


def _agree(given: str, surname: str) -> bool:
    """Return whether a Russian or Ukrainian word can be a given name in one case with a surname."""
    if given[-1] in "ая":
        return surname[-1] in "ая"
    return given[-1] not in "уюыиоеэі" and surname[-1] not in "уюаяыиеі"
