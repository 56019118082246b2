"""The bag of a package, as a folder and as a zip: whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from curator.errors import CuratorError
from curator.model.export import ExportOrigin
from curator.writers import PackageWriter, TableRow
from curator.writers import whole_folder as folders
from curator.writers.package import bag as bags

from .records import MemorySource

DATA = b"<p>as received"
SHA256 = hashlib.sha256(DATA).hexdigest()
ROWS: dict[str, list[TableRow]] = {
    "article": [{"uid": "a", "title": "=1", "published": "1936~", "publication": None, "text_id": "t"}],
    "article_text": [
        {"uid": "s", "article_id": "a", "body": "not in use"},
        {"uid": "t", "article_id": "a", "body": "Mətn\n"},
    ],
    "original": [{"uid": "o", "sha256": SHA256, "file_name": "səhifə.html"}],
    "article_original": [{"uid": "l", "article_id": "a", "original_id": "o"}],
}
OUTS = ["out", "out.zip"]


def source(rows: dict[str, list[TableRow]] = ROWS) -> MemorySource:
    origin = ExportOrigin("uid", "Letters\nBagging-Date: never", None, "query a\r\nb")
    return MemorySource(tuple, 0, rows, {SHA256: DATA}, origin)


def files(out: Path) -> dict[str, bytes]:
    if out.is_dir():
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    with zipfile.ZipFile(out) as packed:
        return {name.removeprefix(f"{out.stem}/"): packed.read(name) for name in packed.namelist()}


@pytest.mark.parametrize("name", OUTS)
def test_everything_has_its_place(tmp_path: Path, name: str) -> None:
    report = PackageWriter().write(source(), tmp_path / name)
    found = files(tmp_path / name)
    assert found[f"data/originals/{SHA256[:2]}/{SHA256[2:]}"] == DATA
    assert found["data/text/a.txt"] == "Mətn\n".encode()
    assert json.loads(found["data/records/article.jsonl"]) == ROWS["article"][0]
    contents = found["data/contents.csv"].decode("utf-8-sig").splitlines()
    assert contents[1] == f"'=1,1936~,,text/a.txt,originals/{SHA256[:2]}/{SHA256[2:]},səhifə.html"
    info = found["bag-info.txt"].decode().splitlines()
    assert "External-Description: Letters Bagging-Date: never (query a b)" in info
    payload = [data for path, data in found.items() if path.startswith("data/")]
    assert f"Payload-Oxum: {sum(map(len, payload))}.{len(payload)}" in info
    assert (report.count, report.bytes) == (1, sum(map(len, payload)))
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", OUTS)
@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.EIO, "a row could not be read")])
def test_records_that_break_off_leave_nothing(tmp_path: Path, name: str, error: BaseException) -> None:
    def broken() -> Iterator[TableRow]:
        yield ROWS["article"][0]
        raise error

    faulty = source()
    faulty.tables = lambda: iter([("article", broken())])  # type: ignore[method-assign]
    with pytest.raises(type(error)) as raised:
        PackageWriter().write(faulty, tmp_path / name)
    assert raised.value is error
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", OUTS)
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / name
    PackageWriter().write(source(), out)
    before = files(out)

    def full(_place: object, path: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    for place in (bags._Folder, bags._Zip):
        monkeypatch.setattr(place, "new_file", full)
    with pytest.raises(CuratorError, match="disk is full"):
        PackageWriter().write(source(), out, replace=True)
    assert files(out) == before
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", OUTS)
def test_what_is_there_is_replaced_only_when_asked(tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    PackageWriter().write(source(), out)
    with pytest.raises(CuratorError, match="is there already"):
        PackageWriter().write(source(), out)
    PackageWriter().write(source({"article": []}), out, replace=True)
    assert files(out)["data/records/article.jsonl"] == b""
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_folder_of_somebody_else_is_never_replaced(tmp_path: Path) -> None:
    out = tmp_path / "Documents"
    out.mkdir()
    (out / "letter.txt").write_text("dear")
    with pytest.raises(CuratorError, match="was not made by an export"):
        PackageWriter().write(source(), out, replace=True)
    assert files(out) == {"letter.txt": b"dear"}


def test_a_move_that_fails_leaves_the_old_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    PackageWriter().write(source(), out)
    before = files(out)
    rename = Path.rename

    def fail(path: Path, target: Path) -> Path:
        if path.suffix == ".part":
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        return rename(path, target)

    monkeypatch.setattr(folders.Path, "rename", fail)
    with pytest.raises(CuratorError, match="may not be written"):
        PackageWriter().write(source({"article": []}), out, replace=True)
    assert files(out) == before
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_the_same_state_gives_the_same_zip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    for place in (one, two):
        place.mkdir()
        PackageWriter().write(source(), place / "same.zip")
    assert (one / "same.zip").read_bytes() == (two / "same.zip").read_bytes()
