"""`name:` finds a name on record by all its variants, in all their forms, and shows where they stand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from curator.archive import articles
from curator.model.revision import Label
from curator.operations import authorities, listing, reading, tag
from curator.operations.context import Context
from curator.operations.find import Finder
from curator.search import QueryError

from .merged_names import merge

BODIES = (
    "Lucia Bandini wrote from the cellar.",  # 1
    "Лючия Бандини писала; письмо Лючии Бандини пропало.",  # 2
    "The house of Bandini, Lucia, is for sale. Bandini Lucia left.",  # 3
    "Gəncədən gələn qatar Gəncəyə qayıtdı.",  # 4
    "Поезд из Гянджи опоздал.",  # 5
    "Գանձակում ձմեռ է։",  # 6
    "Ganjali is another word, and so is Gəncəli.",  # 7
    "Lucia met another Bandini.",  # 8
    "Kirovabad was its name then.",  # 9
)


@pytest.fixture
def finder(context: Context) -> Iterator[Finder]:
    with context.archive.transaction(Label("Add")) as transaction:
        for body in BODIES:
            articles.add(transaction, {"title": None}, body, "test")
    tag.add(context, [9], [("place", "Gəncə"), ("place", "Kirovabad"), ("person", "Lucia Bandini")])
    for name in ("Гянджа", "Գանձակ"):
        authorities.add_variant(context, "Gəncə", name)
    authorities.add_variant(context, "Lucia Bandini", "Лючия Бандини")
    with Finder(context) as opened:
        yield opened


def found(finder: Finder, query: str) -> list[int]:
    return finder.find(query, "accession").ids.tolist()


def marked(context: Context, finder: Finder, query: str, article_id: int) -> list[str]:
    opened = reading.open_article(context, article_id, finder.find(query).node)
    return [opened.text.body[start:end] for start, end in opened.hits]


def test_every_variant_in_every_form(context: Context, finder: Finder) -> None:
    assert found(finder, "name:Gəncə") == [4, 5, 6]
    assert found(finder, "name:gence") == found(finder, "name:гянджа") == [4, 5, 6]
    assert found(finder, 'name:"Lucia Bandini"') == [1, 2, 3]
    assert marked(context, finder, "name:Gəncə", 4) == ["Gəncədən", "Gəncəyə"]
    assert marked(context, finder, 'name:"Lucia Bandini"', 2) == ["Лючия Бандини", "Лючии Бандини"]
    assert marked(context, finder, 'name:"Lucia Bandini"', 3) == ["Bandini, Lucia", "Bandini Lucia"]


def test_names_of_merged_records_count(context: Context, finder: Finder) -> None:
    merge(context, "Gəncə", "Kirovabad")
    assert found(finder, "name:Gəncə") == found(finder, "name:Kirovabad") == [4, 5, 6, 9]


def test_it_stands_anywhere_in_a_query(context: Context, finder: Finder) -> None:
    assert found(finder, "name:Gəncə -qatar") == [5, 6]
    assert found(finder, 'NOT name:Gəncə NOT name:"Lucia Bandini"') == [7, 8, 9]
    assert found(finder, '(name:Gəncə OR name:"Lucia Bandini") поезд') == [5]
    assert found(finder, "name:Bandini") == [1, 2, 3], "all the words of a name on record"
    (row,) = listing.rows(context, [4], finder.find("name:Gəncə").node)
    assert row.hits == 2 and row.snippet is not None and len(row.snippet.hits) == 2


def test_a_record_by_its_number(finder: Finder) -> None:
    assert found(finder, 'name:"#1"') == [4, 5, 6]


def test_what_is_not_on_record_is_told_with_what_is_near(finder: Finder) -> None:
    with pytest.raises(QueryError, match="No name “Bandiny” is on record") as refused:
        finder.find("mud name:Bandiny")
    assert refused.value.column == 10 and 'name:"Lucia Bandini"' in refused.value.hint
    with pytest.raises(QueryError, match="“--”"):
        finder.find('name:"--"')
