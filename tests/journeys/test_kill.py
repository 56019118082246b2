from __future__ import annotations

import importlib
import random
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")


def test_nothing_that_was_promised_is_lost(tmp_path: Path) -> None:
    """The same as tests/benchmarks/kill_import.py, once for each kind of kill."""
    kill_import = importlib.import_module("kill_import")
    rounds = kill_import.run_rounds(tmp_path, len(kill_import.TARGETS), 90, random.Random(7))
    assert [one.target for one in rounds] == list(kill_import.TARGETS)
    assert [one.faults for one in rounds] == [[]] * len(rounds)


def test_a_loss_would_be_seen(tmp_path: Path) -> None:
    """The checks themselves: an original that is cut off, an article that is gone, a file left lying."""
    kill_import = importlib.import_module("kill_import")
    names = kill_import.write_articles(tmp_path / "articles", 6)
    path = kill_import.new_archive(tmp_path, "A")
    _code, reported, _struck = kill_import.run_import(path, tmp_path / "articles", 3600, "main")
    added = {line["path"]: line["article"] for line in reported}
    added[str(tmp_path / "articles" / "shelf00003.html")] = 1
    original = next(file for file in (path / "originals").glob("[0-9a-f]*/*"))
    original.write_bytes(original.read_bytes()[:-1])
    (path / "originals" / ".incoming" / "left").mkdir()
    one = kill_import.Round("main", 0.0)
    kill_import.look(one, path, added, names)
    kill_import.look_at_whole(one, path, names)
    said = "; ".join(one.faults)
    for words in ("article 1 is not from", "not what its name says", "left in .incoming"):
        assert words in said
