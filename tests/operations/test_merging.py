from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.archive import Archive, articles, authorities, mentions
from curator.errors import CuratorError
from curator.model.dates import parse_edtf
from curator.model.merging import MERGE_FIELDS
from curator.model.revision import Label
from curator.operations import (
    alike_names,
    authority_links,
    erase,
    history,
    merge_preview,
    merging,
    packages,
    splitting,
    tag,
)
from curator.operations import authorities as names
from curator.operations import passages as places
from curator.operations.context import Context
from curator.operations.export import export
from curator.operations.export_source import ArchiveSource

from .record_states import differing, state_of

BODY = "It rained. The drawings of Lucia Bandini hung in the hall.\nL. Bandini was not there. She had left."


@pytest.fixture
def people(context: Context) -> Context:
    """#1 Lucia Bandini, #2 L. Bandini (1931), #3 Лючия Бандини (1932, a note), #4 Anna Ter; three articles."""
    with context.archive.transaction(Label("Add")) as transaction:
        for year in ("1966", "1967-05", None):
            dated = parse_edtf(year) if year else None
            fields = authorities.date_fields(dated, "published") | {"title": f"Of {year}"}
            articles.add(transaction, fields, BODY, "test 1")
    names.add(context, "person", "Lucia Bandini", ("Bandini",))
    names.add(context, "person", "L. Bandini", dates="1931")
    names.add(context, "person", "Лючия Бандини", dates="1932")
    names.add(context, "person", "Anna Ter")
    authority_links.set_note(context, "#3", "Draughtswoman.")
    for article_id, name in ((1, "Lucia Bandini"), (2, "L. Bandini"), (3, "Лючия Бандини"), (1, "L. Bandini")):
        tag.add(context, [article_id], [("person", name)])
    return context


def record(context: Context, authority_id: int) -> tuple[str, str | None, str | None]:
    found = authorities.get(context.archive.read(), authority_id)
    return found.preferred_name, found.dates, found.note


def articles_of(context: Context, authority_id: int) -> list[int]:
    return sorted(mentions.articles_with(context.archive.read(), [authority_id]))


def test_several_are_merged_in_one_revision(people: Context) -> None:
    before = state_of(people.archive.read())
    merging.merge(people, 1, [2, 3], "the same hand", {"dates": 3})
    assert str(history.revisions(people, 1)[0].label) == "Merge 2 names into Lucia Bandini"
    assert record(people, 1) == ("Lucia Bandini", "1932", "Draughtswoman.")
    assert articles_of(people, 1) == [1, 2, 3]
    history.undo(people)
    assert state_of(people.archive.read()) == before


def test_taken_apart_after_other_work(people: Context) -> None:
    merging.merge(people, 1, [2])
    tag.add(people, [2, 3], [("person", "#2")])
    names.add_variant(people, "L. Bandini", "Lucietta")
    merging.take_out(people, 2)
    assert (articles_of(people, 1), articles_of(people, 2)) == ([1, 3], [1, 2])
    connection = people.archive.read()
    assert names.record_of(connection, "Lucietta").id == 1
    assert names.record_of(connection, "L. Bandini").id == 2
    assert record(people, 1) == ("Lucia Bandini", None, None)


def test_what_was_changed_since_stays_and_is_said(people: Context) -> None:
    merging.merge(people, 1, [2])
    names.set_dates(people, "Lucia Bandini", "1933")
    (problem,) = merging.what_stays(people, 2)
    assert problem.code == "dates-changed-since"
    merging.take_out(people, 2)
    assert record(people, 1)[1] == "1933"
    assert record(people, 2)[1] == "1931"


def test_the_name_of_another_is_chosen_and_given_back(people: Context) -> None:
    before = state_of(people.archive.read())
    merging.merge(people, 1, [2, 3], chosen={"name": 3})
    connection = people.archive.read()
    assert record(people, 1)[0] == "Лючия Бандини"
    assert [names.record_of(connection, name).id for name in ("Lucia Bandini", "#2", "Лючия Бандини")] == [1, 1, 1]
    assert merging.what_stays(people, 3) == []
    for merged in (3, 2):
        merging.take_out(people, merged)
    assert differing(before, state_of(people.archive.read())) == {}


def test_a_variant_makes_room_for_the_old_name(people: Context) -> None:
    names.add_variant(people, "Lucia Bandini", "Лючия Бандини, художница")
    names.rename(people, "#3", "Лючия Бандини, художница")
    before = state_of(people.archive.read())
    merging.merge(people, 1, [3], chosen={"name": 3})
    own = [each.name for each in authorities.variants(people.archive.read(), 1) if each.authority_id == 1]
    assert own == ["Bandini", "Lucia Bandini"]
    merging.take_out(people, 3)
    assert differing(before, state_of(people.archive.read())) == {}


def test_old_numbers_and_uids_lead_to_the_one_that_is_kept(people: Context) -> None:
    connection = people.archive.read()
    uid = authorities.get(connection, 2).uid
    merging.merge(people, 1, [2])
    for old in ("#2", uid, f"urn:uuid:{uid}"):
        assert names.record_of(connection, old).id == 1
    (exported,) = ArchiveSource(people, [2]).names()
    assert (exported.name, exported.replaces) == ("Lucia Bandini", (uid,))


def test_a_chain_is_taken_out_with_what_is_in_it(people: Context) -> None:
    merging.merge(people, 2, [3], "a translation")
    merging.merge(people, 1, [2])
    assert [(each.id, each.into, each.articles) for each in merging.members(people, 1)] == [(2, 1, 3), (3, 2, 1)]
    merging.take_out(people, 2)
    assert authorities.root(people.archive.read(), 3).id == 2
    assert articles_of(people, 2) == [1, 2, 3]


def test_why_merged(people: Context) -> None:
    merging.merge(people, 1, [2], "signs both ways", {"dates": 2})
    history.undo(people)
    history.redo(people)
    (merged,) = merging.members(people, 1)
    assert (merged.reason, merged.who, merged.chosen) == ("signs both ways", "Tester", ("dates",))
    act = next(each for each in history.revisions(people, 9) if each.kind == "act")
    assert merged.when == act.at


def test_what_was_said_to_differ_is_asked_for(people: Context) -> None:
    alike_names.keep_apart(people, "#1", "#2", reason="Another signature.")
    before = state_of(people.archive.read())
    (pair,) = merge_preview.preview(people, [1, 2]).apart
    assert (pair.one.id, pair.other.id, pair.who, pair.reason) == (1, 2, "Tester", "Another signature.")
    with pytest.raises(CuratorError, match="are different"):
        merging.merge(people, 1, [2])
    assert state_of(people.archive.read()) == before
    merging.merge(people, 1, [2], although_apart=True)
    assert merge_preview.preview(people, [1, 3]).apart == ()
    merging.take_out(people, 2)
    assert merge_preview.preview(people, [1, 2]).apart != ()


@pytest.mark.parametrize(
    ("kept", "others", "chosen", "message"),
    [
        (1, [1], {}, "one record already"),
        (1, [], {}, "one record already"),
        (1, [5], {}, "different kinds"),
        (1, [99], {}, "no name record 99"),
        (1, [2], {"dates": 1}, "Record #1 has no dates"),
        (1, [2], {"dates": 3}, "Record #3 has no dates"),
    ],
)
def test_what_cannot_be_merged_leaves_everything(
    people: Context, kept: int, others: list[int], chosen: dict[str, int], message: str
) -> None:
    names.add(people, "place", "Bandini")
    before = state_of(people.archive.read())
    with pytest.raises(CuratorError, match=message):
        merging.merge(people, kept, others, chosen=chosen)  # type: ignore[arg-type]
    assert state_of(people.archive.read()) == before


def test_what_is_not_merged_is_not_taken_out(people: Context) -> None:
    with pytest.raises(CuratorError, match="is not merged"):
        merging.take_out(people, 1)


def test_the_preview_shows_all_sides_and_writes_nothing(people: Context) -> None:
    before = state_of(people.archive.read())
    shown = merge_preview.preview(people, [1, 2, 3])
    assert [(side.articles, side.mentions, side.first_year, side.last_year) for side in shown.sides] == [
        (1, 1, 1966, 1966),
        (2, 2, 1966, 1967),
        (1, 1, None, None),
    ]
    assert [[each.article_id for each in side.contexts] for side in shown.sides] == [[1], [2, 1], [3]]
    assert {each.field: (each.values, each.chosen) for each in shown.conflicts} == {
        "name": ({1: "Lucia Bandini", 2: "L. Bandini", 3: "Лючия Бандини"}, 1),
        "dates": ({2: "1931", 3: "1932"}, 2),
        "note": ({3: "Draughtswoman."}, 3),
    }
    assert (shown.articles, shown.mentions, shown.obstacle) == (3, 4, None)
    assert shown.names == ("Lucia Bandini", "L. Bandini", "Лючия Бандини", "Bandini")
    assert state_of(people.archive.read()) == before


def test_the_preview_tells_what_stands_in_the_way(people: Context) -> None:
    for name in ("Water", "Floods", "Drying"):
        names.add(people, "theme", name)
    authority_links.add_broader(people, "Drying", "Floods")
    authority_links.add_broader(people, "Floods", "Water")
    for ids in ([7, 5], [5, 7]):
        obstacle = merge_preview.preview(people, ids).obstacle
        assert obstacle
        assert "broader than itself" in obstacle.message
    assert merge_preview.preview(people, [5, 6, 7]).obstacle is None
    obstacle = merge_preview.preview(people, [1, 5]).obstacle
    assert obstacle
    assert "different kinds" in obstacle.message


def test_mentions_have_their_sentence(people: Context) -> None:
    for words in ("Lucia Bandini", "L. Bandini"):
        at = BODY.index(words)
        places.tag_passage(people, 1, at, at + len(words), "person", "#1")
    found = [(each.sentence, each.sentence[each.start : each.end]) for each in splitting.mentions_of(people, 1)]
    assert found == [
        ("", ""),
        ("The drawings of Lucia Bandini hung in the hall.", "Lucia Bandini"),
        ("L. Bandini was not there.", "L. Bandini"),
    ]
    (newest,) = splitting.mentions_of(people, 2, limit=1, newest_first=True)
    assert (newest.article_id, newest.title, newest.date) == (2, "Of 1967-05", "1967-05")


def test_a_sentence_in_a_long_text_is_cut_at_words(people: Context) -> None:
    body = "word " * 200 + "Anna Ter " + "word " * 200
    with people.archive.transaction(Label("Add")) as transaction:
        article_id = articles.add(transaction, {}, body, "test 1")
    start = body.index("Anna")
    places.tag_passage(people, article_id, start, start + 8, "person", "Anna Ter")
    (found,) = splitting.mentions_of(people, 4)
    assert found.sentence[found.start : found.end] == "Anna Ter"
    assert len(found.sentence) < 820
    assert set(found.sentence.split()[:-1]) == {"word", "Anna", "Ter"}


def test_mentions_move_to_a_record_of_their_own(people: Context) -> None:
    before = state_of(people.archive.read())
    moved = [each.mention_id for each in splitting.mentions_of(people, 2) if each.article_id == 2]
    made, _changes = splitting.split_off(people, 2, moved, "L. Bandini (born 1931)")
    assert (articles_of(people, 2), articles_of(people, made)) == ([1], [2])
    assert record(people, 2)[1] == "1931"
    assert merge_preview.preview(people, [2, made]).apart != ()
    history.undo(people)
    assert state_of(people.archive.read()) == before


def test_mentions_of_two_merged_records_become_one(people: Context) -> None:
    merging.merge(people, 1, [2])
    moved = [each.mention_id for each in splitting.mentions_of(people, 1)]
    assert len(moved) == 3
    splitting.split_off(people, 1, moved, to=4)
    assert articles_of(people, 4) == [1, 2]
    assert len(splitting.mentions_of(people, 4)) == 2


@pytest.mark.parametrize(
    ("name", "to", "chosen", "message"),
    [
        ("L. Bandini", None, [2], "on record already"),
        ("", 2, [2], "is the record that the mentions are of"),
        ("New", None, [3], "has no mention 3"),
        ("New", None, [], "No mention was chosen"),
        ("?", None, [2], "is not a name"),
    ],
)
def test_what_cannot_be_split_leaves_everything(
    people: Context, name: str, to: int | None, chosen: list[int], message: str
) -> None:
    before = state_of(people.archive.read())
    with pytest.raises(CuratorError, match=message):
        splitting.split_off(people, 2, chosen, name, to=to)
    assert state_of(people.archive.read()) == before


def test_chosen_values_go_back_in_another_archive_too(people: Context, tmp_path: Path) -> None:
    before = [record(people, each) for each in (1, 2, 3)]
    merging.merge(people, 1, [2, 3], chosen={"name": 3, "dates": 2})
    export(people, tmp_path / "bag", "package")
    with Archive.create(tmp_path / "Other.curator") as other:
        there = Context(other)
        packages.bring_in(there, tmp_path / "bag")
        kept = next(each.authority for each in names.listed(there) if each.authority.preferred_name != "Anna Ter")
        for merged in merging.members(there, kept.id):
            merging.take_out(there, merged.id)
        found = sorted(record(there, each.authority.id) for each in names.listed(there))
        assert found == sorted([*before, ("Anna Ter", None, None)])


@pytest.mark.parametrize(
    "junk",
    [
        "{",
        "[]",
        '{"name": 1}',
        '{"name": {"order": 1, "before": {"preferred_name": null}, "after": {}}}',
        '{"dates": {"order": "x", "before": {}, "after": {}}}',
    ],
)
def test_what_a_package_remembers_wrongly_is_passed_over(people: Context, junk: str) -> None:
    merging.merge(people, 1, [2])
    with people.archive.transaction(Label("Spoil")) as transaction:
        transaction.update("authority", 2, {"merge_choices": junk})
    assert merging.what_stays(people, 2) == []
    assert merging.members(people, 1)[0].chosen == ()
    merging.take_out(people, 2)
    assert articles_of(people, 2) == [1, 2]


def test_what_is_erased_does_not_come_back_by_taking_out(people: Context) -> None:
    for name, note in (("Guild", "Of Anna Ter."), ("Union", "Of others.")):
        names.add(people, "organisation", name)
        authority_links.set_note(people, name, note)
    merging.merge(people, 5, [6], chosen={"note": 6})
    erase.names(people, [("person", "Anna Ter")], "her request", ["Anna Ter"], titles=True)
    kept = people.archive.read().execute("SELECT group_concat(merge_choices) FROM authority").fetchone()[0]
    assert "Anna" not in kept
    merging.take_out(people, 6)
    assert record(people, 5)[2] == "Of […]."


@settings(max_examples=40)
@given(st.data())
def test_nothing_is_lost_by_merging_and_taking_out(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    place = tmp_path_factory.mktemp("names") / "Letters.curator"
    with Archive.create(place) as archive:
        context = Context(archive)
        for name in "ABCD":
            names.add(context, "person", f"Name {name}")
        for at in range(1, 5):
            for other in data.draw(st.lists(st.sampled_from("ABCDX"), unique=True, max_size=3)):
                names.add_variant(context, f"#{at}", f"Name {other}", language=data.draw(st.sampled_from([None, "az"])))
            if data.draw(st.booleans()):
                names.set_dates(context, f"#{at}", str(1900 + data.draw(st.integers(0, 2))))
        before = state_of(archive.read())
        ids = data.draw(st.permutations([1, 2, 3, 4]))
        for kept, other in itertools.pairwise(ids):
            root = authorities.root(archive.read(), kept).id
            having = [
                field for field in MERGE_FIELDS if merging.value_of(authorities.get(archive.read(), other), field)
            ]
            chosen = {field: other for field in having if data.draw(st.booleans())}
            merging.merge(context, root, [other], chosen=chosen)
        for authority_id in data.draw(st.permutations(ids[1:])):
            assert merging.what_stays(context, authority_id) == []
            merging.take_out(context, authority_id)
        after = state_of(archive.read())
        # A variant that was put aside and made anew is another row.
        assert differing({**before, "variant_name": {}}, {**after, "variant_name": {}}) == {}
        rows = [
            {(row["authority_id"], row["name"]) for row in each["variant_name"].values()} for each in (before, after)
        ]
        assert rows[0] == rows[1]
