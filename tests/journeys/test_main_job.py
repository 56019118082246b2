"""The main job from end to end by the command line, in five languages."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from curator import cli

PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<meta property="og:site_name" content="Kitab və Arxiv"><meta property="article:published_time" content="{date}"></head>
<body><nav><a href="/">*</a></nav><article><h1>{title}</h1>{paragraphs}</article></body></html>
"""
ARTICLES = {
    "az.html": (
        "az",
        "2019-03-04",
        "Köhnə qəzetlər kitabxanaya qaytarıldı",
        "Gəncə şəhər kitabxanasına köhnə qəzetlər qaytarıldı. Oxucular onları səhərdən axşama qədər vərəqlədilər.",
        "Arxivin müdiri Nərminə Sadıqlı deyir ki, hər saylı nüsxə yenidən siyahıya alınıb və quru otaqda saxlanılır.",
    ),
    "hy.html": (
        "hy",
        "2018-05-20",
        "Նոր քարտարան գրադարանում",
        "ԵՐԵՎԱՆ քաղաքի գրադարանը նոր քարտարան ունի, և ընթերցողներն այն օգտագործում են ամեն օր։",
        "Գրադարանի աշխատակիցները ամբողջ ձմեռ գրել են քարտերը ձեռքով և դասավորել դրանք այբբենական կարգով։",
    ),
    "ru.txt": (
        "Читальный зал открыт снова. Опись старых газет составлена заново, и её показывают всем читателям.",
        "Сотрудница архива Нармина Садыхлы принесла из хранилища подшивки, которых никто не видел тридцать лет.",
    ),
    "tr.md": (
        "---\ntitle: Okuma salonu yenilendi\ndate: 2017-10-01\nlanguage: tr\n---",
        "Şehir kütüphanesinin okuma salonu yeni raflarla yenilendi. Işıklar da değişti.",
    ),
    "en.md": (
        "# The catalogue is complete",
        "The reading room of the town library has its catalogue back. Three shelves of papers from Yerevan are in it.",
    ),
}
Curator = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "saved pages"
    folder.mkdir()
    for name, parts in ARTICLES.items():
        if name.endswith(".html"):
            language, date, title, *texts = parts
            paragraphs = "".join(f"<p>{text}</p>" for text in texts)
            content = PAGE.format(language=language, date=date, title=title, paragraphs=paragraphs)
        else:
            content = "\n\n".join(parts) + "\n"
        (folder / name).write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def curator(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Curator:
    """Run a command with --json; return its objects; it has to end with all done."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CURATOR_NAME", "Vera")

    def run(command: str, *arguments: str | Path) -> list[dict[str, Any]]:
        capsys.readouterr()
        code = cli.run([command, "L.curator", *map(os.fspath, arguments), "--json"])
        out, err = capsys.readouterr()
        assert code == 0, err
        return [json.loads(line) for line in out.splitlines()]

    return run


def found(curator: Curator, query: str) -> set[str]:
    """The files whose articles a query finds."""
    return {Path(curator("show", str(line["article"]))[0]["file"]).name for line in curator("search", query)}


def everything(curator: Curator) -> list[dict[str, Any]]:
    """What the archive says of itself, article by article, with names and collections."""
    articles = [curator("show", str(line["article"]), "--text")[0] for line in curator("list")]
    return [*articles, *curator("names", "list"), *curator("collections")]


def describe(curator: Curator) -> None:
    """Tag, give names, collect."""
    curator("tag", "-q", "qəzetlər OR опись", "--person", "Nərminə Sadıqlı", "--theme", "Newspapers")
    curator("tag", "-q", "gence", "--place", "Gəncə")
    curator("names", "variant", "Nərminə Sadıqlı", "Нармина Садыхлы", "--language", "ru")
    curator("names", "dates", "Nərminə Sadıqlı", "about 1931")
    curator("collect", "Rooms / Reading rooms", "-q", '"reading room" OR зал OR salonu')


def test_from_a_folder_of_pages_to_an_export(curator: Curator, sources: Path, tmp_path: Path) -> None:
    curator("new")
    outcomes = curator("import", sources)
    assert {Path(line["path"]).name: line["language"] for line in outcomes} == {
        "az.html": "az",
        "en.md": "en",
        "hy.html": "hy",
        "ru.txt": "ru",
        "tr.md": "tr",
    }
    assert {line["outcome"] for line in outcomes} == {"added"}

    assert found(curator, "gence") == {"az.html"}
    assert found(curator, "GƏNCƏ") == {"az.html"}
    assert found(curator, "Երևան") == {"hy.html"}
    assert found(curator, "երեւան") == {"hy.html"}
    assert found(curator, "isiklar") == {"tr.md"}
    assert found(curator, "ЧИТАЛЬНЫЙ зал") == {"ru.txt"}
    assert found(curator, '"reading room"') == {"en.md"}
    assert found(curator, "kitab* OR kütüphane*") == {"az.html", "tr.md"}
    assert found(curator, "date:2018..2019") == {"az.html", "hy.html"}

    describe(curator)
    assert found(curator, 'person:"Нармина Садыхлы"') == {"az.html", "ru.txt"}
    assert found(curator, "person:садыхлы -place:gence") == {"ru.txt"}
    assert found(curator, 'collection:"Rooms / Reading rooms"') == {"ru.txt", "tr.md", "en.md"}

    (report,) = curator("export", "rooms.jsonl", "--format", "jsonl", "--collection", "Rooms")
    lines = [json.loads(line) for line in (tmp_path / "rooms.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(lines) == report["articles"] == 3
    tagged = next(line for line in lines if line["language"] == "ru")
    assert {"Nərminə Sadıqlı", "Newspapers"} == {tag["name"] for tag in tagged["tags"]}
    curator("export", "all.csv", "--format", "csv")
    with (tmp_path / "all.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["title"]: row for row in csv.DictReader(file)}
    assert len(rows) == 5
    assert "Gəncə" in str(rows["Köhnə qəzetlər kitabxanaya qaytarıldı"])


def test_all_is_undone_and_done_again(curator: Curator, sources: Path) -> None:
    curator("new")
    curator("import", sources)
    describe(curator)
    before, acts = everything(curator), len(curator("history")) - 1
    for _act in range(acts):
        curator("undo")
    assert everything(curator) == []
    assert curator("search", "gence OR library") == []
    for _act in range(acts):
        curator("redo")
    assert everything(curator) == before
    assert found(curator, "gence person:садыхлы") == {"az.html"}


def test_importing_again_adds_nothing_twice(curator: Curator, sources: Path, tmp_path: Path) -> None:
    curator("new")
    curator("import", sources)
    originals = sorted((tmp_path / "L.curator" / "originals").rglob("*"))
    shutil.copytree(sources, tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "az.html").rename(tmp_path / "elsewhere" / "renamed.htm")
    assert [line["outcome"] for line in curator("import", sources, tmp_path / "elsewhere")] == ["duplicate"] * 10
    assert len(curator("list")) == 5
    assert sorted((tmp_path / "L.curator" / "originals").rglob("*")) == originals


def test_an_import_that_was_undone_can_be_done_anew(curator: Curator, sources: Path) -> None:
    curator("new")
    curator("import", sources)
    curator("undo")
    assert [line["outcome"] for line in curator("import", sources)] == ["added"] * 5
    assert found(curator, "gence") == {"az.html"}


def test_the_archive_may_be_moved(curator: Curator, sources: Path, tmp_path: Path) -> None:
    curator("new")
    curator("import", sources)
    (tmp_path / "moved").mkdir()
    shutil.move(tmp_path / "L.curator", tmp_path / "moved" / "L.curator")
    moved = subprocess.run(
        [sys.executable, "-m", "curator", "search", tmp_path / "moved" / "L.curator", "gence", "--json"],
        capture_output=True,
        check=True,
    )
    assert len(moved.stdout.splitlines()) == 1
