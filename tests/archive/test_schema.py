"""Facts about the schema that the journal, undo and merging rely on."""

from __future__ import annotations

import sqlite3

import pytest

from curator.archive import Archive, journal
from curator.model.revision import Label

NOT_RECORDS = {
    "revision",
    "change",
    "index_outbox",
    "suggestion",
    "suggestion_scan",
    "preservation_event",
    "tombstone",
    "replica_state",
    "review",
    "review_item",
    "review_reading",
    "review_attachment",
    "review_edit",
    "watched_file",
    "text_sketch",
    "sketch_hash",
    "likeness",
    "search_history",
}


@pytest.fixture
def connection(archive: Archive) -> sqlite3.Connection:
    return archive.read()


def test_every_table_is_a_record_or_known_not_to_be_one(connection: sqlite3.Connection) -> None:
    names = {row["name"] for row in connection.execute("PRAGMA table_list") if row["type"] == "table"}
    ours = {name for name in names if not name.startswith(("sqlite_", "_sqlite_"))}
    assert ours == {*journal.RECORDS, *NOT_RECORDS}
    assert len(journal.RECORDS) == len(set(journal.RECORDS))


def test_all_tables_are_strict(connection: sqlite3.Connection) -> None:
    strict = {row["name"]: row["strict"] for row in connection.execute("PRAGMA table_list")}
    assert all(strict[name] for name in (*journal.RECORDS, *NOT_RECORDS))


@pytest.mark.parametrize("record", journal.RECORDS)
def test_a_record_has_a_lasting_id_and_a_uid(connection: sqlite3.Connection, record: str) -> None:
    fields = {row["name"]: row for row in connection.execute(f'PRAGMA table_info("{record}")')}
    assert fields["id"]["pk"] == 1
    assert fields["uid"]["notnull"] == 1
    sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (record,)).fetchone()[0]
    assert "id INTEGER PRIMARY KEY AUTOINCREMENT" in sql
    assert "uid TEXT NOT NULL UNIQUE" in sql


@pytest.mark.parametrize("record", journal.RECORDS)
def test_the_journal_can_keep_every_column(connection: sqlite3.Connection, record: str) -> None:
    """JSON keeps integers and text as they are; a REAL or a BLOB would come back changed."""
    types = {row["type"] for row in connection.execute(f'PRAGMA table_info("{record}")')}
    assert types <= {"INTEGER", "TEXT"}


@pytest.mark.parametrize("record", journal.RECORDS)
def test_foreign_keys_are_found_by_index_and_do_not_cascade(connection: sqlite3.Connection, record: str) -> None:
    """A deletion looks for rows that point at it: without an index it would scan the table each time."""
    for key in connection.execute(f'PRAGMA foreign_key_list("{record}")').fetchall():
        plan = connection.execute(f'EXPLAIN QUERY PLAN SELECT 1 FROM "{record}" WHERE "{key["from"]}" = ?', (1,))
        assert "SEARCH" in plan.fetchone()["detail"], key["from"]
        assert (key["on_delete"], key["on_update"]) == ("NO ACTION", "NO ACTION")
        assert key["table"] in journal.RECORDS


def test_one_archive_row_only(archive: Archive) -> None:
    with (
        pytest.raises(sqlite3.IntegrityError),
        archive.transaction(Label("Another")) as transaction,
    ):
        transaction.insert("archive", {"title": "Another", "created": "2024-01-01"})
