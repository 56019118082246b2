from __future__ import annotations

import pytest

from curator.archive import articles
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import history, notes, passages
from curator.operations.context import Context


@pytest.fixture
def article(context: Context) -> int:
    with context.archive.transaction(Label("Add")) as transaction:
        return articles.add(transaction, {"title": "Cellar"}, "The cellar opens on Monday.", "test 1")


def seen(context: Context, article: int) -> list[tuple[str, str | None]]:
    return [(note.text, note.passage and note.passage.quote) for note in notes.of_article(context, article)]


def test_notes_on_an_article_and_on_a_passage(context: Context, article: int) -> None:
    notes.add(context, article, "Which week?", (20, 26))
    notes.add(context, article, " Compare the minutes.\r\n")
    assert seen(context, article) == [("Compare the minutes.", None), ("Which week?", "Monday")]


def test_a_note_is_removed_and_its_passage_stays(context: Context, article: int) -> None:
    note_id, changes = notes.add(context, article, "Which week?", (20, 26))
    assert changes.ids("note") == {note_id}
    notes.remove(context, note_id)
    assert seen(context, article) == []
    assert [passage.quote for passage in passages.of_article(context, article)] == ["Monday"]


def test_undo_and_redo(context: Context, article: int) -> None:
    notes.add(context, article, "Which week?", (20, 26))
    history.undo(context)
    assert seen(context, article) == []
    assert passages.of_article(context, article) == []
    history.redo(context)
    assert seen(context, article) == [("Which week?", "Monday")]


def test_what_cannot_be_noted_is_refused(context: Context, article: int) -> None:
    with pytest.raises(CuratorError, match="note is empty"):
        notes.add(context, article, " \n")
    with pytest.raises(CuratorError, match="has no words from 90 to 95"):
        notes.add(context, article, "x", (90, 95))
    with pytest.raises(CuratorError):
        notes.add(context, 99, "x")
    with pytest.raises(CuratorError, match="no note 7"):
        notes.remove(context, 7)
    assert seen(context, article) == []


def test_a_note_is_given_other_words(context: Context, article: int) -> None:
    note_id, _changes = notes.add(context, article, "Which week?")
    notes.edit(context, note_id, " The second week.\r\n")
    assert seen(context, article) == [("The second week.", None)]
    with pytest.raises(CuratorError, match="note is empty"):
        notes.edit(context, note_id, "  ")
    history.undo(context)
    assert seen(context, article) == [("Which week?", None)]
