"""Long work that has a name and an end: an import, an export. It tells how far it is, can rest, and can be stopped."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from curator.errors import Cancelled
from curator.model.progress import Progress, ProgressSink

# How often the window is told of progress; an import tells some thirty times a second.
_TELL_S = 0.2

Run = Callable[[ProgressSink], object]


class Work(QObject):
    """One piece of long work.

    Args:
        name: what it does ("Importing Letters").
        run: does it in another thread, calling what it is handed several times a second.
        hidden_ms: nobody asked for it: it is not shown unless it takes longer than so many milliseconds.

    Signals, all in the window's thread:
        progressed: `progress` is another one.
        done(object): it ended with this result; also when it was stopped, if `run` ends in good order then.
        failed(BaseException): it could not be done; Cancelled when it was stopped.
        over: it is no more, after `done` or `failed`.
    """

    progressed = Signal()
    done = Signal(object)
    failed = Signal(object)
    over = Signal()
    _read = Signal(object)
    _ended = Signal(object)

    def __init__(self, name: str, run: Run, parent: QObject | None = None, hidden_ms: int = 0) -> None:
        super().__init__(parent)
        self.name = name
        self.hidden_ms = hidden_ms
        self.is_hidden = hidden_ms > 0
        self.progress: Progress | None = None
        self.need = 0
        self._run = run
        self._told = 0.0
        self._going = Event()
        self._going.set()
        self._stopped = Event()
        self._read.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def paused(self) -> bool:
        """Whether it rests."""
        return not self._going.is_set()

    def pause(self) -> None:
        """Let it rest, or go on when it rests."""
        if self._going.is_set():
            self._going.clear()
        else:
            self._going.set()
        self.progressed.emit()

    def stop(self) -> None:
        """End it in good order; what was finished stays."""
        self._stopped.set()
        self._going.set()

    def reveal(self) -> None:
        """Show it from now on."""
        self.is_hidden = False
        self.progressed.emit()

    def carry_out(self) -> object:
        """Do it; called in the thread that it runs in."""
        if self._stopped.is_set():
            raise Cancelled
        return self._run(self._tick)

    def answer(self, future: Future[object]) -> None:
        """Take the result; from any thread."""
        self._ended.emit(future)

    def _tick(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._told >= _TELL_S or progress.done == progress.total:
            self._told = now
            self._read.emit(progress)
        self._going.wait()
        if self._stopped.is_set():
            raise Cancelled

    def _take(self, progress: Progress) -> None:
        self.progress = progress
        self.progressed.emit()

    def _end(self, future: Future[object]) -> None:
        error = Cancelled() if future.cancelled() else future.exception()
        if error is None:
            self.done.emit(future.result())
        else:
            self.failed.emit(error)
        self.over.emit()


class Works(QObject):
    """What runs and what waits. Work of one lane is done one after the other, lanes side by side.

    Signals:
        changed: something began, went on, or ended.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.open: list[Work] = []
        self._lanes: dict[str, ThreadPoolExecutor] = {}

    @property
    def shown(self) -> list[Work]:
        """What is shown: what somebody asked for first."""
        return sorted((work for work in self.open if not work.is_hidden), key=lambda work: work.hidden_ms)

    def start(self, work: Work, lane: str) -> None:
        """Do `work` after all work of its lane ("import", "export") before it."""
        if lane not in self._lanes:
            self._lanes[lane] = ThreadPoolExecutor(1, thread_name_prefix=f"curator-{lane}")
        work.setParent(self)
        self.open.append(work)
        work.progressed.connect(self.changed)
        work.over.connect(lambda: self._over(work))
        if work.is_hidden:
            # The timer goes with the work.
            QTimer.singleShot(work.hidden_ms, work, work.reveal)
        self._lanes[lane].submit(work.carry_out).add_done_callback(work.answer)
        self.changed.emit()

    def stop(self) -> None:
        """Stop everything, without waiting for it."""
        for work in self.open:
            work.stop()

    def wait(self) -> None:
        """Wait until everything has ended; from any thread."""
        for lane in self._lanes.values():
            lane.shutdown(wait=True)

    def _over(self, work: Work) -> None:
        self.open.remove(work)
        self.changed.emit()
        work.deleteLater()
