from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from curator.archive import Archive, journal, migrations
from curator.errors import CuratorError
from curator.model.revision import Label

from .samples import add_articles, describe, title_of

Step = Callable[[Database], None]


def later_program(patch: pytest.MonkeyPatch, **steps: Step) -> None:
    """Let the program know more steps than it does."""
    known = migrations.Steps()
    for name, step in (migrations.migrations.by_name | steps).items():
        known(name)(step)
    patch.setattr(migrations, "migrations", known)


def shelf_mark(db: Database) -> None:
    db.execute("ALTER TABLE article ADD COLUMN shelf_mark TEXT")


def second_table(db: Database) -> None:
    db.execute("CREATE TABLE shelf (id INTEGER PRIMARY KEY, name TEXT) STRICT")


def failing(db: Database) -> None:
    second_table(db)
    db.execute("UPDATE nothing SET a = 1")


def tables(path: Path) -> set[str]:
    connection = sqlite3.connect(path)
    try:
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    finally:
        connection.close()


@pytest.fixture
def older(archive: Archive) -> Path:
    """An archive with one article, closed, as this program writes it."""
    add_articles(archive, "A library")
    archive.close()
    return archive.folder.path


def test_a_new_archive_has_all_steps_and_no_copies(archive: Archive) -> None:
    assert migrations.pending(archive.read(), archive.folder) == []
    assert list(archive.folder.backups.iterdir()) == []
    assert archive.read().execute("PRAGMA user_version").fetchone()[0] == len(migrations.known())


def test_before_each_step_the_database_is_copied(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later_program(monkeypatch, m0003_shelf=second_table, m0004_mark=shelf_mark)
    with Archive.open(older) as archive:
        assert "shelf_mark" in journal.columns(archive.read(), "article")
        assert title_of(archive, 1) == "A library"
        copies = sorted(archive.folder.backups.iterdir(), key=lambda copy: copy.name.partition("before")[2])
    assert [copy.name.partition("-before-")[2] for copy in copies] == ["m0003_shelf.sqlite", "m0004_mark.sqlite"]
    assert ["shelf" in tables(copy) for copy in copies] == [False, True]
    for copy in copies:
        connection = sqlite3.connect(copy)
        assert connection.execute("SELECT title FROM article").fetchall() == [("A library",)]
        connection.close()


def test_whether_steps_are_to_be_taken_is_told_before_opening(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Archive.is_ready(older)
    later_program(monkeypatch, m0004_shelf=second_table)
    assert not Archive.is_ready(older)
    Archive.open(older).close()
    assert Archive.is_ready(older)


def test_what_cannot_be_opened_does_not_wait_for_steps(older: Path, tmp_path: Path) -> None:
    assert Archive.is_ready(tmp_path / "nowhere")
    (older / "archive.sqlite").write_bytes(b"no database" * 1_000)
    assert Archive.is_ready(older)


def test_an_up_to_date_archive_is_not_copied(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    later_program(monkeypatch, m0003_shelf=second_table)
    for _time in range(2):
        Archive.open(older).close()
        assert len(list((older / "backups").iterdir())) == 1


def test_a_step_that_fails_leaves_the_archive_as_it_was(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        later_program(patch, m0003_failing=failing)
        with pytest.raises(sqlite3.OperationalError, match="nothing"):
            Archive.open(older)
    assert "shelf" not in tables(older / "archive.sqlite")
    with Archive.open(older) as archive:
        assert title_of(archive, 1) == "A library"


def test_a_newer_archive_is_refused_and_not_touched(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        later_program(patch, m0003_shelf=second_table)
        Archive.open(older).close()
    # SQLite keeps the -shm file for whoever has the database open; nothing in it lasts.
    before = {path: digest(path) for path in older.rglob("*") if path.is_file() and not path.name.endswith("-shm")}
    with pytest.raises(CuratorError) as caught:
        Archive.open(older)
    ours = len(migrations.known())
    assert caught.value.message == (
        f"This archive was written by a newer Curator (format {ours + 1}; this one reads up to {ours})."
    )
    assert "Install the newer Curator" in caught.value.hint
    assert {path: digest(path) for path in before} == before


def test_a_new_column_is_journalled_and_old_rows_come_back(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive.open(older) as archive, archive.transaction(Label("Delete")) as transaction:
        transaction.connection.execute("DELETE FROM article_text")
        transaction.connection.execute("DELETE FROM article")
    later_program(monkeypatch, m0003_mark=shelf_mark)
    with Archive.open(older) as archive:
        archive.undo()
        assert title_of(archive, 1) == "A library"
        describe(archive, 1, shelf_mark="B 12")
        archive.undo()
        assert archive.read().execute("SELECT shelf_mark FROM article").fetchone()[0] is None


def test_a_table_that_a_step_made_anew_is_journalled(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`transform()` puts another table in the place of the old one, and drops its triggers."""
    later_program(monkeypatch, m0003_transform=lambda db: db["note"].transform(not_null={"article_id"}))
    with Archive.open(older) as archive:
        with archive.transaction(Label("Note")) as transaction:
            transaction.insert("note", {"article_id": 1, "text": "Ask the donor."})
        assert journal.installed(archive._writing())
        archive.undo()
        assert archive.read().execute("SELECT count(*) FROM note").fetchone()[0] == 0


def test_an_empty_file_is_not_made_an_archive(older: Path) -> None:
    (older / "archive.sqlite").write_bytes(b"")
    with pytest.raises(CuratorError, match="is not the database of a Curator archive, or it is damaged"):
        Archive.open(older)
    assert (older / "archive.sqlite").read_bytes() == b""


def test_a_database_of_another_program_is_not_touched(tmp_path: Path) -> None:
    database = tmp_path / "archive.sqlite"
    connection = sqlite3.connect(database)
    connection.execute("CREATE TABLE visitor (name TEXT)")
    connection.close()
    before = digest(database)
    with pytest.raises(CuratorError, match="is not the database of a Curator archive"):
        Archive.open(tmp_path)
    assert digest(database) == before
    assert tables(database) == {"visitor"}


def test_an_archive_whose_making_was_interrupted_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Archive, "transaction", interrupted)
        with pytest.raises(KeyboardInterrupt):
            Archive.create(tmp_path / "Letters.curator")
    with pytest.raises(CuratorError, match="was never finished") as caught:
        Archive.open(tmp_path / "Letters.curator")
    assert "Delete the folder" in caught.value.hint


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
