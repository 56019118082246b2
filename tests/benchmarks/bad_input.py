"""Import what no archive wants: each gets a clear line, the good files beside it get in, memory stays flat.

    .venv/bin/python tests/benchmarks/bad_input.py [--only WORD]

Each kind of bad input is imported into a new archive, in a process of its own, from a folder in which a good file
comes after it. Shown are the outcome, the first words of the reason, and the most memory the main process held.
At the end an import of many files is interrupted, and the time is taken until the process has ended.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from invented import write_articles
from measuring import MIB, peak_memory, table

from curator.archive import Archive
from curator.model.progress import Progress
from curator.operations import accession
from curator.operations.context import Context
from curator.operations.indexing import Indexer
from curator.operations.outcomes import ItemOutcome

GOOD = ("0-first.txt", "zz-last.txt")
SENTENCE = "The reading room of the town library opens again after the winter. "
PAGE = f"<html><head><title>Shelf</title></head><body><article><p>{SENTENCE * 5}</p>"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0" + bytes(range(256)) * 8
# Linux capabilities: reading against the permissions of files, of folders.
DAC_OVERRIDE, DAC_READ_SEARCH = 1, 2


def nothing(folder: Path) -> None:
    """Leave the input as it is."""


@dataclass(frozen=True)
class Case:
    """One kind of bad input.

    Args:
        code: of the problem that the user is told; empty for none.
        make: puts it into a folder.
        meanwhile: done to the folder again and again while the import goes on.
        added: whether there is an article all the same.
        unprivileged: root gives up reading what nobody may read.
    """

    name: str
    code: str
    make: Callable[[Path], object]
    meanwhile: Callable[[Path], None] = nothing
    added: bool = False
    unprivileged: bool = False


def put(name: str, content: str | bytes, encoding: str = "utf-8") -> Callable[[Path], object]:
    """Return what writes a file of that name into a folder."""
    data = content.encode(encoding) if isinstance(content, str) else content
    return lambda folder: (folder / name).write_bytes(data)


def link(name: str, target: str) -> Callable[[Path], object]:
    """Return what makes a symbolic link in a folder."""
    return lambda folder: (folder / name).symlink_to(target)


def nested(folder: Path) -> None:
    """Write a page whose elements lie 100,000 deep."""
    deep = 100_000
    (folder / "nested.html").write_text(f"<html><body>{'<div>' * deep}{SENTENCE}{'</div>' * deep}", "utf-8")


def one_line(name: str, before: str = "") -> Callable[[Path], object]:
    """Return what writes 50 MB in a single line."""
    return lambda folder: (folder / name).write_text(before + SENTENCE * (50 * MIB // len(SENTENCE)), "utf-8")


def unix_socket(folder: Path) -> None:
    """Make a socket; its address has to be short, so it is given from inside the folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("socket.html")
    finally:
        os.chdir(before)


def locked(folder: Path) -> None:
    """Write a file that only its owner may read."""
    (folder / "locked.txt").write_text(SENTENCE, "utf-8")
    (folder / "locked.txt").chmod(0)


def remove(folder: Path) -> None:
    """Remove the file, if it is there still."""
    (folder / "removed.txt").unlink(missing_ok=True)


def grow(folder: Path) -> None:
    """Let the file grow faster than it is read, which tells of each MiB."""
    with (folder / "growing.txt").open("ab") as file:
        file.write(b"More words. " * (3 * MIB // 2 // 12))


CASES = (
    Case("HTML cut off in the middle", "", put("cut.html", PAGE[:-40] + "<a href='"), added=True),
    Case("empty", "empty", put("empty.html", b"")),
    Case("nothing but spaces", "no-text", put("spaces.txt", " \n" * 500)),
    Case("50 MB of text in one line", "too-large", one_line("line.txt")),
    Case("50 MB of HTML in one line", "too-large", one_line("line.html", "<html><body><p>")),
    Case("HTML nested 100,000 deep", "all-text", nested, added=True),
    Case("PNG named .html", "wrong-kind", put("picture.html", PNG)),
    Case("bytes of no kind named .txt", "wrong-kind", put("bytes.txt", bytes(range(256)) * 400)),
    Case("link to nothing", "missing", link("dangling.html", "nowhere.html")),
    Case("file that may not be read", "unreadable", locked, unprivileged=True),
    Case("file whose reading fails", "unreadable", link("failing.txt", "/proc/self/mem")),
    Case("UTF-16 text", "no-title", put("utf16.txt", SENTENCE * 5, "utf-16"), added=True),
    Case("UTF-16 page without a mark", "", put("utf16.html", PAGE, "utf-16-le"), added=True),
    Case(
        "name that is no UTF-8",
        "no-title",
        lambda folder: put(os.fsdecode(b"n\xe4me\xff.txt"), SENTENCE)(folder),
        added=True,
    ),
    Case("name with line end and quotes", "no-title", put("a\n\"b'; --.txt", SENTENCE + "Odd."), added=True),
    Case("name of 255 bytes", "no-title", put("n" * 251 + ".txt", SENTENCE + "Long."), added=True),
    Case("folder that links to itself", "loop", link("itself", ".")),
    Case("named pipe", "no-file", lambda folder: os.mkfifo(folder / "pipe.html")),
    Case("socket", "no-file", unix_socket),
    Case("device without end", "no-file", link("zero.txt", "/dev/zero")),
    Case("removed while importing", "unreadable", put("removed.txt", SENTENCE), remove),
    Case("growing while importing", "unreadable", put("growing.txt", b"Words. " * (5 * MIB // 7)), grow),
)


def place_of(case: Case, folder: Path) -> Path:
    """Return where in a folder the bad input of a case lies."""
    return folder / f"case-{CASES.index(case):02}"


def make_folder(cases: Sequence[Case], folder: Path) -> None:
    """Fill a new folder with a first good file, the bad input of each case, and a last good file."""
    folder.mkdir()
    for name in GOOD:
        (folder / name).write_text(f"{SENTENCE} This is {name}.\n", "utf-8")
    for case in cases:
        place_of(case, folder).mkdir()
        case.make(place_of(case, folder))


def import_cases(cases: Sequence[Case], archive: Path, folder: Path) -> list[ItemOutcome]:
    """Import the folder of some cases as the command line does, and return the outcomes."""
    outcomes: list[ItemOutcome] = []

    total = 0

    def progress(reading: Progress) -> None:
        nonlocal total
        # While folders are walked the total rises.
        if reading.total == total:
            for case in cases:
                case.meanwhile(place_of(case, folder))
        total = reading.total

    with Archive.open(archive, actor="benchmark") as opened, Indexer(opened) as indexer:
        accession.import_paths(Context(opened, progress), [folder], outcomes.append, indexer.nudge)
        indexer.drain()
    return outcomes


def obey_permissions() -> None:
    """Let root obey the permissions of files as others do: give up two capabilities of this process (Linux)."""
    libc = ctypes.CDLL(None, use_errno=True)
    # A header of version 3 for this process, then effective, permitted, inheritable of bits 0-31 and 32-63.
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    libc.capget(header, sets)
    for at in (0, 1):
        sets[at] &= ~(1 << DAC_OVERRIDE | 1 << DAC_READ_SEARCH) & 0xFFFFFFFF
    if libc.capset(header, sets):
        raise OSError(ctypes.get_errno(), "capset")


def in_child(name: str, archive: Path, folder: Path) -> None:
    """Import one case, or "all", or "none", in this process, and print what came of it as JSON."""
    cases = cases_called(name)
    if any(case.unprivileged for case in cases) and os.getuid() == 0:
        obey_permissions()
    lines = [
        {
            "place": one.path.relative_to(folder).parts[0],
            "outcome": one.outcome,
            "code": one.problems[0].code if one.problems else "",
            "reason": one.problems[0].message if one.problems else "",
        }
        for one in import_cases(cases, archive, folder)
    ]
    print(json.dumps({"peak": peak_memory(), "lines": lines}))


def cases_called(name: str) -> Sequence[Case]:
    """Return all cases for "all", else the one of that name, else none."""
    return CASES if name == "all" else [case for case in CASES if case.name == name]


def run_child(name: str, place: Path) -> dict[str, Any]:
    """Import what `name` stands for into a new archive below `place`, in a process of its own.

    Returns:
        "peak": bytes that its main process held at most; "lines": the outcome of each file.

    Raises:
        RuntimeError: it ended with an error, whose last line this gives.
    """
    folder, archive = place / "input", place / "Bad.curator"
    make_folder(cases_called(name), folder)
    Archive.create(archive, actor="benchmark").close()
    command = [sys.executable, __file__, "--child", name, str(archive), str(folder)]
    environment = {**os.environ, "XDG_STATE_HOME": str(place)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=600)
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1])
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def measure(case: Case, place: Path) -> tuple[str, str, str, str, str]:
    """Import one case in a process of its own; return a line of the table."""
    started = time.perf_counter()
    try:
        said = run_child(case.name, place)
    except RuntimeError as error:
        return case.name, "THE IMPORT ENDED", str(error), "-", "-"
    seconds = time.perf_counter() - started
    bad = [line for line in said["lines"] if line["place"] not in GOOD]
    outcome = "; ".join(dict.fromkeys(line["outcome"] for line in bad)) or "NO LINE"
    if [(line["outcome"], line["code"]) for line in bad] != [("added" if case.added else "failed", case.code)]:
        outcome += ", UNEXPECTED"
    if sum(line["place"] in GOOD and line["outcome"] == "added" for line in said["lines"]) != len(GOOD):
        outcome += ", GOOD FILE LOST"
    reason = next((line["reason"] for line in bad if line["reason"]), "").replace(f"{place}/", "").replace("\n", " ")
    return case.name, outcome, reason[:90], f"{said['peak'] / MIB:.0f}", f"{seconds:.1f}"


def interrupted(place: Path, files: int, after: int) -> tuple[float, int, int]:
    """Interrupt an import of `files` files when `after` have been reported.

    Returns:
        seconds from the signal to the end of the process, its exit code, how many files were reported by then.
    """
    archive = place / "Stopped.curator"
    Archive.create(archive, actor="benchmark").close()
    write_articles(place / "many", files)
    command = [sys.executable, "-m", "curator", "import", str(archive), str(place / "many"), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _file in range(after)]
        process.send_signal(signal.SIGINT)
        sent = time.perf_counter()
        lines += process.stdout.readlines()
        code = process.wait()
        return time.perf_counter() - sent, code, len(lines)


def main() -> None:
    """Run all cases and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="only cases whose name holds this word")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        in_child(given.child[0], Path(given.child[1]), Path(given.child[2]))
        return
    rows = []
    for case in CASES:
        if given.only in case.name:
            with tempfile.TemporaryDirectory(prefix="curator-bad-") as place:
                rows.append(measure(case, Path(place)))
    print(table(("input", "outcome", "reason", "MiB main", "s"), rows))
    if not given.only:
        with tempfile.TemporaryDirectory(prefix="curator-bad-") as place:
            for after in (1, 120, 300):
                (Path(place) / str(after)).mkdir()
                seconds, code, lines = interrupted(Path(place) / str(after), 900, after)
                print(f"\nInterrupted: ended {seconds:.2f} s after, exit code {code}, {lines} of 900 reported and kept")


if __name__ == "__main__":
    main()
