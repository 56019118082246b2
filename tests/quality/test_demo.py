"""The main job that `dev.py run` shows goes through, and leaves what it says it leaves."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a demonstration that was run twice, and what the second run printed."""
    checkout = Path(__file__).resolve().parents[2]
    folder = tmp_path_factory.mktemp("çıxış") / "нагляд"
    command = [sys.executable, checkout / "packaging" / "demo.py", folder]
    environ = {**os.environ, "PYTHONUTF8": "1"}
    for _ in range(2):
        result = subprocess.run(command, env=environ, cwd=checkout, capture_output=True, encoding="utf-8")
        assert result.returncode == 0, result.stdout + result.stderr
    return folder, result.stdout


def test_every_place_that_is_named_is_there(shown: tuple[Path, str]) -> None:
    folder, printed = shown
    assert (folder / "Sample.curator" / "archive.sqlite").is_file()
    originals = [path for path in (folder / "Sample.curator" / "originals").rglob("*") if path.is_file()]
    # The files of 41 articles, and the four pictures that came with saved pages.
    assert len(originals) == 41 + 4
    for name in ("drying.jsonl", "drying.csv", "drying-site"):
        assert str(folder / "exports" / name) in printed
    assert (folder / "exports" / "drying-site" / "index.html").is_file()
    assert (folder / "window.png").read_bytes().startswith(b"\x89PNG")
    assert str(folder / "window.png") in printed


def test_both_exports_hold_the_collection_with_its_tags(shown: tuple[Path, str]) -> None:
    exports = shown[0] / "exports"
    lines = [json.loads(line) for line in (exports / "drying.jsonl").read_text("utf-8").splitlines()]
    with (exports / "drying.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    assert [row["title"] for row in rows] == [line["title"] or "" for line in lines]
    assert "Why wet books go into the freezer" in [line["title"] for line in lines]
    assert {line["language"] for line in lines} >= {"en", "ru"}
    assert "Vacuum chambers" in json.dumps(lines, ensure_ascii=False)


def test_a_search_in_other_letters_finds_the_paper(shown: tuple[Path, str]) -> None:
    _, _, after = shown[1].partition("ekinci --limit 2\n")
    assert "“Əkinçi” necə oxunur" in after.partition("$ curator")[0]


def test_a_name_in_another_language_finds_the_place(shown: tuple[Path, str]) -> None:
    _, _, after = shown[1].partition("place:флоренция'\n")
    assert "Fifty years after the mud" in after.partition("$ curator")[0]
