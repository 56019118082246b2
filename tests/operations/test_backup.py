from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from curator.archive import Archive, backups, original_copies
from curator.archive.originals import stored, stored_path
from curator.errors import CuratorError
from curator.operations import backup, history, own_backups
from curator.operations.context import Context

from .curated import fill
from .record_states import differing, state_of


@pytest.fixture
def curated(archive: Archive, tmp_path: Path) -> Archive:
    fill(archive, tmp_path / "sources")
    return archive


def copies(archive: Archive) -> list[Path]:
    return sorted(archive.folder.backups.glob("*.sqlite"))


def test_on_close_when_something_changed_and_not_again(curated: Archive) -> None:
    context = Context(curated)
    made, problem = own_backups.on_close(context)
    assert made is not None and problem is None
    assert copies(curated) == [made.path]
    assert own_backups.on_close(context, least_age_s=0) == (None, None)
    history.undo(context)
    assert own_backups.on_close(context) == (None, None), "the last one is not an hour old"
    assert own_backups.on_close(context, least_age_s=0)[0] is not None
    assert len(copies(curated)) == 2


def test_a_backup_of_two_hours_ago_is_old_enough_and_one_of_the_future_too(curated: Archive) -> None:
    context = Context(curated)
    made, _problem = own_backups.on_close(context)
    assert made is not None
    history.undo(context)
    for seconds in (-7_200, 7_200):
        os.utime(made.path, (time.time() + seconds, time.time() + seconds))
        assert own_backups.is_due(context)
    os.utime(made.path, (time.time() - 60, time.time() - 60))
    assert not own_backups.is_due(context)


def test_nobody_is_kept_waiting(curated: Archive) -> None:
    assert own_backups.on_close(Context(curated), patience_s=0.0) == (None, None)
    assert list(curated.folder.backups.iterdir()) == []


def test_a_full_disk_is_a_warning(curated: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "_copy", full)
    made, problem = own_backups.on_close(Context(curated))
    assert made is None and problem is not None
    assert problem.message.startswith("What you did is in the archive, but no backup of it could be made. The disk")
    assert "Free some space" in problem.hint
    assert list(curated.folder.backups.iterdir()) == []


def test_a_full_backup_copies_each_original_once(curated: Archive, tmp_path: Path) -> None:
    place = tmp_path / "disk" / "backup"
    first = backup.full(Context(curated), place)
    number = len(list(stored(curated.folder)))
    assert (first.copied, first.there, first.missing, first.changed) == (number, 0, [], {})
    again = backup.full(Context(curated), place)
    assert (again.copied, again.there) == (0, number)
    assert len(list((place / "databases").glob("*.sqlite"))) == 2
    types = [row[0] for row in curated.read().execute("SELECT type FROM preservation_event WHERE object IS NULL")]
    assert types == ["backup", "backup"]


def test_restored_it_is_the_same_archive(curated: Archive, tmp_path: Path) -> None:
    before = state_of(curated.read())
    backup.full(Context(curated), tmp_path / "backup")
    report = backup.restore(tmp_path / "backup", tmp_path / "Again.curator", "Tester")
    assert (report.missing, report.changed) == ([], {})
    with Archive.open(tmp_path / "Again.curator") as again:
        assert differing(before, state_of(again.read())) == {}
        assert [sha256 for sha256, _path in stored(again.folder)] == [sha for sha, _path in stored(curated.folder)]
        history.undo(Context(again))
        assert again.read().execute("SELECT count(*) FROM article").fetchone()[0] == 0


def test_originals_of_an_import_taken_back_are_kept_for_redo(curated: Archive, tmp_path: Path) -> None:
    number = len(list(stored(curated.folder)))
    history.undo(Context(curated))
    assert backup.full(Context(curated), tmp_path / "backup").copied == number
    assert backup.restore(tmp_path / "backup", tmp_path / "Again.curator", "Tester").originals == number


def test_one_of_its_own_backups_is_restored_with_originals_from_beside(curated: Archive, tmp_path: Path) -> None:
    made = own_backups.make_now(Context(curated))
    history.undo(Context(curated))
    backup.restore(made.path, tmp_path / "Again.curator", "Tester")
    with Archive.open(tmp_path / "Again.curator") as again:
        assert again.read().execute("SELECT count(*) FROM article").fetchone()[0] == 5
        for sha256, path in stored(again.folder):
            assert path.stat().st_nlink == 1
            assert path.read_bytes() == stored_path(curated.folder, sha256).read_bytes()


def test_missing_and_changed_originals_are_named_and_the_rest_restored(curated: Archive, tmp_path: Path) -> None:
    (gone, gone_path), (bad, bad_path), *rest = stored(curated.folder)
    gone_path.unlink()
    bad_path.write_bytes(b"other bytes")
    report = backup.full(Context(curated), tmp_path / "backup")
    assert (report.copied, report.missing, list(report.changed)) == (len(rest), [gone], [bad])
    restored = backup.restore(tmp_path / "backup", tmp_path / "Again.curator", "Tester")
    assert (restored.originals, sorted(restored.missing)) == (len(rest), sorted([gone, bad]))


@pytest.mark.parametrize("content", ["file", "folder"])
def test_nothing_is_overwritten(curated: Archive, tmp_path: Path, content: str) -> None:
    backup.full(Context(curated), tmp_path / "backup")
    target = tmp_path / "Again.curator"
    target.write_text("mine") if content == "file" else target.mkdir()
    with pytest.raises(CuratorError, match="There is something at"):
        backup.restore(tmp_path / "backup", target, "Tester")
    assert target.read_text() == "mine" if content == "file" else list(target.iterdir()) == []


def test_a_damaged_copy_is_not_restored(curated: Archive, tmp_path: Path) -> None:
    made = own_backups.make_now(Context(curated))
    data = bytearray(made.path.read_bytes())
    data[8192:12288] = b"\xff" * 4096
    made.path.write_bytes(data)
    with pytest.raises(CuratorError, match="is damaged, or no copy"):
        backup.restore(made.path, tmp_path / "Again.curator", "Tester")
    assert not list(tmp_path.glob("Again*"))


def test_what_is_no_backup_is_refused(curated: Archive, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "x.txt").write_text("mine")
    for path, words in ((curated.folder.path, "is an archive"), (tmp_path / "other", "There is no backup")):
        with pytest.raises(CuratorError, match=words):
            backup.restore(path, tmp_path / "Again.curator", "Tester")
    with pytest.raises(CuratorError, match="holds other things"):
        backup.full(Context(curated), tmp_path / "other")
    with pytest.raises(CuratorError, match="lies inside the archive"):
        backup.full(Context(curated), curated.folder.path / "mine")


def test_a_backup_is_of_one_archive(curated: Archive, tmp_path: Path) -> None:
    backup.full(Context(curated), tmp_path / "backup")
    with Archive.create(tmp_path / "Other.curator") as other, pytest.raises(CuratorError, match="another archive"):
        backup.full(Context(other), tmp_path / "backup")


def test_interrupted_it_goes_on_and_the_old_copy_stays(
    curated: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, genuine, calls = tmp_path / "backup", original_copies._copied, []

    def some(*arguments: object) -> object:
        calls.append(arguments)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return genuine(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(original_copies, "_copied", some)
        with pytest.raises(KeyboardInterrupt):
            backup.full(Context(curated), place)
    with pytest.raises(CuratorError, match="was never finished"):
        backup.restore(place, tmp_path / "Again.curator", "Tester")
    report = backup.full(Context(curated), place)
    assert (report.copied, report.there) == (len(list(stored(curated.folder))) - 2, 2)
