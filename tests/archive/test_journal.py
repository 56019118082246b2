from __future__ import annotations

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curator.archive import Archive, articles, journal, outbox
from curator.archive.journal import before_image, installed
from curator.model.revision import Label

from .samples import add_articles, describe, title_of


def lines(archive: Archive, revision_id: int, record: str = "article") -> list[tuple[str, int, object]]:
    rows = archive.read().execute(
        "SELECT kind, row_id, before FROM change WHERE revision_id = ? AND record = ? ORDER BY id",
        (revision_id, record),
    )
    return [(row["kind"], row["row_id"], before_image(row["before"])) for row in rows]


def test_triggers_are_there_once_something_was_written(archive: Archive) -> None:
    assert installed(archive._writing())
    assert not installed(archive.read())
    archive._writing().execute("DROP TRIGGER temp.journal_note_delete")
    assert not installed(archive._writing())


def test_a_new_row_leaves_a_line_without_image(archive: Archive) -> None:
    with archive.transaction(Label("Add")) as transaction:
        article_id = articles.add(transaction, {"title": "A library"}, "Text", "test 1")
    assert lines(archive, transaction.revision_id) == [("insert", article_id, None)]


def test_an_update_keeps_the_old_values_of_what_changed(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "A library")
    revision_id = describe(archive, article_id, title="A reading room", byline="Lucia Bandini", language=None)
    assert lines(archive, revision_id) == [("update", article_id, {"title": "A library", "byline": None})]


def test_an_update_to_the_same_value_leaves_no_trace(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "A library")
    before = archive.read().execute("SELECT count(*), (SELECT count(*) FROM revision) FROM change").fetchone()
    with archive.transaction(Label("Nothing new")) as transaction:
        transaction.update("article", article_id, {"title": "A library", "byline": None})
    assert not transaction.changes
    assert tuple(before) == tuple(
        archive.read().execute("SELECT count(*), (SELECT count(*) FROM revision) FROM change").fetchone()
    )


def test_a_deletion_keeps_the_whole_row(archive: Archive) -> None:
    with archive.transaction(Label("Add")) as transaction:
        search = transaction.insert("saved_search", {"title": "Letters", "query": "letter*"})
    whole = dict(archive.read().execute("SELECT * FROM saved_search").fetchone())
    with archive.transaction(Label("Delete")) as transaction:
        transaction.delete("saved_search", [search])
    assert lines(archive, transaction.revision_id, "saved_search") == [("delete", search, whole)]


def test_a_replace_is_journalled_as_the_deletion_it_is(archive: Archive) -> None:
    with archive.transaction(Label("Add")) as transaction:
        search = transaction.insert("saved_search", {"title": "Letters", "query": "letter*"})
    with archive.transaction(Label("Replace")) as transaction:
        transaction.connection.execute(
            "INSERT OR REPLACE INTO saved_search (uid, title, query) VALUES ('another', 'Letters', 'maps')"
        )
    kinds = [(kind, row_id) for kind, row_id, _image in lines(archive, transaction.revision_id, "saved_search")]
    assert kinds == [("delete", search), ("insert", search + 1)]
    archive.undo()
    assert archive.read().execute("SELECT id, query FROM saved_search").fetchall()[0]["query"] == "letter*"


@pytest.mark.parametrize("record", journal.RECORDS)
def test_no_record_is_written_outside_a_transaction(archive: Archive, record: str) -> None:
    """A row that fits the table is not needed: the trigger comes before the foreign keys are looked at."""
    writer = archive._writing()
    fields = [row for row in writer.execute(f'PRAGMA table_info("{record}")') if row["notnull"] and row["name"] != "id"]
    allowed = {
        "version": "'edited'",
        "outcome": "'added'",
        "kind": "'person'",
        "relation": "'version of'" if record == "article_relation" else "'related'",
        "level": "'item'",
        "access": "'open'",
        "status": "'inbox'" if record == "article" else "'draft'" if record == "authority" else "'confirmed'",
        "role": "'page'",
        "match": "'exact'",
        "state": "'anchored'",
        "manner": "'verbatim'",
        "end": "2",
        "trashed": "0",
    }
    names = ", ".join(f'"{row["name"]}"' for row in fields)
    values = ", ".join(allowed.get(row["name"], "1" if row["type"] == "INTEGER" else "'x'") for row in fields)
    if record == "not_same":
        names, values = f"{names}, article_id, other_article_id", f"{values}, 1, 2"
    if record == "archive":
        with pytest.raises(sqlite3.IntegrityError, match=journal.OUTSIDE):
            writer.execute("DELETE FROM archive")
        return
    with pytest.raises(sqlite3.IntegrityError, match=journal.OUTSIDE):
        writer.execute(f'INSERT INTO "{record}" ({names}) VALUES ({values})')
    assert writer.execute(f'SELECT count(*) FROM "{record}"').fetchone()[0] == 0


@pytest.mark.parametrize("sql", ["UPDATE article SET title = 'x'", "DELETE FROM article_text", "DELETE FROM article"])
def test_rows_are_not_altered_outside_a_transaction(archive: Archive, sql: str) -> None:
    (article_id,) = add_articles(archive, "A library")
    with pytest.raises(sqlite3.IntegrityError, match=journal.OUTSIDE):
        archive._writing().execute(sql)
    assert title_of(archive, article_id) == "A library"
    with pytest.raises(sqlite3.IntegrityError, match=journal.OUTSIDE):
        archive.derived((sql, [()]))
    assert title_of(archive, article_id) == "A library"


def test_a_reader_cannot_write(archive: Archive) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        archive.read().execute("DELETE FROM article")


def test_the_outbox_rises_with_each_change_of_words(archive: Archive) -> None:
    first, second = add_articles(archive, "A library", "An archive")
    start = dict(outbox.pending(archive.read()))
    assert start.keys() == {first, second}
    describe(archive, first, title="A reading room")
    after = dict(outbox.pending(archive.read()))
    assert after[first] > max(start.values())
    assert after[second] == start[second]


def test_dates_and_tags_are_no_matter_of_the_index(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "A library")
    before = outbox.pending(archive.read())
    describe(archive, article_id, published="1936", trashed=1)
    assert outbox.pending(archive.read()) == before


def test_undone_articles_are_in_the_outbox_too(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "A library")
    outbox.settle(archive, outbox.pending(archive.read()))
    archive.undo()
    assert [waiting for waiting, _seq in outbox.pending(archive.read())] == [article_id]


# Everything SQLite keeps as text: no NUL, no halves of surrogate pairs.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXT, number=st.integers(-(2**63), 2**63 - 1))
def test_any_text_and_number_comes_back_by_undo(archive: Archive, text: str, number: int) -> None:
    (article_id,) = add_articles(archive, "x")
    describe(archive, article_id, title="1" + text, published_earliest=number)
    describe(archive, article_id, title="2", published_earliest=None)
    archive.undo()
    article = articles.get(archive.read(), article_id)
    assert (article.title, article.published_earliest) == ("1" + text, number)
