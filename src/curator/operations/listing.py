"""Rows of a list: what is shown of each article without opening it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from curator.archive import articles, mentions, texts
from curator.model.article import Article
from curator.model.authority import AuthorityKind
from curator.operations.context import Context
from curator.search import Node, Snippet, hits, snippets

_SNIPPET_CODE_POINTS = 110


@dataclass(frozen=True, slots=True)
class ListRow:
    """One article of a list.

    Args:
        article: its description.
        tags: how many names of each kind it is tagged with.
        hits: how many passages match the words of the query; 0 where it has none.
        snippet: the text around the first hit.
    """

    article: Article
    tags: Mapping[AuthorityKind, int]
    hits: int = 0
    snippet: Snippet | None = None


def rows(context: Context, ids: Sequence[int], node: Node | None = None) -> list[ListRow]:
    """Return the rows of articles, in the order of `ids`; those that have gone are passed over.

    Args:
        ids: the articles of one page.
        node: the query whose words are looked for; no texts are read without one.
    """
    connection = context.archive.read()
    counts = mentions.counts(connection, ids)
    found = articles.get_many(connection, ids)
    if node is None:
        return [ListRow(article, counts.get(article.id, {})) for article in found]
    return [_with_hits(context, article, counts.get(article.id, {}), node) for article in found]


def _with_hits(context: Context, article: Article, tags: Mapping[AuthorityKind, int], node: Node) -> ListRow:
    connection = context.archive.read()
    text = articles.text(connection, article.id)
    languages = texts.languages_of(connection, article, text)
    number = len(hits(text.body, node, languages=languages))
    number += len(hits(article.title or "", node, title=True, languages=languages))
    around = snippets(text.body, node, count=1, width=_SNIPPET_CODE_POINTS, languages=languages) if number else []
    return ListRow(article, tags, number, around[0] if around else None)
