"""Files on their way in: found, copied in, read in contained processes, and handed on in batches, in their order."""

from __future__ import annotations

import contextlib
import time
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path

from curator.archive import originals
from curator.archive.originals import Staging
from curator.errors import Cancelled
from curator.model.progress import Progress
from curator.operations.context import Context
from curator.operations.discovery import Discovered, discover, unreadable
from curator.operations.late_pictures import without_any
from curator.operations.outcomes import ImportReport, ItemOutcome, Pending
from curator.operations.picture_staging import settle_pictures, stage_pictures
from curator.paths import display
from curator.readers import ReaderPool, ReadJob, ReadResult

BATCH_FILES = 50
BATCH_CHARACTERS = 8_000_000
BATCH_SECONDS = 1.0


class Intake(ABC):
    """A queue of files in their order, of which the front is written in batches; what that means is up to heirs.

    Args:
        context: `progress` may raise `Cancelled`: what is read by then is written, and the run ends.
        given: files and folders.
        report: called for each file once what became of it is written.
        committed: called after each batch.
    """

    # Whether files whose bytes the archive has are read all the same.
    reads_known = False

    def __init__(
        self,
        context: Context,
        given: list[Path],
        report: Callable[[ItemOutcome], None],
        committed: Callable[[], None],
    ) -> None:
        self.context = context
        self.archive = context.archive
        self.given = given
        self.discovered: list[Discovered] = []
        self.report, self.committed = report, committed
        self.staging = Staging(self.archive.folder)
        self.result = ImportReport()
        self.queue: deque[Pending] = deque()
        self.by_key: dict[int, Pending] = {}
        self.by_digest: dict[str, Pending] = {}
        self.started = self.last_commit = time.monotonic()
        self.done = 0

    @abstractmethod
    def write(self, ready: list[Pending], last: bool) -> list[ItemOutcome]:
        """Write what became of files, their copies to the disk first.

        Args:
            ready: files whose outcome is known, in their order.
            last: there are no more.
        """

    def is_wanted(self, found: Discovered) -> bool:
        """Return whether a file is to be read at all."""
        return True

    def go(self, readers: ReaderPool) -> None:
        """Read and write until all is done or the user stops it."""
        try:
            for found in discover(self.given):
                if self.is_wanted(found):
                    self.discovered.append(found)
                self.tick()
            for result in readers.read(self.jobs(), self.tick):
                self.take(result)
                if self.batch_is_due():
                    self.commit()
        except Cancelled:
            self.result.cancelled = True
        self.commit(last=True)

    def jobs(self) -> Iterator[ReadJob]:
        """Stage files one after the other, as the readers ask for them; those without need of reading are settled."""
        for key, found in enumerate(self.discovered):
            pending = self.stage(found)
            self.queue.append(pending)
            if pending.staged and not pending.is_read:
                self.by_key[key] = pending
                path, name = pending.staged.path, display(found.path.name)
                yield ReadJob(key, path, name, pending.companions, pending.left_out)
            self.tick()

    def stage(self, found: Discovered) -> Pending:
        """Copy one file in and see whether its bytes are known."""
        if found.problem:
            return Pending(found.path, problem=found.problem, is_read=True)
        try:
            staged = self.staging.stage(found.path, self.tick)
        except OSError as error:
            if error.filename is None or Path(error.filename) != found.path:
                raise  # the archive's disk, not the file
            return Pending(found.path, problem=unreadable(found.path, error), is_read=True)
        pending = Pending(found.path, staged)
        known = originals.known(self.archive.read(), staged.sha256)
        pending.duplicate_of = known[1] if known else []
        pending.same_as = self.by_digest.get(staged.sha256)
        if (known or pending.same_as) and not self.reads_known and not self._brings_pictures(pending, found):
            pending.is_read = True
            self.staging.discard(staged)
            return pending
        self.by_digest.setdefault(staged.sha256, pending)
        if found.companions:
            pending.companions, pending.left_out = stage_pictures(self.staging, found.companions, self.tick)
        return pending

    def _brings_pictures(self, pending: Pending, found: Discovered) -> bool:
        """Return whether a known page may come with pictures that its articles do not have."""
        return bool(found.companions and without_any(self.archive.read(), pending.duplicate_of))

    def take(self, result: ReadResult) -> None:
        """Put what a reader found beside its file."""
        pending = self.by_key.pop(result.key)
        settle_pictures(self.staging, pending, result.readings)
        pending.problem = result.problem
        pending.reader, pending.version = result.reader, result.version
        pending.media_type, pending.encoding = result.media_type, result.encoding
        pending.is_read = True

    def batch_is_due(self) -> bool:
        """Return whether enough is read to be written: by number, by weight, or because a second has gone by."""
        ready = self.ready()
        return bool(ready) and (
            len(ready) >= BATCH_FILES
            or time.monotonic() - self.last_commit >= BATCH_SECONDS
            or sum(pending.weight for pending in ready) >= BATCH_CHARACTERS
        )

    def ready(self) -> list[Pending]:
        """Return the files at the front of the queue whose outcome is known."""
        ready: list[Pending] = []
        for pending in self.queue:
            if not pending.is_read:
                break
            ready.append(pending)
        return ready

    def commit(self, last: bool = False) -> None:
        """Write what is ready, and tell of it."""
        ready = self.ready()
        if last and self.result.cancelled:
            # What was read behind a file that was not is as good; only its order is lost.
            ready = [pending for pending in self.queue if pending.is_read]
        self.settle(ready, self.write(ready, last))
        with contextlib.suppress(*([Cancelled] if last else [])):
            self.tick()

    def settle(self, ready: list[Pending], outcomes: list[ItemOutcome]) -> None:
        """Forget what is written, and tell of it."""
        written = set(map(id, ready))
        self.queue = deque(pending for pending in self.queue if id(pending) not in written)
        for pending in ready:
            pending.readings = ()
            if pending.staged and self.by_digest.get(pending.staged.sha256) is pending:
                del self.by_digest[pending.staged.sha256]  # the archive knows it now, if it was added
            if pending.staged:
                self.staging.discard(pending.staged)
        self.done += len(ready)
        self.last_commit = time.monotonic()
        for outcome in outcomes:
            self.result.counts[outcome.outcome] = self.result.counts.get(outcome.outcome, 0) + 1
            self.report(outcome)
        self.committed()

    def tick(self) -> None:
        """Tell how far the run has come; the user may stop it here."""
        self.context.progress(Progress(self.done, len(self.discovered), time.monotonic() - self.started))
