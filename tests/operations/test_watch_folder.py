from __future__ import annotations

from pathlib import Path

import pytest

from curator.archive import Archive
from curator.errors import CuratorError
from curator.operations import review_batch, watch_folder
from curator.operations.context import Context
from curator.operations.watch_folder import Watcher

LETTER = "Two lines of a letter,\nthe second of which ends it.\n"


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 3.0
        return self.now


@pytest.fixture
def box(tmp_path: Path) -> Path:
    (tmp_path / "box").mkdir()
    return tmp_path / "box"


def found(context: Context) -> list[str]:
    return sorted(
        Path(row.path).name
        for state in review_batch.listed(context)
        for row in review_batch.items(context, state.review.id)
    )


def test_a_file_is_read_once_it_keeps_still(context: Context, box: Path) -> None:
    watcher = Watcher(context, box, Clock())
    (box / "a.txt").write_text(LETTER[:10], encoding="utf-8")
    assert watcher.step() is None
    (box / "a.txt").write_text(LETTER, encoding="utf-8")
    assert watcher.step() is None
    assert watcher.step() is not None
    assert found(context) == ["a.txt"]
    assert review_batch.listed(context)[0].review.origin == "watch"
    assert (box / "a.txt").read_text(encoding="utf-8") == LETTER


def test_hidden_files_and_half_downloads_wait(context: Context, box: Path) -> None:
    for name in (".a.txt", "a.txt.part", "b.html.crdownload", "c.tmp"):
        (box / name).write_text(LETTER, encoding="utf-8")
    watcher = Watcher(context, box, Clock())
    assert [watcher.step() for _look in range(3)] == [None, None, None]
    (box / "a.txt.part").rename(box / "a.txt")
    assert watcher.step() is None
    assert watcher.step() is not None
    assert found(context) == ["a.txt"]


def test_the_same_bytes_come_once_also_after_they_were_dropped(context: Context, box: Path) -> None:
    (box / "a.txt").write_text(LETTER, encoding="utf-8")
    (box / "copy.txt").write_text(LETTER, encoding="utf-8")
    watcher = Watcher(context, box, Clock())
    for _look in range(3):
        watcher.step()
    assert len(found(context)) == 1
    review_batch.close(context, review_batch.listed(context)[0].review.id)
    (box / "again.txt").write_text(LETTER, encoding="utf-8")
    another = Watcher(context, box, Clock())
    assert [another.step() for _look in range(3)] == [None, None, None]
    assert found(context) == []


def test_new_files_join_the_review_that_waits(context: Context, box: Path) -> None:
    watcher = Watcher(context, box, Clock())
    for name in ("a.txt", "b.txt"):
        (box / name).write_text(f"{name}: {LETTER}", encoding="utf-8")
        watcher.step()
        watcher.step()
    assert found(context) == ["a.txt", "b.txt"]
    assert len(review_batch.listed(context)) == 1


def test_a_folder_that_is_gone_is_said_and_waited_for(context: Context, tmp_path: Path) -> None:
    watcher = Watcher(context, tmp_path / "later", Clock())
    assert watcher.step() is None
    assert watcher.problem is not None
    (tmp_path / "later").mkdir()
    assert watcher.step() is None
    assert watcher.problem is None


def test_it_is_off_until_a_folder_is_named(archive: Archive, context: Context, box: Path) -> None:
    assert watch_folder.folder_of(context) is None
    watch_folder.set_folder(context, box)
    archive.close()
    with Archive.open(archive.folder.path) as again:
        assert watch_folder.folder_of(Context(again)) == box
        watch_folder.set_folder(Context(again), None)
        assert watch_folder.folder_of(Context(again)) is None


def test_the_archive_is_not_watched_by_itself(archive: Archive, context: Context, tmp_path: Path) -> None:
    for place in (archive.folder.originals, archive.folder.path, archive.folder.path.parent):
        with pytest.raises(CuratorError, match="the archive lies in it"):
            watch_folder.set_folder(context, place)
    with pytest.raises(CuratorError, match="no folder"):
        watch_folder.set_folder(context, tmp_path / "missing")
