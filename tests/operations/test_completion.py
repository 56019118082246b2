from __future__ import annotations

from collections.abc import Callable

import pytest

from curator.archive import articles
from curator.model.revision import Changes, Label
from curator.names.completion import Completer
from curator.operations import authorities, completion, history, tag, trash
from curator.operations.context import Context

from .merged_names import merge, take_out


@pytest.fixture
def known(context: Context) -> Completer:
    """What completes the names of an archive with three articles and three people, before anything is changed."""
    with context.archive.transaction(Label("Add")) as transaction:
        for _number in range(3):
            articles.add(transaction, {}, "A text.", "reader 1")
    for name in ("Lucia Bandini", "L. Bandini", "Anna Bandur"):
        authorities.add(context, "person", name)
    tag.add(context, [1], [("person", "Lucia Bandini")])
    return completion.completer(context)


ACTS: list[Callable[[Context], Changes]] = [
    lambda context: authorities.add(context, "place", "Bandung")[1],
    lambda context: authorities.rename(context, "Anna Bandur", "Anna Bandurova"),
    lambda context: authorities.add_variant(context, "Anna Bandur", "Анна Бандур"),
    lambda context: authorities.remove_variant(context, "Anna Bandurova", "Anna Bandur"),
    lambda context: tag.add(context, [1, 2, 3], [("person", "Anna Bandurova")]),
    lambda context: merge(context, "Lucia Bandini", "L. Bandini"),
    lambda context: tag.add(context, [2], [("person", "L. Bandini")]),
    lambda context: merge(context, "Anna Bandurova", "Lucia Bandini"),
    lambda context: trash.trash(context, [1]),
    lambda context: trash.empty(context),
    lambda context: tag.remove(context, [3], [("person", "Anna Bandurova")]),
    lambda context: take_out(context, "#1"),
    lambda context: take_out(context, "L. Bandini"),
]


def state(completer: Completer) -> list[object]:
    return [completer.complete(typed, limit=50) for typed in ("band", "l b", "бан", "a")]


def test_it_follows_every_change_and_its_undoing(context: Context, known: Completer) -> None:
    for act in ACTS:
        changes = act(context)
        assert changes
        completion.refresh(context, known, changes)
        assert state(known) == state(completion.completer(context))
    for _act in ACTS:
        _revision, changes = history.undo(context)
        completion.refresh(context, known, changes)
        assert state(known) == state(completion.completer(context))


def test_merged_names_stand_for_the_record_they_were_merged_into(context: Context, known: Completer) -> None:
    merge(context, "Lucia Bandini", "L. Bandini")
    tag.add(context, [2], [("person", "L. Bandini")])
    first = completion.completer(context).complete("l ban")[0]
    assert (first.name, first.why, first.articles) == ("Lucia Bandini", "as L. Bandini", 2)
