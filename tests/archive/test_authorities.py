from __future__ import annotations

import pytest

from curator.archive import Archive, authorities, mentions
from curator.errors import CuratorError
from curator.model.authority import AuthorityKind
from curator.model.dates import parse_edtf
from curator.model.revision import Label

from .samples import add_articles, describe


def add(archive: Archive, *names: str, kind: AuthorityKind = "person") -> list[int]:
    with archive.transaction(Label("Add")) as transaction:
        return [authorities.add(transaction, kind, name) for name in names]


def merge(archive: Archive, kept: int, other: int) -> None:
    with archive.transaction(Label("Merge")) as transaction:
        authorities.merge(transaction, kept, other, "the same signature")


def split(archive: Archive, authority_id: int) -> None:
    with archive.transaction(Label("Split")) as transaction:
        authorities.split(transaction, authority_id)


def tagged(archive: Archive, article_ids: list[int], authority_id: int) -> None:
    with archive.transaction(Label("Tag")) as transaction:
        mentions.tag(transaction, article_ids, authority_id)


def known(archive: Archive, name: str) -> list[int]:
    return [record.id for record in authorities.named(archive.read(), name)]


def variants(archive: Archive, authority_id: int) -> set[tuple[str, str | None, str]]:
    return {(name.name, name.language, name.name_kind) for name in authorities.variants(archive.read(), authority_id)}


def test_a_record_is_found_in_any_spelling_of_its_name(archive: Archive) -> None:
    (person,) = add(archive, "Şəfiqə Əfəndizadə")
    for name in ("Şəfiqə Əfəndizadə", "SEFIQE EFENDIZADE", "şefiqe  efendizade"):
        assert known(archive, name) == [person]
    assert known(archive, "Əfəndizadə") == []
    assert [record.id for record in authorities.containing(archive.read(), "efendizade")] == [person]
    assert authorities.containing(archive.read(), "efendi") == []
    assert authorities.named(archive.read(), "Şəfiqə Əfəndizadə", "place") == []


@pytest.mark.parametrize("name", ["", "—", " . "])
def test_a_name_has_letters(archive: Archive, name: str) -> None:
    with pytest.raises(CuratorError, match="is not a name"):
        add(archive, name)


def test_a_new_name_keeps_the_old_one_as_a_variant(archive: Archive) -> None:
    (place,) = add(archive, "Yelizavetpol", kind="place")
    for name in ("Kirovabad", "Gəncə"):
        with archive.transaction(Label("Rename")) as transaction:
            authorities.rename(transaction, place, name)
    assert authorities.get(archive.read(), place).preferred_name == "Gəncə"
    assert variants(archive, place) == {("Yelizavetpol", None, "former"), ("Kirovabad", None, "former")}
    assert known(archive, "kirovabad") == known(archive, "gence") == [place]


def test_going_back_to_an_old_name_leaves_no_name_twice(archive: Archive) -> None:
    (place,) = add(archive, "Kirovabad", kind="place")
    for name in ("Gəncə", "Kirovabad", "Kirovabad"):
        with archive.transaction(Label("Rename")) as transaction:
            authorities.rename(transaction, place, name)
    assert variants(archive, place) == {("Gəncə", None, "former")}
    assert not transaction.changes


def test_a_new_name_keeps_who_prefers_it(archive: Archive) -> None:
    (place,) = add(archive, "Шуша", kind="place")
    with archive.transaction(Label("Variants")) as transaction:
        authorities.add_variant(transaction, place, "Şuşa", "az", "Azerbaijani")
        authorities.add_variant(transaction, place, "Şuşa")
        authorities.add_variant(transaction, place, "Շուշի", "hy", "Armenian")
    with archive.transaction(Label("Rename")) as transaction:
        authorities.rename(transaction, place, "Şuşa")
    assert variants(archive, place) == {
        ("Şuşa", "az", "variant"),
        ("Շուշի", "hy", "variant"),
        ("Шуша", None, "former"),
    }


def test_a_variant_is_added_once_and_can_learn_who_prefers_it(archive: Archive) -> None:
    (place,) = add(archive, "Şuşa", kind="place")
    for community in (None, None, "Armenian", None):
        with archive.transaction(Label("Variant")) as transaction:
            authorities.add_variant(transaction, place, "Շուշի", None, community)
        authorities_known = authorities.variants(archive.read(), place)
        assert len(authorities_known) == 1
    assert authorities_known[0].preferred_in == "Armenian"
    with archive.transaction(Label("The preferred name")) as transaction:
        authorities.add_variant(transaction, place, "Şuşa")
    assert not transaction.changes


def test_a_variant_is_removed_in_all_its_languages(archive: Archive) -> None:
    (place,) = add(archive, "Şuşa", kind="place")
    with archive.transaction(Label("Variants")) as transaction:
        for language in (None, "hy", "ru"):
            authorities.add_variant(transaction, place, "Shushi", language)
        assert authorities.remove_variant(transaction, place, "Shushi") == 3
        assert authorities.remove_variant(transaction, place, "Shushi") == 0
    assert known(archive, "Shushi") == []


def test_dates_are_set_with_their_bounds_and_cleared(archive: Archive) -> None:
    (person,) = add(archive, "Lucia Bandini")
    read = parse_edtf("1936~")
    for dates in (read, None):
        with archive.transaction(Label("Date")) as transaction:
            authorities.set_dates(transaction, person, dates)
        record = authorities.get(archive.read(), person)
        wanted = (dates.edtf, dates.earliest, dates.latest) if dates else (None, None, None)
        assert (record.dates, record.dates_earliest, record.dates_latest) == wanted


def test_a_chain_of_merges_leads_to_one(archive: Archive) -> None:
    one, two, three, four = add(archive, "Lucia Bandini", "L. Bandini", "Bandini", "Bandini L.")
    merge(archive, two, three)
    merge(archive, one, two)
    merge(archive, three, four)  # three stands for one by now
    assert {authorities.root(archive.read(), each).id for each in (one, two, three, four)} == {one}
    assert sorted(authorities.members(archive.read(), [one])) == [one, two, three, four]
    assert authorities.get(archive.read(), four).merged_into == one
    assert known(archive, "bandini") == [one]
    assert {name for name, _language, kind in variants(archive, one) if kind == "merged"} == {
        "L. Bandini",
        "Bandini",
        "Bandini L.",
    }


def test_merges_make_no_circle(archive: Archive) -> None:
    one, two, three = add(archive, "Lucia Bandini", "L. Bandini", "Bandini")
    merge(archive, one, two)
    merge(archive, two, three)
    for kept in (one, two, three):
        for other in (one, two, three):
            with pytest.raises(CuratorError, match="“Lucia Bandini” is one record already"):
                merge(archive, kept, other)
    assert [record.id for record in authorities.merged(archive.read())] == [three, two]


def test_records_of_two_kinds_are_not_merged(archive: Archive) -> None:
    (person,), (place,) = add(archive, "Lucia Bandini"), add(archive, "Bandini", kind="place")
    with pytest.raises(CuratorError, match="different kinds"):
        merge(archive, person, place)


def test_a_split_gives_everything_back(archive: Archive) -> None:
    articles = add_articles(archive, "a", "b", "c")
    one, other, third = add(archive, "Lucia Bandini", "L. Bandini", "Bandini")
    tagged(archive, articles[:1], one)
    tagged(archive, articles[1:2], other)
    tagged(archive, articles[2:], third)
    merge(archive, other, third)
    merge(archive, one, other)
    assert mentions.articles_with(archive.read(), [one]) == articles
    split(archive, other)
    assert mentions.articles_with(archive.read(), [one]) == articles[:1]
    assert mentions.articles_with(archive.read(), [other]) == articles[1:]
    split(archive, third)
    assert mentions.articles_with(archive.read(), [other]) == articles[1:2]
    assert {authorities.root(archive.read(), each).id for each in (one, other, third)} == {one, other, third}


def test_counts_resolve_merges_and_leave_out_trash_and_rejections(archive: Archive) -> None:
    articles = add_articles(archive, "a", "b", "c", "d")
    one, other, unused = add(archive, "Lucia Bandini", "L. Bandini", "Anna Ter")
    tagged(archive, articles[:2], one)
    tagged(archive, articles[1:], other)
    merge(archive, one, other)
    with archive.transaction(Label("Reject")) as transaction:
        rows = transaction.rows("SELECT id FROM mention WHERE article_id = ?", (articles[2],))
        transaction.update("mention", rows[0]["id"], {"status": "rejected"})
    describe(archive, articles[3], trashed=1)
    listed = authorities.listed(archive.read())
    assert [(each.authority.id, each.articles, each.variants) for each in listed] == [
        (unused, 0, ()),
        (one, 2, ("L. Bandini",)),
    ]
    assert authorities.listed(archive.read(), "place") == []


def test_a_record_that_is_not_there(archive: Archive) -> None:
    for ask in (authorities.get, authorities.root):
        with pytest.raises(CuratorError, match="There is no name record 5"):
            ask(archive.read(), 5)
