from __future__ import annotations

from pathlib import Path

import pytest

from curator.archive import Archive
from curator.archive.creation import create_folder
from curator.errors import CuratorError


def test_a_new_folder_explains_itself(tmp_path: Path) -> None:
    folder = create_folder(tmp_path / "deep" / "Letters.curator")
    assert {entry.name for entry in folder.path.iterdir()} == {"originals", "index", "backups", "README.txt"}
    readme = (folder.path / "README.txt").read_text(encoding="utf-8")
    for name in ("archive.sqlite", "originals/", "index/", "backups/"):
        assert name in readme


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with Archive.create(tmp_path / "empty") as archive:
        assert archive.folder.database.is_file()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear library")
    with pytest.raises(CuratorError, match="is not an empty folder"):
        Archive.create(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_in_the_way(tmp_path: Path) -> None:
    place = tmp_path / "letter.txt"
    place.write_text("Dear library")
    with pytest.raises(CuratorError, match=r"letter\.txt exists and is not an empty folder"):
        Archive.create(place)
    assert place.read_text() == "Dear library"


def test_a_file_among_the_parents(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear library")
    with pytest.raises(CuratorError, match="cannot be made"):
        Archive.create(tmp_path / "letter.txt" / "Letters.curator")


def test_an_archive_is_not_made_over_another(archive: Archive) -> None:
    uid = archive.uid
    with pytest.raises(CuratorError, match=r"There is an archive at .* already"):
        Archive.create(archive.folder.path)
    assert archive.uid == uid


def test_the_title_is_given_or_the_name_of_the_folder(tmp_path: Path) -> None:
    for folder, given, title in (("Məktublar.curator", "", "Məktublar"), ("b", "Letters, 1936", "Letters, 1936")):
        with Archive.create(tmp_path / folder, given) as archive:
            assert archive.read().execute("SELECT title FROM archive").fetchone()[0] == title


def test_a_title_that_is_not_text_leaves_no_folder_behind(tmp_path: Path) -> None:
    with pytest.raises(CuratorError, match="title"):
        Archive.create(tmp_path / "new", "Let\0ters")
    assert not (tmp_path / "new").exists()
