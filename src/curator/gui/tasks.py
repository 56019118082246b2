"""Work off the window's thread: one thread that writes, three that read; answers come back to the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from curator.errors import Cancelled

_Result = TypeVar("_Result")
Failed = Callable[[BaseException], None]


class Interrupt:
    """Whether a piece of work is still wanted; work that takes long asks now and then.

    Calling it raises Cancelled once it is not.
    """

    def __init__(self) -> None:
        self._event = Event()

    def __call__(self, *_progress: object) -> None:
        if self._event.is_set():
            raise Cancelled

    @property
    def is_set(self) -> bool:
        """Whether the work is not wanted any more."""
        return self._event.is_set()

    def set(self) -> None:
        """Say that the work is not wanted any more."""
        self._event.set()


class Tasks(QObject):
    """Runs functions in other threads and hands their results to callbacks in the window's thread.

    A read with the key of an earlier one takes its place: the earlier is interrupted, and its result is dropped.
    """

    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="curator-write")
        self._readers = ThreadPoolExecutor(3, thread_name_prefix="curator-read")
        self._latest: dict[str, Interrupt] = {}
        self._open = True
        self._pending = 0
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def pending(self) -> int:
        """How many pieces of work have not been answered yet."""
        return self._pending

    def write(self, work: Callable[[], _Result], done: Callable[[_Result], None], failed: Failed) -> None:
        """Run `work` after all writes before it.

        Args:
            work: called in the writing thread.
            done: called with its result, in the window's thread.
            failed: called with what it raised, in the window's thread.
        """
        self._submit(self._writer, work, done, failed, None)

    def read(
        self, key: str, work: Callable[[Interrupt], _Result], done: Callable[[_Result], None], failed: Failed
    ) -> Interrupt:
        """Run `work`; an earlier read with the same `key` is interrupted and never answered.

        Args:
            key: what the read is for ("search", "article").
            work: called with its interrupt, in one of the reading threads.
            done, failed: as for `write`; not called once it is superseded.

        Returns:
            the interrupt, to give up without a successor.
        """
        interrupt = Interrupt()
        if earlier := self._latest.get(key):
            earlier.set()
        self._latest[key] = interrupt
        self._submit(self._readers, lambda: work(interrupt), done, failed, interrupt)
        return interrupt

    def hush(self) -> None:
        """Answer nobody any more, and interrupt all reads."""
        self._open = False
        for interrupt in self._latest.values():
            interrupt.set()

    def close(self) -> None:
        """Let the writes that were asked for end, drop everything else; from any thread."""
        self.hush()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)

    def _submit(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[[], _Result],
        done: Callable[[_Result], None],
        failed: Failed,
        interrupt: Interrupt | None,
    ) -> None:
        if not self._open:
            return  # The window has gone: what came in the queue behind it is not wanted any more.
        self._pending += 1

        def answer(future: Future[_Result]) -> None:
            self._answered.emit(lambda: self._settle(future, done, failed, interrupt))

        pool.submit(work).add_done_callback(answer)

    def _deliver(self, settle: Callable[[], None]) -> None:
        self._pending -= 1
        if self._open:
            settle()

    def _settle(
        self,
        future: Future[_Result],
        done: Callable[[_Result], None],
        failed: Failed,
        interrupt: Interrupt | None,
    ) -> None:
        if future.cancelled() or (interrupt is not None and interrupt.is_set):
            return
        error = future.exception()
        if error is None:
            done(future.result())
        elif not isinstance(error, Cancelled):
            failed(error)
