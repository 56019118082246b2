"""A file is written whole or not at all, whatever breaks."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.errors import Cancelled, CuratorError
from curator.model.export import ExportRecord
from curator.writers import CsvWriter, JsonLinesWriter, Writer, XlsxWriter
from curator.writers import whole_file as module
from curator.writers.whole_file import write_whole

from .records import LIBRARY, MemorySource, source_of

WRITERS = [JsonLinesWriter(), CsvWriter(), XlsxWriter()]


def broken_after(count: int, error: BaseException) -> Iterator[ExportRecord]:
    for _ in range(count):
        yield LIBRARY
    raise error


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
@pytest.mark.parametrize("error", [Cancelled(), OSError(errno.EIO, "a record could not be read"), KeyboardInterrupt()])
def test_records_that_break_off_leave_nothing(tmp_path: Path, writer: Writer, error: BaseException) -> None:
    with pytest.raises(type(error)) as raised:
        writer.write(MemorySource(lambda: broken_after(50, error)), tmp_path / "out")
    assert raised.value is error
    assert list(tmp_path.iterdir()) == []


def test_records_that_break_off_leave_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("old")
    with pytest.raises(Cancelled):
        JsonLinesWriter().write(MemorySource(lambda: broken_after(50, Cancelled())), out, replace=True)
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "disk is full"), (errno.EACCES, "may not be written"), (errno.EIO, "was not written")],
)
def test_a_disk_that_fails_at_the_end_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(module.os, "fsync", fail)
    with pytest.raises(CuratorError, match=words) as raised:
        JsonLinesWriter().write(source_of(LIBRARY), tmp_path / "out.jsonl")
    assert "out.jsonl" in raised.value.message and raised.value.hint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_disk_that_is_full_while_writing_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    monkeypatch.setattr(Path, "open", lambda _self, _mode: open("/dev/full", "wb"))  # noqa: PTH123, SIM115
    with pytest.raises(CuratorError, match="disk is full"):
        write_whole([b"x" * 100_000] * 3, out)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_text("old")
    with pytest.raises(CuratorError, match="is there already") as raised:
        write_whole([b"new"], out)
    assert raised.value.hint
    assert out.read_text() == "old"
    write_whole([b"new"], out, replace=True)
    assert out.read_text() == "new"


def test_a_file_that_comes_while_writing_is_kept(tmp_path: Path) -> None:
    out = tmp_path / "out"

    def chunks() -> Iterator[bytes]:
        out.write_text("somebody else's")
        yield b"ours"

    with pytest.raises(CuratorError, match="is there already"):
        write_whole(chunks(), out)
    assert out.read_text() == "somebody else's"
    assert list(tmp_path.iterdir()) == [out]


def test_a_link_is_followed(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("links are not allowed here")
    write_whole([b"new"], link, replace=True)
    assert link.is_symlink() and target.read_text() == "new"


def test_places_that_cannot_take_a_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(CuratorError, match="is not a file"):
        write_whole([b"x"], tmp_path, replace=True)
    with pytest.raises(CuratorError, match=r"There is no folder .*missing"):
        write_whole([b"x"], tmp_path / "missing" / "out")
    with pytest.raises(CuratorError, match="was not written"):
        write_whole([b"x"], tmp_path / ("long" * 100))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_the_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "any").touch()
    write_whole([b"x"], tmp_path / "out")
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "any").stat().st_mode
