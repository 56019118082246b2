"""Which formats there are; a plug-in that fails harms no other."""

from __future__ import annotations

import sys
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from curator.errors import CuratorError
from curator.writers import ExportSource, WriteReport, broken_writers, registry, writer_for, writers


class Titles:
    """A plug-in as somebody may write it."""

    name = "titles"
    label = "Titles"
    suffix = ".txt"

    def write(self, source: ExportSource, out: Path, *, replace: bool = False) -> WriteReport:
        raise NotImplementedError


class SecondCsv(Titles):
    name = "csv"


class Unfinished:
    name = "unfinished"


@pytest.fixture
def plug_ins(monkeypatch: pytest.MonkeyPatch) -> registry.Registry:
    module = ModuleType("somebodys_writers")
    for plug_in in (Titles, SecondCsv, Unfinished):
        setattr(module, plug_in.__name__, plug_in)
    monkeypatch.setitem(sys.modules, module.__name__, module)
    named = {"titles": "Titles", "csv": "SecondCsv", "unfinished": "Unfinished", "gone": "Gone"}
    points = [EntryPoint(name, f"{module.__name__}:{value}", registry.GROUP) for name, value in named.items()]
    points.append(EntryPoint("absent", "no_such_package:Writer", registry.GROUP))
    monkeypatch.setattr(registry, "entry_points", lambda group: points if group == registry.GROUP else [])
    return registry.load()


def test_the_built_in_formats_are_there_and_labelled() -> None:
    assert [writer.name for writer in writers()][:5] == ["jsonl", "csv", "xlsx", "site", "package"]
    assert all(writer.label and "\n" not in writer.label for writer in writers())
    assert [writer.suffix for writer in writers()][:5] == [".jsonl", ".csv", ".xlsx", "", ""]
    assert writer_for("csv").suffix == ".csv"
    assert broken_writers() == ()


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(CuratorError, match="pdf") as raised:
        writer_for("pdf")
    assert "jsonl, csv, xlsx" in raised.value.hint


def test_plug_ins_come_after_the_built_in_and_cannot_take_their_names(plug_ins: registry.Registry) -> None:
    assert list(plug_ins.writers) == ["jsonl", "csv", "xlsx", "site", "package", "titles"]
    assert type(plug_ins.writer_for("csv")).__name__ == "CsvWriter"


def test_a_broken_plug_in_is_reported_and_the_rest_works(plug_ins: registry.Registry) -> None:
    assert sorted(plug_ins.problems) == ["absent", "gone", "unfinished"]
    assert plug_ins.problems["absent"].code == "plugin"
    with pytest.raises(CuratorError, match="unfinished did not load"):
        plug_ins.writer_for("unfinished")
