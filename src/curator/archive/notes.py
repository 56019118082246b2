"""Notes on articles and on passages of them."""

from __future__ import annotations

import sqlite3

from curator.archive.transaction import Transaction
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.note import Note
from curator.model.passage import Passage

_NOTES = """
    SELECT note.id, note.article_id, note.text, note.passage_id, passage.start, passage."end", passage.quote,
        passage.state
    FROM note LEFT JOIN passage ON passage.id = note.passage_id"""


def add(transaction: Transaction, article_id: int, text: str, passage_id: int | None = None) -> int:
    """Add a note to an article, or to a passage of it.

    Returns:
        the id of the note.
    """
    return transaction.insert("note", {"article_id": article_id, "passage_id": passage_id, "text": text})


def set_text(transaction: Transaction, note_id: int, text: str) -> None:
    """Give a note other words."""
    transaction.update("note", note_id, {"text": text})


def remove(transaction: Transaction, note_id: int) -> None:
    """Remove a note; its passage stays."""
    transaction.delete("note", [note_id])


def of_article(connection: sqlite3.Connection, article_id: int) -> list[Note]:
    """Return the notes of an article: those on the whole of it first, then in the order of the text."""
    rows = connection.execute(f"{_NOTES} WHERE note.article_id = ? ORDER BY passage.start, note.id", (article_id,))
    return [_note(row) for row in rows]


def get(connection: sqlite3.Connection, note_id: int) -> Note:
    """Return one note; CuratorError when there is none with this id."""
    row = connection.execute(f"{_NOTES} WHERE note.id = ?", (note_id,)).fetchone()
    if row is None:
        raise CuratorError(_("There is no note %(id)d in this archive.") % {"id": note_id})
    return _note(row)


def _note(row: sqlite3.Row) -> Note:
    note_id, article_id, text, passage_id, start, end, quote, state = row
    passage = None if passage_id is None else Passage(passage_id, article_id, start, end, quote, state)
    return Note(note_id, article_id, passage, text)
