"""From a node of words to a query on the fields of the index: title and body as one, forms and spellings apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from curator.search.columnar import Beyond, Close, Forms, Near, Terms, Together
from curator.search.nodes import Fuzzy, Node, OneOf, Or, Phrase, Prefix, TextField, TextNode, Wildcard, Word
from curator.search.nodes import Near as NearNode
from curator.search.schema import (
    BODY,
    SPELLINGS,
    TITLE,
    TITLE_WEIGHT,
    spelled_term,
    stems_field,
)
from curator.search.weighting import FORM_SHARE
from curator.search.whoosh_parts import queries

# Where the words of a field of the query language stand, and how much they count there.
_PLACES: dict[TextField, tuple[tuple[str, float], ...]] = {
    "text": ((TITLE, float(TITLE_WEIGHT)), (BODY, 1.0)),
    "title": ((TITLE, 1.0),),
}


def words_query(node: TextNode) -> Any:
    """Return the query of a node of words, to be scored as one word."""
    if isinstance(node, Word):
        return _word(node)
    return _in_fields(node.field, lambda name, weight: in_field(node, name, weight))


def _word(node: Word) -> Any:
    if node.exact is not None:
        return spelled_query(node, node.exact)
    word = _in_fields(node.field, lambda name, weight: queries.Term(name, node.folded, boost=weight))
    if not node.stems:
        return word
    stems = [queries.Term(stems_field(language), stem) for language, stem in node.stems]
    return Forms(word, Together(stems), FORM_SHARE)


def spelled_query(node: Word, exact: str) -> Any:
    """Return the query of a word in one spelling. Where that is as it is folded, the index holds only the others."""
    if exact != node.folded:
        return _in_fields(node.field, lambda name, weight: _spelling(name, node.folded, exact, weight))
    word = _in_fields(node.field, lambda name, weight: queries.Term(name, node.folded, boost=weight))
    return Beyond(word, _in_fields(node.field, lambda name, weight: _other_spellings(name, node.folded, weight)))


def _spelling(name: str, folded: str, exact: str, weight: float) -> Any:
    return queries.Term(SPELLINGS[name], spelled_term(folded, exact), boost=weight)


def _other_spellings(name: str, folded: str, weight: float) -> Any:
    return queries.Prefix(SPELLINGS[name], spelled_term(folded), boost=weight)


def _in_fields(field: TextField, query_of: Callable[[str, float], Any]) -> Any:
    """Return a query of words, scored as one, over the places where the words of a field stand."""
    return Together([query_of(name, weight) for name, weight in _PLACES[field]])


def in_field(node: Node, name: str, weight: float = 1.0) -> Any:
    """Return the query of a node of words in one field of the index, without stems and spellings."""
    match node:
        case Word():
            return queries.Term(name, node.folded, boost=weight)
        case Prefix():
            return queries.Prefix(name, node.folded, boost=weight)
        case Wildcard():
            return queries.Wildcard(name, node.pattern, boost=weight)
        case Fuzzy():
            return queries.FuzzyTerm(name, node.folded, maxdist=node.edits, prefixlength=0, boost=weight)
        case OneOf():
            return Terms(name, node.words, boost=weight)
        case Phrase():
            return queries.Phrase(name, list(node.words), boost=weight)
        case Or():
            return queries.Or([in_field(part, name) for part in node.parts], boost=weight)
        case NearNode() if node.ordered:
            return Near(name, [in_field(part, name) for part in node.parts], 1, True, boost=weight)
        case NearNode():
            return Close(name, [in_field(part, name) for part in node.parts], node.between, boost=weight)
    raise TypeError(node)
