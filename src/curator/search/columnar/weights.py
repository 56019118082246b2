"""What weight a query of words has in the documents of one segment."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from .closeness import can_be_close, close
from .combined import Beyond, Close, Forms
from .dictionary import Ordinals
from .nearness import near, phrase
from .open_segment import OpenWords
from .postings import runs
from .queries import Near, Together
from .state import State
from .term_queries import is_of_terms, terms_of
from .whoosh_api import queries

Weighted: TypeAlias = tuple[NDArray[np.int64], NDArray[np.float64]]
_NOTHING: Weighted = (np.empty(0, dtype=np.int64), np.empty(0))
Phrase: Any = queries.Phrase
_OF_OTHERS = (Together, Forms, Beyond)


def is_weighted(query: Any) -> bool:
    """Tell whether a query is one of words, a phrase, or several of them that count as one."""
    if isinstance(query, _OF_OTHERS):
        return all(map(is_weighted, query.subqueries))
    if isinstance(query, Close):
        return all(map(can_be_close, query.parts))
    return is_of_terms(query) or isinstance(query, Near) or type(query) is Phrase


def weigh(query: Any, words: OpenWords, size: int) -> Weighted:
    """Return the documents of a segment of `size` that a query finds, ascending, and its weight in each."""
    if isinstance(query, _OF_OTHERS):
        return _combined(query, [_boosted(part, words, size) for part in query.subqueries], size)
    if query.fieldname not in words.fields:
        return _NOTHING
    if isinstance(query, Close):
        return close(query, words, size)
    postings = words.fields[query.fieldname]
    if is_of_terms(query):
        docs, weights = _of_terms(terms_of(query, postings.terms), words, query.fieldname, size)
        return docs, weights if query.boost == 1.0 else weights * query.boost
    return _side_by_side(query, words, [terms_of(part, postings.terms) for part in parts_of(query)], size)


def _side_by_side(query: Any, words: OpenWords, parts: list[Ordinals], size: int) -> Weighted:
    if not all(map(len, parts)):
        return _NOTHING
    distance, ordered = (query.distance, query.ordered) if isinstance(query, Near) else (query.slop, True)
    if ordered and distance == 1:
        return phrase(words, query.fieldname, parts, size)
    return near(words, query.fieldname, parts, distance, ordered, size)


def _boosted(part: Any, words: OpenWords, size: int) -> Weighted:
    """Weigh a part of a query of several; its boost counts within that, as does the one of words by themselves."""
    docs, weights = weigh(part, words, size)
    return docs, weights if is_of_terms(part) or part.boost == 1.0 else weights * part.boost


def parts_of(query: Any) -> list[Any]:
    """Return the queries of the words of a phrase."""
    if isinstance(query, Near):
        return list(query.parts)
    return [queries.Term(query.fieldname, word) for word in query.words]


def fields_in(query: Any) -> frozenset[str]:
    """Return the fields that a query of words looks in."""
    if isinstance(query, _OF_OTHERS):
        return frozenset().union(*map(fields_in, query.subqueries))
    return frozenset((query.fieldname,))


def rarity(query: Any, state: State) -> list[int] | None:
    """Return for each word of a phrase how many documents hold it; None for what is no phrase."""
    if isinstance(query, _OF_OTHERS):
        parts = [found for found in (rarity(part, state) for part in query.subqueries) if found is not None]
        return max(parts, key=sum) if parts else None
    if is_of_terms(query) or isinstance(query, Close):
        return None
    return [_found(part, state) for part in parts_of(query)]


def _found(query: Any, state: State) -> int:
    """Return how many documents hold the words of a query, counted for each word that it stands for."""
    total = 0
    for leaf in state.leaves:
        postings = leaf.words.fields.get(query.fieldname)
        if postings is not None:
            ordinals = terms_of(query, postings.terms)
            total += sum(int(postings.found(*run).sum()) for run in runs(ordinals))
    return total


def _of_terms(ordinals: Ordinals, words: OpenWords, field: str, size: int) -> Weighted:
    postings = words.fields[field]
    if not len(ordinals):
        return _NOTHING
    if len(ordinals) == 1:
        at = int(ordinals[0])
        return postings.docs(at, at + 1).astype(np.int64), postings.frequencies(at, at + 1).astype(np.float64)
    held, frequencies = postings.of_terms(ordinals)
    weights = np.bincount(held, frequencies, size).astype(np.float64, copy=False)
    docs = np.flatnonzero(weights)
    return docs, weights[docs]


def _combined(query: Any, parts: list[Weighted], size: int) -> Weighted:
    if isinstance(query, Together) or not len(parts[1][0]):
        return _together(parts, size)
    weights, others = (np.bincount(docs, of_docs, size).astype(np.float64) for docs, of_docs in parts)
    if isinstance(query, Forms):
        weights = weights + query.share * np.maximum(others - weights, 0.0)
    else:
        weights = weights - others
    found = np.flatnonzero(weights > 0)
    return found, weights[found]


def _together(parts: list[Weighted], size: int) -> Weighted:
    parts = [part for part in parts if len(part[0])]
    if len(parts) <= 1:
        return parts[0] if parts else _NOTHING
    weights = np.zeros(size)
    for docs, of_docs in parts:
        weights[docs] += of_docs
    found = np.flatnonzero(weights)
    return found, weights[found]
