"""The text of an article in versions. None is ever overwritten; the article names the one in use."""

from __future__ import annotations

import sqlite3
from typing import Literal

from curator.archive import articles
from curator.archive.articles import body_hash
from curator.archive.transaction import Transaction, require_text
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.article import Article, ArticleText
from curator.model.text_version import TextVersion
from curator.text.paragraph_languages import unpacked

_FIELDS = "id, article_id, version, made_by, body_hash, body"


def versions(connection: sqlite3.Connection, article_id: int) -> list[TextVersion]:
    """Return the versions of an article's text, the oldest first.

    Raises:
        CuratorError: when there is no such article.
    """
    in_use = articles.get(connection, article_id).text_id
    rows = connection.execute(
        """
        SELECT id, version, based_on, made_by, body_hash, length(body) AS length
        FROM article_text WHERE article_id = ? ORDER BY id""",
        (article_id,),
    )
    return [
        TextVersion(
            number,
            row["id"],
            row["version"],
            row["based_on"],
            row["made_by"],
            row["body_hash"],
            row["length"],
            row["id"] == in_use,
        )
        for number, row in enumerate(rows, 1)
    ]


def numbered(connection: sqlite3.Connection, article_id: int, number: int) -> ArticleText:
    """Return version `number` of an article's text.

    Raises:
        CuratorError: when there is no such article or version.
    """
    found = versions(connection, article_id)
    if not 1 <= number <= len(found):
        raise CuratorError(
            _("Article %(id)d has no version %(number)d of its text.") % {"id": article_id, "number": number},
            _("Its versions: curator text ARCHIVE %(id)d --versions") % {"id": article_id},
        )
    row = connection.execute(f"SELECT {_FIELDS} FROM article_text WHERE id = ?", (found[number - 1].text_id,))
    return ArticleText(*row.fetchone())


def with_hash(connection: sqlite3.Connection, article_id: int, digest: str) -> ArticleText | None:
    """Return the version of an article's text whose body has this SHA-256 (hex), the oldest of several, or None."""
    row = connection.execute(
        f"SELECT {_FIELDS} FROM article_text WHERE body_hash = ? AND article_id = ? ORDER BY id LIMIT 1",
        (digest, article_id),
    ).fetchone()
    return ArticleText(*row) if row else None


def languages(connection: sqlite3.Connection, text: ArticleText) -> frozenset[str]:
    """Return the languages of the paragraphs of a text (BCP 47); empty where all have that of the article."""
    row = connection.execute("SELECT languages FROM article_text WHERE id = ?", (text.id,)).fetchone()
    return frozenset(unpacked(row[0] if row else None)) - {""}


def all_languages(of_article: str | None, of_paragraphs: str | None) -> frozenset[str]:
    """Return the languages of an article and its paragraphs, from the columns that hold them."""
    return frozenset((of_article or "", *unpacked(of_paragraphs))) - {""}


def languages_of(connection: sqlite3.Connection, article: Article, text: ArticleText) -> frozenset[str]:
    """Return the languages of an article and of the paragraphs of its text (BCP 47)."""
    return languages(connection, text) | ({article.language} if article.language else set())


def add(
    transaction: Transaction, article_id: int, body: str, made_by: str, version: Literal["cleaned", "edited"] = "edited"
) -> ArticleText:
    """Add a version that is based on the one in use; it is not in use itself yet.

    A body that the article has had already is not stored twice.

    Args:
        body: the text, NFC, LF.
        made_by: the person, or the program and its version.

    Raises:
        CuratorError: when it holds what is not text.
    """
    require_text({"text": body})
    digest = body_hash(body)
    there = with_hash(transaction.connection, article_id, digest)
    if there:
        return there
    based_on = articles.get(transaction.connection, article_id).text_id
    text_id = transaction.insert(
        "article_text",
        {
            "article_id": article_id,
            "version": version,
            "based_on": based_on,
            "made_by": made_by,
            "body_hash": digest,
            "body": body,
        },
    )
    return ArticleText(text_id, article_id, version, made_by, digest, body)


def use(transaction: Transaction, text: ArticleText) -> None:
    """Make a version the one in use. The passages are to be carried over in the same transaction."""
    transaction.update("article", text.article_id, {"text_id": text.id})
