from __future__ import annotations

import pytest

from curator.archive import articles, mentions
from curator.model.revision import Label
from curator.operations import history, passages, tag, tag_many
from curator.operations.context import Context

from .merged_names import merge


@pytest.fixture
def ids(context: Context) -> list[int]:
    with context.archive.transaction(Label("Add")) as transaction:
        return [articles.add(transaction, {"title": title}, "The cellar dried.", "test") for title in ("a", "b", "c")]


def shared(context: Context, ids: list[int]) -> list[tuple[str, int]]:
    return [(each.authority.preferred_name, each.articles) for each in tag_many.shared(context, ids)]


def test_shared_tags_are_counted_with_merges_resolved(context: Context, ids: list[int]) -> None:
    tag.add(context, ids, [("theme", "Flood")])
    tag.add(context, ids[:1], [("person", "L. Bandini"), ("theme", "Paper")])
    tag.add(context, ids[:2], [("person", "Lucia Bandini")])
    merge(context, "Lucia Bandini", "L. Bandini")
    passages.tag_passage(context, ids[2], 4, 10, "place", "Cellar")
    assert shared(context, ids) == [("Flood", 3), ("Lucia Bandini", 2), ("Paper", 1)]
    assert shared(context, []) == []


def test_putting_on_and_taking_off_is_one_act(context: Context, ids: list[int]) -> None:
    tag.add(context, ids[:2], [("theme", "Flood")])
    flood = tag_many.shared(context, ids)[0].authority.id
    tag_many.change(context, ids, [("person", "Owen Marsh"), ("theme", "Drying")], [flood])
    assert shared(context, ids) == [("Drying", 3), ("Owen Marsh", 3)]
    assert str(history.revisions(context, 1)[0].label) == "Change the tags of 3 articles"
    history.undo(context)
    assert shared(context, ids) == [("Flood", 2)]


def test_tags_are_taken_off_an_article_and_its_passages_at_once(context: Context, ids: list[int]) -> None:
    tag.add(context, ids[:1], [("theme", "Flood")])
    passages.tag_passage(context, ids[0], 4, 10, "theme", "Flood")
    passages.tag_passage(context, ids[0], 4, 10, "place", "Cellar")
    read = mentions.of_article(context.archive.read(), ids[0])
    tag_many.take_off(context, [each for each in read if each.authority.preferred_name == "Flood"])
    left = mentions.of_article(context.archive.read(), ids[0])
    assert [each.authority.preferred_name for each in left] == ["Cellar"]
    history.undo(context)
    assert len(mentions.of_article(context.archive.read(), ids[0])) == 3
