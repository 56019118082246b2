"""Phrases: documents that hold words one right after the other.

Whoosh's own span queries find the same, but take three times as long.
"""

from __future__ import annotations

from typing import Any

from curator.search.whoosh_parts import Matcher, NullMatcher, Query, TermQuery


class AdjacentWords(Query):  # type: ignore[misc]
    """A phrase.

    Args:
        fieldname: the field.
        words: folded words, at least two, the same one more than once if need be.
    """

    def __init__(self, fieldname: str, words: tuple[str, ...]) -> None:
        self._terms = [TermQuery(fieldname, word) for word in words]

    def estimate_size(self, reader: Any) -> int:
        """Return how many documents there are at most: Whoosh starts an intersection from the smallest."""
        sizes: list[int] = [term.estimate_size(reader) for term in self._terms]
        return min(sizes)

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """Return the matcher for one segment."""
        reader = searcher.reader()
        matchers = [term.matcher(searcher, context) for term in self._terms]
        if not all(matcher.is_active() for matcher in matchers):
            return NullMatcher()
        sizes = [term.estimate_size(reader) for term in self._terms]
        return PhraseMatcher(matchers, sizes)


class PhraseMatcher(Matcher):  # type: ignore[misc]
    """Walks through the documents that hold all words, and stops where they are adjacent.

    Args:
        words: matchers of the words with positions, in the order of the phrase, all active.
        sizes: in how many documents each is.
    """

    def __init__(self, words: list[Any], sizes: list[int]) -> None:
        order = sorted(range(len(words)), key=lambda at: sizes[at])
        # The rarest first, each with its place in the phrase.
        self._words = [(words[at], at) for at in order]
        self._rarest = words[order[0]]
        self._others = [words[at] for at in order[1:]]
        self._active = True
        self._seek()

    def is_active(self) -> bool:
        """Tell whether there is a current document."""
        return self._active

    def id(self) -> int:
        """Return the current document number."""
        number: int = self._rarest.id()
        return number

    def next(self) -> None:
        """Go to the next document with the phrase."""
        self._rarest.next()
        self._seek()

    def skip_to(self, id: int) -> None:
        """Go to the first document with the phrase that is not before `id`; never backwards."""
        if self._active and self._rarest.id() < id:
            self._rarest.skip_to(id)
            self._seek()

    def score(self) -> float:
        """Return the sum of the scores of the words."""
        scores: list[float] = [word.score() for word, _place in self._words]
        return sum(scores)

    def weight(self) -> float:
        """Return the sum of the weights of the words."""
        weights: list[float] = [word.weight() for word, _place in self._words]
        return sum(weights)

    def supports_block_quality(self) -> bool:
        """Tell Whoosh that it cannot skip by score here."""
        return False

    def _seek(self) -> None:
        """From the current document of the rarest word on, find one with the phrase."""
        rarest = self._rarest
        while rarest.is_active():
            beyond = self._all_at(rarest.id())
            if beyond is None:
                if self._adjacent():
                    return
                rarest.next()
            elif beyond < 0:
                break
            else:
                rarest.skip_to(beyond)
        self._active = False

    def _all_at(self, number: int) -> int | None:
        """Bring all words to document `number`; return None, or where to go on, or -1 if a word is at its end."""
        for word in self._others:
            if word.id() < number:
                word.skip_to(number)
                if not word.is_active():
                    return -1
            at: int = word.id()
            if at > number:
                return at
        return None

    def _adjacent(self) -> bool:
        starts: set[int] | None = None
        for word, place in self._words:
            found = {position - place for position in word.value_as("positions")}
            starts = found if starts is None else starts & found
            if not starts:
                return False
        return True
