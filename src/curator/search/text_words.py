"""The words of one text as a search sees them, with the places of each, and its forms and spellings."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from curator.search.levelled import beginnings_in, levelled
from curator.text.fold import spelling
from curator.text.stems import is_name, stem
from curator.text.tokens import token_lists

# A stem differs from its word in the last letters only: less is compared than there is.
_COMMON = 2


class TextWords:
    """The words of a text.

    Args:
        text: raw text.
        languages: those of the text, whose stems count; None for all.
        title: a title, in which capitals do not tell names.
    """

    def __init__(self, text: str, languages: Collection[str] | None = None, title: bool = False) -> None:
        self.text = text
        self._languages = None if languages is None else {language.split("-")[0] for language in languages}
        self._is_title = title

    @cached_property
    def level(self) -> str | None:
        """The text folded in one piece, where that is possible."""
        return levelled(self.text)

    @cached_property
    def outline(self) -> str:
        """A text of the same length that has letters and digits where the words of this one are, and only there."""
        if self.level is not None:
            return self.level
        ends = [0, *self.ends]
        parts = (
            " " * (start - before) + "x" * (end - start)
            for before, start, end in zip(ends, self.starts, self.ends, strict=False)
        )
        return "".join(parts) + " " * (len(self.text) - ends[-1])

    @cached_property
    def _lists(self) -> tuple[list[int], list[int], list[str], list[str]]:
        return token_lists(self.text)

    @property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return self._lists[0]

    @property
    def ends(self) -> list[int]:
        """Where each word ends."""
        return self._lists[1]

    @property
    def _raw(self) -> list[str]:
        return self._lists[2]

    @property
    def folded(self) -> list[str]:
        """Each word, folded."""
        return self._lists[3]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each folded word stands, by the number of the word in the text."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.folded):
            found.setdefault(word, []).append(at)
        return found

    def of(self, accepts: Callable[[str], object]) -> list[int]:
        """Return the numbers of all words whose folded form `accepts` says true to, ascending."""
        return sorted(at for word, places in self.places.items() if accepts(word) for at in places)

    def spelled(self, word: str, exact: str) -> list[int]:
        """Return the numbers of the words that fold to `word` and are spelled like `exact`."""
        return [at for at in self.places.get(word, []) if spelling(self._raw[at]) == exact]

    def stemmed(self, stems: Collection[tuple[str, str]]) -> Iterator[int]:
        """Yield the numbers of the words, names apart, that have one of `stems` (language and stem)."""
        wanted = self._wanted(stems)
        if not wanted:
            return
        beginnings = tuple(stem_[:_COMMON] for _language, stem_ in wanted)
        for word, places in self.places.items():
            if word.startswith(beginnings):
                yield from (at for at in places if self._is_form(wanted, self.starts[at], self.ends[at]))

    def ranges_stemmed(self, stems: Collection[tuple[str, str]]) -> Iterator[tuple[int, int]]:
        """Yield where the words of `stemmed` stand, from the levelled text."""
        assert self.level is not None
        wanted = self._wanted(stems)
        for beginning in {stem_[:_COMMON] for _language, stem_ in wanted}:
            for start, end in beginnings_in(self.level, beginning):
                if self._is_form(wanted, start, end):
                    yield start, end

    def _wanted(self, stems: Collection[tuple[str, str]]) -> list[tuple[str, str]]:
        return [each for each in stems if self._languages is None or each[0] in self._languages]

    def _is_form(self, wanted: list[tuple[str, str]], start: int, end: int) -> bool:
        word = self.text[start:end]
        return any(stem(word, language) == each for language, each in wanted) and (
            self._is_title or not is_name(self.text, start, end)
        )


def wildcard(pattern: str) -> re.Pattern[str]:
    """Return the regular expression of a pattern with `*` and `?`, to be matched against a whole folded word."""
    signs = {"*": ".*", "?": "."}
    return re.compile("".join(signs.get(letter) or re.escape(letter) for letter in pattern), re.DOTALL)


def is_like(word: str, other: str, edits: int) -> bool:
    """Tell whether two folded words differ in at most `edits` letters (Levenshtein, 1965)."""
    return Levenshtein.distance(word, other, score_cutoff=edits) <= edits
