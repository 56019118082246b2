from __future__ import annotations

import pytest

from curator.archive import articles, mentions
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import authorities as names
from curator.operations import describe, history, suggesting, suggestions, tag_mentions, text_versions
from curator.operations.context import Context

from .record_states import state_of

BODIES = (
    "Kamal Orluyevin məktubu. Orluyev onu 1966-cı ildə yazmışdı.",
    "Orluyev Kamal kitabxanada.",
    "Deputat Orluyev danışdı.",
    "Kitabxana bağlıdır.",
)


@pytest.fixture
def letters(context: Context) -> Context:
    """Four articles, and two people of one surname, so that the surname alone is doubtful."""
    with context.archive.transaction(Label("Add")) as transaction:
        for body in BODIES:
            articles.add(transaction, {"language": "az"}, body, "reader 1")
    names.add(context, "person", "Kamal Orluyev")
    names.add(context, "person", "Rəşid Orluyev")
    return context


def test_a_preview_tells_sure_and_doubtful_places_apart(letters: Context) -> None:
    found = tag_mentions.preview(letters, 1)
    assert (found.name, found.count, found.doubtful_count) == ("Kamal Orluyev", 3, 1)
    assert (set(found.places), set(found.doubtful)) == ({1, 2}, {3})
    assert [(each.article_id, each.words) for each in found.contexts] == [(2, "Orluyev Kamal"), (1, "Kamal Orluyevin")]
    assert [each.before for each in found.doubtful_contexts] == ["Deputat "]


def test_examples_are_of_the_newest_articles(letters: Context) -> None:
    for article_id, published in ((1, "1990"), (2, "1966")):
        describe.describe(letters, [article_id], {"published": published})
    assert [each.article_id for each in tag_mentions.preview(letters, 1).contexts] == [1, 2]
    assert [each.article_id for each in tag_mentions.preview(letters, 1, examples=1).contexts] == [1]


def test_all_mentions_are_tagged_and_taken_back_in_one_act(letters: Context) -> None:
    before = state_of(letters.archive.read())
    changes = tag_mentions.apply(letters, tag_mentions.preview(letters, 1))
    assert len(changes.ids("mention")) == 3
    after = state_of(letters.archive.read())
    history.undo(letters)
    assert state_of(letters.archive.read()) == before
    history.redo(letters)
    assert state_of(letters.archive.read()) == after
    with pytest.raises(CuratorError, match="not suggested anywhere"):
        tag_mentions.apply(letters, tag_mentions.preview(letters, 1))
    assert len(tag_mentions.apply(letters, tag_mentions.preview(letters, 1), with_doubtful=True).ids("mention")) == 1


def test_only_some_articles(letters: Context) -> None:
    assert set(tag_mentions.preview(letters, 1, [2, 3]).places) == {2}
    assert set(tag_mentions.preview(letters, 1, query="kitabxanada").places) == {2}
    assert tag_mentions.preview(letters, 1, query="danışdı").count == 0


def test_what_was_rejected_or_edited_is_passed_over(letters: Context) -> None:
    first = suggesting.of_article(letters, 1)[0]
    suggestions.reject(letters, [first])
    found = tag_mentions.preview(letters, 1)
    assert found.places == {1: [(25, 32)], 2: [(0, 13)]}
    text_versions.edit(letters, 2, "Bağlıdır.")
    tag_mentions.apply(letters, found)
    assert [len(mentions.of_article(letters.archive.read(), each)) for each in (1, 2, 3)] == [1, 0, 0]
