"""What the benchmark scripts measure with: time, processor time, peak memory of each process, size on disk."""

from __future__ import annotations

import multiprocessing
import os
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Span:
    """What a piece of work took: seconds of wall time, of this process, and of children that have ended."""

    wall: float
    own_cpu: float
    children_cpu: float


def timed(work: Callable[[], object]) -> Span:
    """Carry out `work` and return what it took; a child counts once it has ended."""
    before, started = os.times(), time.perf_counter()
    work()
    wall, after = time.perf_counter() - started, os.times()
    return Span(
        wall,
        after.user + after.system - before.user - before.system,
        after.children_user + after.children_system - before.children_user - before.children_system,
    )


def peak_memory(pid: int | str = "self") -> int:
    """Return the most memory that a process has held (bytes, resident), 0 where it cannot be told.

    From /proc on Linux: `ru_maxrss` would carry over what the parent held when it started the process.
    """
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)


def proportional(pid: int | str = "self", what: str = "Pss") -> int:
    """Return the memory of a process (bytes, PSS: what it shares is counted in part), 0 where it cannot be told.

    Args:
        what: a line of /proc/PID/smaps_rollup: "Pss", "Pss_Anon", "Pss_File", "Private_Dirty".
    """
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{what}:")), 0)


class Watch:
    """Watches the peak memory of this process and of its children by name, while it is open.

    Args:
        every: seconds between two looks. A look costs about a tenth of a millisecond.
    """

    def __init__(self, every: float = 0.2) -> None:
        self.peaks: dict[str, int] = {}
        self._every = every
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def _look(self) -> None:
        while not self._over.wait(self._every):
            self.peaks["main"] = max(self.peaks.get("main", 0), peak_memory())
            for child in multiprocessing.active_children():
                held = peak_memory(child.pid or 0)
                self.peaks[child.name] = max(self.peaks.get(child.name, 0), held)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()


def size_of(path: Path) -> int:
    """Return the bytes of a file, or of all files in a folder."""
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def children_of(pid: int) -> list[psutil.Process]:
    """Return the living processes that `pid` has started, and those that they have; none when it is gone."""
    try:
        return psutil.Process(pid).children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows as text in columns, the first to the left, numbers to the right."""
    lines = [[str(cell) for cell in row] for row in (head, *rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column and _is_number(cell) else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _is_number(cell: str) -> bool:
    return cell[:1].isdigit()
