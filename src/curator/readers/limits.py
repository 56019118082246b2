"""What one file may cost: limits that a worker process puts on itself, by the means of its platform."""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may take before its worker is ended.

    Args:
        wall_seconds: time from handing the file over to its result.
        cpu_seconds: processor time for one file.
        memory_bytes: address space of a worker (Linux), committed memory (Windows), resident set (macOS).
        start_seconds: time from starting a worker to its first word.
        files_per_worker: after as many files a worker is replaced.
        resident_bytes: a worker that has grown above this is replaced after the file.
        idle_seconds: a worker that has nothing to do for so long ends; 0: it stays.
    """

    wall_seconds: float = 60.0
    cpu_seconds: int = 60
    memory_bytes: int = 2048 * MIB
    start_seconds: float = 60.0
    files_per_worker: int = 5_000
    resident_bytes: int = 300 * MIB
    idle_seconds: float = 0.0


def limit_memory(limit: int) -> None:
    """Cap the memory of this process at `limit` bytes for good, where the platform can do so."""
    if sys.platform == "win32":
        from curator.readers.job_object import limit_process_memory

        limit_process_memory(limit)
    else:
        import resource

        # macOS refuses RLIMIT_AS; the watch of the worker over its resident set stands in.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def limit_cpu(seconds: int) -> None:
    """Let this process use `seconds` more of processor time; the system ends it (SIGXCPU) when they are used up.

    Windows has no such limit for part of a process: there the wall time alone counts.
    """
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        if hard != resource.RLIM_INFINITY:
            soft = min(soft, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def resident() -> int:
    """Return the memory that this process holds, in bytes (its peak on macOS); 0 where it cannot be told."""
    if sys.platform == "win32":
        from curator.readers.job_object import working_set

        return working_set()
    if sys.platform == "linux":
        pages = Path("/proc/self/statm").read_bytes().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
