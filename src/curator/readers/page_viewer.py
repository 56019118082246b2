"""One process for looking at originals: started when somebody looks, gone soon after."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from threading import Lock

from curator.readers.jobs import ViewJob, ViewResult
from curator.readers.limits import Limits
from curator.readers.pool import ReaderPool

# The next page is often looked at within seconds; a process takes memory for as long as it waits for it.
LIMITS = Limits(wall_seconds=30.0, cpu_seconds=30, idle_seconds=5.0)
# A page that is not wanted any more is finished all the same if that is soon: a new process takes longer.
_PATIENCE_SECONDS = 1.0
_TICK_SECONDS = 0.05


class PageViewer:
    """Makes safe pages of originals in a child process, one at a time; any thread may ask.

    Args:
        limits: what one original may cost, and how long the process waits for the next.
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._pool = ReaderPool(1, limits)
        self._lock = Lock()

    @property
    def pids(self) -> tuple[int, ...]:
        """The number of the process, if there was one."""
        return self._pool.pids

    def view(self, job: ViewJob, tick: Callable[[], None]) -> ViewResult:
        """Return what an original looks like, or the problem of one that cost too much.

        Args:
            tick: called several times a second; what it raises gives up, but what is nearly done is waited for.

        Raises:
            CuratorError: the process does not start on this machine.
            Whatever `tick` raises.
        """
        while not self._lock.acquire(timeout=_TICK_SECONDS):
            tick()
        begun = time.monotonic()

        def patient() -> None:
            if time.monotonic() - begun > _PATIENCE_SECONDS:
                tick()

        try:
            (result,) = self._pool.read([job], patient)
            return result
        finally:
            self._lock.release()

    def close(self) -> None:
        """End the process at once; the next look starts another."""
        with self._lock:
            self._pool.close()


@cache
def page_viewer() -> PageViewer:
    """Return the one that this program has."""
    return PageViewer()
