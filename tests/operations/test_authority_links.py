from __future__ import annotations

from collections.abc import Callable

import pytest

from curator.errors import CuratorError
from curator.model.authority_links import AuthorityDetail
from curator.model.revision import Changes
from curator.operations import authorities, authority_detail, authority_links, history, tag
from curator.operations.context import Context

from .merged_names import merge, take_out
from .record_states import state_of


@pytest.fixture
def names(context: Context) -> Context:
    for kind, name in (
        ("theme", "Drying"),
        ("theme", "Conservation"),
        ("theme", "Floods"),
        ("theme", "Water"),
        ("person", "Lucia Bandini"),
        ("person", "L. Bandini"),
        ("organisation", "Town library"),
        ("place", "Gəncə"),
    ):
        authorities.add(context, kind, name)  # type: ignore[arg-type]
    return context


def shown(context: Context, name: str) -> AuthorityDetail:
    return authority_detail.shown(context, name)


def broader(context: Context, name: str) -> list[str]:
    return [record.preferred_name for record in shown(context, name).broader]


ACTS: list[Callable[[Context], Changes]] = [
    lambda context: authority_links.add_broader(context, "Drying", "Conservation"),
    lambda context: authority_links.add_broader(context, "drying", "Floods"),
    lambda context: authority_links.remove_broader(context, "Drying", "Floods"),
    lambda context: authority_links.relate(context, "Lucia Bandini", "Town library", None, "member of", "1993 to 1997"),
    lambda context: authority_links.relate(context, "Lucia Bandini", "Town library", None, "member of", "1993/1998"),
    lambda context: authority_links.relate(context, "Gəncə", "Town library"),
    lambda context: authority_links.unrelate(context, "Town library", "Gəncə"),
    lambda context: authority_links.identify(context, "Gəncə", "wikidata", "Q2044")[0],
    lambda context: authority_links.identify(context, "Gəncə", "wikidata", "Q2044", match="close")[0],
    lambda context: authority_links.unidentify(context, "Gəncə", "Wikidata", "q2044"),
    lambda context: authority_links.prefer(context, "Gəncə", "Գանձակ", "hy"),
    lambda context: authority_links.prefer(context, "Gəncə", "Գանձակ", "the old residents"),
    lambda context: authority_links.unprefer(context, "Gəncə", "Գանձակ", "hy"),
    lambda context: authority_links.set_note(context, "Gəncə", "A town."),
]


def test_every_act_is_undone_and_done_again(names: Context) -> None:
    states = [state_of(names.archive.read())]
    for act in ACTS:
        assert act(names)
        assert not act(names) if act not in _REMOVING else True
        states.append(state_of(names.archive.read()))
    for before in states[-2::-1]:
        history.undo(names)
        assert state_of(names.archive.read()) == before
    for after in states[1:]:
        history.redo(names)
        assert state_of(names.archive.read()) == after


_REMOVING = (ACTS[2], ACTS[6], ACTS[9], ACTS[12])


def test_several_broader_terms(names: Context) -> None:
    authority_links.add_broader(names, "Drying", "Floods")
    authority_links.add_broader(names, "Drying", "Conservation")
    authority_links.add_broader(names, "Floods", "Water")
    assert broader(names, "Drying") == ["Conservation", "Floods"]
    assert [record.preferred_name for record in shown(names, "Water").narrower] == ["Floods"]


def test_circles_are_refused_naming_the_way_round(names: Context) -> None:
    authority_links.add_broader(names, "Drying", "Floods")
    authority_links.add_broader(names, "Floods", "Water")
    before = state_of(names.archive.read())
    with pytest.raises(CuratorError, match="Water < Drying < Floods < Water"):
        authority_links.add_broader(names, "Water", "Drying")
    with pytest.raises(CuratorError, match="one record"):
        authority_links.add_broader(names, "Water", "water")
    with pytest.raises(CuratorError, match="the kinds differ"):
        authority_links.add_broader(names, "Water", "Gəncə")
    with pytest.raises(CuratorError, match="would be broader than itself"):
        merge(names, "Drying", "Water")
    assert state_of(names.archive.read()) == before


def test_a_narrower_term_may_turn_out_to_be_the_same(names: Context) -> None:
    authority_links.add_broader(names, "Drying", "Floods")
    merge(names, "Floods", "Drying")
    assert (broader(names, "Floods"), shown(names, "Floods").narrower) == ([], ())
    take_out(names, "Drying")
    assert broader(names, "Drying") == ["Floods"]


def test_a_relation_is_read_from_both_ends(names: Context) -> None:
    authority_links.relate(names, "Lucia Bandini", "Town library", None, "member of", "1993 to 1997")
    (there,) = shown(names, "Lucia Bandini").related
    (back,) = shown(names, "Town library").related
    assert (there.authority.preferred_name, there.type, there.forward, there.dates) == (
        "Town library",
        "member of",
        True,
        "1993/1997",
    )
    assert (back.authority.preferred_name, back.type, back.forward) == ("Lucia Bandini", "member of", False)
    authority_links.relate(names, "Town library", "Lucia Bandini")
    assert [(each.type, each.forward) for each in shown(names, "Lucia Bandini").related] == [
        (None, True),
        ("member of", True),
    ]
    assert not authority_links.relate(names, "Lucia Bandini", "Town library")
    authority_links.unrelate(names, "Lucia Bandini", "Town library", None, "member of")
    authority_links.unrelate(names, "Lucia Bandini", "Town library")
    assert shown(names, "Town library").related == ()


def test_merged_records_bring_their_relations_and_identifiers(names: Context) -> None:
    authority_links.relate(names, "L. Bandini", "Town library", None, "member of")
    authority_links.identify(names, "L. Bandini", "viaf", "96994048")
    tag_two = [("person", "L. Bandini")]
    with names.archive.transaction(history.revisions(names, 1)[0].label) as transaction:
        transaction.insert("article", {"title": "One"})
    tag.add(names, [1], tag_two)  # type: ignore[arg-type]
    merge(names, "Lucia Bandini", "L. Bandini", reason="signs both ways")
    detail = shown(names, "Lucia Bandini")
    assert [each.authority.preferred_name for each in detail.related] == ["Town library"]
    assert [each.identifier for each in detail.identifiers] == ["96994048"]
    assert [(each.preferred_name, reason) for each, reason in detail.merged] == [("L. Bandini", "signs both ways")]
    assert detail.articles == 1
    assert [each.authority.preferred_name for each in shown(names, "Town library").related] == ["Lucia Bandini"]
    assert not authority_links.relate(names, "Lucia Bandini", "Town library", None, "member of")
    authority_links.unidentify(names, "Lucia Bandini", "viaf", "96994048")
    authority_links.unrelate(names, "Lucia Bandini", "Town library")
    assert (shown(names, "Town library").related, shown(names, "Lucia Bandini").identifiers) == ((), ())


def test_records_of_two_kinds_are_not_merged(names: Context) -> None:
    with pytest.raises(CuratorError, match="different kinds"):
        merge(names, "Gəncə", "Town library")


def test_an_identifier_that_another_has_is_a_doubt(names: Context) -> None:
    assert authority_links.identify(names, "Lucia Bandini", "viaf", "96994048")[1] == ()
    changes, (doubt,) = authority_links.identify(names, "L. Bandini", "viaf", "96994048")
    assert changes
    assert "“Lucia Bandini” (#5)" in doubt.message


def test_preferred_forms_stand_in_parallel_by_language(names: Context) -> None:
    assert shown(names, "Gence").preferred == (("Gəncə", None),)
    authority_links.prefer(names, "Gence", "Գանձակ", "HY")
    authority_links.prefer(names, "Gence", "Gəncə", "az")
    authority_links.prefer(names, "Gence", "Գանձակ", "the old residents")
    authority_links.prefer(names, "Gence", "Gandzak", "hy")
    assert shown(names, "Gence").preferred == (
        ("Gəncə", "az"),
        ("Gandzak", "hy"),
        ("Գանձակ", "hy"),
        ("Գանձակ", "the old residents"),
    )
    authority_links.unprefer(names, "Gence", "Գանձակ", "hy")
    authority_links.unprefer(names, "Gence", "Gandzak", "hy")
    detail = shown(names, "Gandzak")
    assert detail.preferred == (("Gəncə", "az"), ("Գանձակ", "the old residents"))
    assert [(each.name, each.language) for each in detail.variants] == [("Gandzak", "hy")]


def test_a_variant_learns_its_language_from_who_prefers_it(names: Context) -> None:
    authorities.add_variant(names, "Gəncə", "Gandzak")
    authority_links.prefer(names, "Gəncə", "Gandzak", "hy")
    assert shown(names, "Gence").preferred == (("Gandzak", "hy"), ("Gəncə", None))


def test_a_note_and_the_words_of_dates(names: Context) -> None:
    authority_links.set_note(names, "Gəncə", " A town.\r\nOld. ")
    authorities.set_dates(names, "Gəncə", "about 1606")
    record = shown(names, "Gəncə").authority
    assert (record.note, record.dates, record.dates_verbatim) == ("A town.\nOld.", "1606~", "about 1606")
    authority_links.set_note(names, "Gəncə", "")
    authorities.set_dates(names, "Gəncə", "")
    record = shown(names, "Gəncə").authority
    assert (record.note, record.dates, record.dates_verbatim) == (None, None, None)


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda c: authority_links.remove_broader(c, "Drying", "Floods"), "no broader term"),
        (lambda c: authority_links.unrelate(c, "Drying", "Floods"), "not related so"),
        (lambda c: authority_links.unidentify(c, "Drying", "viaf", "1"), "no identifier viaf 1"),
        (lambda c: authority_links.unprefer(c, "Drying", "Drying", "en"), "not the preferred form"),
        (lambda c: authority_links.prefer(c, "Drying", "Drying", " "), "Which language or community"),
        (lambda c: authority_links.prefer(c, "Drying", "?!", "en"), "not a name"),
        (lambda c: authority_links.relate(c, "Drying", "Floods", dates="soonish"), "soonish"),
        (lambda c: authority_links.relate(c, "Drying", "drying"), "one record"),
        (lambda c: authority_links.identify(c, "Drying", "isni", "1"), "no identifier of isni"),
        (lambda c: authority_links.add_broader(c, "Nobody", "Floods"), "No record is known"),
    ],
)
def test_what_cannot_be_done_is_said_in_words(names: Context, act: Callable[[Context], object], message: str) -> None:
    before = state_of(names.archive.read())
    with pytest.raises(CuratorError, match=message):
        act(names)
    assert state_of(names.archive.read()) == before
