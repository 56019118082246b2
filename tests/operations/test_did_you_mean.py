"""Did you mean: what is offered is from the archive, really finds more, and nothing is offered without need."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from curator.archive import articles
from curator.model.revision import Label
from curator.operations import tag
from curator.operations.context import Context
from curator.operations.did_you_mean import did_you_mean
from curator.operations.find import Finder

BODIES = (
    "The library kept its newspapers in the cellar.",
    "A library of Gəncə opened its reading room. The reading room is warm.",
    "The librarian of the library wrote down what was lost in Gəncə.",
    "The mill house stands by the river; the city hall is new.",
    "The city hall of the town burned. The mill house did not.",
)


@pytest.fixture
def finder(context: Context) -> Iterator[Finder]:
    with context.archive.transaction(Label("Add")) as transaction:
        for body in BODIES:
            articles.add(transaction, {"title": None}, body, "test")
    tag.add(context, [2], [("person", "Lucia Bandini"), ("place", "Gəncə")])
    with Finder(context) as opened:
        yield opened


def offered(finder: Finder, query: str) -> list[tuple[str, int]]:
    return [(each.query, each.total) for each in did_you_mean(finder, query, finder.find(query).total)]


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("libary", ("library", 3)),
        ("lirbary", ("library", 3)),
        ("newspappers cellar", ("newspapers cellar", 1)),
        ('"reeding room"', ('"reading room"', 1)),
        ("cityhall", ("city hall", 2)),
        ("libary (riber OR gence)", ("library (river OR gence)", 2)),
        ("ganja library", ("Gəncə library", 2)),
        ("гянджа", ("Gəncə", 2)),
        ('person:"Lucia Bandinni"', ('person:"Lucia Bandini"', 1)),
        ("library person:Bandiny", ('library person:"Lucia Bandini"', 1)),
    ],
)
def test_what_was_meant_comes_first(finder: Finder, query: str, meant: tuple[str, int]) -> None:
    assert offered(finder, query)[0] == meant


def test_a_word_is_offered_as_it_stands_within_sentences(context: Context, finder: Finder) -> None:
    with context.archive.transaction(Label("Add")) as transaction:
        articles.add(transaction, {"title": "Volunteers"}, "Volunteers came. Volunteers left. The volunteers.", "test")
    assert offered(finder, "voluntears") == [("volunteers", 1)]


def test_every_offer_finds_what_it_says_and_more_than_before(finder: Finder) -> None:
    for query in ("libary", "ganja", "mil haus", "cellarr newspaper", "the citty hall"):
        total = finder.find(query).total
        for each in did_you_mean(finder, query, total):
            assert finder.find(each.query).total == each.total > total


def test_nothing_is_offered_without_need(finder: Finder) -> None:
    assert did_you_mean(finder, "library", 3) == []
    assert offered(finder, "xylophone") == []
    assert offered(finder, "mill -libary libary") == []
    assert offered(finder, "zz") == []
    assert offered(finder, "1966") == []
    assert offered(finder, "date:1966") == []


def test_a_rare_word_gives_way_to_a_much_commoner_one_only(context: Context, finder: Finder) -> None:
    with context.archive.transaction(Label("Add")) as transaction:
        articles.add(transaction, {"title": None}, "A misprint: libraly.", "test")
        for number in range(12):
            articles.add(transaction, {"title": None}, f"The library, part {number}.", "test")
    assert offered(finder, "libraly")[0] == ("library", 15)
    assert offered(finder, "librarian") == []


def test_names_are_asked_as_they_are_now(context: Context, finder: Finder) -> None:
    assert offered(finder, "person:Marlowe") == []
    tag.add(context, [1], [("person", "Edith Marlow")])
    assert offered(finder, "person:Marlowe") == [('person:"Edith Marlow"', 1)]
