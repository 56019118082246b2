"""Other names of what a query names: told only where they stand in texts, and truly were found or left out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from curator.archive import articles
from curator.model.revision import Label
from curator.operations import authorities, tag, trash
from curator.operations.context import Context
from curator.operations.find import Finder
from curator.operations.other_names import OtherNames, other_names

BODIES = (
    "Lucia Bandini looked after the periodicals.",
    "Письмо Лючии Бандини пропало.",
    "A letter of Bandini was dry.",
    "Lutsia Bandini in the trash.",
)


@pytest.fixture
def finder(context: Context) -> Iterator[Finder]:
    with context.archive.transaction(Label("Add")) as transaction:
        for body in BODIES:
            articles.add(transaction, {"title": "A page"}, body, "test")
    tag.add(context, [1], [("person", "Lucia Bandini")])
    for variant in ("Лючия Бандини", "Lutsia Bandini", "Լուչիա Բանդինի", "Signora Lucia Bandini"):
        authorities.add_variant(context, "Lucia Bandini", variant)
    trash.trash(context, [4])
    with Finder(context) as opened:
        yield opened


def told(finder: Finder, query: str) -> OtherNames | None:
    return other_names(finder, query, finder.find(query).ids.tolist())


def test_names_that_were_not_searched_are_those_that_would_find_more(finder: Finder) -> None:
    """Neither what stands nowhere, nor what is in the trash, nor what holds the words that were typed."""
    found = told(finder, "lucia bandini")
    assert found == OtherNames(("Лючия Бандини",), False, 'name:"lucia bandini"')
    assert set(finder.find(found.query).ids) > set(finder.find("lucia bandini").ids)


def test_names_that_were_searched_are_those_that_were_found(finder: Finder) -> None:
    found = told(finder, 'name:"Lucia Bandini" -dry')
    assert found == OtherNames(("Лючия Бандини",), True, '="Lucia Bandini" -dry')
    assert finder.find(found.query).ids.tolist() == [1]
    number = authorities.listed(finder.context)[0].authority.id
    by_number = told(finder, f"name:#{number}")
    assert by_number is not None and by_number.query == '="Lucia Bandini"'


@pytest.mark.parametrize("query", ["", "periodicals", "bandini", 'name:"Lucia Bandini" periodicals'])
def test_nothing_is_told_of_other_words_and_of_names_not_found(finder: Finder, query: str) -> None:
    assert told(finder, query) is None
