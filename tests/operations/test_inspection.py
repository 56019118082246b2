from __future__ import annotations

from curator.archive import articles
from curator.model.revision import Label
from curator.operations import collect, describe, notes, trash
from curator.operations.context import Context
from curator.operations.inspection import inspect


def add(context: Context, *titles: str) -> list[int]:
    with context.archive.transaction(Label("Add")) as transaction:
        return [articles.add(transaction, {"title": title}, "The cellar dried.", "test") for title in titles]


def test_what_many_share_and_what_differs(context: Context) -> None:
    ids = add(context, "a", "b", "c")
    describe.describe(context, ids, {"publication": "Library Courier"})
    describe.describe(context, ids[:1], {"language": "en"})
    collect.put(context, "Letters / 1936", ids[:2])
    found = inspect(context, ids)
    assert found.values["publication"] == "Library Courier"
    assert found.several == {"title", "language"}
    assert (found.values["title"], found.values["byline"]) == (None, None)
    assert found.collections == (("Letters / 1936", 2),)
    assert (found.notes, found.acts) == ((), ())


def test_one_article_is_told_with_its_notes_and_its_past(context: Context) -> None:
    ids = add(context, "a")
    notes.add(context, ids[0], "Which week?")
    trash.trash(context, ids)
    found = inspect(context, ids)
    assert [note.text for note in found.notes] == ["Which week?"]
    assert [str(act.revision.label) for act in found.acts] == [
        "Put an article into the trash",
        "Note on an article",
        "Add",
    ]


def test_what_is_gone_is_passed_over(context: Context) -> None:
    ids = add(context, "a")
    assert inspect(context, [*ids, 99]).ids == tuple(ids)
    assert inspect(context, []).values["title"] is None
