"""The trash: articles put away, taken out again, or deleted with everything that hangs on them."""

from __future__ import annotations

from collections.abc import Sequence

from curator.archive import articles
from curator.archive.removal import remove_articles
from curator.i18n import N_
from curator.model.article import Article
from curator.model.revision import Changes, Label
from curator.operations.context import Context
from curator.operations.tag import require


def trash(context: Context, article_ids: Sequence[int]) -> Changes:
    """Put articles into the trash: lists and searches leave them out, everything on them stays.

    Raises:
        CuratorError: when an article does not exist.
    """
    label = Label(N_("Put an article into the trash"), {"n": len(article_ids)}, N_("Put %(n)d articles into the trash"))
    return _set(context, article_ids, 1, label)


def restore(context: Context, article_ids: Sequence[int]) -> Changes:
    """Take articles out of the trash; those that are not in it stay as they are.

    Raises:
        CuratorError: when an article does not exist.
    """
    label = Label(
        N_("Take an article out of the trash"), {"n": len(article_ids)}, N_("Take %(n)d articles out of the trash")
    )
    return _set(context, article_ids, 0, label)


def listed(context: Context) -> list[Article]:
    """Return the articles in the trash."""
    connection = context.archive.read()
    return list(articles.get_many(connection, articles.all_ids(connection, trashed=True)))


def empty(context: Context) -> Changes:
    """Delete the articles in the trash with their texts, tags, passages and places in collections.

    Names stay, also those that no article is tagged with now. The original files stay on the disk. Can be undone.
    """
    ids = [article.id for article in listed(context)]
    label = Label(N_("Empty the trash: one article"), {"n": len(ids)}, N_("Empty the trash: %(n)d articles"))
    with context.archive.transaction(label) as transaction:
        # What another process has taken out meanwhile is not deleted.
        remove_articles(transaction, [each for each in ids if articles.get(transaction.connection, each).trashed])
    return transaction.changes


def _set(context: Context, article_ids: Sequence[int], trashed: int, label: Label) -> Changes:
    require(context, article_ids)
    with context.archive.transaction(label) as transaction:
        for article_id in article_ids:
            transaction.update("article", article_id, {"trashed": trashed})
    return transaction.changes
