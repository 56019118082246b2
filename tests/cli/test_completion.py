from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SHELLS = ("bash", "zsh", "fish")


def completed(shell: str, words: str) -> list[str]:
    """Ask as the shell's script does, and return what is offered for the last word, of which some may be typed."""
    typed = words.split(" ")
    environment = {
        **os.environ,
        "_CURATOR_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": typed[-1] if shell == "fish" else str(len(typed) - 1),
    }
    answer = subprocess.run(
        [sys.executable, "-m", "curator"], env=environment, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    if shell == "zsh":
        return answer[1::3]
    return [line.split(",", 1)[1].split("\t")[0] for line in answer]


@pytest.mark.parametrize("shell", SHELLS)
def test_commands_and_options_are_completed(shell: str) -> None:
    assert completed(shell, "curator col") == ["collect", "collections"]
    assert completed(shell, "curator export x y --fo") == ["--format"]


def test_values_are_completed() -> None:
    assert completed("bash", "curator export x y --format ")[:2] == ["jsonl", "csv"]
    assert completed("bash", "curator export x y --format c") == ["csv"]
    assert completed("bash", "curator names x me") == ["members", "mentions", "merge"]
    assert completed("bash", "curator names x list --kind p") == ["person", "place"]
    assert completed("bash", "curator search x y --sort ") == ["relevance", "date", "-date", "title", "accession"]


def test_a_query_is_completed_from_the_archive(curator, letters: Path) -> None:
    curator("tag", letters, "1", "--person", "Bandini")
    assert completed("bash", f"curator search {letters} person:ban") == ["person:Bandini"]
    assert "status:read" in completed("zsh", f"curator search {letters} status:")
    assert completed("zsh", "curator search nowhere.curator pers") == []


def test_options_of_the_whole_are_completed() -> None:
    assert "--version" in completed("bash", "curator --")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_names_what_it_asks(curator, shell: str) -> None:
    script = curator("completion", shell)
    assert script.code == 0
    assert f"_CURATOR_COMPLETE={shell}_complete" in script.out


def test_an_unknown_shell_is_refused(curator) -> None:
    refused = curator("completion", "tcsh")
    assert refused.code == 2
    assert "'bash', 'zsh', 'fish'" in refused.err


@pytest.mark.skipif(sys.platform == "win32", reason="the script is for a Unix shell")
@pytest.mark.parametrize("shell", [shell for shell in SHELLS if shutil.which(shell)])
def test_the_shell_takes_the_script(curator, tmp_path: Path, shell: str) -> None:
    script = tmp_path / "script"
    script.write_text(curator("completion", shell).out, encoding="utf-8")
    taken = subprocess.run([shell, "-n", script], capture_output=True, text=True)
    assert (taken.returncode, taken.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32" or not shutil.which("bash"), reason="needs bash")
def test_bash_really_completes(curator, tmp_path: Path) -> None:
    (tmp_path / "curator").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m curator "$@"\n', encoding="utf-8")
    (tmp_path / "curator").chmod(0o755)
    (tmp_path / "script").write_text(curator("completion", "bash").out, encoding="utf-8")
    line = (
        f'PATH="{tmp_path}:$PATH"; source "{tmp_path}/script"; COMP_WORDS=(curator col); COMP_CWORD=1; '
        'f=$(complete -p curator | sed "s/.*-F \\([^ ]*\\).*/\\1/"); $f curator col curator; echo "${COMPREPLY[@]}"'
    )
    answer = subprocess.run(["bash", "-c", line], capture_output=True, text=True)
    assert answer.stdout.split() == ["collect", "collections"]
