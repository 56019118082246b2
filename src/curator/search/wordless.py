"""Queries without a word (`person:X date:1966`, `*`): answered by sets of articles alone, the index is not needed."""

from __future__ import annotations

from functools import reduce

import numpy as np

from curator.search.columns import Columns
from curator.search.evaluation import asked, leaves_of
from curator.search.nodes import TEXT_NODES, And, FieldTerm, Node, Not, Or, Phrase
from curator.search.renewal import Mask
from curator.search.searcher import Hits, Resolve, unranked


def has_words(node: Node) -> bool:
    """Tell whether a query looks for words."""
    return any(isinstance(leaf, TEXT_NODES) for leaf in leaves_of(node))


def field_terms(node: Node) -> set[FieldTerm]:
    """Return the field terms of a query."""
    return {leaf for leaf in asked(node) if isinstance(leaf, FieldTerm)}


def spelled_phrases(node: Node) -> set[Phrase]:
    """Return the phrases of a query that are looked for in one spelling: only the texts tell where they are."""
    return {leaf for leaf in asked(node) if isinstance(leaf, Phrase)}


def found_without_words(node: Node, columns: Columns, resolve: Resolve) -> Hits:
    """Find articles by a query that has no words.

    Args:
        node: the query.
        columns: of all articles that may be found; no parts are needed.
        resolve: returns the ids of the articles that a field term stands for.
    """
    return unranked(columns.ids[_rows(node, columns, resolve)])


def _rows(node: Node, columns: Columns, resolve: Resolve) -> Mask:
    match node:
        case And():
            return reduce(np.logical_and, (_rows(part, columns, resolve) for part in node.parts))
        case Or():
            return reduce(np.logical_or, (_rows(part, columns, resolve) for part in node.parts))
        case Not():
            return ~_rows(node.part, columns, resolve)
        case FieldTerm():
            return columns.mask(resolve(node))
    return np.ones(len(columns.ids), dtype=bool)
