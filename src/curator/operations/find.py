"""Finding articles: a query is resolved against the archive's facts and the index's words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Literal, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from curator.archive import Connection, articles, texts
from curator.model.article import Article
from curator.operations.columns import FACET_PARTS, ArchiveColumns
from curator.operations.context import Context
from curator.operations.field_facts import Ids, facts
from curator.operations.field_terms import resolve
from curator.operations.name_terms import expanded, has_names
from curator.operations.name_weight import TAGGED_WEIGHT, tagged_as_asked
from curator.operations.searched_index import SearchedIndex
from curator.operations.spelled_phrases import articles_spelling
from curator.search import (
    Columns,
    Dates,
    Facets,
    Filters,
    Hits,
    Node,
    Searcher,
    Snippet,
    Titles,
    Unit,
    facets,
    field_terms,
    found_without_words,
    has_words,
    ordered,
    parse,
    passing,
    snippets,
    spelled_phrases,
    together,
)

Answer = TypeVar("Answer")
Sort = Literal["relevance", "date", "-date", "title", "accession"]
_PARTS: dict[Sort, tuple[type, ...]] = {"date": (Dates,), "-date": (Dates,), "title": (Titles,)}


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article that a query found, with passages around the hits, and its score within this search."""

    article: Article
    score: float
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What a query found: the exact number of articles, the first of them, and the facets if they were asked for."""

    total: int
    items: tuple[FoundArticle, ...]
    facets: Facets | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """All articles that a query found, as of one moment.

    Args:
        ids: those that pass the filters, in the order asked for (int64).
        node: the query; `filters` are what was chosen besides.
    """

    ids: NDArray[np.int64]
    node: Node
    filters: Filters
    _hits: Hits = field(repr=False)
    _columns: Columns = field(repr=False)
    _unfiltered: Ids = field(repr=False)

    @property
    def total(self) -> int:
        """How many articles, exactly."""
        return len(self.ids)

    def facets(self, unit: Unit | None = "year") -> Facets:
        """Count what there is to choose from; only where the search was made `with_facets`.

        Args:
            unit: of the histogram; None: months where what is found lies within three years, else years.
        """
        return facets(self._columns, self._columns.mask(self._unfiltered), self.filters, unit)

    def score(self, article_id: int) -> float:
        """Return the score of an article that was found; it compares only with others of the same search."""
        return self._hits.score(article_id)


class Finder:
    """Finds articles of one open archive; keeps what it has read of index and columns for the next search.

    Every search sees the archive as it is then, whichever process wrote to it. Threads may share a finder.

    Args:
        context: of the archive.
        catch_up: bring the index up to date before it is asked; not where a process of its own does so all the time.
    """

    def __init__(self, context: Context, catch_up: bool = True) -> None:
        self.context = context
        self._columns = ArchiveColumns(context.archive)
        self._index = SearchedIndex(context.archive, catch_up)

    def find(
        self,
        query: str | Node,
        sort: Sort = "relevance",
        filters: Filters | None = None,
        with_facets: bool = False,
        interrupt: Callable[[], object] = lambda: None,
    ) -> Found:
        """Find articles.

        Args:
            query: as described in docs/query-language.md, or parsed already.
            sort: "relevance" is the order of accession for a query that has no words.
            filters: what was chosen in facets.
            with_facets: load what `Found.facets` needs.
            interrupt: called now and then; what it raises ends the search.

        Raises:
            QueryError: when the query cannot be understood.
        """
        node = self._with_names(parse(query) if isinstance(query, str) else query)
        chosen = filters or Filters()
        needed = FACET_PARTS if with_facets or chosen != Filters() else ()
        columns = self._columns.current((*needed, *_PARTS.get(sort, ())))
        everything = self._hits(node, columns, sort, interrupt)
        hits = _filtered(everything, columns, chosen)
        ids = hits.ranked() if sort == "relevance" else ordered(columns, hits.all_ids(), sort)
        return Found(ids, node, chosen, hits, columns, everything.all_ids())

    def page(self, found: Found, first: int = 0, count: int | None = None) -> list[FoundArticle]:
        """Return some of the articles found, with snippets; those that have gone since are passed over.

        Args:
            first: the place of the first one, from 0.
            count: how many; None for all that follow.
        """
        connection = self.context.archive.read()
        ids = found.ids[first : None if count is None else first + count].tolist()
        return [
            FoundArticle(article, found.score(article.id), _snippets(connection, article, found.node))
            for article in articles.get_many(connection, ids)
        ]

    def ask(self, question: Callable[[Searcher], Answer]) -> Answer:
        """Return the answer of the index itself, as it is now; CuratorError when it cannot be used."""
        return self._index.ask(question)

    def missed_index(self) -> bool:
        """Tell, once, whether a search found the index damaged or missing: it has to be looked at."""
        return self._index.missed()

    def close(self) -> None:
        """Close the index."""
        self._index.close()

    def __enter__(self) -> Self:
        """Return the finder itself."""
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()

    def _with_names(self, node: Node) -> Node:
        """Return a query with the words and phrases that each `name:` in it stands for."""
        if not has_names(node):
            return node
        connection = self.context.archive.read()
        return self.ask(lambda searcher: searcher.words(lambda known: expanded(connection, node, known)))

    def _hits(self, node: Node, columns: Columns, sort: Sort, interrupt: Callable[[], object]) -> Hits:
        connection = self.context.archive.read()
        known = facts(connection, columns)
        # Before the index is asked, or waited for: what was mistyped is told at once.
        sets: dict[Node, Ids] = {term: resolve(connection, known, term) for term in field_terms(node)}
        if not has_words(node):
            return found_without_words(node, columns, sets.__getitem__)
        for phrase in spelled_phrases(node):
            sets[phrase] = articles_spelling(connection, self._index, phrase, columns.ids, interrupt)
        hits = self._index.ask(lambda searcher: searcher.search(node, sets.__getitem__, 0, columns.ids, interrupt))
        if sort != "relevance":
            return hits
        tagged = tagged_as_asked(connection, known, node)
        return hits.favouring(tagged, TAGGED_WEIGHT) if len(tagged) else hits


def search(
    context: Context, query: str, limit: int | None = 20, sort: Sort = "relevance", with_facets: bool = False
) -> Findings:
    """Find articles and the passages that match.

    Args:
        query: as described in docs/query-language.md.
        limit: how many to return; None for all. The total is exact either way.
        with_facets: count what the articles found have, too.

    Raises:
        QueryError: when the query cannot be understood.
    """
    with Finder(context) as finder:
        found = finder.find(query, sort, with_facets=with_facets)
        counted = found.facets() if with_facets else None
        return Findings(found.total, tuple(finder.page(found, 0, limit)), counted)


def select(context: Context, query: str, sort: Sort = "accession") -> list[int]:
    """Return the ids of all articles that a query finds; those in the trash are left out."""
    with Finder(context) as finder:
        return [int(article_id) for article_id in finder.find(query, sort).ids]


def all_articles(context: Context) -> list[int]:
    """Return the ids of all articles but those in the trash."""
    return articles.all_ids(context.archive.read())


def describe(context: Context, ids: Sequence[int]) -> list[Article]:
    """Return articles in the order of `ids`."""
    return list(articles.get_many(context.archive.read(), ids))


def _filtered(hits: Hits, columns: Columns, filters: Filters) -> Hits:
    passed = passing(columns, filters)
    if not passed:
        return hits
    rows = together(np.ones(len(columns.ids), dtype=bool), passed)
    return hits.narrowed(rows[columns.ids.searchsorted(hits.all_ids())], 0)


def _snippets(connection: Connection, article: Article, node: Node) -> tuple[Snippet, ...]:
    text = articles.text(connection, article.id)
    return tuple(snippets(text.body, node, languages=texts.languages_of(connection, article, text)))
