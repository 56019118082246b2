from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from curator.archive import Archive, articles, originals
from curator.archive.originals import Staged, Staging, stored_path
from curator.model.revision import Label

from .samples import process

BYTES = "Oxu zalı saat doqquzda açılır.\n".encode() * 100


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_bytes(BYTES)
    return path


@pytest.fixture
def staging(archive: Archive) -> Staging:
    return Staging(archive.folder)


def incoming(archive: Archive) -> list[Path]:
    return sorted(archive.folder.incoming.iterdir())


def stored(archive: Archive) -> list[Path]:
    return sorted(archive.folder.originals.glob("[0-9a-f][0-9a-f]/*"))


def test_a_file_is_copied_byte_for_byte_and_measured(staging: Staging, source: Path) -> None:
    staged = staging.stage(source)
    assert staged.path.read_bytes() == source.read_bytes() == BYTES
    assert staged.sha256 == hashlib.sha256(BYTES).hexdigest()
    assert staged.size == len(BYTES)
    staging.close()


def test_files_of_more_than_one_piece_and_of_none(staging: Staging, tmp_path: Path) -> None:
    for size in (0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20):
        content = bytes(range(256)) * (size // 256) + b"\xff" * (size % 256)
        (tmp_path / "file").write_bytes(content)
        staged = staging.stage(tmp_path / "file")
        assert (staged.size, staged.sha256) == (size, hashlib.sha256(content).hexdigest())
        assert staged.path.read_bytes() == content
    staging.close()


def test_what_is_kept_stands_under_its_digest_alone(archive: Archive, staging: Staging, source: Path) -> None:
    staged = staging.stage(source)
    staging.keep([staged])
    kept = archive.folder.originals / staged.sha256[:2] / staged.sha256[2:]
    assert stored_path(archive.folder, staged.sha256) == kept
    assert kept.read_bytes() == BYTES
    assert not staged.path.exists()
    staging.close()
    assert kept.read_bytes() == BYTES
    assert incoming(archive) == []


def test_what_is_not_kept_goes(archive: Archive, staging: Staging, source: Path) -> None:
    one, other = staging.stage(source), staging.stage(source)
    staging.discard(one)
    staging.discard(one)
    assert not one.path.exists()
    assert other.path.exists()
    staging.close()
    assert incoming(archive) == []
    assert stored(archive) == []


def test_the_same_bytes_are_stored_and_recorded_once(archive: Archive, staging: Staging, source: Path) -> None:
    staged = [staging.stage(source), staging.stage(source)]
    staging.keep(staged)
    with archive.transaction(Label("Add")) as transaction:
        ids = [originals.add(transaction, file, "letter.txt", "text/plain", "utf-8") for file in staged]
        article_id = articles.add(transaction, {}, "Text", "test 1")
        originals.attach(transaction, article_id, ids[0])
    assert ids[0] == ids[1]
    assert stored(archive) == [stored_path(archive.folder, staged[0].sha256)]
    assert originals.known(archive.read(), staged[0].sha256) == (ids[0], [article_id])
    assert originals.known(archive.read(), "0" * 64) is None
    (original,) = originals.of_article(archive.read(), article_id)
    assert (original.file_name, original.size, original.encoding) == ("letter.txt", len(BYTES), "utf-8")
    staging.close()


def test_a_damaged_original_is_put_right_by_the_same_file(archive: Archive, staging: Staging, source: Path) -> None:
    staged = staging.stage(source)
    staging.keep([staged])
    stored_path(archive.folder, staged.sha256).write_bytes(b"rotten")
    staging.keep([staging.stage(source)])
    assert stored_path(archive.folder, staged.sha256).read_bytes() == BYTES
    staging.close()


def test_a_file_is_whole_on_the_disk_before_it_gets_its_name(
    archive: Archive, staging: Staging, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    staged = staging.stage(source)
    target = stored_path(archive.folder, staged.sha256)
    synced: list[tuple[Path, bool]] = []
    monkeypatch.setattr(originals, "to_disk", lambda path: synced.append((path, target.exists())))
    staging.keep([staged])
    assert synced[0] == (staged.path, False)
    assert set(synced[1:]) == {(target.parent, True), (archive.folder.originals, True)}
    staging.close()


def test_a_failure_while_keeping_leaves_the_store_whole(
    archive: Archive, staging: Staging, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(path: Path) -> None:
        raise OSError(28, "No space left on device")

    staged = staging.stage(source)
    with monkeypatch.context() as patch:
        patch.setattr(originals, "to_disk", failing)
        with pytest.raises(OSError, match="No space"):
            staging.keep([staged])
    assert not stored_path(archive.folder, staged.sha256).exists()
    staging.keep([staged])
    assert stored_path(archive.folder, staged.sha256).read_bytes() == BYTES
    staging.close()


def test_a_copy_that_breaks_off_leaves_nothing(staging: Staging, tmp_path: Path) -> None:
    with pytest.raises(OSError):
        staging.stage(tmp_path / "not there")
    with pytest.raises(OSError):
        staging.stage(tmp_path)
    assert list(staging.path.iterdir()) == []
    staging.close()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes of POSIX")
def test_a_named_pipe_does_not_hold_the_run_up(staging: Staging, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert staging.stage(tmp_path / "pipe").size == 0
    staging.close()


def test_what_an_interrupted_run_left_is_cleared(archive: Archive, source: Path) -> None:
    script = """
        import os, sys
        from pathlib import Path
        from curator.archive import ArchiveFolder
        from curator.archive.originals import Staging
        Staging(ArchiveFolder(Path(sys.argv[1]))).stage(Path(sys.argv[2]))
        os._exit(9)
    """
    process(script, archive.folder.path, source).communicate(timeout=60)
    left = incoming(archive)
    assert [path.suffix for path in left] == ["", ".lock"]
    (archive.folder.incoming / "0190.lock").write_bytes(b"")
    staging = Staging(archive.folder)
    assert set(incoming(archive)) == {staging.path, Path(f"{staging.path}.lock")}
    staging.close()


def test_the_place_of_a_run_that_goes_on_is_left_alone(archive: Archive, source: Path) -> None:
    script = """
        import sys
        from pathlib import Path
        from curator.archive import ArchiveFolder
        from curator.archive.originals import Staging
        staging = Staging(ArchiveFolder(Path(sys.argv[1])))
        staged = staging.stage(Path(sys.argv[2]))
        print("staged", flush=True)
        sys.stdin.readline()
        staging.keep([staged])
        staging.close()
    """
    other = process(script, archive.folder.path, source)
    assert other.stdout is not None
    assert other.stdout.readline() == "staged\n"
    here = Staging(archive.folder)
    here.close()
    assert other.communicate("\n", timeout=60)[0] == ""
    assert stored_path(archive.folder, hashlib.sha256(BYTES).hexdigest()).read_bytes() == BYTES
    assert incoming(archive) == []


def test_originals_stay_when_an_import_is_undone(archive: Archive, staging: Staging, source: Path) -> None:
    """So that redo brings back an article with the file it was made from."""
    staged: Staged = staging.stage(source)
    staging.keep([staged])
    with archive.transaction(Label("Add")) as transaction:
        originals.add(transaction, staged, "letter.txt", "text/plain", None)
    archive.undo()
    archive.redo()
    assert archive.read().execute("SELECT sha256, encoding FROM original").fetchone()[:] == (staged.sha256, None)
    assert stored_path(archive.folder, staged.sha256).exists()
    staging.close()
