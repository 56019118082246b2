"""A text as words, with what finding new names needs to know: sentences, lines in capitals, words and their roles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator

from curator.names.candidate_datelines import datelines
from curator.names.candidate_reasons import Part
from curator.names.candidate_roles import (
    AFTER,
    COMMON,
    GIVEN,
    HONORIFIC,
    KNOWN,
    OFFICE,
    ORGANISATION,
    PLACE,
    SURNAME,
    TITLE,
    roles_for,
)
from curator.names.text_words import TextWords

_LINE = re.compile(r"[^\n]+")
# A shorter line that ends in a word was not broken by a typesetter: what follows is another paragraph.
_LEAST_BROKEN_LINE = 45
_PARTS_SENTENCES = re.compile(r"[.!?։:…«„“\"(—–<]|- |-- |\n *\n|\n {2,}")
_APOSTROPHES = "'\u2019\u02bc"
_HYPHENS = "-\u2010\u2011"
# U.S., U.K.: one sign, which looks like initials.
_DOTTED = re.compile(
    r"\b(?:U\.S\.S\.R|U\.A\.E|U\.S|U\.K|U\.N|E\.C|D\.C|N\.Y|E\.E\.C|N\.J|L\.A)\b\.?"
    r"|(?<=, )(?:N\.[CDHMY]|S\.[CD]|R\.I|B\.C)\b\.?"
)
# Columns of figures.
_COLUMNS = re.compile(" {4,}")
# Signs of firms at an exchange: <NST.T>.
_TICKER = re.compile(r"<[A-Z0-9][A-Z0-9.=/]{0,9}>")
_GEORGIAN_ROLES = GIVEN | SURNAME | KNOWN | ORGANISATION


class CandidateText:
    """The words of one text.

    Args:
        text: raw (str).
        languages: of the text (BCP 47); empty when not known.
    """

    def __init__(self, text: str, languages: Collection[str]) -> None:
        self.text = text
        self.words = TextWords(text)
        self.by_role = roles_for(languages)
        self.codes = self.by_role.codes
        folded = self.words.words
        by_role = self.by_role
        self.roles = [by_role[word] for word in folded]
        self._dotted = [(found.start(), found.end()) for found in _DOTTED.finditer(text)]
        self._dotted_starts = [start for start, _end in self._dotted]
        self.loud = list(self._loud_lines())
        self.datelines: list[Part] = []
        aside: set[int] = set()
        for part, last in datelines(self.words, self.roles):
            self.datelines.append(part)
            aside.update(range(part.first, last + 1))
        for start, end in self._tables():
            aside.update(range(bisect_left(self.words.starts, start), bisect_left(self.words.starts, end)))
        for found in _TICKER.finditer(text):
            aside.update(
                range(bisect_left(self.words.starts, found.start()), bisect_left(self.words.starts, found.end()))
            )
        self._small: set[str] = set()
        self.capitals = [at for at in self._capitals() if at not in aside]

    def __len__(self) -> int:
        return len(self.words.words)

    def gap(self, at: int) -> str:
        """Return what stands between a word and the next."""
        return self.words.gap(at)

    def begins(self, at: int) -> bool:
        """Return whether a sentence, heading or quotation begins with a word, or may (after "U.S.")."""
        if at == 0:
            return True
        gap = self.gap(at - 1)
        if gap == " ":
            return False
        if "\n" in gap and not self._is_broken_line(at - 1, gap):
            return True
        return _PARTS_SENTENCES.search(gap) is not None and not self.words.is_initial(at - 1)

    def after_dotted(self, at: int) -> bool:
        """Return whether "U.S." or the like stands right before a word."""
        return at > 0 and self.is_dotted(at - 1)

    def is_dotted(self, at: int) -> bool:
        """Return whether a word is a letter of "U.S." or the like."""
        start = self.words.starts[at]
        place = bisect_right(self._dotted_starts, start) - 1
        return place >= 0 and start < self._dotted[place][1]

    def is_between_names(self, at: int) -> bool:
        """Return whether a word is a form of address after a given name, in small letters (Leyla xanım Orlu)."""
        return bool(self.roles[at] & AFTER) and not self.words.is_capital(at)

    def is_seen_small(self, at: int) -> bool:
        """Return whether a word is written small elsewhere in this text."""
        return self.words.words[at] in self._small

    def joins(self, at: int) -> bool:
        """Return whether a word and the next can stand in one name by what is between them."""
        gap = self.gap(at)
        if gap == " ":
            return True
        if gap in (" & ", "&", "\u00a0") or (len(gap) == 1 and gap in _HYPHENS):
            return True
        if len(gap) == 1 and gap in _APOSTROPHES:
            return len(self.words.words[at]) <= 2 and len(self.words.words[at + 1]) > 1
        if gap in (".", ".-") or (gap[0] == "." and gap[1:].isspace() and gap.count("\n") < 2):
            after = self.roles[at + 1]
            is_initial = self.words.is_initial(at) and not (after & COMMON and not after & (GIVEN | KNOWN))
            return is_initial or self._is_shortened(at)
        return "\n" in gap and not gap.strip() and self._is_broken_line(at, gap)

    def _is_shortened(self, at: int) -> bool:
        """Return whether a word with a point after it is an abbreviation before a name: Mr., Gen., St."""
        role, length = self.roles[at], len(self.words.words[at])
        return bool((length <= 4 and role & (HONORIFIC | TITLE | OFFICE)) or (length == 2 and role & PLACE))

    def _is_broken_line(self, at: int, gap: str) -> bool:
        if gap.count("\n") != 1 or gap.endswith("  "):
            return False
        end = self.words.ends[at]
        return end - (self.text.rfind("\n", 0, end) + 1) >= _LEAST_BROKEN_LINE

    def loud_words(self) -> Iterator[tuple[int, int]]:
        """Yield first and last word of each line that is in capitals throughout."""
        starts = self.words.starts
        for start, end in self.loud:
            first, after = bisect_left(starts, start), bisect_left(starts, end)
            if first < after:
                yield first, after - 1

    def _tables(self) -> Iterator[tuple[int, int]]:
        """Yield the lines with columns of figures."""
        done = 0
        for found in _COLUMNS.finditer(self.text):
            if found.start() < done or self.text[found.start() - 1 : found.start()] in ("", "\n"):
                continue
            start = self.text.rfind("\n", 0, found.start()) + 1
            done = self.text.find("\n", found.end())
            done = len(self.text) if done < 0 else done
            if any(sign.isdigit() for sign in self.text[start:done]):
                yield start, done

    def _loud_lines(self) -> Iterator[tuple[int, int]]:
        """Yield the lines that are in capitals throughout: there a capital tells nothing."""
        for line in _LINE.finditer(self.text):
            if line.group().isupper() and len(line.group()) > 5:
                yield line.span()

    def _capitals(self) -> list[int]:
        """Return which words can begin or continue a name, and note those that are written small."""
        raw = self.words.raw
        with_capital = set()
        for word, folded in dict(zip(raw, self.words.words, strict=True)).items():
            letter = word[0]
            if letter.isupper():
                with_capital.add(word)
            elif "\u10d0" <= letter <= "\u10ff":
                if self.by_role[folded] & _GEORGIAN_ROLES:
                    with_capital.add(word)
            else:
                self._small.add(folded)
        capitals = [at for at, word in enumerate(raw) if word in with_capital]
        if not self.loud:
            return capitals
        starts = [start for start, _end in self.loud]
        kept = []
        for at in capitals:
            place = bisect_right(starts, self.words.starts[at]) - 1
            if place < 0 or self.words.starts[at] >= self.loud[place][1]:
                kept.append(at)
        return kept
