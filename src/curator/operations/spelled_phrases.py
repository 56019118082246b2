"""Phrases in one spelling: the index tells which articles can have them, their texts which do."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from curator.archive import Connection, articles
from curator.operations.field_facts import Ids
from curator.operations.searched_index import SearchedIndex
from curator.search import And, Node, Phrase, Word, hits


def articles_spelling(
    connection: Connection, index: SearchedIndex, phrase: Phrase, among: Ids, interrupt: Callable[[], object]
) -> Ids:
    """Return the ids of the articles that hold `phrase` as it is spelled in it.

    Args:
        among: the ids of all articles to look at.
        interrupt: called for each text; it may raise to give up.
    """
    assert phrase.exact is not None
    spelled = [
        Word(folded, field=phrase.field, exact=exact) for folded, exact in zip(phrase.words, phrase.exact, strict=True)
    ]
    node = And((Phrase(phrase.words, field=phrase.field), *spelled))
    possible = index.ask(lambda searcher: searcher.search(node, _nothing, 0, among, interrupt)).all_ids()
    found = []
    for article_id in possible.tolist():
        interrupt()
        title = articles.get(connection, article_id).title or ""
        body = articles.text(connection, article_id).body if phrase.field == "text" else ""
        if hits(title, phrase, title=True) or hits(body, phrase):
            found.append(article_id)
    return np.array(found, dtype=np.int64)


def _nothing(_node: Node) -> Ids:
    return np.empty(0, dtype=np.int64)
