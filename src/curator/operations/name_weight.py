"""Names weigh more: articles tagged with a name that was asked for come before those that only have its words."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from curator.archive import Connection, authorities, hierarchy
from curator.operations.field_facts import Facts, Ids
from curator.search import And, Node, Or, Phrase, Word

# What the score of such an article is multiplied by.
TAGGED_WEIGHT = 1.5
_LONGEST = 5


def tagged_as_asked(connection: Connection, facts: Facts, node: Node) -> Ids:
    """Return the ids of the articles that are tagged with a record whose name stands in a query, as plain words.

    Args:
        connection: tells which names are on record.
        facts: tells which articles have them.
    """
    names = set(_names(node))
    records = {record.id for name in names for record in authorities.named(connection, name)}
    return (
        facts.tagged(hierarchy.with_narrower(connection, sorted(records))) if records else np.empty(0, dtype=np.int64)
    )


def _names(node: Node) -> Iterator[str]:
    """Yield what can be a name: words, phrases, and words that follow each other; nothing that is negated."""
    match node:
        case Word():
            yield node.folded
        case Phrase():
            yield " ".join(node.words)
        case And() | Or():
            for part in node.parts:
                yield from _names(part)
            if isinstance(node, And):
                yield from _runs(node)


def _runs(node: And) -> Iterator[str]:
    words = [part.folded if isinstance(part, Word) else None for part in node.parts]
    for first in range(len(words)):
        for last in range(first + 2, min(first + _LONGEST, len(words)) + 1):
            run = words[first:last]
            if None not in run:
                yield " ".join(word for word in run if word)
