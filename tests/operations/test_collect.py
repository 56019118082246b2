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


def paths(context: Context) -> list[str]:
    return [found.path for found, _count in collect.listed(context)]


def numbered(context: Context, path: str) -> int:
    return collections.find(context.archive.read(), path).id


def test_collections_are_made_renamed_and_removed_with_what_lies_in_them(context: Context, ids: list[int]) -> None:
    collect.create(context, "Letters / 1936")
    collect.put(context, "Letters / 1936", ids)
    collect.rename(context, numbered(context, "Letters"), " Post ")
    assert paths(context) == ["Post", "Post / 1936"]
    collect.remove(context, numbered(context, "Post"))
    assert newest(context) == "Remove the collection Post"
    assert paths(context) == []
    assert articles.all_ids(context.archive.read()) == ids
    history.undo(context)
    assert inside(context, "Post / 1936") == ids


def test_collections_are_moved_into_others_and_among_their_neighbours(context: Context) -> None:
    for path in ("A", "B", "C", "A / x"):
        collect.create(context, path)
    collect.move(context, numbered(context, "C"), None, 0)
    assert paths(context) == ["C", "A", "A / x", "B"]
    collect.move(context, numbered(context, "C"), numbered(context, "A"), 0)
    assert paths(context) == ["A", "A / C", "A / x", "B"]
    history.undo(context)
    history.undo(context)
    assert paths(context) == ["A", "A / x", "B", "C"]


def test_what_cannot_be_done_to_a_collection_is_refused(context: Context) -> None:
    collect.create(context, "A / B")
    collect.create(context, "A / C")
    with pytest.raises(CuratorError, match="“A” cannot lie in itself"):
        collect.move(context, numbered(context, "A"), numbered(context, "B"), 0)
    with pytest.raises(CuratorError, match="a collection “C” there already"):
        collect.rename(context, numbered(context, "B"), "C")
    with pytest.raises(CuratorError, match="cannot be the title"):
        collect.rename(context, numbered(context, "B"), "x / y")
    with pytest.raises(CuratorError, match="a collection “A / B” already"):
        collect.create(context, "A / B")
    with pytest.raises(CuratorError, match="no collection 99"):
        collect.remove(context, 99)
    assert paths(context) == ["A", "A / B", "A / C"]
