"""Keeping the index up to date: the archive's side of the index process."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from multiprocessing.connection import Connection

from curator import paths
from curator.archive import Archive, outbox
from curator.errors import CuratorError
from curator.i18n import _
from curator.operations import index_process
from curator.operations.index_process import IndexJob
from curator.search import Index

_TICK_S = 0.05
_LAST_BREATH_S = 0.2


class Indexer:
    """Starts the index process when it is first needed, and settles the outbox as it reports.

    The only writer of the archive is this process: `settle` and `drain` belong to the thread that writes.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._pipe: Connection | None = None
        self._process: multiprocessing.process.BaseProcess | None = None
        self._asked = False
        self.busy_elsewhere = False

    @property
    def has_ended(self) -> bool:
        """Whether the process has ended by itself, and `settle` has still to take leave of it; from any thread."""
        process = self._process
        return process is not None and not process.is_alive()

    def nudge(self, anew: bool = False) -> None:
        """Ask for the index to be brought up to date, or made anew; returns at once."""
        self.settle()
        if self._asked:
            return
        wish = "anew" if anew else "go on"
        try:
            self._living().send(wish)
        except BrokenPipeError:
            # It ended just now, having had nothing to do.
            self.close()
            self._living().send(wish)
        self._asked = True

    def settle(self) -> None:
        """Take what the process has reported so far out of the outbox.

        Raises:
            CuratorError: when the index could not be written.
        """
        while self._pipe is not None and self._pipe.poll():
            try:
                message = self._pipe.recv()
            except (EOFError, OSError):
                self._forget()
                return
            self._take(message)

    def drain(self, tick: Callable[[int], None] = lambda waiting: None, anew: bool = False) -> bool:
        """Wait until the index holds everything.

        Args:
            anew: make a new index, whatever the state of the old one.
            tick: called with the number of articles that wait, many times a second; may raise `Cancelled`.

        Returns:
            False when another process does this work, or this one's died over it twice.
        """
        for _attempt in range(2):
            self.nudge(anew)
            while self._asked:
                tick(outbox.count(self._archive.read()))
                if self._pipe is not None:
                    self._pipe.poll(_TICK_S)
                self.settle()
            if self.busy_elsewhere or not self._behind():
                break
        return not self.busy_elsewhere and not self._behind()

    def close(self) -> None:
        """End the process; what it has not reported is done by the next one."""
        pipe, process = self._pipe, self._process
        self._pipe = self._process = None
        self._asked = False
        if pipe is not None:
            pipe.close()
        if process is not None:
            # An idle one ends at once. Ended while it commits, it leaves the index as it was before.
            process.join(_LAST_BREATH_S)
            if process.is_alive():
                process.kill()
                process.join()

    def __enter__(self) -> Indexer:
        """Return the indexer itself."""
        return self

    def __exit__(self, *exception: object) -> None:
        """End the process."""
        self.close()

    def _living(self) -> Connection:
        """Return the pipe to the process, which is started if there is none."""
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self._start()
        assert self._pipe is not None
        return self._pipe

    def _start(self) -> None:
        self.close()
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=index_process.run, args=(job_for(self._archive), theirs), name="curator-index", daemon=True
        )
        self._process.start()
        theirs.close()

    def _take(self, message: tuple[str, object]) -> None:
        kind, *rest = message
        if kind == "seen" and self._archive.writable:
            outbox.settle(self._archive, rest[0])  # type: ignore[arg-type]
        elif kind in ("idle", "busy"):
            self._asked = False
            self.busy_elsewhere = kind == "busy"
        elif kind == "failed":
            self._asked = False
            assert isinstance(rest[0], CuratorError)
            raise rest[0]

    def _forget(self) -> None:
        """The process died: the next nudge starts another."""
        self.close()

    def _behind(self) -> bool:
        return self._archive.writable and outbox.count(self._archive.read()) > 0


class PacedNudge:
    """Nudges an indexer now and then while a long run writes; at the end of the run comes `drain`.

    Each commit of the index makes a segment, and small ones are merged later: nudged at every batch of an import, the
    index process works four times as long. When the index fails the run goes on, and `failure` says why.
    """

    def __init__(self, indexer: Indexer, seconds: float = 5.0) -> None:
        self._indexer = indexer
        self._seconds = seconds
        self._next = 0.0
        self.failure: CuratorError | None = None

    def __call__(self) -> None:
        """Take what the index process reports; ask it to go on when it is time."""
        if self.failure:
            return
        try:
            self._indexer.settle()
            if time.monotonic() >= self._next:
                self._next = time.monotonic() + self._seconds
                self._indexer.nudge()
        except CuratorError as error:
            self.failure = error


def job_for(archive: Archive) -> IndexJob:
    """Return what an index process for `archive` needs to know.

    On a read-only medium the index that stands there is used if it fits; else one is made in the user's cache.
    """
    folder, lock = archive.folder.index, archive.folder.index_lock
    if not archive.writable:
        here = IndexJob(archive.database, archive.immutable, folder, lock, archive.uid)
        if current_index(archive, here) is None:
            folder = paths.cache() / "indexes" / archive.uid
            folder.mkdir(parents=True, exist_ok=True)
            lock = folder / "index.lock"
    return IndexJob(archive.database, archive.immutable, folder, lock, archive.uid)


def current_index(archive: Archive, job: IndexJob) -> Index | None:
    """Return the index of `job` if it holds everything that the archive does, else None."""
    return None if outbox.count(archive.read()) else index_process.usable(job, archive.read())


def wait_until_current(archive: Archive, seconds: float = 60.0) -> None:
    """Wait for another process that keeps the index up to date; CuratorError when it does not end."""
    end = time.monotonic() + seconds
    while outbox.count(archive.read()) and time.monotonic() < end:
        time.sleep(_TICK_S)
    if outbox.count(archive.read()):
        raise CuratorError(
            _("Another program is still bringing the search index up to date."), _("Search again in a while.")
        )
