from __future__ import annotations

import pytest

from curator.archive import articles, authorities, passages
from curator.errors import CuratorError
from curator.model.progress import Progress
from curator.model.revision import Label
from curator.operations import alike_names, history, suggesting, tag, trash
from curator.operations import authorities as names
from curator.operations.context import Context

from .merged_names import merge

BODY = "Kamal Orluyevin məktubu Gəncədə tapıldı. Orluyev onu 1966-cı ildə yazmışdı."
RUSSIAN = "Письмо Камала Орлуева нашли в Гяндже."


@pytest.fixture
def letters(context: Context) -> Context:
    """Two articles, 1 in Azerbaijani and 2 in Russian, and three names on record."""
    with context.archive.transaction(Label("Add")) as transaction:
        articles.add(transaction, {"language": "az"}, BODY, "reader 1")
        articles.add(transaction, {"language": "ru"}, RUSSIAN, "reader 1")
    names.add(context, "person", "Kamal Orluyev", ("Камал Орлуев",))
    names.add(context, "place", "Gəncə", ("Гянджа",))
    names.add(context, "place", "Weimar")
    return context


def told(context: Context, *ids: int) -> list[tuple[int, str, int]]:
    bodies = {1: BODY, 2: RUSSIAN}
    found = suggesting.suggest(context, ids)
    return [(each.article_id, bodies[each.article_id][each.start : each.end], each.authority_id) for each in found]


def test_names_on_record_are_suggested_with_places_and_reasons(letters: Context) -> None:
    assert told(letters) == [
        (1, "Kamal Orluyevin", 1),
        (1, "Gəncədə", 2),
        (1, "Orluyev", 1),
        (2, "Камала Орлуева", 1),
        (2, "Гяндже", 2),
    ]
    assert told(letters, 2) == told(letters)[3:]
    first = next(suggesting.suggest(letters))
    assert (first.kind, first.name, first.why) == (
        "person",
        "Kamal Orluyev",
        "matches variant Kamal Orluyev, genitive",
    )
    assert next(suggesting.suggest(letters, [2])).why.startswith("matches variant Камал Орлуев")


def test_nothing_is_changed_by_suggesting(letters: Context) -> None:
    before = [revision.id for revision in history.revisions(letters)]
    list(suggesting.suggest(letters))
    assert [revision.id for revision in history.revisions(letters)] == before


def test_a_new_variant_finds_its_old_articles(letters: Context) -> None:
    assert (2, "Письмо", 3) not in told(letters)
    names.add_variant(letters, "Weimar", "Письмо")
    assert (2, "Письмо", 3) in told(letters)


def test_merged_records_are_suggested_as_the_one_they_stand_for(letters: Context) -> None:
    other, _changes = names.add(letters, "person", "Камал Заречный")
    merge(letters, "#1", f"#{other}")
    assert {authority for _article, _words, authority in told(letters)} == {1, 2}


def test_what_was_decided_is_not_suggested_again(letters: Context) -> None:
    start = BODY.index("Gəncə")
    with letters.archive.transaction(Label("Tag")) as transaction:
        passage = passages.add(transaction, 1, start, start + 5)
        passages.tag(transaction, 1, passage, 3)
    # Somebody said that another place is meant there.
    assert (1, "Gəncədə", 2) not in told(letters)
    tag.add(letters, [2], [("person", "Kamal Orluyev")])
    assert (2, "Камала Орлуева", 1) in told(letters)
    with letters.archive.transaction(Label("Reject")) as transaction:
        (row,) = transaction.rows("SELECT id FROM mention WHERE passage_id IS NULL")
        transaction.update("mention", row["id"], {"status": "rejected"})
    assert (2, "Камала Орлуева", 1) not in told(letters)
    assert (1, "Kamal Orluyevin", 1) in told(letters)


def test_paragraphs_in_other_languages_count(letters: Context) -> None:
    with letters.archive.transaction(Label("Add")) as transaction:
        body = "A letter.\n\nWeimarın kitabxanası."
        english = articles.add(transaction, {"language": "en"}, body, "reader 1")
        both = articles.add(transaction, {"language": "en"}, body + " ", "reader 1", languages="en az")
    known = [[each for each in suggesting.suggest(letters, [found]) if each.authority_id] for found in (english, both)]
    assert [[each.name for each in found] for found in known] == [[], ["Weimar"]]


def test_trashed_articles_are_left_out_unless_asked_for(letters: Context) -> None:
    trash.trash(letters, [2])
    assert {article for article, _words, _authority in told(letters)} == {1}
    assert len(told(letters, 2)) == 2


def test_progress_is_told_and_what_is_not_there_is_explained(letters: Context) -> None:
    heard: list[Progress] = []
    list(suggesting.suggest(Context(letters.archive, heard.append)))
    assert [(each.done, each.total) for each in heard] == [(1, 2), (2, 2)]
    with pytest.raises(CuratorError, match="no article 9"):
        list(suggesting.suggest(letters, [9]))


def test_names_that_look_alike_are_listed_until_they_are_said_to_differ(letters: Context) -> None:
    names.add(letters, "person", "Kamal Orluev")
    names.add(letters, "theme", "Weimar")
    (pair,) = alike_names.alike(letters)
    assert (pair.one, pair.other) == (1, 4)
    assert alike_names.alike(letters, "place") == []
    assert alike_names.alike(letters, "person") == [pair]
    assert alike_names.keep_apart(letters, "#4", "#1", reason="father and son")
    assert alike_names.alike(letters) == []
    assert not alike_names.keep_apart(letters, "#1", "#4")
    history.undo(letters)
    assert alike_names.alike(letters) == [pair]
    history.redo(letters)
    assert alike_names.alike(letters) == []


def test_what_was_said_of_a_record_holds_for_the_one_it_is_merged_into(letters: Context) -> None:
    names.add(letters, "person", "Kamal Orluev")
    names.add(letters, "person", "K. Zareçnı")
    alike_names.keep_apart(letters, "#4", "#1")
    merge(letters, "#5", "#1")
    assert [(pair.one, pair.other) for pair in alike_names.alike(letters)] == []
    assert authorities.root(letters.archive.read(), 1).id == 5
    with pytest.raises(CuratorError, match="one record"):
        alike_names.keep_apart(letters, "#5", "#1")
