"""Work that keeps something up to date while nothing else goes on: after changes, and when Curator has started."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from curator.errors import Cancelled
from curator.gui.session import Session
from curator.gui.work import Work, Works
from curator.model.progress import ProgressSink
from curator.model.revision import Changes
from curator.operations.context import Context

# Shown only when it takes longer: a page that was pasted needs a hundredth of it.
_HIDDEN_MS = 2_000


@dataclass(frozen=True, slots=True)
class Upkeep:
    """What is kept up to date.

    Args:
        key: a stable word for it; the lane of the work, too.
        name: what the strip says while it goes on.
        records: whose changes make it go on.
        is_behind: whether there is something to do; called in a reading thread.
        catch_up: does it; called in a thread of its own.
        is_wanted: whether the person wants it done at all.
    """

    key: str
    name: str
    records: tuple[str, ...]
    is_behind: Callable[[Context], bool]
    catch_up: Callable[[Context], object]
    is_wanted: Callable[[], bool] = lambda: True


class IdleWork(QObject):
    """Does an `Upkeep` once nothing has changed for a while and nothing else runs.

    What the person stopped begins again only by `hurry`, or when Curator is started again.

    Args:
        settle_ms: how long nothing must have changed: what was changed last is followed by more.

    Signals:
        done: it has ended, or gave up; more may be known now.
    """

    done = Signal()

    def __init__(self, session: Session, works: Works, upkeep: Upkeep, parent: QObject, settle_ms: int) -> None:
        super().__init__(parent)
        self._session, self._works, self._upkeep = session, works, upkeep
        self._is_stopped = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(settle_ms)
        self._soon.timeout.connect(self._look)
        self.work: Work | None = None
        if session.archive.writable:
            session.changed.connect(self._changed)
            self._soon.start()

    def hurry(self) -> None:
        """Begin now, also after it was stopped: somebody looks at what it finds."""
        if self._session.archive.writable and self.work is None:
            self._is_stopped = False
            self._soon.stop()
            self._ask(later=False)

    def stop(self) -> None:
        """Do no more until `hurry`."""
        self._is_stopped = True
        self._soon.stop()
        if self.work is not None:
            self.work.stop()

    def _changed(self, changes: Changes) -> None:
        if not self._is_stopped and any(changes.ids(record) for record in self._upkeep.records):
            self._soon.start()

    def _look(self) -> None:
        if self._session.closed or not self._upkeep.is_wanted():
            return
        if self._works.open:
            self._soon.start()
            return
        self._ask(later=True)

    def _ask(self, later: bool) -> None:
        behind = self._upkeep.is_behind
        self._session.read(
            self._upkeep.key,
            lambda context, _stop: behind(context),
            lambda is_so: self._begin(is_so, later),
            later=later,
        )

    def _begin(self, is_behind: bool, later: bool) -> None:
        if not is_behind or self.work is not None:
            return
        if later and self._works.open:
            self._soon.start()
            return
        work = self.work = Work(self._upkeep.name, self._run, hidden_ms=_HIDDEN_MS)
        work.failed.connect(self._fail)
        work.over.connect(self._over)
        self._works.start(work, self._upkeep.key)

    def _run(self, progress: ProgressSink) -> object:
        return self._upkeep.catch_up(replace(self._session.context, progress=progress))

    def _over(self) -> None:
        self.work = None
        self.done.emit()

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self._is_stopped = True
        else:
            self._session.failed.emit(error)
