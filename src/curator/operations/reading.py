"""An article as it is read: its text with every place that is tagged or found in it."""

from __future__ import annotations

from dataclasses import dataclass

from curator.archive import articles, collections, mentions, notes, originals, texts
from curator.model.article import Article, ArticleText, Original
from curator.model.note import Note
from curator.model.passage import Mention
from curator.operations.context import Context
from curator.search import Node, hits


@dataclass(frozen=True, slots=True)
class Reading:
    """An open article.

    Args:
        article: its description.
        text: the version in use.
        mentions: its tags, on passages and on the whole.
        hits: where the words of the query stand in the text (code points).
        collections: the paths of the collections it is in.
        originals: the files it was made from.
        notes: what was noted at it and at its passages.
    """

    article: Article
    text: ArticleText
    mentions: tuple[Mention, ...]
    hits: tuple[tuple[int, int], ...]
    collections: tuple[str, ...]
    originals: tuple[Original, ...]
    notes: tuple[Note, ...]


def open_article(context: Context, article_id: int, node: Node | None = None) -> Reading:
    """Return an article to be read.

    Args:
        node: the query whose words are to be found in it.

    Raises:
        CuratorError: when there is no such article.
    """
    connection = context.archive.read()
    article = articles.get(connection, article_id)
    text = articles.text(connection, article_id)
    return Reading(
        article,
        text,
        tuple(mentions.of_article(connection, article_id)),
        tuple(hits(text.body, node, languages=texts.languages_of(connection, article, text)))
        if node is not None
        else (),
        tuple(collections.of_article(connection, article_id)),
        tuple(originals.of_article(connection, article_id)),
        tuple(notes.of_article(connection, article_id)),
    )
