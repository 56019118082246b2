"""The words of the index, against counting in the texts."""

from __future__ import annotations

import numpy as np
import pytest

from curator.search import Near, OneOf, Phrase, Word, hits
from curator.search.index_words import IndexWords
from curator.search.nodes import TextNode

from .conftest import Fill

TEXTS = (
    ("Old mill", "The old mill stands by the old bridge, old mill."),
    ("Mills", "Milk and mills; milled."),
    ("Bridge", "A bridge. The old bridge mill."),
)


def test_words_with_how_many_articles_hold_them(fill: Fill) -> None:
    def ask(known: IndexWords) -> None:
        assert known.count == 3
        assert [known.articles_with(word) for word in ("old", "mill", "xylophone")] == [2, 2, 0]
        assert known.beginning("mil") == {"milk": 1, "mill": 2, "milled": 1, "mills": 1}
        assert known.like("mils", 1) == {"mill": 2, "mills": 1, "milk": 1}

    fill(*TEXTS).words(ask)


@pytest.mark.parametrize(
    "node",
    [
        Word("mill"),
        Word("none"),
        Phrase(("old", "mill")),
        OneOf(("mill", "mills", "milk", "none")),
        Near((Word("old"), OneOf(("mill", "bridge"))), 0, True),
    ],
)
def test_places_are_those_that_are_highlighted(fill: Fill, node: TextNode) -> None:
    ids, places = fill(*TEXTS).words(lambda known: known.holders(node))
    expected = {
        number: count
        for number, (title, body) in enumerate(TEXTS, 1)
        if (count := len(hits(title, node, title=True)) + len(hits(body, node)))
    }
    assert dict(zip(ids.tolist(), places.tolist(), strict=True)) == expected
    assert ids.dtype == np.int64
