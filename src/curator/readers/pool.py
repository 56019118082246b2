"""Reading many files in warm child processes: in order, within limits, going on when one of them dies."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from types import TracebackType
from typing import Any, Generic, Self, TypeVar, cast

from curator.errors import CuratorError, Problem
from curator.i18n import _
from curator.readers.jobs import Job
from curator.readers.limits import Limits
from curator.readers.worker import out_of_memory
from curator.readers.worker_process import WorkerProcess

_TICK_SECONDS = 0.05
# Results that wait for a slower one before them, for each worker: enough to keep all busy, few enough for memory.
_AHEAD = 4
_MOST_FAILED_STARTS = 3
Tick = Callable[[], None]
_Result = TypeVar("_Result")


def _no_tick() -> None:
    """Do nothing: the caller does not want to be asked."""


class ReaderPool:
    """Processes that read files one at a time each, so that no file can take the program down.

    Processes start with the first jobs and stay until `close`. One thread at a time may use a pool.

    Args:
        workers: how many processes; by default one less than there are cores, but 1 or 2.
        limits: what one file may cost.
        extra_readers: readers besides the registered ones, "package.module:Class".
    """

    def __init__(
        self, workers: int | None = None, limits: Limits | None = None, extra_readers: Iterable[str] = ()
    ) -> None:
        self._count = workers or max(1, min(2, (os.cpu_count() or 1) - 1))
        self._limits = limits or Limits()
        self._extra = tuple(extra_readers)
        self._workers: list[WorkerProcess] = []
        self._failed_starts = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def pids(self) -> tuple[int, ...]:
        """The numbers of the living processes."""
        return tuple(worker.pid for worker in self._workers)

    def close(self) -> None:
        """End all processes at once; the pool can be used again and starts new ones then."""
        while self._workers:
            self._workers.pop().end()

    def read(self, jobs: Iterable[Job[_Result]], tick: Tick = _no_tick) -> Iterator[_Result]:
        """Work on the files of `jobs` and yield their results in the same order, few at a time in memory.

        Args:
            jobs: of one kind; may be a generator; it is asked for a job only when one can be worked on.
            tick: called at least every 0.1 s while waiting; what it raises ends the reading.

        Raises:
            CuratorError: the processes do not start on this machine.
            Whatever `tick` or `jobs` raise.
        """
        batch = _Batch(jobs, self._count * _AHEAD)
        try:
            while True:
                self._hand_out(batch)
                if not batch.order:
                    return
                self._collect(batch, 0 if batch.is_next_done else _TICK_SECONDS)
                tick()
                if batch.is_next_done:
                    yield batch.take_next()
        finally:
            # What they still send would be taken for the answers to another batch.
            for worker in batch.busy:
                if worker in self._workers:
                    self._drop(worker)

    def _hand_out(self, batch: _Batch[_Result]) -> None:
        """Give each worker that has none a job, as long as there are jobs."""
        while len(batch.busy) < self._count and (slot := batch.next_slot()):
            worker = self._idle(batch) or self._start()
            batch.busy[worker] = slot
            worker.hand_over(slot.job)

    def _idle(self, batch: _Batch[Any]) -> WorkerProcess | None:
        for worker in [worker for worker in self._workers if worker not in batch.busy]:
            if worker.is_alive:
                return worker
            self._drop(worker)
        return None

    def _start(self) -> WorkerProcess:
        worker = WorkerProcess(self._limits, self._extra)
        self._workers.append(worker)
        return worker

    def _drop(self, worker: WorkerProcess, gone: bool = False) -> str:
        self._workers.remove(worker)
        return worker.end(gone)

    def _collect(self, batch: _Batch[_Result], timeout: float) -> None:
        """Take what the workers say within `timeout` seconds and end those whose time is up."""
        by_pipe: dict[Any, WorkerProcess] = {worker.pipe: worker for worker in batch.busy}
        for pipe in wait(list(by_pipe), timeout):
            self._receive(batch, by_pipe[pipe])
        for worker in [worker for worker in batch.busy if worker.is_late()]:
            self._lose(batch, worker, late=True)

    def _receive(self, batch: _Batch[_Result], worker: WorkerProcess) -> None:
        try:
            reply = worker.receive()
        except EOFError:
            self._lose(batch, worker, late=False)
            return
        if reply is None:
            self._failed_starts = 0
            return
        batch.busy.pop(worker).result = cast(_Result, reply.result)
        if worker.is_worn(reply):
            self._drop(worker)

    def _lose(self, batch: _Batch[_Result], worker: WorkerProcess, late: bool) -> None:
        """Settle the job of a worker that is gone or late; one that never took it is not its fault."""
        slot = batch.busy.pop(worker)
        cause = self._drop(worker, gone=not late)
        if worker.has_taken:
            slot.result = slot.job.failed(_loss("timeout" if late else cause, slot.job.name))
            return
        batch.again.append(slot)
        self._failed_starts += 1
        if self._failed_starts >= _MOST_FAILED_STARTS:
            self._failed_starts = 0
            raise CuratorError(
                _("The processes that read files do not start."),
                _("Close other programs, then try again; if that does not help, install Curator anew."),
            )


@dataclass(slots=True)
class _Slot(Generic[_Result]):
    """A job and its result, once there is one."""

    job: Job[_Result]
    result: _Result | None = None


class _Batch(Generic[_Result]):
    """The jobs of one call of `read` that were asked for and not yielded yet."""

    def __init__(self, jobs: Iterable[Job[_Result]], most: int) -> None:
        self._jobs = iter(jobs)
        self._most = most
        self.order: deque[_Slot[_Result]] = deque()
        self.again: deque[_Slot[_Result]] = deque()
        self.busy: dict[WorkerProcess, _Slot[_Result]] = {}

    @property
    def is_next_done(self) -> bool:
        """Whether the result that must be yielded next is there."""
        return bool(self.order) and self.order[0].result is not None

    def take_next(self) -> _Result:
        """Return the next result in order; only when `is_next_done`."""
        result = self.order.popleft().result
        assert result is not None
        return result

    def next_slot(self) -> _Slot[_Result] | None:
        """Return the next job to hand out, None when there is none or too many results wait."""
        if self.again:
            return self.again.popleft()
        if len(self.order) >= self._most:
            return None
        job = next(self._jobs, None)
        if job is None:
            return None
        slot = _Slot(job)
        self.order.append(slot)
        return slot


def _loss(cause: str, name: str) -> Problem:
    """The problem of a file that ended its worker."""
    if cause == "memory":
        return out_of_memory(name)
    if cause == "timeout":
        message = _("%(name)s took too long to read.") % {"name": name}
        return Problem("timeout", message, _("Open it in a browser and save its text alone."))
    message = _("%(name)s made its reader stop.") % {"name": name}
    return Problem("crash", message, _("The file may be damaged; open it in a browser and save it again."))
