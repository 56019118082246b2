from __future__ import annotations

import importlib
import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from curator.archive import Archive
from curator.operations import find
from curator.operations.context import Context

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the cases are made with Linux's means")

CASES = range(22)


@pytest.fixture(scope="module")
def bad_input() -> Any:
    return importlib.import_module("bad_input")


@pytest.fixture(scope="module")
def imported(bad_input: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """All bad input in one import, and what its process said."""
    place = tmp_path_factory.mktemp("bad")
    return place, bad_input.run_child("all", place)


def test_no_case_is_left_out(bad_input: Any) -> None:
    assert len(bad_input.CASES) == len(CASES)


@pytest.mark.parametrize("number", CASES)
def test_each_bad_input_has_one_clear_line(bad_input: Any, imported: tuple[Path, Any], number: int) -> None:
    case = bad_input.CASES[number]
    (line,) = [line for line in imported[1]["lines"] if line["place"] == f"case-{number:02}"]
    assert (case.name, line["outcome"], line["code"]) == (case.name, "added" if case.added else "failed", case.code)
    if not case.added:
        assert line["reason"].endswith(".")
        assert not {"Error", "Errno", "Traceback"} & set(line["reason"].split())


def test_the_good_files_get_in_and_are_found(bad_input: Any, imported: tuple[Path, Any]) -> None:
    place, said = imported
    good = [line["place"] for line in said["lines"] if line["place"] in bad_input.GOOD and line["outcome"] == "added"]
    assert good == list(bad_input.GOOD)
    with Archive.open(place / "Bad.curator") as archive:
        assert len(find.select(Context(archive), '"reading room"')) == sum(
            line["outcome"] == "added" for line in said["lines"]
        )
        assert list(archive.folder.incoming.iterdir()) == []


def test_the_memory_of_the_main_process_stays_flat(bad_input: Any, imported: tuple[Path, Any], tmp_path: Path) -> None:
    """More than 100 MB of input cost no more than a few MiB above what two small files cost."""
    ordinary = bad_input.run_child("none", tmp_path)["peak"]
    assert imported[1]["peak"] < ordinary + 24 * bad_input.MIB


def test_interrupted_it_keeps_what_is_done_and_goes_on_later(tmp_path: Path) -> None:
    names = importlib.import_module("invented").write_articles(tmp_path / "many", 200)
    Archive.create(tmp_path / "A.curator", actor="Tester").close()
    command = [sys.executable, "-m", "curator", "import", tmp_path / "A.curator", tmp_path / "many", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stderr is not None
        first = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        reported = [json.loads(line) for line in [first, *process.stdout]]
        said = process.stderr.read()
    assert process.returncode == 1
    assert said.endswith("stopped: import the same again to go on.\n")
    assert 0 < len(reported) < len(names)
    with Archive.open(tmp_path / "A.curator") as archive:
        assert find.all_articles(Context(archive)) == [line["article"] for line in reported]
    again = subprocess.run(command, capture_output=True, text=True)
    assert again.returncode == 0
    outcomes = [json.loads(line)["outcome"] for line in again.stdout.splitlines()]
    assert (outcomes.count("duplicate"), outcomes.count("added")) == (len(reported), len(names) - len(reported))
