"""What was erased for good is in no byte of the archive's folder, also when the process is killed on the way."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from curator.archive import Archive, erasure
from curator.operations import find
from curator.operations.context import Context

KILLED = """
    import os, signal, sys
    from pathlib import Path
    from curator.archive import Archive, erasure
    from curator.operations import erase, find
    from curator.operations.context import Context

    def strike(*_arguments):
        os.kill(os.getpid(), signal.SIGKILL)

    step = int(sys.argv[2])
    if step < 0:
        erasure.blot_labels = strike
    else:
        erasure.STEPS.insert(step, strike)
    with Archive.open(Path(sys.argv[1]), "Tester") as archive:
        context = Context(archive)
        erase.articles(context, [1], "a test", [find.describe(context, [1])[0].title])
"""


@pytest.fixture(scope="module")
def erase_search() -> Any:
    return importlib.import_module("erase_search")


def test_nothing_is_left(erase_search: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert erase_search.run(tmp_path, 10) == []
    figures = dict(line.rsplit(maxsplit=1) for line in capsys.readouterr().out.splitlines()[2:])
    # The search itself finds what is there: in database, log, original, backups, index.
    assert int(figures["forms found before"]) > 50
    assert int(figures["in files"]) >= 5


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_at_any_step_it_is_not_begun_or_finished_by_the_next_opening(erase_search: Any, tmp_path: Path) -> None:
    with Archive.create(tmp_path / "Erase.curator") as archive:
        assert erase_search.made(Context(archive), tmp_path / "sources", 3) == 1
    for step in range(-1, len(erasure.STEPS) + 1):
        path = tmp_path / f"{step}.curator"
        shutil.copytree(tmp_path / "Erase.curator", path)
        script = [sys.executable, "-c", textwrap.dedent(KILLED), str(path), str(step)]
        ended = subprocess.run(script, capture_output=True, text=True)
        assert ended.returncode == -9, ended.stderr
        with Archive.open(path) as archive:
            assert not erasure.is_begun(archive.read())
            gone = len(find.all_articles(Context(archive))) == 3
        assert gone == (step >= 0)
        left = {trace.word for trace in erase_search.traces(path, ["brindlewhisk", "snorkbarrel", "quillfeather"])}
        assert bool(left) != gone, left
