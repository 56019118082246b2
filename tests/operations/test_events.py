from __future__ import annotations

import pytest

from curator.errors import CuratorError
from curator.model.revision import Changes
from curator.operations import authorities, authority_page, events, history
from curator.operations.context import Context

from .record_states import state_of


@pytest.fixture
def names(context: Context) -> Context:
    for kind, name in (
        ("event", "Flood"),
        ("event", "Floods of the sixties"),
        ("place", "Florence"),
        ("person", "Lucia Bandini"),
        ("organisation", "Town library"),
        ("theme", "Mud"),
    ):
        authorities.add(context, kind, name)  # type: ignore[arg-type]
    return context


def describe(context: Context) -> Changes:
    people = [("Lucia Bandini", "rescuer"), ("Town library", "")]
    return events.describe(context, "Flood", ["Florence"], people, ["Floods of the sixties"])


def test_an_event_is_described_as_one_act_that_can_be_undone_and_redone(names: Context) -> None:
    before = state_of(names.archive.read())
    describe(names)
    after = state_of(names.archive.read())
    record = authority_page.facts(names, 1)
    assert [each.authority.preferred_name for each in record.places] == ["Florence"]
    assert [(each.authority.preferred_name, each.type) for each in record.participants] == [
        ("Town library", None),
        ("Lucia Bandini", "rescuer"),
    ]
    history.undo(names)
    assert state_of(names.archive.read()) == before
    history.redo(names)
    assert state_of(names.archive.read()) == after


def test_what_is_so_already_stays(names: Context) -> None:
    describe(names)
    assert not describe(names)


def test_what_was_recorded_is_taken_away_again(names: Context) -> None:
    before = state_of(names.archive.read())
    describe(names)
    people = [("Lucia Bandini", "rescuer"), ("Town library", "")]
    events.take_from(names, "Flood", ["Florence"], people, ["Floods of the sixties"])
    assert state_of(names.archive.read()) == before


def test_without_a_role_a_participant_goes_in_every_role(names: Context) -> None:
    events.describe(names, "Flood", participants=[("Lucia Bandini", "rescuer"), ("Lucia Bandini", "witness")])
    events.take_from(names, "Flood", participants=[("Lucia Bandini", "")])
    assert authority_page.facts(names, 1).participants == ()


@pytest.mark.parametrize(
    ("places", "people", "wholes"),
    [
        (["Mud"], [], []),
        ([], [("Mud", "")], []),
        ([], [("Florence", "host")], []),
        ([], [], ["Lucia Bandini"]),
        ([], [], ["Flood"]),
        (["Florence"], [], ["Nowhere"]),
    ],
)
def test_what_cannot_be_of_an_event_is_refused_as_a_whole(
    names: Context, places: list[str], people: list[tuple[str, str]], wholes: list[str]
) -> None:
    before = state_of(names.archive.read())
    with pytest.raises(CuratorError):
        events.describe(names, "Flood", places, people, wholes)
    assert state_of(names.archive.read()) == before


def test_only_an_event_has_participants(names: Context) -> None:
    with pytest.raises(CuratorError):
        events.describe(names, "Lucia Bandini", participants=[("Town library", "")])


def test_what_is_not_there_cannot_be_taken_away(names: Context) -> None:
    describe(names)
    before = state_of(names.archive.read())
    with pytest.raises(CuratorError):
        events.take_from(names, "Flood", ["Florence"], [("Lucia Bandini", "witness")])
    assert state_of(names.archive.read()) == before
