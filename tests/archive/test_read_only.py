"""An archive on a medium that cannot be written: a CD, a snapshot, a folder of somebody else."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from curator.archive import Archive, ArchiveFolder, articles
from curator.archive.connection import connect_reader, is_open_elsewhere, readable_copy
from curator.errors import CuratorError

from .samples import add_articles, describe, title_of
from .unprivileged import as_nobody, read_only_copy

pytestmark = pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")


def titles(path: Path) -> str:
    with Archive.open(path) as archive:
        found = [str(article.title) for article in articles.get_many(archive.read(), articles.all_ids(archive.read()))]
        return f"{archive.writable} {found}"


def refusals(path: Path) -> str:
    said = []
    with Archive.open(path) as archive:
        ways: list[Callable[[], object]] = [
            lambda: describe(archive, 1, title="x"),
            archive.undo,
            lambda: archive.revert(2),
            lambda: archive.derived(("DELETE FROM index_outbox", [()])),
        ]
        for way in ways:
            try:
                way()
            except CuratorError as error:
                said.append(error.message)
    return "\n".join(said)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def whole(archive: Archive) -> Path:
    add_articles(archive, "A library", "An archive")
    archive.close()
    for rest in archive.folder.path.glob("archive.sqlite-*"):
        rest.unlink()
    return archive.folder.path


@pytest.fixture
def with_log(archive: Archive, tmp_path: Path) -> Path:
    """A copy taken while the archive was open: its last act stands in the log only."""
    add_articles(archive, "A library")
    archive.close()
    with Archive.open(archive.folder.path) as again:
        describe(again, 1, title="A reading room")
        copy = Path(shutil.copytree(again.folder.path, tmp_path / "Copy.curator"))
    (copy / "archive.sqlite-shm").unlink()
    assert (copy / "archive.sqlite-wal").stat().st_size > 0
    return copy


def test_it_is_read_and_left_as_it_is(whole: Path) -> None:
    with read_only_copy(whole) as copy:
        before = contents(copy)
        assert as_nobody(lambda: titles(copy)) == "False ['A library', 'An archive']"
        assert contents(copy) == before


def test_every_way_to_write_is_refused_in_words(whole: Path) -> None:
    with read_only_copy(whole) as copy:
        before = contents(copy)
        said = as_nobody(lambda: refusals(copy)).splitlines()
        assert said == [f"This archive can only be read: {copy} is read-only."] * 4
        assert contents(copy) == before


def test_what_stands_in_the_log_is_read_too(with_log: Path) -> None:
    alone = connect_reader(with_log / "archive.sqlite", immutable=True)
    assert alone.execute("SELECT title FROM article").fetchone()[0] == "A library"
    alone.close()
    with read_only_copy(with_log) as copy:
        before = contents(copy)
        assert as_nobody(lambda: titles(copy)) == "False ['A reading room']"
        assert contents(copy) == before


def test_as_seen_by_the_program_when_the_system_says_read_only(with_log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curator.archive.folder.os.access", lambda path, mode: mode != os.W_OK)
    with Archive.open(with_log) as archive:
        assert not archive.writable
        assert archive.database != archive.folder.database
        copied = archive.database.parent
        assert title_of(archive, 1) == "A reading room"
        with pytest.raises(CuratorError, match="can only be read"):
            describe(archive, 1, title="x")
    assert not copied.exists()


def test_no_copy_without_a_log(whole: Path) -> None:
    assert readable_copy(ArchiveFolder(whole)) is None
    (whole / "archive.sqlite-wal").write_bytes(b"")
    assert readable_copy(ArchiveFolder(whole)) is None


def test_an_unreadable_database_is_spoken_of(whole: Path) -> None:
    with read_only_copy(whole) as copy:
        (copy / "archive.sqlite").chmod(0)
        said = as_nobody(lambda: titles(copy))
    assert "curator.errors.CuratorError" in said.splitlines()[-1]
    assert "cannot be written to, or not opened at all" in said


def test_a_folder_that_cannot_be_written_is_no_place_for_a_new_archive(tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    with read_only_copy(tmp_path / "shelf") as shelf:
        said = as_nobody(lambda: str(Archive.create(shelf / "Letters.curator")))
    assert "Letters.curator cannot be made: Permission denied" in said.splitlines()[-1]


def test_an_older_archive_is_not_brought_up_to_date_there(whole: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("curator.archive.folder.os.access", lambda path, mode: mode != os.W_OK)
    monkeypatch.setattr("curator.archive.open_database.pending", lambda connection, folder: ["m0002_more"])
    before = contents(whole)
    with pytest.raises(CuratorError, match="older Curator and stands on a read-only medium"):
        Archive.open(whole)
    assert contents(whole) == before


def test_of_somebody_else_who_goes_on_writing() -> None:
    """A folder that one may only read, while its owner works in it: what the owner does is seen."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        path = Path(place) / "Shared.curator"
        with Archive.create(path) as owner:
            add_articles(owner, "A library")
            assert is_open_elsewhere(path / "archive.sqlite")
            if os.geteuid() == 0:
                assert as_nobody(lambda: titles(path)) == "False ['A library']"
        assert not is_open_elsewhere(path / "archive.sqlite")
