"""Finding articles: a query is resolved against the archive's facts and the index's words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from curator.archive import Connection, articles, outbox
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.article import Article
from curator.operations.context import Context
from curator.operations.field_terms import resolve
from curator.operations.indexing import Indexer, current_index, job_for, wait_until_current
from curator.search import (
    FieldTerm,
    Hits,
    Index,
    IndexDamaged,
    Node,
    Searcher,
    Snippet,
    open_index,
    parse,
    snippets,
)

Sort = Literal["relevance", "date", "-date", "title"]


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """An article that a query found, with passages around the hits, and its score within this search."""

    article: Article
    score: float
    snippets: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What a query found: the exact number of articles, and the first of them."""

    total: int
    items: tuple[FoundArticle, ...]


def search(context: Context, query: str, limit: int | None = 20, sort: Sort = "relevance") -> Findings:
    """Find articles and the passages that match.

    Args:
        query: as described in docs/query-language.md.
        limit: how many to return; None for all. The total is exact either way.

    Raises:
        QueryError: when the query cannot be understood.
    """
    node = parse(query)
    connection = context.archive.read()
    hits = _hits(context, node, limit if sort == "relevance" else None)
    scores = {hit.article_id: hit.score for hit in hits.items}
    ids = list(scores)
    if sort != "relevance":
        ids = articles.ordered(connection, ids, sort)[:limit]
    found = (
        FoundArticle(article, scores[article.id], _snippets(connection, article.id, node))
        for article in articles.get_many(connection, ids)
    )
    return Findings(hits.total, tuple(found))


def select(context: Context, query: str) -> list[int]:
    """Return the ids of all articles that a query finds, by id; those in the trash are left out."""
    return [int(article_id) for article_id in _hits(context, parse(query), 0).all_ids()]


def all_articles(context: Context) -> list[int]:
    """Return the ids of all articles but those in the trash."""
    return articles.all_ids(context.archive.read())


def describe(context: Context, ids: Sequence[int]) -> list[Article]:
    """Return articles in the order of `ids`."""
    return list(articles.get_many(context.archive.read(), ids))


def _hits(context: Context, node: Node, limit: int | None) -> Hits:
    connection = context.archive.read()

    def ids_of(term: FieldTerm) -> NDArray[np.int64]:
        return np.array(sorted(resolve(connection, term)), dtype=np.int64)

    def ask(index: Index) -> Hits:
        allowed = np.array(articles.all_ids(connection), dtype=np.int64)
        with Searcher(index) as searcher:
            return searcher.search(node, ids_of, limit, allowed)

    try:
        return ask(_caught_up(context))
    except IndexDamaged:
        # Damage that shows only where it is read.
        return _ask_anew(context, ask)


def _ask_anew(context: Context, ask: Callable[[Index], Hits]) -> Hits:
    try:
        return ask(_caught_up(context, anew=True))
    except IndexDamaged as error:
        raise CuratorError(
            _("The search index was made anew, and still cannot be used."),
            _("Delete the folder %(folder)s and search again. The articles are not in it.")
            % {"folder": job_for(context.archive).folder},
        ) from error


def _caught_up(context: Context, anew: bool = False) -> Index:
    """Return the index once it holds everything, making it anew where it is missing or damaged, or when asked."""
    archive = context.archive
    index = None if anew else current_index(archive, job_for(archive))
    if index is not None:
        return index
    with Indexer(archive) as indexer:
        if not indexer.drain(anew=anew) and indexer.busy_elsewhere:
            wait_until_current(archive)
    if archive.writable and outbox.count(archive.read()):
        raise CuratorError(
            _("The search index could not be brought up to date: its process ended by itself."),
            _("Search again. If it happens again, look into the log."),
        )
    return open_index(job_for(archive).folder, archive.uid)


def _snippets(connection: Connection, article_id: int, node: Node) -> tuple[Snippet, ...]:
    return tuple(snippets(articles.text(connection, article_id).body, node))
