from __future__ import annotations

import pytest

from curator.archive import articles, collections
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import collect, history
from curator.operations.context import Context


@pytest.fixture
def ids(context: Context) -> list[int]:
    with context.archive.transaction(Label("Add")) as transaction:
        return [articles.add(transaction, {"title": title}, "Text", "test 1") for title in ("a", "b", "c")]


def inside(context: Context, path: str) -> list[int]:
    return collections.items(context.archive.read(), collections.find(context.archive.read(), path).id)


def newest(context: Context) -> str:
    return str(history.revisions(context, 1)[0].label)


def test_articles_are_put_in_and_taken_out(context: Context, ids: list[int]) -> None:
    collect.put(context, "Fires and floods / Florence 1966", [ids[2], ids[0]])
    assert newest(context) == "Put 2 articles into Fires and floods / Florence 1966"
    assert inside(context, "florence 1966") == [ids[2], ids[0]]
    assert [(found.path, count) for found, count in collect.listed(context)] == [
        ("Fires and floods", 2),
        ("Fires and floods / Florence 1966", 2),
    ]
    collect.take_out(context, "Florence 1966", [ids[0], ids[1]])
    assert newest(context) == "Take 2 articles out of Fires and floods / Florence 1966"
    assert inside(context, "Florence 1966") == [ids[2]]
    assert articles.all_ids(context.archive.read()) == ids


def test_what_is_in_already_is_no_act(context: Context, ids: list[int]) -> None:
    assert collect.put(context, "Letters", ids)
    assert not collect.put(context, "Letters", ids[:1])
    assert collect.take_out(context, "Letters", ids[:1])
    assert not collect.take_out(context, "Letters", ids[:1])


def test_an_article_or_a_collection_that_is_not_there(context: Context, ids: list[int]) -> None:
    with pytest.raises(CuratorError, match="There is no article 99"):
        collect.put(context, "Letters", [ids[0], 99])
    assert collect.listed(context) == []
    with pytest.raises(CuratorError, match="There is no collection “Letters”"):
        collect.take_out(context, "Letters", ids)


def test_undo_takes_a_new_collection_away_with_what_is_in_it(context: Context, ids: list[int]) -> None:
    collect.put(context, "Letters / 1936", ids)
    history.undo(context)
    assert collect.listed(context) == []
    history.redo(context)
    assert inside(context, "1936") == ids
