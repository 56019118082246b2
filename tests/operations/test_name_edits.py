from __future__ import annotations

from collections.abc import Callable

import pytest

from curator.errors import CuratorError
from curator.model.authority_page import NameForm
from curator.operations import authorities, authority_links, authority_page, history, name_edits
from curator.operations.context import Context

from .merged_names import merge
from .record_states import state_of


@pytest.fixture
def names(context: Context) -> Context:
    authorities.add(context, "person", "Lucia Bandini", ("L. Bandini", "Lucia B."))
    authorities.add(context, "organisation", "Town library")
    for name in ("Conservation", "Drying", "Floods"):
        authorities.add(context, "theme", name)
    return context


def form(context: Context, name: str) -> NameForm:
    record = authority_page.facts(context, 1)
    return next(each for each in (*record.parallel, *record.variants) if each.name == name)


ACTS: tuple[Callable[[Context], object], ...] = (
    lambda context: name_edits.add_form(context, 1, "Лючия Бандини", "ru"),
    lambda context: name_edits.add_form(context, 1, "Լուչիա Բանդինի", "", "hy; the reading room"),
    lambda context: name_edits.change_form(context, 1, form(context, "L. Bandini"), "L. Bandini", "it", "it"),
    lambda context: name_edits.change_form(context, 1, form(context, "Lucia Bandini"), "Lucia Bandinelli"),
    lambda context: name_edits.remove_form(context, 1, form(context, "L. Bandini")),
    lambda context: authority_links.set_scope_note(context, "#3", "Of paper. For film see Copies."),
    lambda context: name_edits.move_under(context, 4, 3),
    lambda context: name_edits.identify(context, 1, None, ("wikidata", "Q42"), "close"),
)


@pytest.mark.parametrize("act", ACTS)
def test_each_act_is_undone_and_redone(names: Context, act: Callable[[Context], object]) -> None:
    before = state_of(names.archive.read())
    act(names)
    after = state_of(names.archive.read())
    assert after != before
    history.undo(names)
    assert state_of(names.archive.read()) == before
    history.redo(names)
    assert state_of(names.archive.read()) == after


def test_a_form_of_a_language_and_a_community_is_one_name(names: Context) -> None:
    name_edits.add_form(names, 1, "Լուչիա Բանդինի", "", "hy; the reading room")
    found = form(names, "Լուչիա Բանդինի")
    assert (found.language, found.used_by) == ("hy", ("hy", "the reading room"))


def test_a_changed_spelling_finds_the_record(names: Context) -> None:
    name_edits.change_form(names, 1, form(names, "Lucia B."), "Lucía Bandino", "es")
    assert authorities.record_of(names.archive.read(), "lucia bandino").id == 1
    with pytest.raises(CuratorError):
        authorities.record_of(names.archive.read(), "Lucia B.")


def test_the_name_of_the_record_stays_as_a_variant(names: Context) -> None:
    name_edits.change_form(names, 1, form(names, "Lucia Bandini"), "Lucia Bandinelli", "it", "it")
    record = authority_page.facts(names, 1)
    assert record.authority.preferred_name == "Lucia Bandinelli"
    assert [(each.name, each.used_by) for each in record.parallel] == [("Lucia Bandinelli", ("it",))]
    assert "Lucia Bandini" in [each.name for each in record.variants]


def test_a_name_that_is_there_already_is_refused(names: Context) -> None:
    with pytest.raises(CuratorError):
        name_edits.change_form(names, 1, form(names, "L. Bandini"), "Lucia B.")


def test_a_name_of_a_merged_record_is_changed_where_it_is(names: Context) -> None:
    authorities.add(names, "person", "Luzia", ("Luzia B.",))
    merge(names, "Lucia Bandini", "Luzia")
    name_edits.change_form(names, 1, form(names, "Luzia B."), "Luzia Bandini")
    assert form(names, "Luzia Bandini").name_kind == "variant"


def test_only_the_relation_of_that_type_is_changed_or_removed(names: Context) -> None:
    for type_ in (None, "member of"):
        authority_links.relate(names, "Lucia Bandini", "Town library", type_=type_)
    name_edits.change_relation(names, (2, 1), None, "employer of", "1993/1997")
    related = authority_page.facts(names, 1).related
    assert [(each.type, each.forward, each.dates) for each in related] == [
        ("employer of", False, "1993/1997"),
        ("member of", True, None),
    ]
    name_edits.remove_relation(names, (2, 1), "employer of")
    assert [each.type for each in authority_page.facts(names, 1).related] == ["member of"]


def test_a_theme_leaves_one_broader_theme_for_another(names: Context) -> None:
    name_edits.move_under(names, 4, 3)
    authority_links.add_broader(names, "Drying", "Floods")
    name_edits.move_under(names, 4, None, out_of=3)
    assert [each.preferred_name for each in authority_page.facts(names, 4).broader] == ["Floods"]


def test_a_theme_is_never_under_itself(names: Context) -> None:
    name_edits.move_under(names, 4, 3)
    before = state_of(names.archive.read())
    with pytest.raises(CuratorError):
        name_edits.move_under(names, 3, 4)
    assert state_of(names.archive.read()) == before


def test_an_identifier_takes_the_place_of_another(names: Context) -> None:
    name_edits.identify(names, 1, None, ("wikidata", "Q42"), "exact")
    name_edits.identify(names, 1, ("wikidata", "Q42"), ("wikidata", "Q43"), "close")
    found = authority_page.facts(names, 1).identifiers
    assert [(each.scheme, each.identifier, each.match) for each in found] == [("wikidata", "Q43", "close")]
