from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from curator import cli, paths

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The cellar opens</title>
<meta property="og:site_name" content="Town Paper"><meta name="author" content="Edith Marlow">
<meta property="article:published_time" content="2019-03-04"></head><body><article><h1>The cellar opens</h1>
<p>The town library opened its newspaper cellar on Monday, and the first readers came before noon.</p>
<p>Two shelves of papers from Gəncə stood beside the stairs, dry and in good order, as the keeper said.</p>
</article></body></html>"""
MARKDOWN = """---
title: Şəhər kitabxanası
date: 1966-11-04
language: az
---
Gəncə kitabxanasına köhnə qəzetlər qaytarıldı. Oxucular onları səhərdən axşama qədər vərəqlədilər.
"""
TEXT = "Читальный зал открыт снова. Опись старых газет составлена, и сотрудники архива показывают её всем.\n"


def write_pages(folder: Path, names: tuple[str, str, str]) -> Path:
    """Write the three articles under the names given."""
    folder.mkdir()
    for name, content in zip(names, (PAGE, MARKDOWN, TEXT), strict=True):
        (folder / name).write_text(content, encoding="utf-8")
    return folder


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The objects of --json."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def line(self) -> dict[str, Any]:
        (only,) = self.lines
        return only


Curator = Callable[..., Ran]


@pytest.fixture(autouse=True)
def own_places(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, cache and log are nobody's own."""
    home = tmp_path_factory.mktemp("home")
    for name in ("config", "cache", "logs"):
        monkeypatch.setattr(paths, name, lambda name=name: home / name)
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("CURATOR_NAME", "Vera")
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def curator(capsys: pytest.CaptureFixture[str]) -> Curator:
    """Run a command in this process."""

    def run(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        try:
            code = cli.run([os.fspath(argument) for argument in arguments])
        except SystemExit as ended:
            code = int(ended.code or 0)
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run


@pytest.fixture
def shell() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run a command as a process of its own."""

    def run(*arguments: str | bytes | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "curator", *arguments]
        return subprocess.run(command, capture_output=True, timeout=60, **options)

    return run


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of three articles, to be copied."""
    place = tmp_path_factory.mktemp("made")
    write_pages(place / "pages", ("a.html", "b.md", "c.txt"))
    environment = {**os.environ, "CURATOR_NAME": "Vera", "PYTHONUTF8": "1", "XDG_STATE_HOME": str(place / "state")}
    for arguments in (["new", "Letters.curator"], ["import", "Letters.curator", "pages"]):
        subprocess.run([sys.executable, "-m", "curator", *arguments], cwd=place, env=environment, check=True)
    return place / "Letters.curator"


@pytest.fixture
def letters(made: Path, tmp_path: Path) -> Path:
    """A copy of that archive: 1 a page in English of 2019, 2 Markdown in Azerbaijani of 1966, 3 a text in Russian."""
    return Path(shutil.copytree(made, tmp_path / "Letters.curator"))


@pytest.fixture
def saved_pages(tmp_path: Path) -> Path:
    """A folder with the same three articles, as docs/command-line.md calls them, and one with a text beside it."""
    (tmp_path / "new-pages").mkdir()
    (tmp_path / "new-pages" / "draft.txt").write_text(
        "A letter of two lines,\nthe second of which ends it.\n", encoding="utf-8"
    )
    return write_pages(tmp_path / "saved-pages", ("cellar.html", "library.md", "room.txt"))
