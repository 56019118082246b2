from __future__ import annotations

from pathlib import Path

import pytest

from curator.archive import Archive
from curator.archive.folder import find
from curator.errors import CuratorError


def test_an_archive_is_found_by_its_folder_or_its_database(archive: Archive) -> None:
    path = archive.folder.path
    assert find(path).path == find(path / "archive.sqlite").path == path


def test_nothing_there_is_said_with_the_path_and_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(CuratorError) as caught:
        find(tmp_path / "Letters.curator")
    assert str(tmp_path / "Letters.curator") in caught.value.message
    assert "There is no archive" in caught.value.message
    assert "curator new" in caught.value.hint


def test_another_folder_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(CuratorError, match=r"is not a Curator archive: it holds no file archive\.sqlite"):
        find(tmp_path)


def test_a_file_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear library")
    with pytest.raises(CuratorError, match="is not a Curator archive"):
        find(tmp_path / "letter.txt")


def test_a_folder_in_the_place_of_the_database_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "archive.sqlite").mkdir()
    with pytest.raises(CuratorError, match="is not a Curator archive"):
        find(tmp_path)
