"""The parent's side of one worker: starting it, handing it a job, its reply, its deadline, its end."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from curator.readers.confinement import MEMORY_EXIT
from curator.readers.jobs import Job
from curator.readers.limits import Limits
from curator.readers.worker import Reply, serve

_SPAWN = multiprocessing.get_context("spawn")
_LAST_BREATH_SECONDS = 1.0
# A child that a signal ended has its number, negated, as exit code.
_OUT_OF_CPU_TIME = -getattr(signal, "SIGXCPU", 0)


class WorkerProcess:
    """A warm child process that works on one file at a time.

    Args:
        limits: what a file may cost.
        extra_readers: readers besides the registered ones, "package.module:Class".
    """

    def __init__(self, limits: Limits, extra_readers: tuple[str, ...]) -> None:
        self._limits = limits
        self._pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(
            target=serve, args=(theirs, limits, extra_readers), name="curator-reader", daemon=True
        )
        with _interrupts_held():
            self._process.start()
        # Ours must be the only other end, so that the worker sees it close.
        theirs.close()
        self.has_taken = False
        self._files = 0
        self._deadline = time.monotonic() + limits.start_seconds

    @property
    def pipe(self) -> Any:
        """What to wait on (its type differs by platform): readable when the worker speaks or is gone."""
        return self._pipe

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid or 0

    @property
    def is_alive(self) -> bool:
        """Whether the process is there."""
        return self._process.is_alive()

    def hand_over(self, job: Job[Any]) -> None:
        """Send a job, also to a worker that is still starting; one that is gone shows at `receive`."""
        self._files += 1
        self.has_taken = False
        self._deadline = time.monotonic() + self._limits.start_seconds
        with suppress(OSError):
            self._pipe.send(job)

    def receive(self) -> Reply | None:
        """Return the reply to the job, None when it only takes the job; raises EOFError when it is gone."""
        try:
            message = self._pipe.recv()
        except OSError as error:
            raise EOFError from error
        if isinstance(message, Reply):
            return message
        self.has_taken = True
        self._deadline = time.monotonic() + self._limits.wall_seconds
        return None

    def is_late(self) -> bool:
        """Tell whether the time of its job, or the time to take it, is up."""
        return time.monotonic() >= self._deadline

    def is_worn(self, reply: Reply) -> bool:
        """Tell whether it should be replaced: after many files, grown large, or short of memory once."""
        problem = reply.result.problem
        return (
            self._files >= self._limits.files_per_worker
            or reply.resident > self._limits.resident_bytes
            or (problem is not None and problem.code == "memory")
        )

    def end(self, gone: bool = False) -> str:
        """Kill the process if it lives and return why it had ended: "timeout", "memory" or "crash".

        Args:
            gone: its end of the pipe is closed, so that it is about to have an exit code.
        """
        self._process.join(_LAST_BREATH_SECONDS if gone else 0)
        code = self._process.exitcode
        self._process.kill()
        self._process.join()
        self._process.close()
        self._pipe.close()
        if code == MEMORY_EXIT:
            return "memory"
        return "timeout" if code is not None and code == _OUT_OF_CPU_TIME else "crash"


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let a child start with SIGINT blocked: Ctrl-C in its first moments is meant for us, not for it."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
