"""JSON Lines: complete, the same bytes for the same articles, one line each."""

from __future__ import annotations

import dataclasses
import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings

from curator.model.export import ExportRecord
from curator.writers.json_lines import JsonLinesWriter, json_line

from .records import LIBRARY, RECORDS, MemorySource, source_of


def as_json(record: ExportRecord) -> object:
    return json.loads(json.dumps(dataclasses.asdict(record)))


def test_a_file_has_one_object_a_line(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    other = dataclasses.replace(LIBRARY, id=2)
    report = JsonLinesWriter().write(source_of(LIBRARY, other), out)
    lines = out.read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == [1, 2]
    assert (report.count, report.path, report.bytes) == (2, out, out.stat().st_size)


def test_values_are_kept_as_they_are_and_keys_are_sorted() -> None:
    line = json_line(LIBRARY)
    fields = json.loads(line)
    assert "Ədəbiyyat xəbərləri".encode() in line
    assert list(fields) == sorted(fields)
    assert fields["section"] is None
    assert fields["text"] == LIBRARY.text
    assert fields["accession"] == {"at": "2026-11-22T10:00:00Z", "by_whom": "Nərgiz", "source": "USB"}
    assert fields["tags"][1]["name"] == "Əliyeva, Nərgiz"
    assert fields["tags"][1]["variants"] == ["Алиева", "Ալիևա"]


def test_the_order_of_tags_and_passages_in_the_archive_does_not_matter() -> None:
    turned = dataclasses.replace(
        LIBRARY,
        tags=tuple(dataclasses.replace(tag, passages=tag.passages[::-1]) for tag in reversed(LIBRARY.tags)),
    )
    assert json_line(turned) == json_line(LIBRARY)


@settings(deadline=None)
@given(RECORDS)
def test_nothing_is_lost(record: ExportRecord) -> None:
    line = json_line(record)
    ordered = sorted(record.tags, key=lambda tag: (tag.kind, tag.name, tag.uid))
    tags = [
        dataclasses.replace(tag, passages=tuple(sorted(tag.passages, key=lambda found: (found.start, found.end))))
        for tag in ordered
    ]
    assert json.loads(line) == as_json(dataclasses.replace(record, tags=tuple(tags)))
    assert len(line.decode().splitlines()) == 1


def test_no_articles_make_an_empty_file(tmp_path: Path) -> None:
    report = JsonLinesWriter().write(source_of(), tmp_path / "out.jsonl")
    assert (report.count, report.bytes, report.path.read_bytes()) == (0, 0, b"")


def test_memory_does_not_grow_with_the_number_of_articles(tmp_path: Path) -> None:
    many = (dataclasses.replace(LIBRARY, id=number, text=f"{number} " * 1000) for number in range(3000))
    tracemalloc.start()
    try:
        report = JsonLinesWriter().write(MemorySource(lambda: many), tmp_path / "out.jsonl")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert report.bytes > 12_000_000
    assert peak < 1_000_000


def test_what_has_no_form_in_json_is_a_bug_that_shows() -> None:
    with pytest.raises(TypeError, match="bytes has no form"):
        json_line(dataclasses.replace(LIBRARY, title=b"x"))  # type: ignore[arg-type]
