"""Names in memory with what it takes to find them by their beginning, their words, a part, or something like it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from curator.names.completion import NameRow

_Rows = NDArray[np.int32]

PREFIX, WORD, CONTAINS, FUZZY = range(4)
# Sorts after every name that begins with what stands before it.
_LAST = "\U0010ffff"
# Places looked at for a part of a name, before the search for more of them is given up.
_MOST_PLACES = 5_000
# Words as short as this are like too many others; so many letters may be wrong in longer ones.
_SHORTEST_FUZZY = 4
_LETTERS_PER_ERROR = 8
_MOST_ALIKE = 20


class NameTable:
    """An unchanging set of names.

    Args:
        rows: the names.

    `rows` are in the order in which they are offered: records in more articles first, of each its preferred name
    first. `preferred` gives the preferred name of each record.
    """

    def __init__(self, rows: Iterable[NameRow]) -> None:
        self.rows = sorted(rows, key=lambda row: (-row.articles, row.authority_id, not row.is_preferred, row.folded))
        self.preferred = {row.authority_id: row.name for row in self.rows if row.is_preferred}
        self._shown = np.ones(len(self.rows), dtype=bool)
        self._kinds = {
            kind: np.fromiter((row.kind == kind for row in self.rows), bool, len(self.rows))
            for kind in {row.kind for row in self.rows}
        }
        order = sorted(range(len(self.rows)), key=lambda at: self.rows[at].folded)
        self._beginnings = [self.rows[at].folded for at in order]
        self._order = np.array(order, dtype=np.int32)
        self._text = "\n".join(["", *(row.folded for row in self.rows), ""])
        self._ends = list(accumulate(len(row.folded) + 1 for row in self.rows))
        self._ids = np.fromiter((row.authority_id for row in self.rows), np.int64, len(self.rows))
        self._index_words()
        self._cut: dict[int, list[str]] = {}
        self._whole: dict[int, list[str]] = {}

    def _index_words(self) -> None:
        places: dict[str, list[int]] = {}
        for at, row in enumerate(self.rows):
            for word in set(row.folded.split(" ")):
                places.setdefault(word, []).append(at)
        self._words = sorted(places)
        counts = np.fromiter((len(places[word]) for word in self._words), np.int64, len(self._words))
        self._first = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
        self._places: _Rows = np.fromiter(
            (at for word in self._words for at in places[word]), np.int32, int(self._first[-1])
        )

    def hide(self, authority_ids: Collection[int]) -> None:
        """Leave out the names of these records from now on."""
        self._shown[np.isin(self._ids, list(authority_ids))] = False

    def matches(self, key: str, kind: str | None, limit: int) -> Iterator[tuple[int, int, NameRow]]:
        """Yield how a name fits (PREFIX ... FUZZY), how many letters differ, and the name; the best first.

        Of each record only the best name is given, and after `limit` records no more.

        Args:
            key: the folded words that were typed, one space between them.
            kind: only records of this kind.
        """
        allowed = self._shown if kind is None else self._shown & self._kinds.get(kind, np.zeros(len(self.rows), bool))
        seen: set[int] = set()
        for how, distance, places in self._found(key, allowed):
            for at in places:
                row = self.rows[at]
                if row.authority_id in seen:
                    continue
                seen.add(row.authority_id)
                yield how, distance, row
                if len(seen) == limit:
                    return

    def _found(self, key: str, allowed: NDArray[np.bool_]) -> Iterator[tuple[int, int, Iterable[int]]]:
        words = key.split(" ")
        low, high = bisect_left(self._beginnings, key), bisect_left(self._beginnings, key + _LAST)
        yield PREFIX, 0, _allowed(np.sort(self._order[low:high]), allowed)
        exact = [self._with_word(word) for word in words]
        yield WORD, 0, _allowed(_in_all(exact), allowed)
        yield CONTAINS, 0, self._containing(key, allowed)
        yield from self._alike(words, exact, allowed)

    def _with_word(self, beginning: str) -> _Rows:
        """Return the names that have a word with this beginning, in their order."""
        low, high = bisect_left(self._words, beginning), bisect_left(self._words, beginning + _LAST)
        return np.unique(self._places[self._first[low] : self._first[high]])

    def _containing(self, key: str, allowed: NDArray[np.bool_]) -> Iterator[int]:
        place = 0
        for _look in range(_MOST_PLACES):
            place = self._text.find(key, place)
            if place < 0:
                return
            at = bisect_left(self._ends, place)
            if allowed[at]:
                yield at
            place = self._ends[at]

    def _alike(
        self, words: list[str], exact: list[_Rows], allowed: NDArray[np.bool_]
    ) -> Iterator[tuple[int, int, Iterable[int]]]:
        """Find names that have all the words but for a few letters.

        Only words that no name has are taken for misspelt; where all are known, the last one, which is being typed.
        """
        unknown = [at for at, places in enumerate(exact) if not len(places)] or [len(words) - 1]
        alike = {at: self._words_like(words[at]) for at in unknown}
        for most in range(1, 1 + max((distance for found in alike.values() for _w, distance in found), default=0)):
            places = list(exact)
            for at, found in alike.items():
                close = [self._with_word(word) for word, distance in found if distance <= most]
                places[at] = np.unique(np.concatenate([exact[at], *close]))
            yield FUZZY, most, _allowed(_in_all(places), allowed)

    def _words_like(self, word: str) -> list[tuple[str, int]]:
        """Return beginnings of words that are like `word`, and in how many letters they differ."""
        if len(word) < _SHORTEST_FUZZY:
            return []
        errors = 1 if len(word) < _LETTERS_PER_ERROR else 2
        # Beginnings of the length that was typed, and one letter longer in case one is missing; and whole words that
        # end before, in case there are letters too many.
        tried = [self._cut_to(len(word) + 1), self._cut_to(len(word))]
        tried += [self._of_length(len(word) - fewer) for fewer in range(1, errors + 1)]
        found: dict[str, int] = {}
        for words in tried:
            for like, distance, _at in process.extract(
                word, words, scorer=OSA.distance, score_cutoff=errors, limit=_MOST_ALIKE
            ):
                found[like] = int(distance)
        return list(found.items())

    def _cut_to(self, length: int) -> list[str]:
        """Return the first `length` letters of all words that have as many."""
        if length not in self._cut:
            self._cut[length] = list(dict.fromkeys(word[:length] for word in self._words if len(word) >= length))
        return self._cut[length]

    def _of_length(self, length: int) -> list[str]:
        if length not in self._whole:
            self._whole[length] = [word for word in self._words if len(word) == length]
        return self._whole[length]


def _allowed(places: _Rows, allowed: NDArray[np.bool_]) -> Iterator[int]:
    return map(int, places[allowed[places]])


def _in_all(lists: list[_Rows]) -> _Rows:
    common = lists[0]
    for places in lists[1:]:
        common = np.intersect1d(common, places, assume_unique=True)
    return common
