"""An archive that is open in the window: who writes, who reads, and who is told of changes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from curator import memory, settings
from curator.archive import Archive, outbox
from curator.archive.watch import Watch
from curator.gui.known_names import KnownNames
from curator.gui.tasks import Failed, Interrupt, Tasks
from curator.operations import history
from curator.operations.context import Context
from curator.operations.find import Finder
from curator.operations.indexing import Indexer

_WATCH_MS = 2_000
_SETTLE_MS = 500
# When nobody asked for anything so long, memory that holds nothing goes back to the system.
_REST_MS = 1_500
_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")


class Session(QObject):
    """One open archive.

    Signals:
        changed(Changes): something was written, by this window or by anybody else; views refresh from it.
        index_changed(int): how many articles wait for the index (0: it is up to date).
        failed(BaseException): a piece of work failed and nobody else deals with it.

    Args:
        archive: the open archive; the session closes it.

    `names` completes the names on record.
    """

    changed = Signal(object)
    index_changed = Signal(int)
    failed = Signal(object)

    def __init__(self, archive: Archive, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.archive = archive
        self.context = Context(archive)
        self.tasks = Tasks(self)
        self.finder = Finder(self.context, catch_up=False)
        self._watch = Watch(archive)
        self._indexer = Indexer(archive)
        self._timers = [self._timer(_WATCH_MS, self.look), self._timer(_SETTLE_MS, self._settle)]
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._take_rest)
        self._waiting = -1
        self._is_index_known = True
        self.closed = False
        self.names = KnownNames(self)
        self.read("index", self._count_waiting, lambda _waiting: self._begin(), later=True)

    @classmethod
    def open(cls, path: Path, parent: QObject | None = None) -> Session:
        """Open the archive at `path`.

        Raises:
            CuratorError: when it cannot be opened.
        """
        return cls(Archive.open(path, settings.actor(settings.load()), origin="window"), parent)

    def write(
        self,
        operation: Callable[[Context], _Result],
        done: Callable[[_Result], None] = lambda result: None,
        failed: Failed | None = None,
    ) -> None:
        """Carry out an operation in the writing thread; `changed` is sent before `done` is called."""

        def finished(result: _Result) -> None:
            self.look()
            self._keep_index()
            done(result)

        self._rest.start()
        self.tasks.write(lambda: operation(self.context), finished, failed or self.failed.emit)

    def read(
        self,
        key: str,
        query: Callable[[Context, Interrupt], _Result],
        done: Callable[[_Result], None],
        failed: Failed | None = None,
        later: bool = False,
    ) -> None:
        """Ask something in a reading thread; an earlier question with the same `key` is dropped.

        Args:
            later: whether it can wait until the window has what it shows.
        """
        self._rest.start()
        self.tasks.read(key, lambda interrupt: query(self.context, interrupt), done, failed or self.failed.emit, later)

    def sign(self, name: str) -> None:
        """Sign what is done from now on with another name."""
        self.archive.actor = name

    def look(self) -> None:
        """Tell of what was written since the last look."""
        changes = self._watch.poll()
        if changes:
            self.changed.emit(changes)

    def undo_label(self) -> str:
        """Return what undo would take back now, in words; empty when there is nothing."""
        found = history.next_undo(self.context)
        return str(found.label) if found else ""

    def redo_label(self) -> str:
        """Return what redo would bring back now, in words; empty when there is nothing."""
        found = history.next_redo(self.context)
        return str(found.label) if found else ""

    def hush(self) -> None:
        """Answer nobody any more: the window has gone, what it asked for is still being written."""
        self.closed = True
        for timer in (*self._timers, self._rest):
            timer.stop()
        self.tasks.hush()

    def close(self) -> None:
        """Finish what is being written, and close the archive."""
        self.hush()
        self.tasks.close()
        self._indexer.close()
        self.finder.close()
        self.archive.close()
        memory.unsettle()

    def _keep_index(self) -> None:
        """Ask the index process to go on; it belongs to the writing thread, which settles what it reports."""
        self.tasks.write(self._nudge, self._told, self._index_failed)

    def _take_rest(self) -> None:
        if self.tasks.pending:
            self._rest.start()
        else:
            self.tasks.write(self._give_back, lambda _nothing: None, self.failed.emit)

    def _give_back(self) -> None:
        self.archive.rest()
        memory.give_back()

    def _begin(self) -> None:
        """Do what can wait until the window has what it shows: the index process takes half a second to start."""
        self._look_at_index()
        self.names.begin()

    def _look_at_index(self) -> None:
        self._is_index_known = False
        self._keep_index()

    def _settle(self) -> None:
        if self.finder.missed_index():
            self._look_at_index()
        elif self._waiting > 0 or self._indexer.has_ended:
            self._keep_index()

    def _nudge(self) -> int:
        """Let the index process look whether the index fits once, and then only when there is something to do."""
        if self.archive.writable:
            if self._count_waiting() or not self._is_index_known:
                self._indexer.nudge()
            else:
                self._indexer.settle()
        self._is_index_known = True
        return self._count_waiting()

    def _count_waiting(self, *_asked: object) -> int:
        return outbox.count(self.archive.read())

    def _told(self, waiting: int) -> None:
        if waiting != self._waiting:
            self._waiting = waiting
            self.index_changed.emit(waiting)

    def _index_failed(self, error: BaseException) -> None:
        _log.warning("the index could not be brought up to date", exc_info=error)
        self._waiting = 0
        self.failed.emit(error)

    def _timer(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        timer.start()
        return timer
