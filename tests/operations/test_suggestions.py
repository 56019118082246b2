from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.archive import articles, authorities, mentions, overview
from curator.archive.suggestion_rows import Place
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import authorities as names
from curator.operations import erase, find, history, notes, passages, suggesting, suggestions, tag, text_versions
from curator.operations.abbreviations import abbreviations
from curator.operations.context import Context
from curator.operations.suggesting import Suggestion
from curator.operations.undecided import Undecided

from .record_states import state_of

BODY = 'Prime Minister Lucia Bandini opened the cellar. "The papers are dry," Bandini said in Weimar.'


@pytest.fixture
def letter(context: Context) -> Context:
    with context.archive.transaction(Label("Add")) as transaction:
        articles.add(transaction, {"title": "Ganja and the cellar", "language": "en"}, BODY, "reader 1")
    names.add(context, "place", "Weimar")
    names.add(context, "place", "Ganja")
    return context


def told(context: Context) -> list[tuple[str, int | None, str | None]]:
    return [
        (each.name, each.authority_id, None if each.start is None else BODY[each.start : each.end])
        for each in suggesting.of_article(context, 1)
    ]


def named(context: Context, name: str) -> Suggestion:
    return next(each for each in suggesting.of_article(context, 1) if each.name == name)


def test_new_names_are_told_with_their_short_forms_and_those_of_the_title_without_a_place(letter: Context) -> None:
    assert told(letter) == [
        ("Ganja", 2, None),
        ("Lucia Bandini", None, "Lucia Bandini"),
        ("Lucia Bandini", None, "Bandini"),
        ("Weimar", 1, "Weimar"),
    ]


def test_who_is_named_in_full_in_the_title_is_meant_by_the_surname_in_the_text(context: Context) -> None:
    names.add(context, "person", "Lucia Bandini")
    with context.archive.transaction(Label("Add")) as transaction:
        articles.add(transaction, {"title": "Lucia Bandini opens", "language": "en"}, "It was Bandini.", "reader 1")
    assert [(each.authority_id, each.start) for each in suggesting.of_article(context, 1)] == [(1, 7)]


def test_a_new_name_is_accepted_with_its_short_form(letter: Context) -> None:
    before = state_of(letter.archive.read())
    changes = suggestions.accept_all_in_article(letter, named(letter, "Lucia Bandini"))
    assert (len(changes.ids("authority")), len(changes.ids("passage")), len(changes.ids("mention"))) == (1, 2, 2)
    (record,) = authorities.named(letter.archive.read(), "Lucia Bandini", "person")
    assert authorities.variants(letter.archive.read(), record.id) == []
    assert [name for name, _id, _words in told(letter)] == ["Ganja", "Weimar"]
    after = state_of(letter.archive.read())
    history.undo(letter)
    assert state_of(letter.archive.read()) == before
    assert len(told(letter)) == 4
    history.redo(letter)
    assert state_of(letter.archive.read()) == after


def test_one_place_is_accepted_and_the_others_are_of_the_record_then(letter: Context) -> None:
    suggestions.accept(letter, [named(letter, "Lucia Bandini")])
    assert ("Lucia Bandini", 3, "Bandini") in told(letter)


def test_a_name_put_on_record_meanwhile_is_joined(letter: Context) -> None:
    suggestion = named(letter, "Lucia Bandini")
    record, _changes = names.add(letter, "person", "Lucia  BANDINI")
    suggestions.accept(letter, [suggestion])
    (mention,) = mentions.of_article(letter.archive.read(), 1)
    assert mention.authority.id == record


def test_a_suggestion_is_accepted_as_something_else(letter: Context) -> None:
    suggestion = dataclasses.replace(named(letter, "Lucia Bandini"), kind="organisation", name="Bandini & Sons")
    suggestions.accept(letter, [suggestion])
    (mention,) = mentions.of_article(letter.archive.read(), 1)
    assert (mention.authority.kind, mention.authority.preferred_name) == ("organisation", "Bandini & Sons")


def test_a_name_of_the_title_tags_the_article(letter: Context) -> None:
    before = state_of(letter.archive.read())
    suggestions.accept(letter, [named(letter, "Ganja")])
    (mention,) = mentions.of_article(letter.archive.read(), 1)
    assert (mention.authority.id, mention.passage) == (2, None)
    assert "Ganja" not in {name for name, _id, _words in told(letter)}
    history.undo(letter)
    assert state_of(letter.archive.read()) == before
    assert "Ganja" in {name for name, _id, _words in told(letter)}


@pytest.mark.parametrize("name", ["Ganja", "Weimar", "Lucia Bandini"])
def test_what_is_rejected_is_remembered(letter: Context, name: str) -> None:
    before = state_of(letter.archive.read())
    assert suggestions.reject(letter, [named(letter, name)])
    assert name not in {each for each, _id, _words in told(letter)}
    assert len(told(letter)) == 4 - (2 if name == "Lucia Bandini" else 1)
    after = state_of(letter.archive.read())
    history.undo(letter)
    assert state_of(letter.archive.read()) == before
    assert len(told(letter)) == 4
    history.redo(letter)
    assert state_of(letter.archive.read()) == after


def test_what_was_rejected_can_be_tagged_by_hand(letter: Context) -> None:
    weimar = named(letter, "Weimar")
    suggestions.reject(letter, [weimar])
    assert weimar.start is not None and weimar.end is not None
    passages.tag_passage(letter, 1, weimar.start, weimar.end, "place", "Weimar")
    assert [each.authority.preferred_name for each in mentions.of_article(letter.archive.read(), 1)] == ["Weimar"]
    tag.add(letter, [1], [("place", "Ganja")])
    assert "Ganja" not in {name for name, _id, _words in told(letter)}


def test_what_is_not_there_any_more_is_explained(letter: Context) -> None:
    gone = dataclasses.replace(named(letter, "Weimar"), start=5_000, end=5_006)
    with pytest.raises(CuratorError, match="no words"):
        suggestions.accept(letter, [gone])
    with pytest.raises(CuratorError, match="no article"):
        suggestions.reject(letter, [dataclasses.replace(named(letter, "Lucia Bandini"), article_id=9)])
    assert len(told(letter)) == 4


def test_names_are_found_as_they_change(letter: Context) -> None:
    """One context: what finds names is kept, and follows every change, undo, merge and removal."""
    names.add(letter, "theme", "Cellar")
    assert ("Cellar", 3, "cellar") in told(letter)
    names.add_variant(letter, "Cellar", "papers")
    assert ("Cellar", 3, "papers") in told(letter)
    history.undo(letter)
    assert ("Cellar", 3, "papers") not in told(letter)
    names.rename(letter, "Cellar", "Vault")
    assert ("Vault", 3, "cellar") in told(letter)
    with letter.archive.transaction(Label("Merge")) as transaction:
        authorities.merge(transaction, authorities.add(transaction, "theme", "Rooms"), 3)
    assert ("Rooms", 4, "cellar") in told(letter)
    history.undo(letter)
    history.undo(letter)
    history.undo(letter)
    assert "cellar" not in {words for _name, _id, words in told(letter)}


PLACES = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 8)).map(lambda each: (each[0], each[0] + each[1])), max_size=5
)


@given(PLACES, PLACES, PLACES)
def test_what_is_open_never_touches_what_is_settled(
    found: list[tuple[int, int]], confirmed: list[tuple[int, int]], rejected: list[tuple[int, int]]
) -> None:
    """Against the plain definition: no letter of an open place was tagged, or rejected for this record."""
    undecided = Undecided.__new__(Undecided)
    from curator.archive.decisions import Decision

    undecided._decided = {
        1: [Decision(7, True, *place) for place in confirmed] + [Decision(5, False, *place) for place in rejected]
    }
    undecided._rejected, undecided._everywhere, undecided._roots = {}, set(), {4: 5}

    def free(place: tuple[int, int], settled: list[tuple[int, int]]) -> bool:
        return not any(set(range(*place)) & set(range(*each)) for each in settled)

    places: list[Place] = list(found)
    assert undecided.open(1, "place", 4, "x", places) == [each for each in found if free(each, confirmed + rejected)]
    assert undecided.open(1, "place", None, "x", places) == [each for each in found if free(each, confirmed)]
    assert undecided.open(2, "place", 4, "x", places) == places


def test_a_rejected_place_is_nothing_to_look_at_again(letter: Context) -> None:
    weimar = named(letter, "Weimar")
    suggestions.reject(letter, [weimar])
    text_versions.edit(letter, 1, BODY.replace("Weimar", "Weimer"))
    assert find.select(letter, "has:passage") == find.select(letter, "has:recheck") == []
    assert overview.counts(letter.archive.read())["recheck"] == 0
    (place,) = passages.of_article(letter, 1)
    notes.add(letter, 1, "Which town?", (place.start, place.end))
    assert find.select(letter, "has:recheck") == [1]
    assert overview.counts(letter.archive.read())["recheck"] == 1


def test_what_was_rejected_goes_when_the_name_is_erased(letter: Context) -> None:
    suggestions.reject(letter, [named(letter, "Lucia Bandini")])
    names.add(letter, "person", "Lucia Bandini")
    erase.names(letter, [("person", "Lucia Bandini")], "asked for", ["Lucia Bandini"])
    connection = letter.archive.read()
    assert state_of(connection)["rejected_name"] == {}
    assert connection.execute("SELECT count(*) FROM change WHERE record = 'rejected_name'").fetchone()[0] == 0


def test_an_abbreviation_of_a_new_name_becomes_its_variant(context: Context) -> None:
    body = "The Union of Paper Mills (UPM) met in Weimar. UPM closed a mill, said the Union of Paper Mills."
    with context.archive.transaction(Label("Add")) as transaction:
        articles.add(transaction, {"language": "en"}, body, "reader 1")
    before = state_of(context.archive.read())
    new = next(each for each in suggesting.of_article(context, 1) if each.name.endswith("Union of Paper Mills"))
    suggestions.accept_all_in_article(context, new)
    (variant,) = authorities.variants(context.archive.read(), 1)
    assert variant.name == "UPM"
    assert len(mentions.of_article(context.archive.read(), 1)) == 4
    history.undo(context)
    assert state_of(context.archive.read()) == before


def test_what_is_an_abbreviation() -> None:
    assert abbreviations("Union of Paper Mills", ["UPM", "Union", "U.P.M.", "UPM", "MILLS", "U", "UPM 2"]) == [
        "U.P.M.",
        "UPM",
    ]
