from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from curator.gui.models.listing import Key, Listing
from curator.gui.models.one_state import parted
from curator.gui.models.saved_query import whole_query
from curator.gui.widgets.facet_model import FacetState
from curator.gui.window import Window
from curator.model.dates import parse_range
from curator.operations import tag
from curator.search import Filters, Selection

WaitFor = Callable[[Callable[[], bool]], None]
KEYS: dict[tuple[str, str], Key] = {("person", "Lucia"): 7, ("person", "Owen"): 8, ("theme", "Fire"): 9}


def resolve(facet: str, value: str) -> Key | None:
    return KEYS.get((facet, value))


def of(*keys: Key) -> frozenset[Key]:
    return frozenset(keys)


@pytest.mark.parametrize(
    ("query", "rest", "facets"),
    [
        ("person:Lucia mud", "mud", {"person": Selection(of(7))}),
        ("-theme:Fire (mud OR water)", "(mud OR water)", {"theme": Selection(of(), of(9))}),
        ("(person:Lucia OR person:Owen) mud", "mud", {"person": Selection(of(7, 8))}),
        ("person:Lucia person:Owen", "person:Owen", {"person": Selection(of(7))}),
        ("person:Lucia -person:Owen", "", {"person": Selection(of(7), of(8))}),
        ("person:Lucia OR mud", "person:Lucia OR mud", {}),
        ("person:Nobody mud", "person:Nobody mud", {}),
        ("(person:Lucia OR theme:Fire) mud", "(person:Lucia OR theme:Fire) mud", {}),
        ("(mud", "(mud", {}),
        ("", "", {}),
    ],
)
def test_fields_that_stand_for_values_of_facets_are_choices(
    query: str, rest: str, facets: dict[str, Selection]
) -> None:
    assert parted(query, resolve) == (rest, Filters(facets))


def test_a_span_of_time_is_one_too() -> None:
    assert parted("date:1966..1986 mud", resolve) == ("mud", Filters({}, parse_range("1966..1986")))
    assert parted("date:1966 date:1967", resolve) == ("date:1967", Filters({}, parse_range("1966")))
    assert parted("-date:1966", resolve) == ("-date:1966", Filters())


def test_what_is_shown_of_choices_is_read_as_the_same_choices() -> None:
    listing = Listing("Search", "mud OR water").dated(parse_range("1966..1986"))
    for key, state in ((7, FacetState.INCLUDED), (8, FacetState.INCLUDED)):
        listing = listing.turned("person", key, state)
    listing = listing.turned("theme", 9, FacetState.EXCLUDED)
    names = {(facet, key): name for (facet, name), key in KEYS.items()}
    assert parted(whole_query(listing, names), resolve) == ("(mud OR water)", listing.filters)


def test_what_is_shown_of_choices_grows_no_brackets() -> None:
    listing = Listing("Search", "((mud OR water))").turned("theme", 9, FacetState.EXCLUDED)
    names = {(facet, key): name for (facet, name), key in KEYS.items()}
    assert whole_query(listing, names) == "-theme:Fire (mud OR water)"
    assert whole_query(Listing("Search", "(mud OR water) (fire)").turned("theme", 9, FacetState.EXCLUDED), names) == (
        "-theme:Fire (mud OR water) (fire)"
    )


def test_a_token_ticks_its_facet_and_a_tick_makes_a_token(shown: Window, wait_for: WaitFor) -> None:
    for kind, name, ids in (("person", "Lucia Bandini", [1, 2]), ("theme", "Drying", [2, 3])):
        shown.write(partial(tag.add, article_ids=ids, tags=[(kind, name)]))
    line, field = shown.toolbar.search.line, shown.toolbar.search
    wait_for(lambda: shown.session.undo_label().endswith("Drying") and shown.index_waiting == 0)
    wait_for(lambda: shown.session.names.is_ready and shown.session.tasks.pending == 0)
    shown.list_pane.toggle_refine()
    shown.focus_search()
    QTest.keyClicks(line, 'person:"Lucia Bandini" -theme:drying ')
    QTest.keyClick(line, Qt.Key.Key_Return)
    wait_for(lambda: shown.articles.rowCount() == 1 and shown.session.tasks.pending == 0)
    sections = shown.list_pane.refine.sections
    assert [row.state for row in sections["person"].list.rows()] == [FacetState.INCLUDED]
    assert [row.state for row in sections["theme"].list.rows()] == [FacetState.EXCLUDED]
    people = sections["person"].list
    people.setFocus()
    theme = sections["theme"].list
    theme.setFocus()
    theme.setCurrentIndex(theme.model().index(0, 0))
    QTest.keyClick(theme, Qt.Key.Key_Space)
    wait_for(lambda: shown.articles.rowCount() == 2 and shown.session.tasks.pending == 0)
    assert [(token.field, token.value) for token in field.tokens] == [("person", "Lucia Bandini")]
    theme.setCurrentIndex(theme.model().index(0, 0))
    QTest.keyClick(theme, Qt.Key.Key_Space)
    wait_for(lambda: len(field.tokens) == 2)
    assert ("theme", "Drying") in [(token.field, token.value) for token in field.tokens]
    shown.focus_search()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    wait_for(lambda: shown.articles.rowCount() == 3 and shown.session.tasks.pending == 0)
    assert shown.articles.listing.filters == Filters()
