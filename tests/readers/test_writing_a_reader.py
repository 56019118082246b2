"""The example of docs/writing-a-reader.md works as it is printed."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from curator.readers import ReadResult
from curator.readers.registry import load

PAGE = (Path(__file__).parents[2] / "docs" / "writing-a-reader.md").read_text("utf-8")
LETTER = "Söhbət\n2020-09-27\n\nKitabxana haqqında söhbət.\n\nİkinci abzas.\n"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.S | re.M)


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example as an importable module in a folder of its own."""
    folder = tmp_path / "plugin"
    folder.mkdir()
    (folder / "transcript_reader.py").write_text(blocks("python")[0], "utf-8")
    monkeypatch.syspath_prepend(str(folder))
    return folder


def read_as_shown(path: Path) -> ReadResult:
    shown: dict[str, Any] = {}
    exec(blocks("python")[1], shown)
    result = shown["read_with_it"](path)
    assert isinstance(result, ReadResult)
    return result


def test_the_example_reads_a_transcript(plugin: Path, tmp_path: Path) -> None:
    path = tmp_path / "one.transcript"
    path.write_text(LETTER, "utf-8")
    result = read_as_shown(path)
    assert (result.reader, result.media_type, result.problem) == ("transcript", "text/plain", None)
    (reading,) = result.readings
    assert reading.body == "Kitabxana haqqında söhbət.\n\nİkinci abzas."
    assert reading.title is not None
    assert reading.published is not None
    assert (reading.title.value, reading.published.value) == ("Söhbət", "2020-09-27")


def test_the_example_says_why_it_cannot_read(plugin: Path, tmp_path: Path) -> None:
    path = tmp_path / "one.transcript"
    path.write_text("Söhbət\n", "utf-8")
    problem = read_as_shown(path).problem
    assert problem is not None
    assert (problem.code, problem.hint) == ("no-text", "Type it in first.")


def test_the_entry_point_makes_it_known(plugin: Path) -> None:
    points = tomllib.loads(blocks("toml")[0])["project"]["entry-points"]["curator.readers"]
    installed = plugin / "transcript_reader-1.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: transcript-reader\nVersion: 1\n")
    lines = [f"{name} = {value}" for name, value in points.items()]
    (installed / "entry_points.txt").write_text("[curator.readers]\n" + "\n".join(lines) + "\n")
    registry = load()
    assert "transcript" in [reader.name for reader in registry.readers]
    assert registry.problems == ()
