"""The command line and a long-lived process at the same archive: is a write lost, who sees what, and how soon.

    .venv/bin/python tests/benchmarks/two_writers.py [--seconds 60]

The long-lived process holds the archive open: two threads write, one reads, one asks every tenth of a second what
others wrote, as a window does every two seconds. Meanwhile commands tag and list names, one process each.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from measuring import table

from curator.archive import Archive, articles, authorities
from curator.archive.watch import Watch
from curator.model.revision import Label
from curator.operations import authorities as names
from curator.operations import tag
from curator.operations.context import Context


@dataclass
class Seen:
    """What happened: names written by threads and by commands, faults in words, seconds until a change was seen."""

    by_threads: list[str] = field(default_factory=list)
    by_commands: dict[str, float] = field(default_factory=dict)
    noticed: dict[str, float] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    reads: int = 0

    def delays(self) -> list[float]:
        """Return how long after its end each command's write was noticed (0 when before)."""
        return [
            max(0.0, self.noticed[name] - ended) for name, ended in self.by_commands.items() if name in self.noticed
        ]


def main() -> int:
    """Run it and print the figures; 1 when anything was lost or said wrongly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="curator-two-") as place:
        seen = run(Path(place) / "Two.curator", given.seconds)
    rows = [
        ("writes of the long-lived process", len(seen.by_threads)),
        ("writes of commands", len(seen.by_commands)),
        ("reads", seen.reads),
        ("seconds until seen, at most", f"{max(seen.delays(), default=0):.2f}"),
        ("faults", len(seen.faults)),
    ]
    print(table(("what", "figure"), rows))
    print(*seen.faults, sep="\n")
    return 1 if seen.faults else 0


def run(path: Path, seconds: float) -> Seen:
    """Let both work for so long, then look whether everything is there."""
    seen, over = Seen(), threading.Event()
    with Archive.create(path, actor="Window", origin="window") as archive:
        with archive.transaction(Label("Begin")) as transaction:
            articles.add(transaction, {"title": "A reading room"}, "It opens at nine.", "test 1")
        workers = [
            threading.Thread(target=_guarded, args=(work, seen, over))
            for work in (
                lambda: _write(archive, seen, over, "one"),
                lambda: _write(archive, seen, over, "two"),
                lambda: _read(archive, seen, over),
                lambda: _watch(archive, seen, over),
                lambda: _commands(path, seen, over),
            )
        ]
        for worker in workers:
            worker.start()
        over.wait(seconds)
        over.set()
        for worker in workers:
            worker.join()
        _look(archive, seen)
    return seen


def _guarded(work: Callable[[], None], seen: Seen, over: threading.Event) -> None:
    try:
        work()
    except Exception as error:
        seen.faults.append(f"{type(error).__name__}: {error}")
        over.set()


def _write(archive: Archive, seen: Seen, over: threading.Event, who: str) -> None:
    number = 0
    while not over.wait(0.02):
        number += 1
        name = f"Reader {who} {number}"
        names.add(Context(archive), "person", name)
        tag.add(Context(archive), [1], [("person", name)])
        seen.by_threads.append(name)


def _read(archive: Archive, seen: Seen, over: threading.Event) -> None:
    while not over.wait(0.01):
        promised = len(seen.by_threads)
        found = archive.read().execute("SELECT count(*) FROM mention").fetchone()[0]
        seen.reads += 1
        if found < promised:
            raise AssertionError(f"{promised} tags were written, and {found} are seen")


def _watch(archive: Archive, seen: Seen, over: threading.Event) -> None:
    watch = Watch(archive)
    while True:
        last = over.is_set()
        for authority in watch.poll().ids("authority"):
            seen.noticed.setdefault(authorities.get(archive.read(), authority).preferred_name, time.monotonic())
        if last and seen.by_commands.keys() <= seen.noticed.keys():
            return
        time.sleep(0.1)


def _commands(path: Path, seen: Seen, over: threading.Event) -> None:
    number = 0
    while not over.is_set():
        number += 1
        name = f"Keeper {number}"
        promised = set(seen.by_threads)
        _command(seen, "tag", str(path), "1", "--person", name)
        seen.by_commands[name] = time.monotonic()
        listed = _command(seen, "names", str(path), "list", "--json")
        missing = promised - {json.loads(line)["name"] for line in listed.splitlines()}
        if missing:
            seen.faults.append(f"a command does not see {sorted(missing)[:3]}")


def _command(seen: Seen, *arguments: str) -> str:
    ended = subprocess.run([sys.executable, "-m", "curator", *arguments], capture_output=True, text=True)
    if ended.returncode or "lock" in ended.stderr:
        seen.faults.append(f"{arguments[0]}: {ended.returncode} {ended.stderr}")
    return ended.stdout


def _look(archive: Archive, seen: Seen) -> None:
    rows = archive.read().execute(
        "SELECT preferred_name FROM authority JOIN mention ON mention.authority_id = authority.id"
    )
    there = [row[0] for row in rows]
    wanted = [*seen.by_threads, *seen.by_commands]
    if sorted(there) != sorted(wanted):
        seen.faults.append(f"{len(wanted)} tags were written, {len(there)} are there")
    said = archive.read().execute("PRAGMA integrity_check").fetchone()[0]
    if said != "ok":
        seen.faults.append(said)
    clocks = [row[0] for row in archive.read().execute("SELECT clock FROM revision ORDER BY id")]
    if clocks != sorted(set(clocks)):
        seen.faults.append("the clock of the history goes back")


if __name__ == "__main__":
    sys.exit(main())
