"""The watched folder in the window: looked at from time to time; what is new in it is read, and waits for review."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from curator.archive import reviews
from curator.errors import Cancelled, Problem
from curator.gui.session import Session
from curator.gui.tasks import Failed
from curator.gui.work import Work, Works
from curator.i18n import _
from curator.model.progress import ProgressSink
from curator.operations.context import Context
from curator.operations.outcomes import ItemOutcome
from curator.paths import display

if TYPE_CHECKING:
    from curator.operations.review_reading import ReviewReading
    from curator.operations.watch_folder import Watcher

_LOOK_MS = 5_000
# A folder of very many files is looked at less often: the looks take this share of the time at most.
_SHARE = 0.02
_HIDDEN_MS = 2_000


class WatchRun(Work):
    """Reads what is new in the watched folder.

    Attributes:
        item_ids: what stands in the review now.
    """

    _noted = Signal(object)

    def __init__(self, session: Session, watcher: Watcher, fresh: dict[str, Path]) -> None:
        name = _("Reading new files of %(folder)s") % {"folder": display(Path(watcher.folder.name))}
        super().__init__(name, self._read_files, hidden_ms=_HIDDEN_MS)
        self.item_ids: list[int] = []
        self._session, self._watcher, self._fresh = session, watcher, fresh
        self._noted.connect(self._note, Qt.ConnectionType.QueuedConnection)

    def _read_files(self, progress: ProgressSink) -> ReviewReading:
        self._watcher.context = Context(self._session.archive, progress)
        return self._watcher.read(self._fresh, report=self._noted.emit)

    def _note(self, outcome: ItemOutcome) -> None:
        if outcome.item_id:
            self.item_ids.append(outcome.item_id)
            self.need += bool(outcome.problems)


class Watching(QObject):
    """Watches the folder that was set for the archive; nothing enters the archive by it.

    Args:
        look_ms: between two looks.

    Signals:
        changed: another folder is watched, or none.
        read(int, list[int]): files were read into this review, as these items.
        missed(Problem): the folder cannot be looked at; sent once until it could be again.
        failed(BaseException): reading could not go on.
    """

    changed = Signal()
    read = Signal(int, object)
    missed = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, works: Works, parent: QObject | None = None, look_ms: int = _LOOK_MS) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        self._session, self._works, self._look_ms = session, works, look_ms
        self._watcher: Watcher | None = None
        self._is_missed = False
        self._began = 0.0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        if self.is_possible:
            self._session.read(
                "watched folder", lambda context, _interrupt: _folder_of(context), self._take, later=True
            )

    @property
    def is_possible(self) -> bool:
        """Whether a folder can be watched: what is found in it has to be written."""
        return bool(self._session.archive.writable)

    def set_folder(self, folder: Path | None, failed: Failed) -> None:
        """Watch another folder from now on, or none; `failed` is told why it cannot be."""
        # Only now, as below: it needs all that reads files, and most archives watch nothing.
        from curator.operations import watch_folder

        self._session.write(
            lambda context: watch_folder.set_folder(context, folder), lambda _done: self._take(folder), failed
        )

    def _take(self, folder: Path | None) -> None:
        self.folder = folder.absolute() if folder else None
        self._watcher = _watcher(self._session.context, self.folder) if self.folder else None
        self._is_missed = False
        self._timer.stop()
        if self._watcher:
            self._timer.start(self._look_ms)
        self.changed.emit()

    def _look(self) -> None:
        watcher = self._watcher
        if watcher is None or self._session.closed:
            return
        self._began = monotonic()
        # Not by the session: it would take each look for work of a person, and give memory back after it.
        self._session.tasks.read(
            "watch",
            lambda _interrupt: watcher.look(),
            lambda fresh: self._looked(watcher, fresh),
            self._fail,
            later=True,
        )

    def _looked(self, watcher: Watcher, fresh: dict[str, Path]) -> None:
        if watcher is not self._watcher:
            return
        self._tell_missed(watcher.problem)
        if not fresh:
            took = (monotonic() - self._began) * 1000
            self._timer.start(max(self._look_ms, round(took / _SHARE)))
            return
        run = WatchRun(self._session, watcher, fresh)
        run.done.connect(lambda result: self._end(run, cast("ReviewReading", result)))
        run.failed.connect(self._fail)
        # In one lane with imports: all cores are busy with one of them.
        self._works.start(run, "import")

    def _tell_missed(self, problem: Problem | None) -> None:
        if problem and not self._is_missed:
            self.missed.emit(problem)
        self._is_missed = problem is not None

    def _end(self, run: WatchRun, result: ReviewReading) -> None:
        self._timer.start(self._look_ms)
        if run.item_ids:
            self.read.emit(result.review_id, run.item_ids)

    def _fail(self, error: BaseException) -> None:
        if self._watcher:
            self._timer.start(self._look_ms)
        if not isinstance(error, Cancelled):
            self.failed.emit(error)


def _folder_of(context: Context) -> Path | None:
    if reviews.watched_folder(context.archive.read()) is None:
        return None
    from curator.operations import watch_folder

    return watch_folder.folder_of(context)


def _watcher(context: Context, folder: Path) -> Watcher:
    from curator.operations.watch_folder import Watcher

    return Watcher(context, folder)
