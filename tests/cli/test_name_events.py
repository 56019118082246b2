from __future__ import annotations

import pytest


@pytest.fixture
def names(curator, letters):
    """Run `curator names` on an archive with an event, a place and a person on record."""
    for kind, name in (("event", "Flood of Florence"), ("place", "Florence"), ("person", "Lucia Bandini")):
        curator("names", letters, "add", kind, name)
    return lambda *arguments: curator("names", letters, *arguments)


def related(names) -> set[tuple[str, str | None]]:
    shown = names("show", "Flood of Florence", "--json").line
    return {(each["name"], each["type"]) for each in shown["related"]}


def test_an_event_has_places_and_participants(names) -> None:
    done = names("event", "Flood of Florence", "--place", "Florence", "--participant", "Lucia Bandini = rescuer")
    assert (done.code, done.err) == (0, "Done.\n")
    assert related(names) == {("Florence", "happened in"), ("Lucia Bandini", "rescuer")}
    again = names("event", "Flood of Florence", "--place", "Florence")
    assert again.err == "Nothing to change: it is so already.\n"


def test_they_are_removed_again(names) -> None:
    names("event", "Flood of Florence", "--place", "Florence", "--participant", "Lucia Bandini=rescuer")
    arguments = ("--place", "Florence", "--participant", "Lucia Bandini", "--remove")
    assert names("event", "Flood of Florence", *arguments).code == 0
    assert related(names) == set()


def test_a_part_of_an_event_is_under_it(names) -> None:
    names("add", "event", "Drying of the books")
    assert names("event", "Drying of the books", "--part-of", "Flood of Florence", "--json").line["changed"] is True
    assert [each["name"] for each in names("show", "Drying of the books", "--json").line["broader"]] == [
        "Flood of Florence"
    ]


def test_what_cannot_take_part_is_refused(names) -> None:
    refused = names("event", "Flood of Florence", "--participant", "Florence=host")
    assert refused.code != 0
    assert "cannot take part" in refused.err


def test_a_scope_note_stands_beside_the_note(names) -> None:
    names("note", "Florence", "On the Arno.")
    names("note", "Florence", "The town, not the province.", "--scope")
    shown = names("show", "Florence", "--json").line
    assert (shown["note"], shown["scope_note"]) == ("On the Arno.", "The town, not the province.")
    assert "scope note           The town, not the province." in names("show", "Florence").out
