from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from curator.cli.long_run import Stop
from curator.errors import Cancelled, CuratorError
from curator.operations import intake
from curator.operations.discovery import Discovered
from curator.operations.indexing import Indexer

FIELDS = ["path", "outcome", "article", "title", "date", "publication", "language", "problems"]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    folder = tmp_path / "sources"
    folder.mkdir()
    (folder / "first.md").write_text("# First shelf\n\nThe catalogue of the first shelf is complete.\n", "utf-8")
    (folder / "same.md").write_text("# First shelf\n\nThe catalogue of the first shelf is complete.\n", "utf-8")
    (folder / "nothing.txt").write_text("", "utf-8")
    return folder


def test_each_file_has_a_line(curator, letters, sources: Path) -> None:
    done = curator("import", letters, sources, "--json")
    assert done.code == 1
    assert [list(line) for line in done.lines] == [FIELDS] * 3
    assert [line["outcome"] for line in done.lines] == ["added", "failed", "duplicate"]
    added, failed, duplicate = done.lines
    assert added["path"] == str(sources / "first.md")
    assert (added["title"], added["language"], added["problems"]) == ("First shelf", "en", [])
    assert failed["article"] is None
    assert failed["problems"][0]["code"] == "empty"
    assert "nothing.txt" in failed["problems"][0]["message"]
    assert duplicate["article"] == added["article"]
    assert done.err == "1 article added, 1 in the archive already, 1 not read, for the reasons above.\n"


def test_for_people(curator, letters, sources: Path) -> None:
    done = curator("import", letters, sources)
    lines = done.out.splitlines()
    assert lines[0] == "added           4  First shelf"
    assert lines[1].strip() == str(sources / "first.md")
    assert any(line.startswith("failed     ") and line.endswith("nothing.txt") for line in lines)


def test_all_done_is_exit_code_0_and_again_adds_nothing(curator, letters, sources: Path) -> None:
    (sources / "nothing.txt").unlink()
    assert curator("import", letters, sources).code == 0
    again = curator("import", letters, sources, "--json")
    assert again.code == 0
    assert [line["outcome"] for line in again.lines] == ["duplicate"] * 2
    assert len(curator("list", letters, "--json").lines) == 4


def test_what_is_imported_is_found_at_once(curator, letters, sources: Path) -> None:
    curator("import", letters, sources / "first.md")
    assert [line["article"] for line in curator("search", letters, "shelf", "--json").lines] == [4]


def test_a_path_that_is_not_there(curator, letters) -> None:
    done = curator("import", letters, "nowhere", "--json")
    assert done.code == 1
    assert done.line["problems"][0]["code"] == "missing"


def test_an_empty_folder(curator, letters, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = curator("import", letters, tmp_path / "empty", "--json")
    assert (done.code, done.out, done.err) == (0, "", "0 articles added.\n")
    assert curator("history", letters, "--json").lines[0]["revision"] == 2


def test_an_archive_is_never_made_by_importing(curator, tmp_path: Path, sources: Path) -> None:
    refused = curator("import", tmp_path / "new.curator", sources)
    assert refused.code == 2
    assert "curator new" in refused.err
    assert not (tmp_path / "new.curator").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_odd_names_stand_in_json(shell, letters, tmp_path: Path) -> None:
    (tmp_path / "odd").mkdir()
    folder = os.fsencode(tmp_path / "odd")
    names = [
        b"latin\xff\xfe.txt",
        b"line\nend.txt",
        b'quo"te\\.txt',
        b"\xf0\x9f\x93\x9a.txt",
        b"-dash.txt",
        b"tab\t.txt",
    ]
    for number, name in enumerate(names):
        Path(os.fsdecode(folder + b"/" + name)).write_text(f"The shelf {number} holds odd names.\n", "utf-8")
    done = shell("import", letters, folder, "--json")
    assert (done.returncode, done.stderr) == (0, b"6 articles added.\n")
    paths = [json.loads(line)["path"] for line in done.stdout.decode("utf-8").splitlines()]
    assert sorted(path.rpartition("/")[2] for path in paths) == sorted(
        ["latin\\xff\\xfe.txt", "line\nend.txt", 'quo"te\\.txt', "📚.txt", "-dash.txt", "tab\t.txt"]
    )
    again = shell("import", letters, folder, "--json")
    assert {json.loads(line)["outcome"] for line in again.stdout.splitlines()} == {"duplicate"}


def test_a_second_wish_to_stop_stops_at_once() -> None:
    stop = Stop()
    stop.check()
    stop.ask()
    with pytest.raises(Cancelled):
        stop.check()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a Unix shell")
def test_nobody_reads_the_results(letters, tmp_path: Path) -> None:
    """What was done by then stays, and the exit code says that it was not all."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number:03}.txt").write_text(f"The shelf {number} of the long room.\n", "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "curator", "import", letters, folder, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert json.loads(process.stdout.readline())["outcome"] == "added"
    process.stdout.close()
    assert process.stderr is not None
    said = process.stderr.read().decode()
    assert process.wait() == 1
    process.stderr.close()
    assert said.endswith("stopped: import the same again to go on.\n")
    assert "Traceback" not in said and "Exception" not in said


def test_a_failing_index_does_not_stop_the_import(
    curator, letters, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Indexer, anew: bool = False) -> None:
        raise CuratorError("The disk of the index is full.", "Make room.")

    monkeypatch.setattr(Indexer, "nudge", full)
    done = curator("import", letters, sources, "--json")
    assert done.code == 2
    assert [line["outcome"] for line in done.lines] == ["added", "failed", "duplicate"]
    assert done.err.endswith("for the reasons above.\nThe disk of the index is full.\n  Make room.\n")
    monkeypatch.undo()
    assert [line["article"] for line in curator("search", letters, "shelf", "--json").lines] == [4]


def test_stopped_while_the_index_is_brought_up_to_date(
    curator, letters, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(self: Indexer, tick: Callable[[int], None]) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        tick(1)

    monkeypatch.setattr(Indexer, "drain", interrupted)
    done = curator("import", letters, sources / "first.md", "--json")
    assert done.code == 1
    assert done.line["outcome"] == "added"
    assert "the next search sees to that" in done.err
    assert done.err.endswith("1 article added.\n")
    monkeypatch.undo()
    assert [line["article"] for line in curator("search", letters, "shelf", "--json").lines] == [4]


def test_stopped_before_the_first_file_was_read(
    curator, letters, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(paths: object) -> Iterator[Discovered]:
        os.kill(os.getpid(), signal.SIGINT)
        yield Discovered(sources / "first.md")

    monkeypatch.setattr(intake, "discover", interrupted)
    done = curator("import", letters, sources, "--json")
    assert (done.code, done.out) == (1, "")
    assert done.err == "0 articles added, stopped: import the same again to go on.\n"
    assert curator("history", letters, "--json").lines[0]["revision"] == 2
