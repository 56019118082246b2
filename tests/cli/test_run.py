"""Ways in which a command line ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from curator import paths
from curator.operations import find


def test_words_that_are_no_text_are_refused(shell, letters) -> None:
    if sys.platform == "win32":
        pytest.skip("arguments are always text there")
    for arguments in (["tag", letters, "1", "--person", b"a\xff"], ["search", letters, b"\xff"]):
        refused = shell(*arguments)
        assert refused.returncode == 2
        assert b"\\xff" in refused.stderr
        assert b"Traceback" not in refused.stderr


def test_an_unknown_command(curator) -> None:
    refused = curator("frobnicate")
    assert refused.code == 2
    assert "frobnicate" in refused.err
    assert "--help" in refused.err


def test_nothing_said_shows_the_help(curator) -> None:
    shown = curator()
    assert shown.code == 2
    assert "curator new letters.curator" in shown.out + shown.err


def test_a_fault_is_told_apart_and_logged(curator, letters, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("by intent")

    monkeypatch.setattr(find, "select", broken)
    ended = curator("list", letters, "--json")
    assert ended.code == 70
    assert ended.out == ""
    assert "A fault in Curator" in ended.err
    assert "Traceback" not in ended.err
    log = paths.logs() / "curator.log"
    assert str(log) in ended.err
    assert "ZeroDivisionError: by intent" in log.read_text(encoding="utf-8")


def test_ctrl_c(curator, letters, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(find, "select", interrupted)
    ended = curator("list", letters)
    assert (ended.code, ended.err.strip()) == (2, "Stopped.")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a Unix shell")
def test_the_reader_of_the_output_may_go(letters, tmp_path: Path) -> None:
    """More than a pipe holds, read by `head`."""
    command = f'"{sys.executable}" -m curator history "{letters}" --json'
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    line = f"set -o pipefail; {command} | head -c 10 > /dev/null; {command} | true"
    ended = subprocess.run(["bash", "-c", line], capture_output=True, env=env)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.parametrize("encoding", ["ascii", "cp1251"])
def test_results_are_utf8_whatever_the_terminal_says(shell, letters, encoding: str) -> None:
    shown = shell("list", letters, "--json", env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert shown.returncode == 0
    assert json.loads(shown.stdout.decode("utf-8").splitlines()[1])["title"] == "Şəhər kitabxanası"
