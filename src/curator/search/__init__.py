"""Full text: a Whoosh index that can be made again from the archive at any time.

`parse` a query; find articles with a `Searcher`; cut `snippets` from their texts; write with an `IndexWriter`. What is
no text (`Columns`) comes from the archive: filters, `facets` and orders are made from it.
"""

from __future__ import annotations

from curator.search.collation import sort_key
from curator.search.column_parts import Described, Flags
from curator.search.columns import HAS, Columns
from curator.search.date_column import Dates
from curator.search.facets import Facet, Facets, FacetValue, facets
from curator.search.filters import FACETS, Filters, Selection, passing, together
from curator.search.folder import (
    Index,
    IndexDamaged,
    open_index,
    publish_generation,
    remove_old_generations,
    start_generation,
)
from curator.search.highlight import hits
from curator.search.histogram import Histogram, Unit, histogram
from curator.search.index_words import IndexWords
from curator.search.indexer import IndexDocument, IndexWriter
from curator.search.nodes import (
    And,
    Every,
    FieldTerm,
    Fuzzy,
    Near,
    Node,
    Not,
    OneOf,
    Or,
    Phrase,
    Prefix,
    Wildcard,
    Word,
)
from curator.search.order import Order, ordered
from curator.search.query import parse
from curator.search.query_lexer import FIELDS, QueryError
from curator.search.searcher import Hit, Hits, Searcher, unranked
from curator.search.snippets import Snippet, snippets
from curator.search.titles import Titles
from curator.search.trees import Collected, Tags
from curator.search.within import within
from curator.search.wordless import field_terms, found_without_words, has_words, spelled_phrases

__all__ = [
    "FACETS",
    "FIELDS",
    "HAS",
    "And",
    "Collected",
    "Columns",
    "Dates",
    "Described",
    "Every",
    "Facet",
    "FacetValue",
    "Facets",
    "FieldTerm",
    "Filters",
    "Flags",
    "Fuzzy",
    "Histogram",
    "Hit",
    "Hits",
    "Index",
    "IndexDamaged",
    "IndexDocument",
    "IndexWords",
    "IndexWriter",
    "Near",
    "Node",
    "Not",
    "OneOf",
    "Or",
    "Order",
    "Phrase",
    "Prefix",
    "QueryError",
    "Searcher",
    "Selection",
    "Snippet",
    "Tags",
    "Titles",
    "Unit",
    "Wildcard",
    "Word",
    "facets",
    "field_terms",
    "found_without_words",
    "has_words",
    "histogram",
    "hits",
    "open_index",
    "ordered",
    "parse",
    "passing",
    "publish_generation",
    "remove_old_generations",
    "snippets",
    "sort_key",
    "spelled_phrases",
    "start_generation",
    "together",
    "unranked",
    "within",
]
