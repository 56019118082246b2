from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest


def titles(path: Path) -> list[str | None]:
    return [json.loads(line)["title"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_export_of_all(curator, letters, tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    done = curator("export", letters, out, "--format", "jsonl", "--json")
    assert done.line == {"path": str(out), "articles": 3, "bytes": out.stat().st_size, "format": "jsonl"}
    assert titles(out) == ["The cellar opens", "Şəhər kitabxanası", None]


def test_export_of_a_query_for_people(curator, letters, tmp_path: Path) -> None:
    out = tmp_path / "some.csv"
    done = curator("export", letters, out, "--format", "csv", "--query", "gence")
    assert done.out == f"2 articles written to {out}\n"
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert [row["title"] for row in csv.DictReader(file)] == ["The cellar opens", "Şəhər kitabxanası"]


def test_a_collection_keeps_its_order(curator, letters, tmp_path: Path) -> None:
    curator("collect", letters, "Rooms", "3", "1", "2")
    curator("export", letters, tmp_path / "c.jsonl", "--format", "jsonl", "--collection", "rooms")
    assert titles(tmp_path / "c.jsonl") == [None, "The cellar opens", "Şəhər kitabxanası"]
    curator(
        "export", letters, tmp_path / "q.jsonl", "--format", "jsonl", "--collection", "Rooms", "-q", "opis OR gence"
    )
    assert titles(tmp_path / "q.jsonl") == ["The cellar opens", "Şəhər kitabxanası"]


def test_a_file_is_replaced_only_when_told(curator, letters, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("mine", encoding="utf-8")
    refused = curator("export", letters, out, "--format", "jsonl")
    assert refused.code == 2
    assert "--replace" in refused.err
    assert out.read_text(encoding="utf-8") == "mine"
    assert curator("export", letters, out, "--format", "jsonl", "--replace").code == 0
    assert len(titles(out)) == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["out", "--format", "papyrus"], "jsonl, csv"),
        (["out", "--format", "csv", "--query", "elephant"], "nothing to export"),
        (["out", "--format", "csv", "--collection", "Nowhere"], "no collection “Nowhere”"),
        (["nowhere/out", "--format", "csv"], "nowhere"),
        (["out"], "--format"),
    ],
)
def test_what_cannot_be_done_leaves_no_file(
    curator, letters, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    refused = curator("export", letters, *arguments)
    assert refused.code == 2
    assert message in refused.err
    assert set(tmp_path.iterdir()) == before


def test_what_is_not_open_is_held_back_when_asked_for(curator, letters, tmp_path: Path) -> None:
    curator("describe", letters, "1", "--access", "restricted", "--access-reason", "asked by the family")
    out = tmp_path / "open.csv"
    done = curator("export", letters, out, "--format", "csv", "--only-open", "--text", "--json")
    assert (done.line["articles"], done.line["held_back"]) == (2, 1)
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert [bool(row["text"]) for row in csv.DictReader(file)] == [True, True]
    done = curator("export", letters, tmp_path / "p", "--format", "package", "--without-originals")
    assert done.code == 0
    assert not (tmp_path / "p" / "data" / "originals").exists()
