from __future__ import annotations

import pytest

from curator.errors import CuratorError
from curator.model.authority import AuthorityKind
from curator.operations import authorities, history, merging
from curator.operations.context import Context

from .merged_names import merge, take_out


def listed(context: Context) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.authority.preferred_name, each.variants) for each in authorities.listed(context)]


def newest(context: Context) -> str:
    return str(history.revisions(context, 1)[0].label)


def test_a_record_with_its_names_and_dates(context: Context) -> None:
    person, _changes = authorities.add(context, "person", " Lucia\tBandini ", ("L. Bandini", "Bandini"), "about 1936")
    (record,) = [each.authority for each in authorities.listed(context, "person")]
    assert (record.id, record.preferred_name, record.dates) == (person, "Lucia Bandini", "1936~")
    assert listed(context) == [("Lucia Bandini", ("Bandini", "L. Bandini"))]
    assert newest(context) == "Add Lucia Bandini"


@pytest.mark.parametrize("name", ["Lucia Bandini", "LUCIA BANDINI", "L. Bandini", "l bandini"])
def test_a_name_that_is_taken_is_refused_with_a_way_out(context: Context, name: str) -> None:
    authorities.add(context, "person", "Lucia Bandini", ("L. Bandini",))
    with pytest.raises(CuratorError, match="is on record already, as “Lucia Bandini”") as caught:
        authorities.add(context, "person", name)
    assert "(born 1931)" in caught.value.hint
    authorities.add(context, "place", name)


def test_dates_that_are_not_understood_add_nothing(context: Context) -> None:
    with pytest.raises(CuratorError):
        authorities.add(context, "event", "The fair", dates="whenever")
    assert listed(context) == []


def test_dates_are_set_in_words_and_cleared(context: Context) -> None:
    authorities.add(context, "event", "The fair")
    for given, kept in (("1936-05", "1936-05"), ("", None), ("193X", "193X"), (None, None)):
        authorities.set_dates(context, "the fair", given)
        assert authorities.listed(context)[0].authority.dates == kept


def test_renaming_and_variants(context: Context) -> None:
    authorities.add(context, "place", "Kirovabad")
    authorities.rename(context, "kirovabad", "Gəncə")
    authorities.add_variant(context, "gence", " Gandzak ", language="hy")
    assert listed(context) == [("Gəncə", ("Gandzak", "Kirovabad"))]
    authorities.remove_variant(context, "Gəncə", "Gandzak")
    assert newest(context) == "Remove the name Gandzak from Gəncə"
    assert listed(context) == [("Gəncə", ("Kirovabad",))]
    with pytest.raises(CuratorError, match="“Gəncə” has no other name “Gandzak”"):
        authorities.remove_variant(context, "Gəncə", "Gandzak")
    assert not authorities.rename(context, "Gəncə", "Gəncə")


def test_merging_and_taking_out_again(context: Context) -> None:
    authorities.add(context, "person", "Lucia Bandini")
    authorities.add(context, "person", "L. Bandini")
    merge(context, "Lucia Bandini", "L. Bandini", reason="the same signature")
    assert newest(context) == "Merge L. Bandini into Lucia Bandini"
    assert listed(context) == [("Lucia Bandini", ("L. Bandini",))]
    with pytest.raises(CuratorError, match="one record already"):
        merge(context, "Lucia Bandini", "L. Bandini")
    assert [each.name for each in merging.merged(context)] == ["L. Bandini"]
    take_out(context, "L. Bandini")
    assert merging.merged(context) == []
    with pytest.raises(CuratorError, match=r"not exactly one merged record called “L\. Bandini”"):
        take_out(context, "L. Bandini")


def test_one_of_two_merged_of_the_same_name_is_told_by_number(context: Context) -> None:
    kinds: tuple[AuthorityKind, ...] = ("person", "place")
    for kind in kinds:
        authorities.add(context, kind, f"The {kind}")
        authorities.add(context, kind, "Florence")
        merge(context, f"The {kind}", "Florence", kind)
    with pytest.raises(CuratorError, match="not exactly one"):
        take_out(context, "Florence")
    take_out(context, "#4")
    take_out(context, "Florence")
    assert merging.merged(context) == []


def test_a_preferred_name_goes_before_a_spelling(context: Context) -> None:
    authorities.add(context, "person", "Lucia Bandini")
    authorities.add(context, "place", "Lucia bandini")
    connection = context.archive.read()
    for name, kind in (("Lucia Bandini", "person"), ("Lucia bandini", "place")):
        assert authorities.record_of(connection, name).kind == kind
    with pytest.raises(CuratorError, match="Several records are known as “LUCIA BANDINI”") as caught:
        authorities.record_of(connection, "LUCIA BANDINI")
    assert "#1" in caught.value.hint


@pytest.mark.parametrize("name", ["Nobody", "#99", "#x"])
def test_a_name_that_is_not_on_record(context: Context, name: str) -> None:
    with pytest.raises(CuratorError, match=r"No record is known|There is no name record 99"):
        authorities.rename(context, name, "Somebody")
