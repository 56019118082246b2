"""Work off the window's thread: one thread that writes, three that read; answers come back to the window's thread."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Literal, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from curator.errors import Cancelled

_Result = TypeVar("_Result")
Failed = Callable[[BaseException], None]
_Lane = Literal["write", "read", "later"]
# What can wait begins when nothing else was asked for so long: what is shown first is painted by then.
_QUIET_MS = 60


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

    A read with the key of an earlier one takes its place: the earlier is interrupted, and its result is dropped. Reads
    that can wait begin one at a time, while there are no others.
    """

    _answered = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="curator-write")
        self._readers = ThreadPoolExecutor(3, thread_name_prefix="curator-read")
        self._latest: dict[str, Interrupt] = {}
        self._open = True
        # How many have not been answered, and those of the last kind that have not begun.
        self._unanswered: dict[_Lane, int] = {"write": 0, "read": 0, "later": 0}
        self._waiting: deque[Callable[[], None]] = deque()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._begin_waiting)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def pending(self) -> int:
        """How many pieces of work have not been answered yet."""
        return sum(self._unanswered.values())

    def write(self, work: Callable[[], _Result], done: Callable[[_Result], None], failed: Failed) -> None:
        """Run `work` after all writes before it.

        Args:
            work: called in the writing thread.
            done: called with its result, in the window's thread.
            failed: called with what it raised, in the window's thread.
        """
        self._take("write", self._submission(self._writer, work, done, failed, None, "write"))

    def read(
        self,
        key: str,
        work: Callable[[Interrupt], _Result],
        done: Callable[[_Result], None],
        failed: Failed,
        later: bool = False,
    ) -> Interrupt:
        """Run `work`; an earlier read with the same `key` is interrupted and never answered.

        Args:
            key: what the read is for ("search", "article").
            work: called with its interrupt, in one of the reading threads.
            done, failed: as for `write`; not called once it is superseded.
            later: whether it can wait until the window has what it shows.

        Returns:
            the interrupt, to give up without a successor.
        """
        interrupt = Interrupt()
        if earlier := self._latest.get(key):
            earlier.set()
        self._latest[key] = interrupt

        def wanted() -> _Result:
            interrupt()
            return work(interrupt)

        lane: _Lane = "later" if later else "read"
        self._take(lane, self._submission(self._readers, wanted, done, failed, interrupt, lane))
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

    def _take(self, lane: _Lane, begin: Callable[[], None]) -> None:
        if not self._open:
            return  # The window has gone: what came in the queue behind it is not wanted any more.
        self._unanswered[lane] += 1
        if lane == "later":
            self._waiting.append(begin)
            self._quiet.start(_QUIET_MS)
        else:
            begin()

    def _submission(
        self,
        pool: ThreadPoolExecutor,
        work: Callable[[], _Result],
        done: Callable[[_Result], None],
        failed: Failed,
        interrupt: Interrupt | None,
        lane: _Lane,
    ) -> Callable[[], None]:
        """Return what hands `work` to a pool."""

        def answer(future: Future[_Result]) -> None:
            self._answered.emit(lambda: self._settle(future, done, failed, interrupt), lane)

        return lambda: pool.submit(work).add_done_callback(answer)

    def _begin_waiting(self) -> None:
        is_one_under_way = self._unanswered["later"] > len(self._waiting)
        if self._open and self._waiting and not self._unanswered["read"] and not is_one_under_way:
            self._waiting.popleft()()

    def _deliver(self, settle: Callable[[], None], lane: _Lane) -> None:
        self._unanswered[lane] -= 1
        if self._waiting:
            self._quiet.start(_QUIET_MS)
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
