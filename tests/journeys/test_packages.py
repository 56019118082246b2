"""From shell to shell: an archive is handed over as a package, brought in elsewhere, shown as a site and a workbook."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PAGES = {
    "cellar.md": "---\ntitle: The cellar\ndate: 1966-11-04\nlanguage: en\n---\nThe cellar of the library was opened.\n",
    "gence.md": "---\ntitle: Gəncə qəzetləri\ndate: 1967\nlanguage: az\n---\nKöhnə qəzetlər kitabxanaya qaytarıldı.\n",
}


@pytest.fixture
def shell(tmp_path: Path):
    places = {name: str(tmp_path / "home") for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    environment = {**os.environ, **places, "CURATOR_NAME": "Vera", "LANGUAGE": "en"}

    def run(*arguments: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "curator", *arguments]
        ran = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", timeout=120)
        assert ran.returncode == code, ran.stderr
        return ran

    return run


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_archive_is_handed_over(shell, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    for name, text in PAGES.items():
        (tmp_path / "pages" / name).write_text(text, "utf-8")
    shell("new", "A.curator", "--title", "Cellars")
    shell("import", "A.curator", "pages")
    shell("tag", "A.curator", "1", "2", "--place", "Gəncə")
    shell("export", "A.curator", "Cellars.zip", "--format", "package")
    shell("export", "A.curator", "bag", "--format", "package")
    said = shell("export", "A.curator", "bag", "--format", "package", code=2)
    assert "there already" in said.stderr and "--replace" in said.stderr

    shell("new", "B.curator")
    first = json.loads(shell("import", "B.curator", "Cellars.zip", "--dry-run", "--json").stdout)
    assert (first["title"], first["records"]["article"], first["chosen"]) == ("Cellars", 2, None)
    lines = [json.loads(line) for line in shell("import", "B.curator", "Cellars.zip", "--json").stdout.splitlines()]
    assert [line["outcome"] for line in lines] == ["added", "added"]
    assert {line["title"] for line in lines} == {"The cellar", "Gəncə qəzetləri"}
    found = shell("search", "B.curator", "place:gence qezetler", "--json").stdout
    assert [json.loads(line)["title"] for line in found.splitlines()] == ["Gəncə qəzetləri"]
    shell("export", "B.curator", "again", "--format", "package", "--replace")
    assert content(tmp_path / "again" / "data") == content(tmp_path / "bag" / "data")

    refused = shell("import", "B.curator", "bag", code=2)
    assert "is not empty" in refused.stderr
    assert "--dry-run is for packages" in shell("import", "B.curator", "pages", "--dry-run", code=2).stderr
    shell("undo", "B.curator")
    assert shell("list", "B.curator", "--json").stdout == ""

    shell("export", "A.curator", "site", "--format", "site")
    shell("export", "A.curator", "cellars.xlsx", "--format", "xlsx")
    assert "Gəncə qəzetləri" in (tmp_path / "site" / "index.html").read_text("utf-8")
    assert (tmp_path / "cellars.xlsx").read_bytes().startswith(b"PK")


def test_the_help_of_export_says_what_each_format_is_for(shell) -> None:
    told = shell("export", "--help").stdout
    for words in ("jsonl ", "csv ", "xlsx ", "site ", "package ", "Excel workbook", "can be imported"):
        assert words in told
