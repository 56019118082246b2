from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from curator.archive import Archive, articles, erasure, erasure_scope, journal
from curator.archive.connection import connect_reader
from curator.archive.originals import stored
from curator.errors import CuratorError
from curator.model.revision import Label
from curator.operations import article_history, collect, erase, history, notes, saved_searches, tag
from curator.operations import authorities as names
from curator.operations.context import Context

from .curated import TEXTS, fill
from .merged_names import merge

EN = TEXTS["en"][0]


@pytest.fixture
def ids(context: Context, tmp_path: Path) -> dict[str, int]:
    return fill(context.archive, tmp_path / "sources")


def erase_article(context: Context, article_id: int, title: str) -> erase.Erased:
    return erase.articles(context, [article_id], "asked by the family", [title])


def whole(archive: Archive) -> None:
    """The database has no fault, and no row points to nothing."""
    assert [row[0] for row in archive.read().execute("PRAGMA integrity_check")] == ["ok"]
    assert archive.read().execute("PRAGMA foreign_key_check").fetchall() == []


def count(archive: Archive, table: str) -> int:
    return int(archive.read().execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])


def test_an_article_goes_with_all_that_is_about_it(context: Context, ids: dict[str, int]) -> None:
    archive, files = context.archive, len(list(stored(context.archive.folder)))
    erased = erase_article(context, ids["en"], EN)
    assert (erased.record, erased.ids, erased.originals, erased.problems) == ("article", [ids["en"]], 1, [])
    assert articles.missing(archive.read(), list(ids.values())) == [ids["en"]]
    assert [count(archive, table) for table in ("passage", "statement", "statement_about", "figure", "note")] == [0] * 5
    assert len(list(stored(archive.folder))) == files - 1
    whole(archive)


def test_a_tombstone_stays_and_says_nothing_of_what_it_was(context: Context, ids: dict[str, int]) -> None:
    uid = articles.get(context.archive.read(), ids["en"]).uid
    erase_article(context, ids["en"], EN)
    article, original = erase.tombstones(context)
    assert (article.uid, article.record, article.row_id) == (uid, "article", ids["en"])
    assert (article.by_whom, article.reason) == ("Tester", "asked by the family")
    assert original.record == "original"
    events = context.archive.read().execute(
        "SELECT type, object FROM preservation_event WHERE type <> 'ingestion' ORDER BY id"
    )
    assert [tuple(row) for row in events] == [("erasure", uid), ("deletion", original.uid)]


def test_it_cannot_be_undone(context: Context, ids: dict[str, int]) -> None:
    before = count(context.archive, "revision")
    erase_article(context, ids["en"], EN)
    assert count(context.archive, "revision") == before
    history.undo(context)
    history.redo(context)
    assert articles.missing(context.archive.read(), list(ids.values())) == [ids["en"]]


def test_older_acts_that_touched_it_are_still_taken_back(context: Context, ids: dict[str, int]) -> None:
    archive = context.archive
    tag.add(context, [ids["en"], ids["ru"]], [("theme", "Cellars")])
    collect.put(context, "Rooms", [ids["en"], ids["tr"]])
    erase_article(context, ids["en"], EN)
    for _act in range(3):
        history.undo(context)
        whole(archive)
    assert count(archive, "article") == 0
    for _act in range(3):
        history.redo(context)
        whole(archive)
    assert articles.missing(archive.read(), list(ids.values())) == [ids["en"]]


def test_an_act_about_it_alone_is_passed_over_and_refused_in_words(context: Context, ids: dict[str, int]) -> None:
    with context.archive.transaction(Label("Describe")) as transaction:
        transaction.update("article", ids["en"], {"section": "Rooms"})
    erase_article(context, ids["en"], EN)
    with pytest.raises(CuratorError, match="what it was about was erased for good"):
        history.revert(context, transaction.revision_id)
    undone, _changes = history.undo(context)
    assert str(undone.label) == "Fill"


def test_an_article_whose_import_was_undone_is_erased_from_the_journal(context: Context, ids: dict[str, int]) -> None:
    history.undo(context)
    erased = erase_article(context, ids["en"], EN)
    assert erased.originals == 1
    images = [row[0] for row in context.archive.read().execute("SELECT before FROM change WHERE before IS NOT NULL")]
    assert images and not [image for image in images if "cellar." in image]
    history.redo(context)
    assert articles.missing(context.archive.read(), list(ids.values())) == [ids["en"]]
    whole(context.archive)


def test_an_original_of_two_articles_stays_and_is_named(context: Context, ids: dict[str, int]) -> None:
    archive = context.archive
    with archive.transaction(Label("Attach")) as transaction:
        (row,) = transaction.rows("SELECT original_id FROM article_original WHERE article_id = ?", (ids["en"],))
        transaction.insert("article_original", {"article_id": ids["tr"], "original_id": row[0], "role": "attachment"})
    files = len(list(stored(archive.folder)))
    erased = erase_article(context, ids["en"], EN)
    assert (erased.originals, erased.shared) == (0, ["en.txt"])
    assert len(list(stored(archive.folder))) == files
    assert erase_article(context, ids["tr"], TEXTS["tr"][0]).originals == 2


def test_the_backup_made_after_does_not_hold_it(context: Context, ids: dict[str, int]) -> None:
    erased = erase_article(context, ids["en"], EN)
    assert erased.backup is not None
    assert list(context.archive.folder.backups.iterdir()) == [erased.backup.path]
    copy = connect_reader(erased.backup.path, immutable=True)
    assert copy.execute("SELECT count(*) FROM article").fetchone()[0] == 4
    copy.close()


@pytest.mark.parametrize("typed", [[], ["the newspaper cellar"], ["The newspaper"]])
def test_the_title_has_to_be_typed(context: Context, ids: dict[str, int], typed: list[str]) -> None:
    with pytest.raises(CuratorError) as caught:
        erase.articles(context, [ids["en"]], "asked", typed)
    assert "--confirm “The newspaper cellar”" in caught.value.hint
    assert articles.missing(context.archive.read(), list(ids.values())) == []


def test_several_titles_and_one_without(context: Context, ids: dict[str, int]) -> None:
    with context.archive.transaction(Label("Describe")) as transaction:
        transaction.update("article", ids["tr"], {"title": None})
    untitled = f"untitled {ids['tr']}"
    with pytest.raises(CuratorError) as caught:
        erase.articles(context, [ids["en"], ids["tr"]], "asked", [EN])
    assert untitled in caught.value.hint
    with pytest.raises(CuratorError, match="is none of what is to be erased"):
        erase.articles(context, [ids["tr"]], "asked", [untitled, EN])
    assert erase.articles(context, [ids["en"], ids["tr"]], "asked", [untitled, f"  {EN} "]).ids == [
        ids["en"],
        ids["tr"],
    ]


def test_who_looks_for_it_later_hears_when_and_why(context: Context, ids: dict[str, int]) -> None:
    erase_article(context, ids["en"], EN)
    when = erase.tombstones(context)[0].at[:10]
    told = f"Article {ids['en']} was erased for good on {when} by Tester: asked by the family"
    for look in (history.of_article, article_history.acts, notes.of_article):
        with pytest.raises(CuratorError) as caught:
            look(context, ids["en"])
        assert caught.value.message == told
    with pytest.raises(CuratorError, match="There is no article 77"):
        history.of_article(context, 77)


def test_a_reason_is_asked_for_and_must_not_tell(context: Context, ids: dict[str, int]) -> None:
    with pytest.raises(CuratorError, match="Why is it erased"):
        erase.articles(context, [ids["en"]], "  ", [EN])
    with pytest.raises(CuratorError, match="The reason holds what is to be erased"):
        erase.articles(context, [ids["en"]], "about THE NEWSPAPER CELLAR", [EN])
    with pytest.raises(CuratorError, match="There is no article 77"):
        erase.articles(context, [77], "asked", [EN])
    assert articles.missing(context.archive.read(), list(ids.values())) == []


def test_a_name_goes_with_variants_merged_records_and_tags(context: Context, ids: dict[str, int]) -> None:
    archive = context.archive
    erased = erase.names(context, [("person", "лючия бандини")], "her request", ["Lucia Bandini"])
    assert len(erased.ids) == 2, "the record that was merged into it"
    left = [row[0] for row in archive.read().execute("SELECT name FROM authority_name")]
    assert "Lucia Bandini" not in left and "Лючия Бандини" not in left and "L. Bandini" in left
    assert count(archive, "statement") == 1, "what was said stays, without the speaker"
    assert archive.read().execute("SELECT speaker_id FROM statement").fetchone()[0] is None
    labels = [row[0] for row in archive.read().execute("SELECT label FROM revision")]
    assert not [label for label in labels if "Lucia" in label]
    whole(archive)
    history.undo(context)
    whole(archive)


def test_labels_lose_the_name_and_nothing_else(context: Context, ids: dict[str, int]) -> None:
    names.add(context, "person", "Ann")
    tag.add(context, [ids["en"]], [("person", "Ann"), ("person", "Annabel")])
    erase.names(context, [("person", "Ann")], "her request", ["Ann"])
    newest, older, *_rest = history.revisions(context)
    assert str(newest.label) == "Tag an article with […], Annabel"
    assert str(older.label) == "Add […]"


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def write_about_edith(context: Context) -> int:
    """Titles, queries, notes and a history that hold the name in several spellings."""
    article = fresh(context)
    tag.add(context, [article], [("person", "Edith Marlow"), ("organisation", "Guild"), ("organisation", "Union")])
    collect.put(context, "Papers of EDITH MARLOW", [article])
    collect.put(context, "Letters / edith marlow", [article])
    was = next(found.id for found, _n in collect.listed(context) if "Papers" in found.title)
    collect.rename(context, was, "Edith Marlows Nachlass")
    saved_searches.add(context, "With Edith  Marlow", 'person:"Edith Marlow" OR cellar')
    notes.add(context, article, "Edith Marlow's hand?")
    merge(context, "Guild", "Union", reason="says EDITH MARLOW")
    history.undo(context)
    history.redo(context)
    return article


def fresh(context: Context) -> int:
    with context.archive.transaction(Label("Add")) as transaction:
        return articles.add(transaction, {"title": "The cellar"}, "The cellar dried.", "test")


def test_what_people_wrote_has_to_be_decided_about(context: Context) -> None:
    write_about_edith(context)
    found = erase.written_with(context, [("person", "Edith Marlow")])
    assert {(each.record, each.field) for each in found if not each.is_past} >= {
        ("collection", "title"),
        ("saved_search", "title"),
        ("saved_search", "query"),
        ("note", "text"),
    }
    assert [each.words for each in found if each.is_past and each.record == "collection"] == ["Papers of EDITH MARLOW"]
    with pytest.raises(CuratorError, match="Nothing was erased yet") as caught:
        erase.names(context, [("person", "Edith Marlow")], "her request", ["Edith Marlow"])
    assert "--also-titles" in caught.value.hint
    assert erase.tombstones(context) == []
    erased = erase.names(context, [("person", "Edith Marlow")], "her request", ["Edith Marlow"], titles=False)
    assert not erased.blotted and erased.still_named == [1]
    assert "Edith Marlows Nachlass" in [found.title for found, _n in collect.listed(context)]


def test_no_byte_of_a_name_is_left_when_titles_go_too(context: Context) -> None:
    write_about_edith(context)
    assert b"marlow" in bytes_of(context.archive.folder.path).lower()
    erased = erase.names(context, [("person", "Edith Marlow")], "her request", ["Edith Marlow"], titles=True)
    assert (erased.problems, erased.still_named, erased.other_names) == ([], [], [])
    assert b"marlow" not in bytes_of(context.archive.folder.path).lower()
    assert sorted(found.title for found, _n in collect.listed(context)) == ["Letters", "[…] (3)", "[…] Nachlass (1)"]
    assert [found.title for found in saved_searches.listed(context)] == ["With […] (1)"]
    whole(context.archive)
    while history.next_undo(context):
        history.undo(context)
        whole(context.archive)
    assert b"marlow" not in bytes_of(context.archive.folder.path).lower()


def test_other_names_that_hold_it_are_told_of(context: Context) -> None:
    tag.add(context, [fresh(context)], [("person", "Edith Marlow"), ("organisation", "Edith Marlow Fund")])
    erased = erase.names(context, [("person", "Edith Marlow")], "her request", ["Edith Marlow"])
    assert erased.other_names == ["Edith Marlow Fund"]


def test_articles_whose_text_holds_the_name_are_listed(context: Context, ids: dict[str, int]) -> None:
    erased = erase.names(context, [("place", "Gəncə")], "a test", ["Gəncə"])
    # Not the Armenian one: there it stands with a suffix.
    assert erased.still_named == sorted([ids["az"], ids["ru"]])
    assert "Gəncə" in articles.text(context.archive.read(), ids["az"]).body


def test_a_reader_in_the_way_is_told_and_the_next_opening_finishes(
    context: Context, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasure, "_PATIENCE_S", 0.2)
    archive = context.archive
    reader = connect_reader(archive.database)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM article").fetchone()
    erased = erase_article(context, ids["en"], EN)
    (problem,) = erased.problems
    assert problem.message.startswith("It is erased from the records. What is left is done when the archive is next")
    assert erasure.is_begun(archive.read())
    Archive.open(archive.folder.path).close()
    assert erasure.is_begun(archive.read()), "the reader is still in the way, and nobody is kept out"
    reader.close()
    Archive.open(archive.folder.path).close()
    assert not erasure.is_begun(archive.read())


def test_what_fails_before_it_is_committed_leaves_everything(
    context: Context, ids: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_arguments: object) -> None:
        raise sqlite3.OperationalError("by intent")

    monkeypatch.setattr(erasure, "_let_go", failing)
    with pytest.raises(sqlite3.OperationalError):
        erase_article(context, ids["en"], EN)
    assert articles.missing(context.archive.read(), list(ids.values())) == []
    assert not erasure.is_begun(context.archive.read())


def test_every_column_that_names_what_can_be_erased_is_thought_of(archive: Archive) -> None:
    """A new table about articles or names has to go with them, or to let go of them."""
    # These are reached another way: by the article, or they name what is theirs alone.
    otherwise = {("article_original", "original_id", "original")}
    thought_of = {*erasure_scope._OWNED, *erasure_scope.LINKS, *otherwise}
    for record in journal.RECORDS:
        for key in archive.read().execute(f'PRAGMA foreign_key_list("{record}")'):
            if key["table"] in ("article", "authority", "passage", "statement", "original"):
                assert (record, key["from"], key["table"]) in thought_of
