"""Finding with a finder that stays open: it sees what was done since, and its orders, filters and facets fit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from curator.archive import Archive
from curator.archive.authorities import date_fields
from curator.errors import Cancelled, CuratorError
from curator.model.dates import parse_edtf
from curator.operations import collect, find, history, tag, upkeep
from curator.operations.context import Context
from curator.operations.find import Finder
from curator.search import Filters, Selection

from ..archive.samples import add_articles, describe


@pytest.fixture
def filled(context: Context) -> Context:
    """Four articles: Anna on 1 and 2, Gəncə on 2, the third in a collection, the fourth in the trash."""
    archive = context.archive
    ids = add_articles(archive, "Shelf 10", "Shelf 9", "Şəhər", "Gone")
    for article_id, date in ((1, "1967"), (2, "1966-05"), (3, "196X")):
        describe(archive, article_id, published=date, **bounds(date))
    describe(archive, 4, trashed=1)
    tag.add(context, ids[:2], [("person", "Anna")])
    tag.add(context, [ids[1], ids[3]], [("place", "Gəncə")])
    collect.put(context, "Boxes / 7", ids[2:3])
    return context


@pytest.fixture
def finder(filled: Context) -> Iterator[Finder]:
    with Finder(filled) as opened:
        yield opened


def bounds(date: str) -> dict[str, object]:
    return {name: value for name, value in date_fields(parse_edtf(date), "published").items() if name != "published"}


def test_every_search_sees_what_was_done_since(filled: Context, finder: Finder) -> None:
    assert finder.find("catalogue", "accession").ids.tolist() == [1, 2, 3]
    tag.add(filled, [3], [("person", "Anna")])
    assert finder.find("catalogue person:anna", "accession").ids.tolist() == [1, 2, 3]
    history.undo(filled)
    with Archive.open(filled.archive.folder.path) as other:
        add_articles(other, "Further")
        describe(other, 1, trashed=1)
    assert finder.find("catalogue", "accession").ids.tolist() == [2, 3, 5]
    assert finder.find("person:anna").ids.tolist() == [2]


@pytest.mark.parametrize("with_facets", [False, True])
@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [1, 2, 3]),
        ("*", [1, 2, 3]),
        ("-person:anna", [3]),
        ("person:anna -place:gence", [1]),
        ("place:gence", [2]),
        ("tag:gence OR in:boxes", [2, 3]),
        ("date:1966-05-07", [2, 3]),
        ("NOT person:anna OR catalogue", [1, 2, 3]),
        ("title:shelf date:1967", [1]),
        ("has:collection", [3]),
        ("status:inbox", [1, 2, 3]),
    ],
)
def test_the_same_with_columns_and_without(finder: Finder, query: str, expected: list[int], with_facets: bool) -> None:
    assert sorted(finder.find(query, with_facets=with_facets).ids.tolist()) == expected


@pytest.mark.parametrize(
    ("sort", "expected"),
    [("title", [2, 1, 3]), ("date", [3, 2, 1]), ("-date", [3, 1, 2]), ("accession", [1, 2, 3])],
)
@pytest.mark.parametrize("query", ["catalogue", "*"])
def test_orders(finder: Finder, query: str, sort: find.Sort, expected: list[int]) -> None:
    assert finder.find(query, sort).ids.tolist() == expected


def test_filters_narrow_and_facets_count_beside_them(finder: Finder) -> None:
    anna = next(line for line in finder.find("*", with_facets=True).facets().by_name["person"].values())
    assert (anna.value, anna.count) == ("Anna", 2)
    chosen = Filters({"person": Selection(exclude=frozenset({anna.id or 0}))})
    found = finder.find("catalogue", "date", chosen)
    counted = found.facets()
    assert (found.ids.tolist(), found.total, counted.total) == ([3], 1, 1)
    assert [(line.value, line.count) for line in counted.by_name["person"].values()] == [("Anna", 2)]
    assert counted.by_name["place"].values() == []
    assert finder.find("catalogue", filters=Filters(dates=(parse_edtf("1967").earliest, None))).total == 2


def test_pages(finder: Finder) -> None:
    found = finder.find("shelf", "title")
    first, second = finder.page(found, 0, 1), finder.page(found, 1)
    assert [item.article.id for item in (*first, *second)] == [2, 1]
    assert first[0].score > 0
    assert any("Shelf 9" in snippet.text for snippet in first[0].snippets)
    assert finder.page(found, 2) == []


def test_an_article_that_has_gone_since_is_passed_over(filled: Context, finder: Finder) -> None:
    add_articles(filled.archive, "Further")
    found = finder.find("catalogue", "accession")
    history.undo(filled)
    assert found.ids.tolist() == [1, 2, 3, 5]
    assert [item.article.id for item in finder.page(found)] == [1, 2, 3]


def test_a_query_without_words_needs_no_index(filled: Context) -> None:
    assert find.select(filled, "person:anna") == [1, 2]
    assert not list(filled.archive.folder.index.glob("current"))
    assert find.select(filled, "catalogue") == [1, 2, 3]
    assert list(filled.archive.folder.index.glob("current"))


def test_a_finder_that_does_not_catch_up_serves_the_index_as_it_is(filled: Context) -> None:
    upkeep.reindex(filled)
    with Finder(filled, catch_up=False) as finder:
        assert finder.find("catalogue").total == 3
        add_articles(filled.archive, "Further")
        assert finder.find("catalogue").total == 3
        find.select(filled, "catalogue")
        assert finder.find("catalogue").total == 4


def test_a_search_can_be_given_up(finder: Finder) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        finder.find("catal*", interrupt=stop)
    assert finder.find("catalogue").total == 3


def test_a_damaged_index_is_named_where_it_is_not_made_anew(filled: Context) -> None:
    find.select(filled, "catalogue")
    for file in filled.archive.folder.index.glob("*/*.toc"):
        file.unlink()
    with Finder(filled, catch_up=False) as finder, pytest.raises(CuratorError, match="damaged"):
        finder.find("catalogue")
    assert find.select(filled, "catalogue") == [1, 2, 3]
