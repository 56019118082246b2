"""What importing costs beside `recollindex`, which indexes the same files where they lie.

    .venv/bin/python tests/benchmarks/import_beside_recoll.py ARTICLES.jsonl.gz [--count 20000] [--html]

ARTICLES has one JSON object a line with "title" and "body" (the Reuters-21578 collection has them). Files of three to
four kilobytes are made of them; with --html each is a small page. `curator import` reads, stores and indexes them,
`recollindex` (Debian's package recollcmd) indexes them where it is installed. CPU seconds are those of all processes
of each; memory is the most that all of them held together (PSS, looked at twice a second).
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
from pathlib import Path

import psutil
from measuring import MIB, proportional, table

_BYTES = 3_500
_EVERY_S = 0.5
Row = tuple[str, str, str, str, str]


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
        rows = [_curator(Path(place), files, given.count)]
        if shutil.which("recollindex"):
            rows.append(_recoll(Path(place), files, given.count))
    print(table(("program", "wall s", "CPU s", "CPU s per 1,000", "most memory MiB"), rows))


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


def _curator(place: Path, files: Path, count: int) -> Row:
    archive = place / "Speed.curator"
    _run([sys.executable, "-m", "curator", "new", str(archive)])
    wall, cpu, held = _run([sys.executable, "-m", "curator", "import", "--json", str(archive), str(files)])
    return "curator import", f"{wall:.1f}", f"{cpu:.1f}", f"{cpu / count * 1000:.2f}", f"{held / MIB:.0f}"


def _recoll(place: Path, files: Path, count: int) -> Row:
    settings = place / "recoll"
    settings.mkdir()
    (settings / "recoll.conf").write_text(f"topdirs = {files}\nloglevel = 1\n", encoding="utf-8")
    wall, cpu, held = _run(["recollindex", "-c", str(settings)])
    return "recollindex", f"{wall:.1f}", f"{cpu:.1f}", f"{cpu / count * 1000:.2f}", f"{held / MIB:.0f}"


def _run(command: list[str]) -> tuple[float, float, int]:
    """Return seconds of wall time, CPU seconds of all its processes, and the most memory of all together (bytes)."""
    before, started, most = os.times(), time.perf_counter(), 0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while process.poll() is None:
        most = max(most, _held(process.pid))
        time.sleep(_EVERY_S)
    if process.returncode not in (0, 1):
        sys.exit(f"{command[0]} ended with {process.returncode}")
    wall, after = time.perf_counter() - started, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, cpu, most


def _held(pid: int) -> int:
    try:
        family = [pid, *(child.pid for child in psutil.Process(pid).children(recursive=True))]
    except psutil.NoSuchProcess:
        return 0
    return sum(proportional(member) for member in family)


if __name__ == "__main__":
    main()
