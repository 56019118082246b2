"""Queries of words: which terms of a segment each means. A new kind is added to the table `TERMS_OF`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from .chosen_terms import by_pattern, misspelt, term_range
from .dictionary import Dictionary, Ordinals
from .queries import AnyTerm, Terms
from .whoosh_api import queries

_NONE: Ordinals = np.empty(0, dtype=np.int64)


def terms_of(query: Any, terms: Dictionary) -> Ordinals:
    """Return the ascending numbers of the terms that a query of words means; KeyError for another kind of query."""
    return TERMS_OF[type(query)](query, terms)


def is_of_terms(query: Any) -> bool:
    """Tell whether a query is one of words in one field, and can be run as such."""
    if type(query) is queries.Wildcard and "[" in query.text:
        return False
    return type(query) in TERMS_OF


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


def _term(query: Any, terms: Dictionary) -> Ordinals:
    at = terms.find(_bytes(query.text))
    return _NONE if at is None else np.array([at])


def _prefix(query: Any, terms: Dictionary) -> Ordinals:
    return np.arange(*terms.beginning(_bytes(query.text)))


def _wildcard(query: Any, terms: Dictionary) -> Ordinals:
    pattern = _bytes(query.text)
    return by_pattern(terms, pattern) if b"*" in pattern or b"?" in pattern else _term(query, terms)


def _fuzzy(query: Any, terms: Dictionary) -> Ordinals:
    return misspelt(terms, str(query.text), query.maxdist, query.prefixlength)


def _range(query: Any, terms: Dictionary) -> Ordinals:
    start = None if query.start is None else _bytes(query.start)
    end = None if query.end is None else _bytes(query.end)
    return term_range(terms, start, end, query.startexcl, query.endexcl)


def _accepted(query: AnyTerm, terms: Dictionary) -> Ordinals:
    first, last = terms.beginning(query.prefix.encode())
    chosen = [at for at in range(first, last) if query.accept(terms.term(at).decode("utf-8", "replace"))]
    return np.array(chosen, dtype=np.int64)


def _several(query: Terms, terms: Dictionary) -> Ordinals:
    found = {terms.find(word.encode()) for word in query.words} - {None}
    return np.array(sorted(at for at in found if at is not None), dtype=np.int64)


TERMS_OF: dict[Any, Callable[[Any, Dictionary], Ordinals]] = {
    queries.Term: _term,
    queries.Prefix: _prefix,
    queries.Wildcard: _wildcard,
    queries.FuzzyTerm: _fuzzy,
    queries.TermRange: _range,
    AnyTerm: _accepted,
    Terms: _several,
}
