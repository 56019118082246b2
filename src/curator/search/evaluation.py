"""From the tree of a query to one of Whoosh's, and the documents that this finds.

A new kind of node is given its query here; a new kind of query of words is given its terms in columnar/term_queries.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from curator.search.columnar import DocSet, Evaluator, Found, Together
from curator.search.nodes import And, Every, FieldTerm, Node, Not, Or, Phrase, Prefix, TextField, Word
from curator.search.schema import BODY, TITLE, TITLE_WEIGHT
from curator.search.snapshot import Ids, Snapshot
from curator.search.whoosh_parts import queries

Interrupt = Callable[[], object]
# Where the words of a field of the query language stand, and how much they count there.
_PLACES: dict[TextField, tuple[tuple[str, float], ...]] = {
    "text": ((TITLE, float(TITLE_WEIGHT)), (BODY, 1.0)),
    "title": ((TITLE, 1.0),),
}


def leaves_of(node: Node) -> Iterator[Node]:
    """Yield the nodes of a tree that hold no others."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from leaves_of(part)
    elif isinstance(node, Not):
        yield from leaves_of(node.part)
    else:
        yield node


class Evaluation:
    """Evaluates one query on one state of the index.

    Args:
        snapshot: the state.
        fields: the articles of each field term of the query.
        interrupt: called now and then; it may raise to give up.
    """

    def __init__(self, snapshot: Snapshot, fields: Mapping[FieldTerm, Ids], interrupt: Interrupt) -> None:
        self._snapshot = snapshot
        self._sets = {term: DocSet(snapshot.docs(ids)) for term, ids in fields.items()}
        self._evaluator = Evaluator(snapshot.state, snapshot.ranking, interrupt)

    def run(self, node: Node, allowed: Ids | None = None) -> Found:
        """Return all documents that `node` finds, of the `allowed` articles alone if there are such."""
        query = self._query(node)
        docs = None if allowed is None else self._snapshot.docs(allowed)
        if docs is not None and len(docs) < self._snapshot.count:
            query = queries.And([DocSet(docs), query])
        return self._evaluator.run(query)

    def _query(self, node: Node) -> Any:
        """Return the query of `node`."""
        match node:
            case Word():
                return _in_fields(node.field, lambda name, weight: queries.Term(name, node.folded, boost=weight))
            case Prefix():
                return _in_fields(node.field, lambda name, weight: queries.Prefix(name, node.folded, boost=weight))
            case Phrase():
                return _in_fields(node.field, lambda name, weight: queries.Phrase(name, list(node.words), boost=weight))
            case And():
                return queries.And([self._query(part) for part in node.parts])
            case Or():
                return queries.Or([self._query(part) for part in node.parts])
            case Not():
                return queries.Not(self._query(node.part))
            case Every():
                return queries.Every()
            case FieldTerm():
                return self._sets[node]


def _in_fields(field: TextField, query_of: Callable[[str, float], Any]) -> Any:
    """Return a query of words, scored as one, over the places where the words of a field stand."""
    return Together([query_of(name, weight) for name, weight in _PLACES[field]])
