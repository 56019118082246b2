"""Collections: put articles in, take them out."""

from __future__ import annotations

from collections.abc import Sequence

from curator.archive import collections
from curator.i18n import N_
from curator.model.collection import Collection
from curator.model.revision import Changes, Label
from curator.operations.context import Context
from curator.operations.tag import require


def put(context: Context, path: str, article_ids: Sequence[int]) -> Changes:
    """Put articles into the collection at `path` ("Fires and floods / Florence 1966"), making it when it is new.

    Raises:
        CuratorError: when an article does not exist, or `path` is empty.
    """
    require(context, article_ids)
    label = Label(
        N_("Put an article into %(name)s"),
        {"n": len(article_ids), "name": path},
        N_("Put %(n)d articles into %(name)s"),
    )
    with context.archive.transaction(label) as transaction:
        collections.put(transaction, collections.add(transaction, path), article_ids)
    return transaction.changes


def take_out(context: Context, path: str, article_ids: Sequence[int]) -> Changes:
    """Take articles out of a collection; they stay in the archive."""
    require(context, article_ids)
    found = collections.find(context.archive.read(), path)
    label = Label(
        N_("Take an article out of %(name)s"),
        {"n": len(article_ids), "name": found.path},
        N_("Take %(n)d articles out of %(name)s"),
    )
    with context.archive.transaction(label) as transaction:
        collections.take_out(transaction, found.id, article_ids)
    return transaction.changes


def listed(context: Context) -> list[tuple[Collection, int]]:
    """Return all collections with the number of articles in each and below it."""
    connection = context.archive.read()
    return [(found, len(collections.items_below(connection, found.id))) for found in collections.listed(connection)]
