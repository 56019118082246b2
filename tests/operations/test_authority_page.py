from __future__ import annotations

import pytest

from curator.archive import articles
from curator.errors import CuratorError
from curator.model.authority_page import NameInArticles
from curator.model.dates import parse_edtf
from curator.model.revision import Label
from curator.operations import authorities, authority_links, authority_page, events, name_edits, passages, tag, trash
from curator.operations.context import Context

from .merged_names import merge

BODY = "The river rose at night. Lucia Bandini carried the periodicals upstairs. L. Bandini wrote it down later."


@pytest.fixture
def archive_of_names(context: Context) -> Context:
    """Five articles; Lucia Bandini (1) in four of them, one of which is in the trash."""
    dates = ("1966-11-04", "1967", "196X", None, "1967-03-01")
    with context.archive.transaction(Label("Add")) as transaction:
        for number, published in enumerate(dates, 1):
            fields = {"title": f"Article {number}", "publication": "Library Courier", "language": "en"}
            made = articles.add(transaction, fields, BODY, "test")
            if published:
                date = parse_edtf(published)
                values = {
                    "published": published,
                    "published_earliest": date.earliest,
                    "published_latest": date.latest,
                }
                transaction.update("article", made, values)
    authorities.add(context, "person", "Lucia Bandini", ("L. Bandini",))
    authorities.add(context, "theme", "Floods")
    passages.tag_passage(context, 1, 25, 38, "person", "#1")
    passages.tag_passage(context, 1, 73, 83, "person", "#1")
    tag.add(context, [1, 2, 3, 4, 5], [("person", "#1")])
    tag.add(context, [1, 2], [("theme", "Floods")])
    trash.trash(context, [5])
    return context


def counted(context: Context, authority_id: int = 1) -> NameInArticles:
    return authority_page.in_articles(context, authority_id)


def test_mentions_stand_by_date_and_a_tag_of_the_whole_only_where_no_passage_has_the_name(
    archive_of_names: Context,
) -> None:
    found = authority_page.mentions(archive_of_names, 1, counted(archive_of_names).mentions)
    told = [(each.context.article_id, each.context.sentence) for each in found]
    assert told == [
        (3, ""),
        (1, "Lucia Bandini carried the periodicals upstairs."),
        (1, "L. Bandini wrote it down later."),
        (2, ""),
        (4, ""),
    ]
    context = found[1].context
    assert context.sentence[context.start : context.end] == "Lucia Bandini"
    assert (context.place, found[1].publication, found[1].language) == (25, "Library Courier", "en")


def test_years_are_certain_or_possible(archive_of_names: Context) -> None:
    years = {each.year: (each.certain, each.possible) for each in counted(archive_of_names).years}
    assert years[1966] == (1, 1)
    assert years[1967] == (1, 1)
    assert years[1960] == years[1969] == (0, 1)
    assert len(years) == 10


def test_names_in_the_same_articles_are_counted_by_article(archive_of_names: Context) -> None:
    beside = counted(archive_of_names).beside
    assert [(each.kind, each.name, each.articles) for each in beside] == [("theme", "Floods", 2)]


def test_uses_of_a_spelling_are_those_of_its_very_words(archive_of_names: Context) -> None:
    assert counted(archive_of_names).uses == {"lucia bandini": 1, "l bandini": 1}


def test_a_merged_name_counts_with_the_one_it_is_in(archive_of_names: Context) -> None:
    other, _changes = authorities.add(archive_of_names, "person", "Lucia B.")
    tag.add(archive_of_names, [2, 4], [("person", f"#{other}")])
    tag.add(archive_of_names, [4], [("theme", "Floods")])
    merge(archive_of_names, "Lucia Bandini", "Lucia B.", reason="signs so")
    record = authority_page.facts(archive_of_names, other)
    assert (record.authority.preferred_name, record.articles) == ("Lucia Bandini", 4)
    assert [(each.name, each.reason) for each in record.merged] == [("Lucia B.", "signs so")]
    assert "merged" in [form.name_kind for form in record.variants]
    floods = counted(archive_of_names, 2).beside
    assert [(each.id, each.articles) for each in floods] == [(1, 3)]


def test_no_form_goes_before_the_others(archive_of_names: Context) -> None:
    for form, who in (("Lüsiya Bandini", "az"), ("Лючия Бандини", "ru"), ("Lucia Bandini", "it")):
        authority_links.prefer(archive_of_names, "#1", form, who)
    record = authority_page.facts(archive_of_names, 1)
    assert [(form.name, form.used_by) for form in record.parallel] == [
        ("Lüsiya Bandini", ("az",)),
        ("Lucia Bandini", ("it",)),
        ("Лючия Бандини", ("ru",)),
    ]
    assert [form.name for form in record.variants] == ["L. Bandini"]


def test_the_name_of_the_record_stands_with_them_where_nobody_prefers_it(archive_of_names: Context) -> None:
    authority_links.prefer(archive_of_names, "#1", "Lüsiya Bandini", "az")
    parallel = authority_page.facts(archive_of_names, 1).parallel
    assert [(form.name, form.used_by) for form in parallel] == [("Lüsiya Bandini", ("az",)), ("Lucia Bandini", ())]


def test_an_event_tells_its_place_and_who_took_part(archive_of_names: Context) -> None:
    context = archive_of_names
    for kind, name in (("event", "Flood"), ("event", "Flood of 1966"), ("place", "Florence")):
        authorities.add(context, kind, name)  # type: ignore[arg-type]
    events.describe(context, "Flood", ["Florence"], [("Lucia Bandini", "rescuer")], ["Flood of 1966"])
    authority_links.relate(context, "Flood", "Lucia Bandini", type_="remembered by")
    record = authority_page.facts(context, 3)
    assert [each.authority.preferred_name for each in record.places] == ["Florence"]
    assert [(each.authority.preferred_name, each.type) for each in record.participants] == [
        ("Lucia Bandini", "rescuer")
    ]
    assert [each.preferred_name for each in record.broader] == ["Flood of 1966"]
    assert [each.type for each in record.related] == ["remembered by"]


def test_narrower_names_are_counted_without_counting_an_article_twice(archive_of_names: Context) -> None:
    context = archive_of_names
    mud, _changes = authorities.add(context, "theme", "Mud")
    tag.add(context, [2, 3], [("theme", "Mud")])
    assert counted(context, 2).with_narrower is None
    name_edits.move_under(context, mud, 2)
    assert counted(context, 2).with_narrower == 3
    assert authority_page.facts(context, 2).articles == 2


def test_a_name_that_is_not_there_is_refused(context: Context) -> None:
    with pytest.raises(CuratorError):
        authority_page.facts(context, 12)
