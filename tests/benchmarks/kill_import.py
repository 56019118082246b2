"""Kill an import at random moments, and look whether anything that was promised is lost.

    .venv/bin/python tests/benchmarks/kill_import.py [--rounds 100] [--files 240] [--seed N]

In turn the whole import is killed (with its child processes, or alone), only a process that reads files, only the
index process; a kill that came too late is not counted. After each: the archive opens, SQLite finds no fault in it,
every article that was reported as added is there and is found, every original is whole, and the same import carried
out again completes without adding twice.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from invented import word, write_articles
from measuring import table

from curator.archive import Archive
from curator.operations import detail, find
from curator.operations.context import Context

TARGETS = ("all", "main", "curator-reader", "curator-index")

# Runs the command line, and after so many seconds kills itself, or the child of that name so long after it started.
_RUNNER = """
import multiprocessing, os, signal, sys, threading, time
from curator.cli import run

def children(name):
    return [child.pid for child in multiprocessing.active_children() if child.name == name]

def strike(seconds, target):
    while target not in ("all", "main") and not children(target):
        time.sleep(0.02)
    time.sleep(seconds)
    if target == "all":
        os.killpg(0, signal.SIGKILL)
    if target == "main":
        os.kill(os.getpid(), signal.SIGKILL)
    for pid in children(target):
        os.kill(pid, signal.SIGKILL)
        print("struck", file=sys.stderr)

if __name__ == "__main__":
    threading.Thread(target=strike, args=(float(sys.argv[1]), sys.argv[2]), daemon=True).start()
    code = run(sys.argv[3:])
    os._exit(code)
"""


@dataclass
class Round:
    """What one round saw: faults in words, and counts for the summary."""

    target: str
    after: float
    faults: list[str] = field(default_factory=list)
    struck: bool = False
    seconds: float = 0.0
    reported: int = 0
    kept: int = 0
    orphans: int = 0


def main() -> int:
    """Run the rounds and print a summary; 1 when anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    with tempfile.TemporaryDirectory(prefix="curator-kill-") as place:
        rounds = run_rounds(Path(place), given.rounds, given.files, chance)
    print_summary(rounds)
    return int(any(one.faults for one in rounds))


def run_rounds(place: Path, number: int, files: int, chance: random.Random) -> list[Round]:
    """Carry out `number` rounds below `place`, each with a new archive, the kinds of kill in turn."""
    names = write_articles(place / "articles", files)
    whole = min(seconds_of_import(place, f"whole-{at}") for at in range(2))
    rounds: list[Round] = []
    while len(rounds) < number:
        at, target = len(rounds), TARGETS[len(rounds) % len(TARGETS)]
        # A child starts later and ends sooner than the whole.
        one = Round(target, chance.uniform(0, whole if target in ("all", "main") else whole * 0.6))
        path = new_archive(place, f"round-{at}")
        play(one, path, place / "articles", names)
        shutil.rmtree(path)
        if not one.struck and not one.faults:
            # It was over before; on a busy machine the first measurements may be too long.
            whole = min(whole, one.seconds)
            continue
        rounds.append(one)
        state = "; ".join(one.faults) or "nothing lost"
        print(f"{at + 1:>4}  {one.target:<15} after {one.after:.2f} s, {one.reported} reported: {state}", flush=True)
    return rounds


def seconds_of_import(place: Path, name: str) -> float:
    """Return how long an import takes that nothing disturbs."""
    archive, started = new_archive(place, name), time.monotonic()
    run_import(archive, place / "articles", 3600, "main")
    return time.monotonic() - started


def new_archive(place: Path, name: str) -> Path:
    """Make an empty archive."""
    path = place / f"{name}.curator"
    Archive.create(path, actor="benchmark").close()
    return path


def run_import(archive: Path, sources: Path, after: float, target: str) -> tuple[int, list[dict[str, object]], bool]:
    """Import `sources`, killing `target` after so many seconds.

    Returns:
        the exit code, the outcomes that were reported (whole lines), whether a child was struck.
    """
    command = [sys.executable, "-c", _RUNNER, str(after), target, "import", str(archive), str(sources), "--json"]
    done = subprocess.run(command, capture_output=True, start_new_session=True, timeout=600)
    lines = done.stdout.decode("utf-8").split("\n")[:-1]
    return done.returncode, [json.loads(line) for line in lines], b"struck" in done.stderr


def play(one: Round, archive: Path, sources: Path, names: dict[str, int]) -> None:
    """Carry out one round and note every fault."""
    started = time.monotonic()
    code, reported, struck = run_import(archive, sources, one.after, one.target)
    one.seconds = time.monotonic() - started
    one.struck = struck or code == -signal.SIGKILL
    added = {str(line["path"]): line["article"] for line in reported if line["outcome"] == "added"}
    one.reported = len(added)
    if code not in ((-signal.SIGKILL, 0) if one.target in ("all", "main") else (0, 1)):
        one.faults.append(f"exit code {code}")
    if one.target == "main":
        time.sleep(0.3)  # its children notice that it is gone
    look(one, archive, added, names)
    code, again, _struck = run_import(archive, sources, 3600, "main")
    if code or len(again) != len(names):
        one.faults.append(f"the second run ended with {code} after {len(again)} of {len(names)} files")
    look_at_whole(one, archive, names)


def look(one: Round, path: Path, added: dict[str, object], names: dict[str, int]) -> None:
    """Check an archive after the kill, as the next command would find it."""
    with Archive.open(path, actor="benchmark") as archive:
        context = Context(archive)
        sound(one, archive)
        for file, article_id in added.items():
            assert isinstance(article_id, int)
            if Path(str(detail.shown(context, article_id)["file"])) != Path(file):
                one.faults.append(f"article {article_id} is not from {file}")
            if find.select(context, word(names[Path(file).name])) != [article_id]:
                one.faults.append(f"article {article_id} is not found")
        one.kept = len(find.all_articles(context))
    originals(one, path)


def look_at_whole(one: Round, path: Path, names: dict[str, int]) -> None:
    """Check an archive after the second run: each file once, nothing left lying."""
    with Archive.open(path, actor="benchmark") as archive:
        context = Context(archive)
        sound(one, archive)
        found = Counter(len(find.select(context, word(number))) for number in names.values())
        if found != {1: len(names)}:
            one.faults.append(f"after the second run, times found: {dict(found)}")
        if len(find.all_articles(context)) != len(names):
            one.faults.append(f"{len(find.all_articles(context))} articles instead of {len(names)}")
    originals(one, path)
    left = list((path / "originals" / ".incoming").iterdir())
    if left:
        one.faults.append(f"left in .incoming: {[file.name for file in left]}")


def sound(one: Round, archive: Archive) -> None:
    """Ask SQLite for faults."""
    connection = archive.read()
    state = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    if state != ["ok"]:
        one.faults.append(f"integrity_check: {state[:3]}")
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        one.faults.append(f"foreign_key_check: {len(broken)} rows")


def originals(one: Round, path: Path) -> None:
    """Check that the bytes of every original are those that its name and its row promise."""
    with Archive.open(path) as archive:
        rows = {row[0]: row[1] for row in archive.read().execute("SELECT sha256, size FROM original")}
    there = set()
    for folder in (path / "originals").iterdir():
        if folder.name == ".incoming":
            continue
        for file in folder.iterdir():
            content = file.read_bytes()
            name = folder.name + file.name
            there.add(name)
            if hashlib.sha256(content).hexdigest() != name:
                one.faults.append(f"the original {name} is not what its name says")
            if rows.get(name, len(content)) != len(content):
                one.faults.append(f"the original {name} has {len(content)} bytes")
    if rows.keys() - there:
        one.faults.append(f"{len(rows.keys() - there)} originals are missing")
    one.orphans = max(one.orphans, len(there - rows.keys()))


def print_summary(rounds: list[Round]) -> None:
    """Print what was killed how often, and what was lost."""
    rows = []
    for target in TARGETS:
        of_target = [one for one in rounds if one.target == target]
        rows.append(
            (
                target,
                len(of_target),
                sum(one.kept > 0 for one in of_target),
                sum(one.reported for one in of_target),
                sum(one.orphans > 0 for one in of_target),
                sum(bool(one.faults) for one in of_target),
            )
        )
    head = ("killed", "kills", "with articles", "reported added", "files ahead of rows", "with faults")
    print("\n" + table(head, rows))
    faults = Counter(fault for one in rounds for fault in one.faults)
    for fault, number in faults.most_common():
        print(f"{number:>4} x {fault}")
    print("Nothing was lost." if not faults else "See the faults above.")


if __name__ == "__main__":
    os.environ.setdefault("CURATOR_NAME", "benchmark")
    sys.exit(main())
