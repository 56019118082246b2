"""Full text: a Whoosh index that can be made again from the archive at any time.

`parse` a query; find articles with a `Searcher`; cut `snippets` from their texts; write with an `IndexWriter`.
"""

from __future__ import annotations

from curator.search.folder import (
    Index,
    IndexDamaged,
    open_index,
    publish_generation,
    remove_old_generations,
    start_generation,
)
from curator.search.highlight import hits
from curator.search.indexer import IndexDocument, IndexWriter
from curator.search.nodes import And, Every, FieldTerm, Node, Not, Or, Phrase, Prefix, Word
from curator.search.query import parse
from curator.search.query_lexer import FIELDS, QueryError
from curator.search.searcher import Hit, Hits, Searcher
from curator.search.snippets import Snippet, snippets

__all__ = [
    "FIELDS",
    "And",
    "Every",
    "FieldTerm",
    "Hit",
    "Hits",
    "Index",
    "IndexDamaged",
    "IndexDocument",
    "IndexWriter",
    "Node",
    "Not",
    "Or",
    "Phrase",
    "Prefix",
    "QueryError",
    "Searcher",
    "Snippet",
    "Word",
    "hits",
    "open_index",
    "parse",
    "publish_generation",
    "remove_old_generations",
    "snippets",
    "start_generation",
]
