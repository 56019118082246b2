"""Articles tagged with a name that was asked for come first."""

from __future__ import annotations

import pytest

from curator.operations import tag
from curator.operations.context import Context
from curator.operations.find import Finder

from ..archive.samples import add_articles


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("catalogue", 1),
        ("reading room", 3),
        ('"reading room"', 3),
        ("the reading room opens", 3),
        ("catalogue OR doors", 2),
        ("room OR catalogue -shelves", 1),
    ],
)
def test_a_tag_weighs_more_than_words(context: Context, query: str, first: int) -> None:
    ids = add_articles(context.archive, "A", "B", "C")
    tag.add(context, [ids[2]], [("place", "Reading Room")])
    tag.add(context, [ids[1]], [("theme", "Doors")])
    with Finder(context) as finder:
        found = finder.find(query).ids.tolist()
    assert found[0] == ids[first - 1]
