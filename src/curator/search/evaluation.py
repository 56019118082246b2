"""From the tree of a query to one of Whoosh's, and the documents that this finds.

A new kind of node is given its query here, one of words in words_queries.py; a new kind of query of words is given its
terms in columnar/term_queries.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from curator.search.columnar import DocSet, Evaluator, Found
from curator.search.nodes import And, Every, FieldTerm, Node, Not, Or, Phrase, Word
from curator.search.schema import SPELLINGS, spelled_term
from curator.search.snapshot import Ids, Snapshot
from curator.search.weighting import AS_TYPED
from curator.search.whoosh_parts import queries
from curator.search.words_queries import spelled_query, words_query

Interrupt = Callable[[], object]
# What only the archive can tell: facts about articles, and how the words of a phrase are spelled.
Asked = FieldTerm | Phrase


def leaves_of(node: Node) -> Iterator[Node]:
    """Yield the nodes of a tree that hold no others."""
    if isinstance(node, And | Or):
        for part in node.parts:
            yield from leaves_of(part)
    elif isinstance(node, Not):
        yield from leaves_of(node.part)
    else:
        yield node


def asked(node: Node) -> dict[Asked, None]:
    """Return the nodes of a tree whose articles the archive has to tell, in their order."""
    leaves = leaves_of(node)
    return {each: None for each in leaves if isinstance(each, FieldTerm) or (isinstance(each, Phrase) and each.exact)}


class Evaluation:
    """Evaluates one query on one state of the index.

    Args:
        snapshot: the state.
        fields: the articles of each node that the archive was asked about.
        interrupt: called now and then; it may raise to give up.
    """

    def __init__(self, snapshot: Snapshot, fields: Mapping[Asked, Ids], interrupt: Interrupt) -> None:
        self._snapshot = snapshot
        self._sets = {term: DocSet(snapshot.docs(ids)) for term, ids in fields.items()}
        self._evaluator = Evaluator(snapshot.state, snapshot.ranking, interrupt)

    def run(self, node: Node, allowed: Ids | None = None) -> Found:
        """Return all documents that `node` finds, of the `allowed` articles alone if there are such."""
        query = self._as_typed_first(node, self._query(node))
        docs = None if allowed is None else self._snapshot.docs(allowed)
        if docs is not None and len(docs) < self._snapshot.count:
            query = queries.And([DocSet(docs), query])
        return self._evaluator.run(query)

    def _as_typed_first(self, node: Node, query: Any) -> Any:
        """Return `query` with a score for words spelled as they were typed, where some are spelled otherwise."""
        parts = node.parts if isinstance(node, And) else (node,)
        typed = [
            queries.ConstantScoreQuery(spelled_query(part, part.typed), AS_TYPED)
            for part in parts
            if isinstance(part, Word) and part.typed is not None and self._is_spelled_otherwise(part)
        ]
        return queries.AndMaybe(query, queries.Or(typed)) if typed else query

    def _is_spelled_otherwise(self, word: Word) -> bool:
        """Tell whether the index holds a word in a spelling that is not as it is folded."""
        beginning = spelled_term(word.folded).encode()
        fields = (leaf.words.fields.get(name) for leaf in self._snapshot.state.leaves for name in SPELLINGS.values())
        return any(first < last for field in fields if field for first, last in [field.terms.beginning(beginning)])

    def _query(self, node: Node) -> Any:
        """Return the query of `node`."""
        match node:
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
            case Phrase() if node.exact is not None:
                return queries.And([words_query(node), self._sets[node]])
            case _:
                return words_query(node)
