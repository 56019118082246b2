from __future__ import annotations

import pytest

from curator.archive import articles, authorities, mentions
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import authorities as names
from curator.operations import history, tag
from curator.operations.context import Context


@pytest.fixture
def ids(context: Context) -> list[int]:
    with context.archive.transaction(Label("Add")) as transaction:
        return [articles.add(transaction, {"title": title}, "Text", "test 1") for title in ("a", "b", "c")]


def tags(context: Context, article_id: int) -> list[tuple[str, str]]:
    found = mentions.of_article(context.archive.read(), article_id)
    return [(mention.authority.kind, mention.authority.preferred_name) for mention in found]


def newest(context: Context) -> str:
    return str(history.revisions(context, 1)[0].label)


def test_tagging_makes_the_records_that_are_not_there(context: Context, ids: list[int]) -> None:
    names.add(context, "person", "Lucia Bandini")
    changes = tag.add(context, ids[:2], [("person", "LUCIA  BANDINI"), ("theme", " Reading\nrooms ")])
    assert tags(context, ids[0]) == [("person", "Lucia Bandini"), ("theme", "Reading rooms")]
    assert len(changes.ids("authority")) == 1
    assert len(changes.ids("mention")) == 4
    assert newest(context) == "Tag 2 articles with Lucia Bandini, Reading rooms"


def test_the_same_name_of_two_kinds_is_two_records(context: Context, ids: list[int]) -> None:
    tag.add(context, ids[:1], [("person", "Florence"), ("place", "Florence"), ("person", "florence")])
    assert tags(context, ids[0]) == [("person", "Florence"), ("place", "Florence")]
    assert newest(context).startswith("Tag an article with")


def test_a_new_name_given_twice_is_one_record(context: Context, ids: list[int]) -> None:
    tag.add(context, ids[:1], [("theme", "Floods"), ("theme", "FLOODS")])
    assert [each.authority.preferred_name for each in names.listed(context)] == ["Floods"]


def test_an_article_that_is_not_there_stops_all(context: Context, ids: list[int]) -> None:
    for operation in (tag.add, tag.remove):
        with pytest.raises(CuratorError, match="There is no article 77, 99") as caught:
            operation(context, [ids[0], 77, 99], [("theme", "Floods")])
        assert "Nothing was changed" in caught.value.hint
    assert names.listed(context) == []


def test_a_name_that_several_are_known_by_is_asked_back(context: Context, ids: list[int]) -> None:
    names.add(context, "person", "Lucia Bandini", ("L. B.",))
    names.add(context, "person", "Laura Benti")
    names.add_variant(context, "Laura Benti", "L. B.")
    with pytest.raises(CuratorError, match=r"Several records are known as “L\. B\.”"):
        tag.add(context, ids, [("theme", "Floods"), ("person", "L. B.")])
    assert tags(context, ids[0]) == []
    tag.add(context, ids[:1], [("person", "#2")])
    assert tags(context, ids[0]) == [("person", "Laura Benti")]


def test_a_name_that_is_none_changes_nothing(context: Context, ids: list[int]) -> None:
    with pytest.raises(CuratorError, match="is not a name"):
        tag.add(context, ids, [("theme", "Floods"), ("person", "—")])
    assert names.listed(context) == []


def test_tags_are_taken_off_and_the_records_stay(context: Context, ids: list[int]) -> None:
    tag.add(context, ids, [("theme", "Floods")])
    tag.remove(context, ids[:2], [("theme", "floods")])
    assert [tags(context, article_id) for article_id in ids] == [[], [], [("theme", "Floods")]]
    assert newest(context) == "Remove Floods from 2 articles"
    assert authorities.listed(context.archive.read())[0].articles == 1
    assert not tag.remove(context, ids[:2], [("theme", "floods")])
    with pytest.raises(CuratorError, match="No record is known as “Fires”"):
        tag.remove(context, ids, [("theme", "Fires")])
