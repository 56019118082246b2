"""Runs of words close to each other: documents of a segment where two of them stand near, in any order."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from .combined import Close
from .nearness import counted, phrase_places, word_places
from .open_segment import OpenWords
from .places import Places
from .queries import Near
from .term_queries import is_of_terms, terms_of
from .whoosh_api import queries

# Places of the first and of the last word of each run, in the order of the first.
Spans = tuple[Places, Places]
_NOTHING = np.empty(0, dtype=np.int64)


def can_be_close(query: Any) -> bool:
    """Tell whether a query is one of words, a phrase, or several of these."""
    if type(query) is queries.Or:
        return all(map(can_be_close, query.subqueries))
    if isinstance(query, Near):
        return query.ordered and query.distance == 1
    return is_of_terms(query) or (type(query) is queries.Phrase and query.slop == 1)


def close(query: Close, words: OpenWords, size: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return the documents where two runs stand close to each other, and how many runs do."""
    one, other = (_spans(part, query.fieldname, words, size) for part in query.parts)
    near = np.zeros(len(one[0]), dtype=bool), np.zeros(len(other[0]), dtype=bool)
    _note_followers(one, other, query.between, *near)
    _note_followers(other, one, query.between, *near[::-1])
    return counted(np.sort(np.concatenate((one[0][near[0]], other[0][near[1]]))))


def _note_followers(
    first: Spans, second: Spans, between: int, is_first: NDArray[np.bool_], is_second: NDArray[np.bool_]
) -> None:
    """Note which runs have one behind them with at most so many words between, and which these are."""
    (_starts, ends), (starts, _ends) = first, second
    after, until = starts.searchsorted(ends, side="right"), starts.searchsorted(ends + between + 1, side="right")
    is_first |= until > after
    steps = np.zeros(len(starts) + 1, dtype=np.int64)
    np.add.at(steps, after, 1)
    np.add.at(steps, until, -1)
    is_second |= np.cumsum(steps[:-1]) > 0


def _spans(query: Any, field: str, words: OpenWords, size: int) -> Spans:
    if field not in words.fields:
        return _NOTHING, _NOTHING
    if type(query) is queries.Or:
        found = [_spans(part, field, words, size) for part in query.subqueries]
        starts, ends = (np.concatenate([part[at] for part in found]) for at in range(2))
        order = np.argsort(starts, kind="stable")
        return starts[order], ends[order]
    terms = words.fields[field].terms
    if is_of_terms(query):
        places = word_places(words, field, terms_of(query, terms), size)
        return places, places
    parts = query.parts if isinstance(query, Near) else [queries.Term(field, word) for word in query.words]
    places = phrase_places(words, field, [terms_of(part, terms) for part in parts], size)
    return places, places + len(parts) - 1
