"""Upkeep: what is derived is made anew."""

from __future__ import annotations

from curator.archive import outbox, preservation
from curator.errors import CuratorError
from curator.i18n import _
from curator.operations.context import Context
from curator.operations.indexing import Indexer


def reindex(context: Context) -> int:
    """Make the search index anew, while the old one serves.

    Returns:
        the number of articles in it.

    Raises:
        CuratorError: when another process keeps the index, or this one's process ended over it.
    """
    with Indexer(context.archive) as indexer:
        if not indexer.drain(anew=True):
            raise CuratorError(
                _("The search index could not be made anew."),
                _("Another program may be working on it. Close it and try again."),
            )
    number = len(outbox.indexable(context.archive.read()))
    if context.archive.writable:
        event = preservation.Event("index rebuild", context.archive.actor, detail=f"{number} articles")
        context.archive.derived((preservation.INSERT, [event.row()]))
    return number
