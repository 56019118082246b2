"""The words of one text as a search sees them, with the places of each, and its forms and spellings."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import cached_property

from rapidfuzz.distance import Levenshtein

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
        self.starts, self.ends, self._raw, self.folded = token_lists(text)
        self._languages = None if languages is None else {language.split("-")[0] for language in languages}
        self._is_title = title

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
        wanted = [each for each in stems if self._languages is None or each[0] in self._languages]
        if not wanted:
            return
        beginnings = tuple(stem_[:_COMMON] for _language, stem_ in wanted)
        for word, places in self.places.items():
            if not word.startswith(beginnings):
                continue
            for at in places:
                if any(stem(self._raw[at], language) == each for language, each in wanted) and not self._is_name(at):
                    yield at

    def _is_name(self, at: int) -> bool:
        return not self._is_title and is_name(self.text, self.starts[at], self.ends[at])


def wildcard(pattern: str) -> re.Pattern[str]:
    """Return the regular expression of a pattern with `*` and `?`, to be matched against a whole folded word."""
    signs = {"*": ".*", "?": "."}
    return re.compile("".join(signs.get(letter) or re.escape(letter) for letter in pattern), re.DOTALL)


def is_like(word: str, other: str, edits: int) -> bool:
    """Tell whether two folded words differ in at most `edits` letters (Levenshtein, 1965)."""
    return Levenshtein.distance(word, other, score_cutoff=edits) <= edits
