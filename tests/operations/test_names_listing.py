"""The names on record as rows: filtered in any spelling, and looked through for what may be wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.archive import Archive, articles
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import alike_names, authorities, history, merging, names_listing, names_removal, tag, trash
from curator.operations.context import Context
from curator.operations.names_listing import Check


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    """Three articles; people in two scripts, one used twice; a theme that nobody uses."""
    with Archive.create(tmp_path / "Names.curator") as archive:
        made = Context(archive)
        with archive.transaction(Label("Add")) as transaction:
            for title in ("One", "Two", "Three"):
                articles.add(transaction, {"title": title}, f"{title} of three.", "test")
        authorities.add(made, "person", "Vəli Əliyev", ("V. Əliyev",), "1931")
        authorities.add(made, "person", "Вели Алиев")
        authorities.add(made, "person", "Anna Reiss")
        authorities.add(made, "theme", "Drying of paper")
        tag.add(made, [1, 2], [("person", "Vəli Əliyev")])
        tag.add(made, [3], [("person", "Вели Алиев")])
        tag.add(made, [3], [("person", "Anna Reiss")])
        yield made


def names(context: Context, typed: str = "", check: Check | None = None, kind: str | None = None) -> list[str]:
    return [row.name for row in names_listing.rows(context, kind, typed, check)]  # type: ignore[arg-type]


def id_of(context: Context, name: str) -> int:
    return next(row.id for row in names_listing.rows(context) if row.name == name)


def test_rows_tell_how_often_a_name_is_used(context: Context) -> None:
    found = {row.name: row for row in names_listing.rows(context)}
    first = found["Vəli Əliyev"]
    assert (first.articles, first.mentions, first.dates, first.others) == (2, 2, "1931", ("V. Əliyev",))
    assert len(first.last_used) == len("2026-01-01")
    assert found["Drying of paper"].last_used == ""


@pytest.mark.parametrize("typed", ["aliy", "ALIEV", "eliyev", "алиев", "vali aliy", "Əliyev Vəli", "ալիև"])
def test_what_is_typed_finds_all_spellings_of_a_name(context: Context, typed: str) -> None:
    assert sorted(names(context, typed)) == ["Vəli Əliyev", "Вели Алиев"]


def test_names_that_fit_by_their_letters_come_before_those_that_sound_alike(context: Context) -> None:
    assert names(context, "алиев") == ["Вели Алиев", "Vəli Əliyev"]
    assert names(context, "əliyev") == ["Vəli Əliyev", "Вели Алиев"]


def test_all_words_must_fit_and_signs_find_nothing(context: Context) -> None:
    assert names(context, "anna aliy") == []
    assert len(names(context, " ... ")) == 4


def test_checks_find_what_may_be_wrong(context: Context) -> None:
    assert names(context, check="unused") == ["Drying of paper"]
    assert names(context, check="used-once") == ["Anna Reiss", "Вели Алиев"]
    assert names(context, check="without-dates") == ["Anna Reiss", "Вели Алиев"]
    assert names(context, check="unused", kind="person") == []


def test_the_trash_does_not_count_as_use(context: Context) -> None:
    trash.trash(context, [3])
    assert names(context, check="unused") == ["Anna Reiss", "Drying of paper", "Вели Алиев"]


def test_names_that_look_alike_stand_beside_each_other_until_they_are_said_to_be_different(context: Context) -> None:
    (row,) = names_listing.rows(context, check="look-alike")
    assert row.beside is not None
    assert (row.name, row.beside.name) == ("Vəli Əliyev", "Вели Алиев")
    assert set(row.ids) == {row.id, row.beside.id}
    alike_names.keep_apart(context, f"#{row.id}", f"#{row.beside.id}")
    assert names_listing.rows(context, check="look-alike") == []


def test_merged_names_stand_beside_what_stands_for_them(context: Context) -> None:
    one, two, three = (id_of(context, name) for name in ("Vəli Əliyev", "Вели Алиев", "Anna Reiss"))
    merging.merge(context, one, [two], "The same letter from Ganja")
    merging.merge(context, three, [one])
    rows = {row.name: row for row in names_listing.rows(context, check="merged")}
    found = rows["Вели Алиев"].beside
    assert found is not None
    assert (found.id, found.name, found.why) == (three, "Anna Reiss", "The same letter from Ganja")
    assert found.when
    assert rows["Вели Алиев"].ids == ()
    assert names(context, "aliy", "merged") == ["Vəli Əliyev", "Вели Алиев"]
    # Its names are found under the record that stands for it.
    assert names(context, "aliy") == ["Anna Reiss"]


def test_counts_of_kinds_and_checks_follow_each_other(context: Context) -> None:
    found = names_listing.read(context)
    chosen = found.choose("person", "", "used-once")
    assert dict(chosen.kinds) == {"person": 2}
    assert chosen.checks == {None: 3, "unused": 0, "used-once": 2, "without-dates": 2, "merged": 0}
    assert found.choose(None, "aliy").checks[None] == 2


def test_before_names_are_counted_nothing_is_said_of_their_use(context: Context) -> None:
    found = names_listing.read(context, counted=False).choose()
    assert len(found.rows) == 4
    assert found.rows[0].articles is None
    assert "unused" not in found.checks


def test_rows_follow_a_change_as_if_they_were_read_anew(context: Context) -> None:
    found = names_listing.read(context)
    found.pairs = alike_names.alike(context)
    one, two = id_of(context, "Vəli Əliyev"), id_of(context, "Вели Алиев")
    changes = merging.merge(context, one, [two])
    found.update(*names_listing.touched(context, changes))
    assert found.by_id == names_listing.read(context).by_id
    assert found.pairs == []
    assert found.by_id[one].articles == 3
    undone = history.undo(context)[1]
    found.update(*names_listing.touched(context, undone))
    assert found.by_id == names_listing.read(context).by_id


def test_rows_can_be_put_into_another_order(context: Context) -> None:
    found = names_listing.read(context)
    assert next(row.name for row in found.choose(sort="articles").rows) == "Vəli Əliyev"
    assert [row.dates for row in found.choose(sort="dates").rows] == ["1931", None, None, None]


def test_an_unused_name_is_removed_and_comes_back_by_undo(context: Context) -> None:
    paper = id_of(context, "Drying of paper")
    authorities.add_variant(context, "Drying of paper", "Kağızın qurudulması", None, "az")
    before = names_listing.rows(context)
    names_removal.remove_unused(context, [paper])
    assert "Drying of paper" not in names(context)
    history.undo(context)
    assert names_listing.rows(context) == before


@pytest.mark.parametrize("use", ["tag", "trash", "merged"])
def test_a_name_that_is_in_use_stays(context: Context, use: str) -> None:
    if use == "trash":
        trash.trash(context, [1, 2, 3])
    kept = id_of(context, "Drying of paper" if use == "merged" else "Anna Reiss")
    if use == "merged":
        other, _changes = authorities.add(context, "theme", "Paper that is dried")
        merging.merge(context, kept, [other])
    with pytest.raises(CuratorError, match="in use"):
        names_removal.remove_unused(context, [kept])
    assert kept in {row.id for row in names_listing.rows(context)}


def test_what_was_only_rejected_is_no_use(context: Context) -> None:
    other, _changes = authorities.add(context, "person", "Nigar Orlu")
    with context.archive.transaction(Label("Reject")) as transaction:
        transaction.insert("mention", {"article_id": 1, "authority_id": other, "status": "rejected"})
    names_removal.remove_unused(context, [other])
    assert "Nigar Orlu" not in names(context)


def test_spellings_of_one_name_stand_together(context: Context) -> None:
    authorities.add(context, "theme", "Əlyazmalar")
    authorities.add_variant(context, "Vəli Əliyev", "Vali Aliyev")
    assert names(context, "aliy") == ["Vəli Əliyev", "Вели Алиев", "Əlyazmalar"]
