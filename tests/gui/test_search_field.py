from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from curator.gui.models.listing import Listing
from curator.gui.models.query_tokens import join, joins_by_or, live, marked, quoted, take_tokens, typing_at
from curator.gui.models.saved_query import whole_query
from curator.gui.views.search_field import SearchField
from curator.gui.widgets.chip import Chip, ChipState
from curator.gui.widgets.facet_model import FacetState
from curator.model.dates import parse_range
from curator.search import QueryError, parse

PIECES = ("mud", "OR", "AND", "-", "(", ")", '"a b"', "person:Lucia", '-theme:"Fund raising"', "date:1966", "NOT", " ")


@pytest.fixture
def field(host: QWidget) -> Iterator[SearchField]:
    made = SearchField(lambda _field, value: "Lucia Bandini" if value == "#12" else value, host)
    made.resize(700, 32)
    made.show()
    made.line.setFocus()
    QApplication.processEvents()
    yield made


def searched(field: SearchField) -> list[tuple[str, bool]]:
    told: list[tuple[str, bool]] = []
    field.searched.connect(lambda query, entered: told.append((query, entered)))
    return told


def chips(field: SearchField) -> list[str]:
    return [chip.text() for chip in field.findChildren(Chip) if chip.isVisible()]


def test_finished_fields_are_taken_and_the_rest_stays() -> None:
    tokens, rest = take_tokens('person:"Lucia Bandini" mud -theme:Fundraising date:19')
    assert [(token.field, token.value, token.excluded) for token in tokens] == [
        ("person", "Lucia Bandini", False),
        ("theme", "Fundraising", True),
    ]
    assert rest == "mud date:19"
    assert take_tokens("date:19", every=True)[1] == ""


@pytest.mark.parametrize(
    "text", ["date:1966 OR mud ", "(person:X mud) ", "mud AND person:X ", "(mud person:X ", "title:a "]
)
def test_fields_that_are_no_condition_for_all_stay_text(text: str) -> None:
    assert take_tokens(text, every=True) == ([], text)


@given(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
def test_tokens_and_rest_find_what_the_query_finds(text: str) -> None:
    try:
        parse(text)
    except QueryError:
        assert take_tokens(text, every=True) == ([], text)
        return
    tokens, rest = take_tokens(text, every=True)
    query, offset = join(tokens, rest)
    parse(query)
    assert rest.strip() in query[offset:]
    assert sorted(query.replace("(", " ").replace(")", " ").split()) == sorted(
        text.replace("(", " ").replace(")", " ").split()
    )


def test_alternatives_are_put_in_brackets() -> None:
    tokens, _rest = take_tokens("person:X", every=True)
    assert join(tokens, "mud OR water") == ("person:X (mud OR water)", 10)
    assert join(tokens, "mud") == ("person:X mud", 9)
    assert join(tokens, " ") == ("person:X", 0)
    assert joins_by_or(" OR date:1970")
    assert not joins_by_or("ORigin")


def test_the_word_at_the_cursor() -> None:
    assert typing_at("mud wat", 7).typed == "wat"
    found = typing_at('mud -person:"Lucia Ban', 22)
    assert (found.field, found.typed, found.start, found.excluded) == ("person", "Lucia Ban", 5, True)
    assert typing_at('"a b" c', 7).typed == "c"
    assert typing_at("(mud", 4).typed == "mud"


def test_the_last_word_may_go_on_while_it_is_typed() -> None:
    assert live("mud wat") == "mud wat*"
    assert [live(text) for text in ("wat*", "w", "mud ", "person:luc", '"mud wat', "mud OR")] == [
        "wat*",
        "w",
        "mud ",
        "person:luc",
        '"mud wat',
        "mud OR",
    ]


def test_operators_and_fields_are_marked_up_to_a_mistake() -> None:
    assert marked("mud OR -date:1966") == [(4, 6, "operator"), (7, 8, "operator"), (8, 13, "field")]
    assert marked('mud OR "wat') == [(4, 6, "operator")]
    assert marked("=mud NEAR/3 water") == [(0, 1, "operator"), (5, 11, "operator")]
    assert quoted("person", "Lucia Bandini") == 'person:"Lucia Bandini"'
    assert quoted("language", "en") == "language:en"


def test_a_field_becomes_a_token_and_backspace_opens_it(field: SearchField) -> None:
    QTest.keyClicks(field.line, "person:#12 mud")
    assert chips(field) == ["Lucia Bandini"]
    assert field.line.text() == "mud"
    assert field.query() == "person:#12 mud"
    field.line.setCursorPosition(0)
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert chips(field) == []
    assert field.line.text() == "person:#12 mud"
    assert field.line.cursorPosition() == len("person:#12")


def test_enter_carries_out_and_a_pause_too(field: SearchField) -> None:
    told = searched(field)
    QTest.keyClicks(field.line, "wat")
    QTest.qWait(250)
    assert told == [("wat*", False)]
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert told == [("wat*", False), ("wat", True)]


def test_escape_clears_and_then_leaves(field: SearchField) -> None:
    told, left = searched(field), []
    field.given_up.connect(lambda: left.append(True))
    field.set_query("-theme:Fire mud")
    assert [chip.state for chip in field.findChildren(Chip) if chip.isVisible()] == [ChipState.EXCLUDED]
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert (field.query(), told, left) == ("", [("", True)], [])
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert left == [True]


def test_an_or_after_a_token_makes_it_text_again(field: SearchField) -> None:
    QTest.keyClicks(field.line, "date:1966 OR date:1970")
    assert field.line.text() == "date:1966 OR date:1970"
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.query() == "date:1966 OR date:1970"


def test_a_mistake_in_a_token_opens_it_and_one_in_the_words_does_not(field: SearchField) -> None:
    QTest.keyClicks(field.line, "date:19x mud")
    assert chips(field) == ["19x"]
    field.show_error(12)
    assert chips(field) == ["19x"]
    field.show_error(6)
    assert chips(field) == []
    assert field.line.text() == "date:19x mud"


def test_tokens_are_reached_by_keys_and_removed(field: SearchField) -> None:
    told = searched(field)
    field.set_query("date:1966 status:inbox mud")
    field.line.setCursorPosition(0)
    QTest.keyClick(field.line, Qt.Key.Key_Left)
    focused = [chip for chip in field.findChildren(Chip) if chip.hasFocus()]
    assert [chip.text() for chip in focused] == ["inbox"]
    QTest.keyClick(focused[0], Qt.Key.Key_Delete)
    assert told == [("date:1966 mud", True)]
    assert field.line.hasFocus()


def test_colours_do_not_touch_what_is_typed(field: SearchField) -> None:
    field.line.insert("mud OR 😀 wat")
    field.show_error(8)
    assert field.line.text() == "mud OR 😀 wat"
    assert field.line.cursorPosition() == len("mud OR 😀 wat") + 1


def test_what_is_chosen_becomes_a_query() -> None:
    listing = Listing("Search", "mud OR water")
    listing = listing.turned("person", 12, FacetState.INCLUDED).turned("person", 13, FacetState.INCLUDED)
    listing = listing.turned("language", "en", FacetState.EXCLUDED).dated(parse_range("1966..1986"))
    names: dict[tuple[str, int | str], str] = {("person", 12): "Lucia Bandini"}
    query = whole_query(listing, names)
    assert query == ('(person:"Lucia Bandini" OR person:"#13") -language:en date:1966..1986 (mud OR water)')
    parse(query)
    assert whole_query(Listing("All"), {}) == ""


def test_what_was_typed_before_a_command_is_no_longer_looked_for(field: SearchField) -> None:
    told = searched(field)
    QTest.keyClicks(field.line, "m")
    QTest.keyClick(field.line, Qt.Key.Key_Home)
    QTest.keyClicks(field.line, ">")
    QTest.qWait(300)
    assert told == []


def test_a_field_that_waits_for_its_value_is_not_looked_for_yet(field: SearchField) -> None:
    told = searched(field)
    QTest.keyClicks(field.line, "mud lang:")
    QTest.qWait(300)
    assert told == []
    QTest.keyClicks(field.line, "az")
    QTest.qWait(300)
    assert told == [("mud lang:az", False)]
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert told[1:] == [("lang:az mud", True)]
