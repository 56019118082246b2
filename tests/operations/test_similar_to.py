from __future__ import annotations

from collections.abc import Iterator

import pytest

from curator.archive import articles
from curator.archive.authorities import date_fields
from curator.errors import CuratorError
from curator.model.dates import parse_edtf
from curator.model.revision import Label
from curator.operations import tag, trash
from curator.operations.context import Context
from curator.operations.find import Finder
from curator.operations.similar_to import Similar, similar_to

FLOOD = "The flood took the library's cellar and its newspapers; volunteers carried the volumes to the Drying room."
BODIES = (
    (FLOOD, "1966-11-04"),
    ("After the flood the volumes of newspapers were dried by volunteers in a drying room.", "1966-11-10"),
    ("A bakery opened on the square and sold bread.", "1966-11-05"),
    ("Volunteers planted trees on the square.", "2001"),
    ("The council met about the square and the bread.", None),
)


@pytest.fixture
def finder(context: Context) -> Iterator[Finder]:
    with context.archive.transaction(Label("Add")) as transaction:
        for body, published in BODIES:
            dates = date_fields(parse_edtf(published) if published else None, "published")
            articles.add(transaction, {"title": "Report", **dates}, body, "test")
    tag.add(context, [1, 5], [("person", "Lucia Bandini"), ("theme", "Council")])
    tag.add(context, [1, 2, 3, 4, 5], [("place", "Town")])
    with Finder(context) as opened:
        yield opened


def by_id(found: list[Similar]) -> dict[int, Similar]:
    return {each.article.id: each for each in found}


def test_the_likest_comes_first_and_says_why(finder: Finder) -> None:
    found = similar_to(finder, 1)
    assert found[0].article.id == 2
    assert {"flood", "newspapers", "volumes", "Drying", "room"} <= set(found[0].words)
    assert found[0].days == 6
    assert not {"the", "The", "of", "cellar", "Report"} & set(found[0].words)
    assert sorted((each.score for each in found), reverse=True) == [each.score for each in found]
    assert 1 not in by_id(found)


def test_what_shares_only_names_is_found(finder: Finder) -> None:
    fifth = by_id(similar_to(finder, 1))[5]
    assert fifth.words == () and fifth.days is None
    assert set(fifth.names) == {"Council", "Lucia Bandini", "Town"}
    assert fifth.names[-1] == "Town", "the commonest last"


def test_trashed_ones_are_left_out(context: Context, finder: Finder) -> None:
    trash.trash(context, [2, 5])
    assert not {2, 5} & by_id(similar_to(finder, 1)).keys()
    assert by_id(similar_to(finder, 2))[1].words


def test_limits_and_strangers(finder: Finder) -> None:
    assert len(similar_to(finder, 1, limit=1)) == 1
    with pytest.raises(CuratorError, match="99"):
        similar_to(finder, 99)


def test_an_article_of_no_telling_word_and_no_name(context: Context, finder: Finder) -> None:
    with context.archive.transaction(Label("Add")) as transaction:
        alone = articles.add(transaction, {"title": None}, "Xylophone. 1966.", "test")
    assert similar_to(finder, alone) == []
