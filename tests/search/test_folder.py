"""Generations and their pointer: made, published, refused when they are not ours or cannot be read."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from curator.errors import CuratorError
from curator.search import (
    Index,
    IndexDamaged,
    IndexWriter,
    Searcher,
    open_index,
    parse,
    publish_generation,
    remove_old_generations,
    start_generation,
)
from curator.search import folder as folder_module

from .conftest import Fill, documents, nothing


def test_an_index_is_opened_again(index: Index) -> None:
    assert open_index(index.folder, "archive") == index
    assert open_index(index.folder, "archive", create=True) == index


def test_there_is_none_unless_asked_for(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged) as caught:
        open_index(tmp_path / "index", "archive")
    assert str(tmp_path / "index") in caught.value.message
    assert caught.value.hint
    assert not (tmp_path / "index").exists()


def test_the_index_of_another_archive_is_never_read(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    def unpickled(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("a table of contents was read")

    monkeypatch.setattr(folder_module, "FileIndex", unpickled)
    with pytest.raises(IndexDamaged):
        open_index(index.folder, "another archive")


def test_another_version_of_the_schema_is_refused(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module, "SCHEMA_VERSION", folder_module.SCHEMA_VERSION + 1)
    with pytest.raises(IndexDamaged):
        open_index(index.folder, "archive", create=True)


@pytest.mark.parametrize("content", ["", "{", "[]", "null", "\x00", '{"generation": "../../elsewhere"}'])
def test_a_pointer_that_makes_no_sense_is_refused(index: Index, content: str) -> None:
    (index.folder / "current").write_text(content)
    with pytest.raises(IndexDamaged):
        open_index(index.folder, "archive", create=True)


def test_a_pointer_cannot_lead_out_of_the_folder(index: Index) -> None:
    pointer = json.loads((index.folder / "current").read_text())
    (index.folder / "current").write_text(json.dumps(pointer | {"generation": "../elsewhere"}))
    with pytest.raises(IndexDamaged):
        open_index(index.folder, "archive")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Whoosh leaves them open
@pytest.mark.parametrize("pattern", ["*.toc", "*.seg"])
@pytest.mark.parametrize("content", [None, b"", b"not an index" * 400])
def test_damaged_files_are_noticed(fill: Fill, index: Index, pattern: str, content: bytes | None) -> None:
    fill("map", "paper").close()
    (path,) = index.path.glob(pattern)
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(IndexDamaged):
        Searcher(open_index(index.folder, "archive"))


def test_damage_inside_is_noticed_by_the_search(fill: Fill, index: Index) -> None:
    fill(*(f"map paper atlas{number}" for number in range(300))).close()
    (path,) = index.path.glob("*.seg")
    data = bytearray(path.read_bytes())
    # One bit among the words.
    data[100] ^= 1
    path.write_bytes(data)
    with pytest.raises(IndexDamaged), Searcher(open_index(index.folder, "archive")) as searcher:
        searcher.search(parse("map"), nothing)


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let a mapped file be cut off")
def test_a_file_cut_off_while_it_is_open_is_noticed(fill: Fill, index: Index) -> None:
    searcher = fill("map", "paper")
    (path,) = index.path.glob("*.seg")
    with path.open("r+b") as file:
        file.truncate(10)
    # To read what is mapped and gone would end the process.
    with pytest.raises(IndexDamaged):
        searcher.search(parse("map"), nothing)


def test_damage_anywhere_is_noticed_by_a_check(fill: Fill, index: Index) -> None:
    with Searcher(open_index(index.folder, "archive")) as searcher:
        searcher.check()
    fill(*(" ".join(f"word{number}{other}" for other in range(90)) for number in range(300))).close()
    (path,) = index.path.glob("*.seg")
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with Searcher(open_index(index.folder, "archive")) as searcher, pytest.raises(IndexDamaged):
        searcher.check()


def test_a_rebuild_is_seen_only_when_published(fill: Fill, index: Index) -> None:
    searcher = fill("map")
    rebuilt = start_generation(index.folder, "archive")
    with IndexWriter(rebuilt) as writer:
        writer.update(documents(["map", "map"]))
        writer.commit()
    assert open_index(index.folder, "archive") == index
    assert not searcher.refresh()
    publish_generation(rebuilt)
    assert open_index(index.folder, "archive") == rebuilt
    assert searcher.refresh()
    assert searcher.search(parse("map"), nothing).total == 2


def test_old_generations_go(index: Index) -> None:
    rebuilt = start_generation(index.folder, "archive")
    publish_generation(rebuilt)
    (index.folder / "notes.txt").write_text("kept")
    remove_old_generations(rebuilt)
    assert not index.path.exists()
    assert {path.name for path in index.folder.iterdir()} == {rebuilt.generation, "current", "notes.txt"}


def test_what_a_dead_process_left_goes(index: Index) -> None:
    (index.folder / "current.0").write_text("{")
    remove_old_generations(index)
    assert sorted(path.name for path in index.folder.iterdir()) == sorted(["current", index.generation])


def test_a_pointer_that_may_not_be_read_is_no_damage(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_kwargs: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(CuratorError) as caught:
        open_index(index.folder, "archive")
    assert not isinstance(caught.value, IndexDamaged)
    assert os.strerror(errno.EACCES) in caught.value.message


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_full_disk_is_no_damage(fill: Fill, index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    searcher = fill("map")

    def full(*_args: object, **_kwargs: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with IndexWriter(index) as writer:
        writer.update(documents(["paper"]))
        with monkeypatch.context() as patched:
            patched.setattr("whoosh.index.TOC.write", full)
            with pytest.raises(CuratorError) as caught:
                writer.commit()
        assert not isinstance(caught.value, IndexDamaged)
        assert os.strerror(errno.ENOSPC) in caught.value.message
        assert not searcher.refresh()
        writer.update(documents(["atlas"]))
        writer.commit()
    assert searcher.refresh()
    assert searcher.search(parse("atlas"), nothing).total == searcher.count == 1


def test_publishing_leaves_nothing_but_the_pointer(index: Index) -> None:
    assert sorted(path.name for path in index.folder.iterdir()) == sorted(["current", index.generation])
