"""The words that the index knows, with how many articles hold each: what the archive itself has to say of spelling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from curator.search.columnar.chosen_terms import misspelt
from curator.search.columnar.dictionary import Dictionary, Ordinals
from curator.search.columnar.postings import Postings, runs
from curator.search.columnar.weights import weigh
from curator.search.nodes import TextNode
from curator.search.schema import BODY, TITLE
from curator.search.snapshot import Ids, Snapshot
from curator.search.words_queries import in_field

_FIELDS = (BODY, TITLE)


class IndexWords:
    """The dictionary of one state of the index; folded words.

    How many articles hold a word is told without looking into them: a word in title and body is counted once where
    that is certain, and articles that were indexed again count until their segment is merged.

    Args:
        snapshot: of the index.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._state = snapshot.state
        self.count = snapshot.state.count

    def articles_with(self, word: str) -> int:
        """Return how many articles hold a word, about."""
        return self._counted(lambda terms: _one(terms, word)).get(word, 0)

    def beginning(self, prefix: str) -> dict[str, int]:
        """Return the words that begin so, with how many articles hold each."""
        return self._counted(lambda terms: range(*terms.beginning(prefix.encode())))

    def like(self, word: str, edits: int) -> dict[str, int]:
        """Return the words that differ in at most `edits` letters (Levenshtein), with how many articles hold each."""
        return self._counted(lambda terms: misspelt(terms, word, edits))

    def holders(self, node: TextNode) -> tuple[Ids, NDArray[np.int64]]:
        """Return the ids of the articles that hold a word or phrase, in no order, and in how many places each does."""
        places = np.zeros(self._state.size, dtype=np.int64)
        for leaf in self._state.leaves:
            for name in _FIELDS:
                docs, weights = weigh(in_field(node, name), leaf.words, len(leaf.alive))
                kept = leaf.alive[docs]
                places[docs[kept] + leaf.offset] += weights[kept].astype(np.int64)
        found = np.flatnonzero(places)
        return self._snapshot.articles(found), places[found]

    def _counted(self, chosen: Callable[[Dictionary], Ordinals | range | list[int]]) -> dict[str, int]:
        total: Counter[str] = Counter()
        for leaf in self._state.leaves:
            by_field = [_counts(leaf.words.fields[name], chosen) for name in _FIELDS if name in leaf.words.fields]
            for word in {word for counts in by_field for word in counts}:
                total[word] += max(counts.get(word, 0) for counts in by_field)
        return dict(total)


def _one(terms: Dictionary, word: str) -> list[int]:
    at = terms.find(word.encode())
    return [] if at is None else [at]


def _counts(postings: Postings, chosen: Callable[[Dictionary], Ordinals | range | list[int]]) -> dict[str, int]:
    numbers = chosen(postings.terms)
    if not len(numbers):
        return {}
    if isinstance(numbers, range):
        spans = [(numbers.start, numbers.stop)]
    elif isinstance(numbers, list):
        spans = [(number, number + 1) for number in numbers]
    else:
        spans = list(runs(numbers))
    found: dict[str, int] = {}
    for first, last in spans:
        for number, count in zip(range(first, last), postings.found(first, last).tolist(), strict=True):
            found[postings.terms.term(number).decode("utf-8", "replace")] = int(count)
    return found
