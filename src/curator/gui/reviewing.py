"""Reviews of imports as the window has them: files read into one, what a person does to it, its commit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

from curator.errors import Cancelled
from curator.gui.importing import source_words
from curator.gui.models.review_words import batch_name
from curator.gui.review_runs import CommitRun, ReviewRun
from curator.gui.session import Session
from curator.gui.work import Works
from curator.i18n import _, ngettext
from curator.model.review import Review
from curator.operations import review_batch
from curator.operations.context import Context
from curator.operations.review_batch import ReviewState

if TYPE_CHECKING:
    from curator.operations.review_commit import Committed
    from curator.readers import ReaderPool

_WATCH_MS = 30_000


class Reviewing(QObject):
    """All reviews of one archive.

    Signals:
        begun(int): files are being read into this review.
        items_read(int, list[int]): items stand in a review.
        ended(int): no more files are being read into a review; all are read, or it was stopped.
        changed: `waiting` is another, or reading began or ended.
        committed(int, Committed): what was accepted is in the archive.
        said(str, str): what was done, in words; the tone.
        failed(BaseException): reading or committing could not go on.
    """

    begun = Signal(int)
    items_read = Signal(int, object)
    ended = Signal(int)
    changed = Signal()
    committed = Signal(int, object)
    said = Signal(str, str)
    failed = Signal(object)

    def __init__(self, session: Session, works: Works, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._works = session, works
        self.waiting: list[ReviewState] = []
        # review -> files that were not read yet when reading was stopped here.
        self.left: dict[int, int] = {}
        session.changed.connect(lambda _changes: self.refresh())
        # What another program reads into a review, a watched folder say, is no change of the archive.
        self._watch = QTimer(self)
        self._watch.setInterval(_WATCH_MS)
        self._watch.timeout.connect(lambda: None if session.closed else self.refresh(later=True))
        self._watch.start()
        self.refresh(later=True)

    def read(self, paths: Sequence[Path], into: str = "", source: str = "", pool: ReaderPool | None = None) -> None:
        """Read files and folders into a new review, after what is being read already.

        Args:
            into: the path of the collection that all its articles go to; empty for none.
            source: where they come from, where their paths say nothing.
        """
        if paths:
            defaults = {"collection": into} if into else {}
            self._start(ReviewRun(self._session, source_words(list(paths)), paths, defaults, 0, source, pool))

    def go_on(self, review: Review) -> None:
        """Read what a review that was cut off has not read yet."""
        if self.run_of(review.id) is None:
            self._start(ReviewRun(self._session, f"“{batch_name(review)}”", [], {}, review.id))

    def run_of(self, review_id: int) -> ReviewRun | None:
        """Return what reads files into a review now; None when nothing does."""
        runs = (work for work in self._works.open if isinstance(work, ReviewRun))
        return next((run for run in runs if run.review_id == review_id), None)

    def is_committing(self, review_id: int) -> bool:
        """Return whether a review is being committed."""
        return any(isinstance(work, CommitRun) and work.review_id == review_id for work in self._works.open)

    def commit(self, review: Review) -> None:
        """Take what is accepted in a review into the archive."""
        if self.is_committing(review.id):
            return
        run = CommitRun(self._session, review)
        run.done.connect(lambda result: self._end_commit(review.id, cast("Committed", result)))
        run.failed.connect(self._fail)
        # Not behind what is being read: that may take an hour.
        self._works.start(run, "commit")

    def refresh(self, later: bool = False) -> None:
        """Look which reviews wait."""
        self._session.read("reviews", lambda context, _interrupt: review_batch.listed(context), self._take, later=later)

    def act(
        self,
        operation: Callable[[Context], object],
        done: Callable[[object], None] = lambda result: None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Do something to a review in the writing thread; `changed` is sent before `done` is called."""

        def finished(result: object) -> None:
            self.refresh()
            done(result)

        self._session.write(operation, finished, failed)

    def _start(self, run: ReviewRun) -> None:
        run.begun.connect(self._begin)
        run.items_read.connect(lambda ids: self.items_read.emit(run.review_id, ids))
        run.items_read.connect(lambda _ids: self.refresh())
        run.progressed.connect(self.changed)
        run.over.connect(lambda: self._end(run))
        run.failed.connect(self._fail)
        self._works.start(run, "import")

    def _begin(self, review_id: int) -> None:
        self.refresh()
        self.begun.emit(review_id)

    def _end(self, run: ReviewRun) -> None:
        read = run.progress
        self.left.pop(run.review_id, None)
        if read and read.total > read.done:
            self.left[run.review_id] = read.total - read.done
        self.refresh()
        self.ended.emit(run.review_id)

    def _end_commit(self, review_id: int, result: Committed) -> None:
        added, known = result.counts.get("added", 0), result.counts.get("duplicate", 0)
        facts = [ngettext("%(n)d article added", "%(n)d articles added", added) % {"n": added}]
        if known:
            facts.append(ngettext("%(n)d noted as a duplicate", "%(n)d noted as duplicates", known) % {"n": known})
        if lost := result.counts.get("failed", 0):
            facts.append(ngettext("%(n)d did not go in", "%(n)d did not go in", lost) % {"n": lost})
        if result.cancelled:
            facts.append(_("the others are still accepted"))
        self.said.emit(", ".join(facts) + ".", "warn" if lost else "ok")
        self.refresh()
        self.committed.emit(review_id, result)

    def _take(self, found: list[ReviewState]) -> None:
        self.waiting = found
        self.changed.emit()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error)
