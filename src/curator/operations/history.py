"""What was done, and taking it back."""

from __future__ import annotations

from curator.archive import articles, history
from curator.archive import undo as history_undo
from curator.model.revision import Change, Changes, Revision
from curator.operations.context import Context


def revisions(context: Context, limit: int = 100) -> list[Revision]:
    """Return the newest acts, newest first."""
    return history.revisions(context.archive.read(), limit)


def of_article(context: Context, article_id: int) -> list[tuple[Revision, Change]]:
    """Return who changed the description of an article, newest first; also of one whose import was taken back.

    Raises:
        CuratorError: when there was no such article, or it was erased for good: then when, by whom and why.
    """
    connection = context.archive.read()
    found = list(history.of_record(connection, "article", article_id))
    if not found:
        raise articles.absent(connection, article_id)
    return found


def undo(context: Context) -> tuple[Revision, Changes]:
    """Take back the newest act; CuratorError when there is none, or later work stands on it."""
    changes, revision_id = context.archive.undo()
    return history.revision(context.archive.read(), revision_id), changes


def redo(context: Context) -> tuple[Revision, Changes]:
    """Bring back what the last undo took back; CuratorError when there is nothing."""
    changes, revision_id = context.archive.redo()
    return history.revision(context.archive.read(), revision_id), changes


def revert(context: Context, revision_id: int) -> tuple[Revision, Changes]:
    """Take back one act, however old; CuratorError when later work changed the same fields."""
    changes = context.archive.revert(revision_id)
    return history.revision(context.archive.read(), revision_id), changes


def next_undo(context: Context) -> Revision | None:
    """Return the act that undo would take back now."""
    return _candidate(context, "undo")


def next_redo(context: Context) -> Revision | None:
    """Return the undo that redo would take back now."""
    return _candidate(context, "redo")


def _candidate(context: Context, kind: str) -> Revision | None:
    connection = context.archive.read()
    found = history_undo.candidate(connection, kind)
    return None if found is None else history.revision(connection, found)
