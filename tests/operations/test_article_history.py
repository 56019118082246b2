from __future__ import annotations

import pytest

from curator.archive import articles
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import article_history, collect, describe, history, notes, tag
from curator.operations.context import Context


@pytest.fixture
def article(context: Context) -> int:
    with context.archive.transaction(Label("Add")) as transaction:
        return articles.add(transaction, {"title": "Cellar"}, "The cellar dried.", "test")


def told(context: Context, article: int) -> list[tuple[str, list[tuple[str, str | None, str | None]]]]:
    return [
        (str(act.revision.label), [(each.field, each.before, each.after) for each in act.fields])
        for act in article_history.acts(context, article)
    ]


def test_each_act_tells_what_was_before_and_after(context: Context, article: int) -> None:
    describe.describe(context, [article], {"title": "The cellar"})
    describe.describe(context, [article], {"title": None, "language": "en"})
    assert told(context, article) == [
        ("Describe an article: title, language", [("title", "The cellar", None), ("language", None, "en")]),
        ("Describe an article: title", [("title", "Cellar", "The cellar")]),
        ("Add", []),
    ]


def test_tags_notes_and_collections_are_told_also_when_they_are_gone(context: Context, article: int) -> None:
    tag.add(context, [article], [("theme", "Flood")])
    tag.remove(context, [article], [("theme", "Flood")])
    notes.add(context, article, "Which week?")
    collect.put(context, "Letters", [article])
    labels = [label for label, _fields in told(context, article)]
    assert labels[:4] == [
        "Put an article into Letters",
        "Note on an article",
        "Remove Flood from an article",
        "Tag an article with Flood",
    ]
    assert labels[-1] == "Add"


def test_an_undo_is_told_too(context: Context, article: int) -> None:
    describe.describe(context, [article], {"title": "The cellar"})
    history.undo(context)
    assert [fields for _label, fields in told(context, article)][:2] == [
        [("title", "The cellar", "Cellar")],
        [("title", "Cellar", "The cellar")],
    ]
    with pytest.raises(CuratorError):
        article_history.acts(context, 99)
