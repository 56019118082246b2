from __future__ import annotations

import pytest

from curator.operations import authorities, tag
from curator.operations.context import Context
from curator.operations.names_in_query import NameInQuery, names_in_query

from ..archive.samples import add_articles
from .merged_names import merge


@pytest.fixture
def named(context: Context) -> Context:
    tag.add(context, add_articles(context.archive, "Mills"), [("person", "Lucia Bandini"), ("place", "Gəncə")])
    tag.add(context, [1], [("place", "Kirovabad"), ("theme", "Mills")])
    authorities.add_variant(context, "Lucia Bandini", "Лючия Бандини")
    authorities.add_variant(context, "Gəncə", "Гянджа")
    merge(context, "Gəncə", "Kirovabad")
    return context


def told(context: Context, query: str) -> list[tuple[str, tuple[str, ...], bool, str | None]]:
    return [(each.name, each.variants, each.is_searched, each.query) for each in names_in_query(context, query)]


def test_names_that_were_not_searched_are_offered(named: Context) -> None:
    (found,) = names_in_query(named, "mud gence -water")
    assert found == NameInQuery(4, 9, 2, "place", "Gəncə", ("Kirovabad", "Гянджа"), False, 'mud name:"gence" -water')
    bandini = ("Lucia Bandini", ("Лючия Бандини",), False)
    assert told(named, "lucia bandini mud") == [(*bandini, 'name:"lucia bandini" mud')]
    assert told(named, 'mud OR "Lucia Bandini"') == [(*bandini, 'mud OR name:"Lucia Bandini"')]


def test_names_that_were_searched_are_told(named: Context) -> None:
    assert told(named, "name:kirovabad") == [("Gəncə", ("Gəncə", "Kirovabad", "Гянджа"), True, None)]


@pytest.mark.parametrize(
    "query", ["", "mud", "-gence", "NOT name:Gəncə", "=Gəncə", "mills", "lucia", "title:gence", "gen*"]
)
def test_nothing_is_said_of_other_words(named: Context, query: str) -> None:
    """Nor of a name that has no others, or what is excluded, or to be spelled just so."""
    assert told(named, query) == []
