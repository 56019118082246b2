"""Damage and full disks: a message, never a trace, and nothing half-written."""

from __future__ import annotations

import errno
import os
import random
import sqlite3
from pathlib import Path

import pytest

from curator.archive import Archive, articles, authorities, collections, history, journal
from curator.archive.faults import explained
from curator.errors import CuratorError
from curator.model.revision import Label

from .samples import BODY, add_articles, describe, title_of


@pytest.fixture
def database(archive: Archive) -> Path:
    """A database of a few dozen pages, closed, without log."""
    add_articles(archive, *(f"Article {number} " * 20 for number in range(60)))
    for number in range(30):
        describe(archive, number + 1, title=f"Title {number}")
    archive.close()
    for rest in archive.folder.path.glob("archive.sqlite-*"):
        rest.unlink()
    return archive.folder.database


def use(path: Path) -> None:
    """Open, read everything, write, undo."""
    with Archive.open(path) as archive:
        connection = archive.read()
        for record in journal.RECORDS:
            connection.execute(f'SELECT * FROM "{record}"').fetchall()
        ids = articles.all_ids(connection)
        list(articles.get_many(connection, ids))
        authorities.listed(connection)
        collections.listed(connection)
        history.revisions(connection)
        archive.undo()
        add_articles(archive, "One more")


def said_of(path: Path) -> str | None:
    """Return what use of the archive ended with: a message, or None when all went well."""
    try:
        use(path)
    except CuratorError as error:
        assert error.hint
        return error.message
    return None


def test_the_undamaged_one_is_used_without_a_word(database: Path) -> None:
    assert said_of(database) is None


@pytest.mark.parametrize("content", [b"This is no database. " * 500, b"\0" * 8192, b"SQLite format 3\0", b"x", b""])
def test_what_is_no_database(database: Path, content: bytes) -> None:
    database.write_bytes(content)
    message = said_of(database)
    assert message is not None
    assert "damaged" in message
    assert database.read_bytes() == content


@pytest.mark.parametrize("part", [0.001, 0.1, 0.5, 0.9])
def test_a_truncated_database(database: Path, part: float) -> None:
    whole = database.read_bytes()
    database.write_bytes(whole[: int(len(whole) * part)])
    message = said_of(database)
    assert message is not None
    assert "damaged" in message


def test_pages_overwritten_at_random(database: Path) -> None:
    """Some damage is not noticed, as where it meets free space; none of it ends in a trace."""
    whole = database.read_bytes()
    chance = random.Random(1936)
    messages = []
    for _turn in range(60):
        damaged = bytearray(whole)
        for _spot in range(chance.choice((1, 5, 50))):
            length = chance.choice((1, 16, 4096))
            start = chance.randrange(len(whole) - length)
            damaged[start : start + length] = chance.randbytes(length)
        database.write_bytes(bytes(damaged))
        for rest in database.parent.glob("archive.sqlite-*"):
            rest.unlink()
        messages.append(said_of(database))
    assert any(message and "damaged" in message for message in messages)


def test_a_damaged_list_of_schema_steps_is_not_taken_for_an_older_archive(database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("UPDATE _sqlite_migrations SET migration_set = 'curatos'")
    connection.commit()
    connection.close()
    message = said_of(database)
    assert message is not None
    assert "damaged" in message


def test_a_full_disk_leaves_nothing_half_written(archive: Archive) -> None:
    (article_id,) = add_articles(archive, "A library")
    writer = archive._writing()
    full = writer.execute("PRAGMA page_count").fetchone()[0] + 3
    writer.execute(f"PRAGMA max_page_count = {full}")
    with pytest.raises(CuratorError, match="is full") as caught, archive.transaction(Label("Import")) as transaction:
        for number in range(1000):
            articles.add(transaction, {"title": f"Article {number}"}, BODY * 10, "test 1")
    assert "Free some space" in caught.value.hint
    assert articles.all_ids(archive.read()) == [article_id]
    assert str(history.revisions(archive.read(), 1)[0].label) == "Add articles"
    writer.execute("PRAGMA max_page_count = 1000000")
    describe(archive, article_id, title="A reading room")
    assert title_of(archive, article_id) == "A reading room"
    assert archive.read().execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_undo_on_a_full_disk_can_be_done_again(archive: Archive) -> None:
    ids = add_articles(archive, *(f"Article {number}" for number in range(100)))
    writer = archive._writing()
    writer.execute(f"PRAGMA max_page_count = {writer.execute('PRAGMA page_count').fetchone()[0] + 1}")
    with pytest.raises(CuratorError, match="is full"):
        archive.undo()
    assert articles.all_ids(archive.read()) == ids
    writer.execute("PRAGMA max_page_count = 1000000")
    archive.undo()
    assert articles.all_ids(archive.read()) == []


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "is full"), (errno.EACCES, "cannot be written"), (errno.EROFS, "cannot be")]
)
def test_failures_of_the_system_name_the_file(number: int, words: str) -> None:
    with pytest.raises(CuratorError, match=words), explained(Path("/shelf/Letters.curator")):
        raise OSError(number, os.strerror(number), "/shelf/Letters.curator/originals/ab")


def test_what_is_not_known_passes_through() -> None:
    for error in (OSError(errno.EPIPE, "Broken pipe"), sqlite3.ProgrammingError("a bug"), ValueError("a bug")):
        with pytest.raises(type(error)), explained(Path("Letters.curator")):
            raise error


def test_an_error_in_the_block_is_not_hidden_by_closing(archive: Archive) -> None:
    with pytest.raises(ZeroDivisionError), Archive.open(archive.folder.path) as other:
        other.read()
        _ = 1 // 0
