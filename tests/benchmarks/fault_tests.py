"""Bring about what may go wrong with an archive; show what the user reads, and look whether anything is lost.

    .venv/bin/python tests/benchmarks/fault_tests.py [--seconds 60] [--only WORD]

A full disk and a read-only medium need a small tmpfs, which only root may mount; without it these cases are left out,
and it says so. The others run for anybody.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import two_writers
from invented import write_articles

from curator.archive import Archive

# Before anything else is imported, every clock that Curator reads is set back by a year.
_SET_BACK = """
import datetime, sys, time
YEAR = 365 * 86400
now, now_ns = time.time, time.time_ns
time.time, time.time_ns = lambda: now() - YEAR, lambda: now_ns() - YEAR * 10**9
class Earlier(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) - datetime.timedelta(days=365)
datetime.datetime = Earlier
from curator.cli import run
sys.exit(run(sys.argv[1:]))
"""


@dataclass
class Case:
    """What a case showed: what the user reads for each command, and faults in words."""

    name: str
    said: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def curator(self, *arguments: str | Path, code: int, says: str = "", runner: tuple[str, ...] = ()) -> str:
        """Carry out a command; it has to end with `code` and to say something with `says` in it; return its results."""
        command = [sys.executable, *(runner or ("-m", "curator")), *map(str, arguments)]
        ended = subprocess.run(command, capture_output=True, text=True)
        words = (ended.stderr or ended.stdout).strip()
        self.said.append(f"curator {arguments[0]}: " + words.replace("\n", "\n    "))
        self.expect(ended.returncode == code, f"{arguments[0]} ended with {ended.returncode}, not {code}")
        self.expect(says in ended.stderr + ended.stdout, f"{arguments[0]} does not say “{says}”")
        self.expect("Traceback" not in ended.stderr, f"{arguments[0]} shows a trace")
        return ended.stdout

    def expect(self, condition: bool, fault: str) -> None:
        """Note a fault unless `condition` holds."""
        if not condition:
            self.faults.append(fault)

    def whole(self, archive: Path, articles: int) -> None:
        """Look whether an archive is sound and has so many articles."""
        listed = self.curator("list", archive, "--json", code=0).splitlines()
        self.said.pop()
        self.expect(len(listed) == articles, f"{len(listed)} articles, not {articles}")
        self.curator("check", archive, "--fixity", code=0, says="The archive is sound.")


def main() -> int:
    """Run the cases and print what they showed; 1 when anything was lost or said wrongly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60, help="how long two programs write at once")
    parser.add_argument("--only", default="", help="cases with this word in their name")
    given = parser.parse_args()
    bad = 0
    for name, run in CASES.items():
        if given.only not in name:
            continue
        with tempfile.TemporaryDirectory(prefix="curator-fault-") as place:
            case = run_case(name, run, Path(place), given.seconds)
        verdict = "LEFT OUT: no tmpfs may be mounted here" if case is None else "; ".join(case.faults) or "nothing lost"
        print(f"\n== {name}: {verdict}")
        print(*(case.said if case else ()), sep="\n")
        bad += bool(case and case.faults)
    return 1 if bad else 0


def run_case(name: str, run: Callable[..., None], place: Path, seconds: float) -> Case | None:
    """Carry out one case in the folder `place`; None when it needs a tmpfs and may not have one."""
    case = Case(name)
    if run in _NEED_DISK:
        try:
            with small_disk(place / "disk") as disk:
                run(case, place, disk)
        except PermissionError:
            return None
    elif run is writers:
        run(case, place, seconds)
    else:
        run(case, place)
    return case


@contextmanager
def small_disk(place: Path, size: str = "16m") -> Iterator[Path]:
    """Mount a tmpfs at `place` while the block lasts.

    Raises:
        PermissionError: when that may not be done here.
    """
    place.mkdir()
    mounted = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "curator-fault", place], capture_output=True
    )
    if not mounted or mounted.returncode:
        raise PermissionError("no tmpfs may be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def fill(disk: Path, leave: int) -> Path:
    """Put a file on the disk that leaves so many bytes free; return it."""
    ballast = disk / "ballast"
    free = shutil.disk_usage(disk).free
    with ballast.open("wb") as file:
        file.write(bytes(max(0, free - leave)))
    return ballast


def made(case: Case, place: Path, folder: Path, articles: int = 12) -> Path:
    """Make an archive with some articles and an index."""
    write_articles(place / "pages", articles)
    case.curator("new", folder, code=0)
    case.curator("import", folder, place / "pages", code=0)
    case.said.clear()
    return folder


def full_import(case: Case, place: Path, disk: Path) -> None:
    archive = made(case, place, disk / "A.curator")
    write_articles(place / "more", 400)
    ballast = fill(disk, 700_000)
    said = case.curator("import", archive, place / "more", "--json", code=2, says="is full.")
    added = [line for line in map(json.loads, said.splitlines()) if line["outcome"] == "added"]
    case.said.append(f"    ({len(added)} articles had been reported as added)")
    ballast.unlink()
    case.whole(archive, 12 + len(added))
    case.curator("import", archive, place / "more", code=0)
    # The first twelve are the same, byte for byte.
    case.whole(archive, 400)


def full_commit(case: Case, place: Path, disk: Path) -> None:
    archive = made(case, place, disk / "A.curator")
    ballast = fill(disk, 0)
    case.curator("tag", archive, *map(str, range(1, 13)), "--theme", "Newspapers", code=2, says="is full.")
    ballast.unlink()
    case.whole(archive, 12)
    case.expect("Newspapers" not in case.curator("names", archive, "list", code=0), "half of the act is there")
    case.curator("tag", archive, "1", "--theme", "Newspapers", code=0)


def full_backup(case: Case, place: Path, disk: Path) -> None:
    archive = made(case, place, disk / "A.curator")
    target = disk / "backup"
    case.curator("backup", archive, target, code=0)
    (copy,) = (archive / "backups").glob("*.sqlite")
    os.utime(copy, (0, 0))
    write_articles(place / "pages", 14)
    ballast = fill(disk, 400_000)
    case.curator("import", archive, place / "pages", code=0, says="no backup of it could be made")
    case.curator("backup", archive, "--now", code=2, says="is full.")
    case.curator("backup", archive, target, code=2, says="is full.")
    case.expect([*(archive / "backups").iterdir()] == [copy], "something is left in backups/")
    case.curator("restore", target, place / "B.curator", code=0)
    case.whole(place / "B.curator", 12)
    ballast.unlink()
    case.curator("backup", archive, target, code=0)
    case.whole(archive, 14)


def full_export(case: Case, place: Path, disk: Path) -> None:
    archive = made(case, place, place / "A.curator")
    fill(disk, 0)
    for name, format_name in (("out.jsonl", "jsonl"), ("out.csv", "csv")):
        case.curator("export", archive, disk / name, "--format", format_name, code=2)
    left = sorted(path.name for path in disk.iterdir())
    case.expect(left == ["ballast"], f"half-written files are left: {left}")
    case.whole(archive, 12)


def read_only(case: Case, place: Path, disk: Path) -> None:
    archive = made(case, place, disk / "A.curator")
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    case.curator("search", archive, "catalogue", code=0, says="12 articles")
    case.curator("tag", archive, "1", "--theme", "Newspapers", code=2, says="read-only")
    case.curator("backup", archive, place / "backup", code=0)
    case.curator("backup", archive, "--now", code=2, says="read-only")
    case.curator("erase", archive, "1", "--reason", "x", "--confirm", "Shelf 0", code=2)
    case.whole(archive, 12)


def flipped_database(case: Case, place: Path) -> None:
    archive = made(case, place, place / "A.curator")
    data = bytearray((archive / "archive.sqlite").read_bytes())
    at = data.index(b"The mark of this shelf")
    data[at + 4] ^= 0x01
    (archive / "archive.sqlite").write_bytes(data)
    case.curator("check", archive, code=1, says="is not the one that its hash names")
    # A whole page: not only a letter.
    data[4096 * 30 : 4096 * 31] = bytes(b ^ 0xFF for b in data[4096 * 30 : 4096 * 31])
    (archive / "archive.sqlite").write_bytes(data)
    case.curator("check", archive, code=1, says="The database is damaged")
    (copy,) = (archive / "backups").glob("*.sqlite")
    case.curator("restore", copy, place / "B.curator", code=0)
    case.whole(place / "B.curator", 12)


def flipped_original(case: Case, place: Path) -> None:
    archive = made(case, place, place / "A.curator")
    case.curator("backup", archive, place / "backup", code=0)
    original = next((archive / "originals").glob("[0-9a-f]*/*"))
    data = bytearray(original.read_bytes())
    data[len(data) // 2] ^= 0x01
    original.write_bytes(data)
    case.curator("check", archive, "--fixity", "--repair", code=1, says="was changed: its SHA-256 was")
    case.expect(original.read_bytes() == bytes(data), "check wrote to an original")
    case.curator("backup", archive, place / "backup", code=0)
    held = place / "backup" / "originals" / original.parent.name / original.name
    shutil.copyfile(held, original)
    case.whole(archive, 12)


def flipped_index(case: Case, place: Path) -> None:
    archive = made(case, place, place / "A.curator")
    for path in (archive / "index").rglob("*.seg"):
        data = bytearray(path.read_bytes())
        data[-60:] = bytes(b ^ 0xFF for b in data[-60:])
        path.write_bytes(data)
    case.curator("check", archive, code=1, says="nothing is lost")
    case.curator("check", archive, "--repair", code=0, says="repaired")
    case.curator("search", archive, "catalogue", code=0, says="12 articles")
    case.whole(archive, 12)


def clock_set_back(case: Case, place: Path) -> None:
    archive = made(case, place, place / "A.curator")
    earlier = ("-c", _SET_BACK)
    case.curator("tag", archive, "1", "--theme", "Newspapers", code=0, runner=earlier)
    case.curator("tag", archive, "2", "--theme", "Catalogues", code=0, runner=earlier)
    case.curator("undo", archive, code=0, says="Catalogues", runner=earlier)
    case.curator("check", archive, code=0, runner=earlier)
    newest = json.loads(case.curator("backup", archive, "--now", "--json", code=0, runner=earlier).splitlines()[0])
    case.curator("history", archive, code=0)
    with Archive.open(archive) as opened:
        clocks = [row[0] for row in opened.read().execute("SELECT clock FROM revision ORDER BY id")]
    case.expect(clocks == sorted(set(clocks)), "the clock of the history goes back")
    case.expect(newest["path"] == str(max((archive / "backups").glob("*.sqlite"))), "the newest backup is not the last")
    case.curator("restore", newest["path"], place / "B.curator", code=0)
    case.expect(
        "Newspapers" in case.curator("names", place / "B.curator", "list", code=0), "an act is not in the backup"
    )
    case.whole(archive, 12)


def writers(case: Case, place: Path, seconds: float) -> None:
    seen = two_writers.run(place / "A.curator", seconds)
    case.faults += seen.faults
    case.said.append(
        f"{len(seen.by_threads)} writes of a long-lived process and {len(seen.by_commands)} of commands in"
        f" {seconds:.0f} s; seen by the other after {max(seen.delays(), default=0):.2f} s at most"
    )


CASES: dict[str, Callable[..., None]] = {
    "disk full while importing": full_import,
    "disk full at a commit": full_commit,
    "disk full at a backup": full_backup,
    "disk full at an export": full_export,
    "read-only medium": read_only,
    "flipped bytes in the database": flipped_database,
    "a flipped bit in an original": flipped_original,
    "flipped bytes in the index": flipped_index,
    "clock set back by a year": clock_set_back,
    "two programs writing": writers,
}
_NEED_DISK = (full_import, full_commit, full_backup, full_export, read_only)


if __name__ == "__main__":
    sys.exit(main())
