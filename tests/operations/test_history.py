from __future__ import annotations

import pytest

from curator.archive import articles
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import authorities, history, tag
from curator.operations.context import Context


def test_undo_and_redo_say_which_act(context: Context) -> None:
    authorities.add(context, "theme", "Floods")
    authorities.add(context, "theme", "Fires")
    for word, label in (("undo", "Add Fires"), ("undo", "Add Floods"), ("redo", "Add Floods"), ("redo", "Add Fires")):
        revision, changes = getattr(history, word)(context)
        assert str(revision.label) == label
        assert changes.ids("authority")
    assert [revision.kind for revision in history.revisions(context)] == ["redo", "redo", "undo", "undo", *["act"] * 3]


def test_revert_takes_one_act_back(context: Context) -> None:
    authorities.add(context, "theme", "Floods")
    floods = history.revisions(context, 1)[0]
    authorities.add(context, "theme", "Fires")
    revision, changes = history.revert(context, floods.id)
    assert (revision.id, revision.stands) == (floods.id, False)
    assert changes.ids("authority") == {1}
    assert [each.authority.preferred_name for each in authorities.listed(context)] == ["Fires"]
    with pytest.raises(CuratorError, match="“Add Floods” was taken back already"):
        history.revert(context, floods.id)


def test_a_name_that_articles_were_tagged_with_later_is_not_taken_away(context: Context) -> None:
    authorities.add(context, "theme", "Floods")
    added = history.revisions(context, 1)[0]
    with context.archive.transaction(Label("Add")) as transaction:
        article_id = articles.add(transaction, {}, "Text", "test 1")
    tag.add(context, [article_id], [("theme", "Floods")])
    with pytest.raises(CuratorError, match="“Add Floods” cannot be taken back: later work stands on it"):
        history.revert(context, added.id)


def test_the_history_of_an_article(context: Context) -> None:
    with context.archive.transaction(Label("Add")) as transaction:
        article_id = articles.add(transaction, {"title": "a"}, "Text", "test 1")
    with context.archive.transaction(Label("Describe")) as transaction:
        transaction.update("article", article_id, {"title": "b"})
    told = [(str(revision.label), change.before) for revision, change in history.of_article(context, article_id)]
    assert told == [("Describe", {"title": "a"}), ("Add", None)]
