"""Files read into a review, and what is accepted in one taken into the archive: long work beside everything else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from curator.gui.models.review_words import batch_name
from curator.gui.session import Session
from curator.gui.work import Work
from curator.i18n import _
from curator.model.progress import ProgressSink
from curator.model.review import Review
from curator.operations.context import Context
from curator.operations.outcomes import ItemOutcome

if TYPE_CHECKING:
    from curator.operations.review_commit import Committed
    from curator.operations.review_reading import ReviewReading
    from curator.readers import ReaderPool


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
