"""Collections: make, rename, move and remove them; put articles in, take them out."""

from __future__ import annotations

from collections.abc import Sequence

from curator.archive import collections
from curator.errors import CuratorError
from curator.i18n import N_, _
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


def create(context: Context, path: str) -> Changes:
    """Make an empty collection, and those it lies in; CuratorError when `path` is empty or there is one already."""
    with context.archive.transaction(Label(N_("New collection %(name)s"), {"name": path})) as transaction:
        before = {found.id for found in collections.listed(transaction.connection)}
        if collections.add(transaction, path) in before:
            raise CuratorError(
                _("There is a collection “%(name)s” already.") % {"name": path}, _("Give another title.")
            )
    return transaction.changes


def rename(context: Context, collection_id: int, title: str) -> Changes:
    """Give a collection another title; CuratorError when it is empty, or taken by one beside it."""
    found = collections.get(context.archive.read(), collection_id)
    label = Label(N_("Rename the collection %(old)s to %(new)s"), {"old": found.path, "new": title})
    with context.archive.transaction(label) as transaction:
        collections.rename(transaction, collection_id, title)
    return transaction.changes


def remove(context: Context, collection_id: int) -> Changes:
    """Remove a collection with those that lie in it; the articles stay in the archive."""
    found = collections.get(context.archive.read(), collection_id)
    with context.archive.transaction(Label(N_("Remove the collection %(name)s"), {"name": found.path})) as transaction:
        collections.remove(transaction, collection_id)
    return transaction.changes


def move(context: Context, collection_id: int, parent_id: int | None, place: int) -> Changes:
    """Put a collection into another one (None: outermost), or elsewhere among its neighbours.

    Args:
        place: which part of that one it becomes, from 0.

    Raises:
        CuratorError: when there is no such collection, it would lie in itself, or its title is taken there.
    """
    found = collections.get(context.archive.read(), collection_id)
    with context.archive.transaction(Label(N_("Move the collection %(name)s"), {"name": found.path})) as transaction:
        collections.move(transaction, collection_id, parent_id, place)
    return transaction.changes


def listed(context: Context) -> list[tuple[Collection, int]]:
    """Return all collections with the number of articles in each and below it."""
    connection = context.archive.read()
    return [(found, len(collections.items_below(connection, found.id))) for found in collections.listed(connection)]
