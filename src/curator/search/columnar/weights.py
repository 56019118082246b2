"""What weight a query of words has in the documents of one segment."""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

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


def is_weighted(query: Any) -> bool:
    """Tell whether a query is one of words, a phrase, or several of them that count as one."""
    if isinstance(query, Together):
        return all(map(is_weighted, query.subqueries))
    return is_of_terms(query) or isinstance(query, Near) or type(query) is Phrase


def weigh(query: Any, words: OpenWords, size: int) -> Weighted:
    """Return the documents of a segment of `size` that a query finds, ascending, and its weight in each."""
    if isinstance(query, Together):
        return _together([weigh(part, words, size) for part in query.subqueries], size)
    if query.fieldname not in words.fields:
        return _NOTHING
    postings = words.fields[query.fieldname]
    if is_of_terms(query):
        docs, weights = _of_terms(terms_of(query, postings.terms), words, query.fieldname, size)
        return docs, weights if query.boost == 1.0 else weights * query.boost
    parts = [terms_of(part, postings.terms) for part in parts_of(query)]
    if not all(map(len, parts)):
        return _NOTHING
    if isinstance(query, Near):
        if query.ordered and query.distance == 1:
            return phrase(words, query.fieldname, parts, size)
        return near(words, query.fieldname, parts, query.distance, query.ordered, size)
    if query.slop == 1:
        return phrase(words, query.fieldname, parts, size)
    return near(words, query.fieldname, parts, query.slop, True, size)


def parts_of(query: Any) -> list[Any]:
    """Return the queries of the words of a phrase."""
    if isinstance(query, Near):
        return list(query.parts)
    return [queries.Term(query.fieldname, word) for word in query.words]


def fields_in(query: Any) -> frozenset[str]:
    """Return the fields that a query of words looks in."""
    if isinstance(query, Together):
        return frozenset().union(*map(fields_in, query.subqueries))
    return frozenset((query.fieldname,))


def rarity(query: Any, state: State) -> list[int] | None:
    """Return for each word of a phrase how many documents hold it; None for what is no phrase."""
    if isinstance(query, Together):
        parts = [found for found in (rarity(part, state) for part in query.subqueries) if found is not None]
        return max(parts, key=sum) if parts else None
    if is_of_terms(query):
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


def _together(parts: list[Weighted], size: int) -> Weighted:
    parts = [part for part in parts if len(part[0])]
    if len(parts) <= 1:
        return parts[0] if parts else _NOTHING
    weights = np.zeros(size)
    for docs, of_docs in parts:
        weights[docs] += of_docs
    found = np.flatnonzero(weights)
    return found, weights[found]
