from __future__ import annotations

import sys
from pathlib import Path

import pytest


def test_new(curator, tmp_path: Path) -> None:
    made = curator("new", tmp_path / "Letters.curator", "--json").line
    assert made["archive"] == str(tmp_path / "Letters.curator")
    assert made["title"] == "Letters"
    assert len(made["uid"]) == 36
    assert (tmp_path / "Letters.curator" / "README.txt").is_file()
    assert curator("list", tmp_path / "Letters.curator", "--json").lines == []


def test_new_with_a_title_for_people(curator, tmp_path: Path) -> None:
    made = curator("new", tmp_path / "a", "--title", "Məktublar")
    assert made.out == f"Made the archive “Məktublar” in {tmp_path / 'a'}\n"


def test_nothing_is_overwritten(curator, letters, tmp_path: Path) -> None:
    assert curator("new", letters).code == 2
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", "utf-8")
    refused = curator("new", tmp_path / "full")
    assert refused.code == 2
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_folder_whose_name_is_no_text(shell, tmp_path: Path) -> None:
    folder = bytes(tmp_path) + b"/\xff.curator"
    made = shell("new", folder, "--title", "Odd", "--json")
    assert made.returncode == 0
    assert rb"\\xff.curator" in made.stdout
    assert shell("list", folder).returncode == 0


@pytest.mark.parametrize("command", ["list", "collections", "history", "undo", "redo", "reindex"])
def test_a_folder_that_is_no_archive(curator, tmp_path: Path, command: str) -> None:
    refused = curator(command, tmp_path)
    assert refused.code == 2
    assert "not a Curator archive" in refused.err
    assert list(tmp_path.iterdir()) == []
