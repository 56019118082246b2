"""Notes on articles and on passages of them."""

from __future__ import annotations

from curator.archive import articles, notes, passages
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.note import Note
from curator.model.revision import Changes, Label
from curator.operations.context import Context
from curator.text.plain import normalise


def add(context: Context, article_id: int, text: str, place: tuple[int, int] | None = None) -> tuple[int, Changes]:
    """Add a note to an article, or to a passage of the text in use.

    Args:
        place: start and end of the passage in code points, end excluded.

    Returns:
        the id of the note, and what was touched.

    Raises:
        CuratorError: when there is no such article, the text has no words there, or the note is empty.
    """
    articles.get(context.archive.read(), article_id)
    text = _written(text)
    label = Label(N_("Note on a passage of an article") if place else N_("Note on an article"))
    with context.archive.transaction(label) as transaction:
        passage_id = passages.add(transaction, article_id, *place) if place else None
        note_id = notes.add(transaction, article_id, text, passage_id)
    return note_id, transaction.changes


def edit(context: Context, note_id: int, text: str) -> Changes:
    """Give a note other words; CuratorError when there is no such note, or there are none."""
    notes.get(context.archive.read(), note_id)
    text = _written(text)
    with context.archive.transaction(Label(N_("Edit a note"))) as transaction:
        notes.set_text(transaction, note_id, text)
    return transaction.changes


def remove(context: Context, note_id: int) -> Changes:
    """Remove a note; the passage it stood at stays. CuratorError when there is no such note."""
    notes.get(context.archive.read(), note_id)
    with context.archive.transaction(Label(N_("Remove a note"))) as transaction:
        notes.remove(transaction, note_id)
    return transaction.changes


def of_article(context: Context, article_id: int) -> list[Note]:
    """Return the notes of an article: those on the whole of it first, then in the order of the text.

    Raises:
        CuratorError: when there is no such article.
    """
    connection = context.archive.read()
    articles.get(connection, article_id)
    return notes.of_article(connection, article_id)


def _written(text: str) -> str:
    text = normalise(text).strip()
    if not text:
        raise CuratorError(_("The note is empty."), _("Nothing was changed."))
    return text
