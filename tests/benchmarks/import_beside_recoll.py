"""What importing costs beside `recollindex`, which indexes the same files where they lie.

    .venv/bin/python tests/benchmarks/import_beside_recoll.py ARTICLES.jsonl.gz [--count 20000] [--html]

ARTICLES has one JSON object a line with "title" and "body" (the Reuters-21578 collection has them). Files of three to
four kilobytes are made of them; with --html each is a small page. `curator import` reads, stores and indexes them,
`recollindex` (Debian's package recollcmd) indexes them where it is installed. CPU seconds are those of all processes
of each; memory is the most that all of them held together (PSS). Those of Curator are told apart, too: what reads the
files and what indexes them beside the main process, which stores them. Looked at five times a second, so that what a
process did in its last moment is missing there.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from measuring import MIB, children_of, proportional, table

_BYTES = 3_500
_EVERY_S = 0.2
_PARTS = ("main", "readers", "index")


def main() -> None:
    """Run both and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--html", action="store_true", help="pages instead of plain text")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="curator-benchmark-") as place:
        files = Path(place) / "files"
        size = _write(given.articles, files, given.count, given.html)
        print(f"{given.count:,} files of {size / given.count / 1024:.1f} KB")
        taken = {"curator import": _curator(Path(place), files)}
        if shutil.which("recollindex"):
            taken["recollindex"] = _recoll(Path(place), files)
    rows = [each.row(program, given.count) for program, each in taken.items()]
    print(table(("program", "wall s", "CPU s", "CPU s per 1,000", "most memory MiB"), rows))
    parts = [taken["curator import"].part_row(part, given.count) for part in _PARTS]
    print(table(("part of curator import", "CPU s per 1,000", "most memory MiB"), parts))


@dataclass(slots=True)
class _Taken:
    """What a program took: seconds of wall time and CPU, the most memory (bytes), and that of its parts."""

    wall: float = 0.0
    cpu: float = 0.0
    most: int = 0
    # Process -> which part of Curator it is, its CPU seconds, the most that it held.
    processes: dict[int, tuple[str, float, int]] = field(default_factory=dict)

    def row(self, program: str, count: int) -> tuple[str, ...]:
        """Return the line of the first table."""
        figures = (f"{self.wall:.1f}", f"{self.cpu:.1f}", f"{self.cpu / count * 1000:.2f}", f"{self.most / MIB:.0f}")
        return program, *figures

    def part_row(self, part: str, count: int) -> tuple[str, ...]:
        """Return the line of the second table."""
        each = [(cpu, held) for name, cpu, held in self.processes.values() if name == part]
        cpu, held = sum(cpu for cpu, _held in each), max((held for _cpu, held in each), default=0)
        return part, f"{cpu / count * 1000:.2f}", f"{held / MIB:.0f}"

    def look(self, pid: int) -> None:
        """Look at a process and those that it has started."""
        held = 0
        for number in (pid, *(child.pid for child in children_of(pid))):
            memory = proportional(number)
            held += memory
            part, _cpu, most = self.processes.get(number, ("", 0.0, 0))
            try:
                process = psutil.Process(number)
                times = process.cpu_times()
                part = "main" if number == pid else _part(process, part)
            except psutil.Error:
                continue
            self.processes[number] = (part, times.user + times.system, max(most, memory))
        self.most = max(self.most, held)


def _part(process: psutil.Process, known: str) -> str:
    """Return "index" for a process that holds the lock of the index, else "readers"."""
    is_index = known == "index" or any(file.path.endswith("index.lock") for file in process.open_files())
    return "index" if is_index else "readers"


def _write(articles: Path, folder: Path, count: int, as_html: bool) -> int:
    folder.mkdir()
    size = 0
    bodies = _texts(articles)
    for number in range(count):
        title, body = next(bodies)
        # A number in the text, so that no two files are the same.
        text = f"{title} {number}\n\n{body}\n"
        if as_html:
            paragraphs = "".join(f"<p>{html.escape(part)}</p>\n" for part in body.split("\n\n"))
            name = f"{html.escape(title)} {number}"
            text = (
                f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{name}</title></head>"
                f"<body><article><h1>{name}</h1>\n{paragraphs}</article></body></html>\n"
            )
        data = text.encode()
        (folder / f"{number:06}{'.html' if as_html else '.txt'}").write_bytes(data)
        size += len(data)
    return size


def _texts(articles: Path) -> Iterator[tuple[str, str]]:
    while True:
        with gzip.open(articles, "rt", encoding="utf-8") as lines:
            title, bodies, held = "", [], 0
            for line in lines:
                row = json.loads(line)
                body = " ".join((row["body"] or "").split())
                title = title or row["title"] or "Untitled"
                bodies.append(body)
                held += len(body)
                if held >= _BYTES:
                    yield title, "\n\n".join(bodies)[: _BYTES + 300]
                    title, bodies, held = "", [], 0


def _curator(place: Path, files: Path) -> _Taken:
    archive = place / "Speed.curator"
    _run([sys.executable, "-m", "curator", "new", str(archive)])
    return _run([sys.executable, "-m", "curator", "import", "--json", str(archive), str(files)])


def _recoll(place: Path, files: Path) -> _Taken:
    settings = place / "recoll"
    settings.mkdir()
    (settings / "recoll.conf").write_text(f"topdirs = {files}\nloglevel = 1\n", encoding="utf-8")
    return _run(["recollindex", "-c", str(settings)])


def _run(command: list[str]) -> _Taken:
    before, started, taken = os.times(), time.perf_counter(), _Taken()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        taken.look(process.pid)
        time.sleep(_EVERY_S)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with {process.returncode}")
    taken.wall, after = time.perf_counter() - started, os.times()
    taken.cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return taken


if __name__ == "__main__":
    main()
