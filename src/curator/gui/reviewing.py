"""Reviews of imports as the window has them: files read into one, what a person does to it, its commit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from curator.errors import Cancelled
from curator.gui.importing import source_words
from curator.gui.models.review_words import batch_name
from curator.gui.session import Session
from curator.gui.work import Work, Works
from curator.i18n import _, ngettext
from curator.model.progress import ProgressSink
from curator.model.review import Review
from curator.operations import review_batch
from curator.operations.context import Context
from curator.operations.outcomes import ItemOutcome
from curator.operations.review_batch import ReviewState

if TYPE_CHECKING:
    from curator.operations.review_commit import Committed
    from curator.operations.review_reading import ReviewReading
    from curator.readers import ReaderPool

_WATCH_MS = 30_000


class ReviewRun(Work):
    """Reads files into a review, in a thread of its own.

    Args:
        session: the archive.
        name: what is read, in words.
        paths: what to read into a new review; none to go on with `review_id`.
        defaults: values of the batch.
        source: where it comes from, where the paths say nothing.

    Signals:
        begun(int): the review is there.
        items_read(list[int]): items stand in it.
    """

    begun = Signal(int)
    items_read = Signal(object)
    _noted = Signal(object)
    _written = Signal()

    def __init__(
        self,
        session: Session,
        name: str,
        paths: Sequence[Path],
        defaults: dict[str, str],
        review_id: int = 0,
        source: str = "",
        pool: ReaderPool | None = None,
    ) -> None:
        super().__init__(_("Reading %(source)s") % {"source": name}, self._read_files)
        self.review_id, self.paths = review_id, list(paths)
        self._session, self._defaults, self._source, self._pool = session, defaults, source, pool
        self._fresh: list[int] = []
        self.begun.connect(self._take_id, Qt.ConnectionType.QueuedConnection)
        self._noted.connect(self._note, Qt.ConnectionType.QueuedConnection)
        self._written.connect(self._tell_items, Qt.ConnectionType.QueuedConnection)

    def _read_files(self, progress: ProgressSink) -> ReviewReading:
        # Only now: most starts import nothing.
        from curator.operations import review_reading

        context = Context(self._session.archive, progress)
        report, written = self._noted.emit, self._written.emit
        if self.review_id:
            return review_reading.resume(context, self.review_id, report=report, committed=written, pool=self._pool)
        return review_reading.read_into_review(
            context,
            self.paths,
            defaults=self._defaults,
            report=report,
            committed=written,
            pool=self._pool,
            source=self._source,
            begun=self.begun.emit,
        )

    def _take_id(self, review_id: int) -> None:
        self.review_id = review_id

    def _note(self, outcome: ItemOutcome) -> None:
        if outcome.item_id:
            self._fresh.append(outcome.item_id)
        self.need += outcome.outcome != "review" or bool(outcome.problems)

    def _tell_items(self) -> None:
        fresh, self._fresh = self._fresh, []
        if fresh:
            self.items_read.emit(fresh)


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


class CommitRun(Work):
    """Takes what is accepted in a review into the archive."""

    _written = Signal()

    def __init__(self, session: Session, review: Review) -> None:
        super().__init__(_("Adding “%(batch)s”") % {"batch": batch_name(review)}, self._commit)
        self.review_id, self._session = review.id, session
        self._written.connect(lambda: session.write(lambda context: None), Qt.ConnectionType.QueuedConnection)

    def _commit(self, progress: ProgressSink) -> Committed:
        from curator.operations import review_commit

        context = Context(self._session.archive, progress)
        return review_commit.commit(context, self.review_id, committed=self._written.emit)
