"""Import: files are copied in, read in contained processes and added in batches, as one accession and one revision."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from curator.archive import accessions, originals
from curator.archive.faults import explained
from curator.archive.originals import Staging
from curator.errors import Cancelled
from curator.i18n import N_
from curator.model.progress import Progress
from curator.model.revision import Changes, Label
from curator.operations.context import Context
from curator.operations.discovery import Discovered, discover, unreadable
from curator.operations.enrolment import enrol
from curator.operations.outcomes import ImportReport, ItemOutcome, Pending
from curator.operations.picture_staging import settle_pictures, stage_pictures
from curator.paths import display
from curator.readers import ReaderPool, ReadJob, ReadResult

BATCH_FILES = 50
BATCH_CHARACTERS = 8_000_000
BATCH_SECONDS = 1.0


def import_paths(
    context: Context,
    paths: Iterable[Path],
    report: Callable[[ItemOutcome], None] = lambda outcome: None,
    committed: Callable[[], None] = lambda: None,
    pool: ReaderPool | None = None,
) -> ImportReport:
    """Import files and folders.

    Args:
        context: `progress` may raise `Cancelled`: what is read by then is added, and the run ends.
        paths: what to import.
        report: called for each file once its outcome is committed.
        committed: called after each batch (the indexer is nudged by it).
        pool: reader processes to use; a pool of its own unless given.

    Returns:
        counts by outcome, and what was touched.

    Raises:
        CuratorError: when the archive cannot be written; what was reported before is in it.
    """
    given = list(paths)
    with ReaderPool() if pool is None else pool as readers:
        run = _Run(context, given, report, committed)
        try:
            with explained(context.archive.folder.path):
                run.go(readers)
        finally:
            run.staging.close()
    return run.result


class _Run:
    """One import run: a queue of files in their order, of which the front is committed in batches."""

    def __init__(
        self,
        context: Context,
        given: list[Path],
        report: Callable[[ItemOutcome], None],
        committed: Callable[[], None],
    ) -> None:
        self.context = context
        self.archive = context.archive
        self.source = "; ".join(display(path) for path in given)
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
        self.accession_id = self.revision_id = 0
        self.touched: defaultdict[str, set[int]] = defaultdict(set)

    def go(self, readers: ReaderPool) -> None:
        """Read and commit until all is done or the user stops it."""
        try:
            for found in discover(self.given):
                self.discovered.append(found)
                self.tick()
            if not self.discovered:
                return
            for result in readers.read(self.jobs(), self.tick):
                self.take(result)
                if self.batch_is_due():
                    self.commit()
        except Cancelled:
            self.result.cancelled = True
        self.commit(last=True)
        self.result.changes = Changes(
            self.revision_id or None, {record: frozenset(ids) for record, ids in self.touched.items()}
        )

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
        twin = self.by_digest.get(staged.sha256)
        if known or twin:
            pending.duplicate_of, pending.same_as, pending.is_read = known[1] if known else [], twin, True
            self.staging.discard(staged)
        else:
            self.by_digest[staged.sha256] = pending
            if found.companions:
                pending.companions, pending.left_out = stage_pictures(self.staging, found.companions, self.tick)
        return pending

    def take(self, result: ReadResult) -> None:
        """Put what a reader found beside its file."""
        pending = self.by_key.pop(result.key)
        settle_pictures(self.staging, pending, result.readings)
        pending.problem = result.problem
        pending.reader, pending.version = result.reader, result.version
        pending.media_type, pending.encoding = result.media_type, result.encoding
        pending.is_read = True

    def batch_is_due(self) -> bool:
        """Return whether enough is read to be committed: by number, by weight, or because a second has gone by."""
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
        """Add what is ready: originals to the disk first, then all rows in one transaction, then the report."""
        ready = self.ready()
        if last and self.result.cancelled:
            # What was read behind a file that was not is as good; only its order is lost.
            ready = [pending for pending in self.queue if pending.is_read]
        if not ready and not self.accession_id:
            return  # stopped before the first file was read: nothing to tell of
        self.staging.keep(file for pending in ready if pending.readings for file in pending.staged_files)
        label = Label(N_("Import %(source)s"), {"source": _shortened(self.source)})
        outcomes: list[ItemOutcome] = []
        with self.archive.transaction(label, into=self.revision_id or None) as transaction:
            if not self.accession_id:
                self.accession_id = accessions.begin(transaction, self.archive.actor, self.source)
            for pending in ready:
                outcomes += enrol(transaction, self.accession_id, pending)
            if last:
                accessions.finish(transaction, self.accession_id)
        self.revision_id = transaction.revision_id
        for record, ids in transaction.changes.touched.items():
            self.touched[record] |= ids
        self.settle(ready, outcomes)

    def settle(self, ready: list[Pending], outcomes: list[ItemOutcome]) -> None:
        """Forget what is committed, and tell of it."""
        committed = set(map(id, ready))
        self.queue = deque(pending for pending in self.queue if id(pending) not in committed)
        for pending in ready:
            pending.readings = ()
            if pending.staged and self.by_digest.get(pending.staged.sha256) is pending:
                del self.by_digest[pending.staged.sha256]  # the archive knows it now, if it was added
            if pending.staged and not pending.article_ids:
                self.staging.discard(pending.staged)
        self.done += len(ready)
        self.last_commit = time.monotonic()
        for outcome in outcomes:
            self.result.counts[outcome.outcome] = self.result.counts.get(outcome.outcome, 0) + 1
            self.report(outcome)
        self.committed()
        if not self.result.cancelled:
            self.tick()

    def tick(self) -> None:
        """Tell how far the run has come; the user may stop it here."""
        self.context.progress(Progress(self.done, len(self.discovered), time.monotonic() - self.started))


def _shortened(source: str) -> str:
    return source if len(source) <= 80 else source[:77] + "..."
