"""Import: what is read enters the archive at once, as one accession and one revision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from curator.archive import Transaction, accessions, collections
from curator.archive.faults import explained
from curator.i18n import N_
from curator.model.revision import Changes, Label
from curator.operations.context import Context
from curator.operations.enrolment import enrol
from curator.operations.intake import Intake
from curator.operations.outcomes import ImportReport, ItemOutcome, Pending
from curator.paths import display
from curator.readers import ReaderPool


def import_paths(
    context: Context,
    paths: Iterable[Path],
    report: Callable[[ItemOutcome], None] = lambda outcome: None,
    committed: Callable[[], None] = lambda: None,
    pool: ReaderPool | None = None,
    defaults: Mapping[str, str] | None = None,
) -> ImportReport:
    """Import files and folders.

    Args:
        context: `progress` may raise `Cancelled`: what is read by then is added, and the run ends.
        paths: what to import.
        report: called for each file once its outcome is committed.
        committed: called after each batch (the indexer is nudged by it).
        pool: reader processes to use; a pool of its own unless given.
        defaults: what articles without a value of their own take, see `review_batch.understood_defaults`.

    Returns:
        counts by outcome, and what was touched.

    Raises:
        CuratorError: when the archive cannot be written; what was reported before is in it.
    """
    with ReaderPool() if pool is None else pool as readers:
        run = _IntoArchive(context, list(paths), report, committed, defaults or {})
        try:
            with explained(context.archive.folder.path):
                run.go(readers)
        finally:
            run.staging.close()
    run.result.changes = Changes(
        run.revision_id or None, {record: frozenset(ids) for record, ids in run.touched.items()}
    )
    return run.result


def shortened(source: str) -> str:
    """Return where files came from in so many characters as a label holds."""
    return source if len(source) <= 80 else source[:77] + "..."


class _IntoArchive(Intake):
    """Writes each batch into the archive: originals to the disk first, then all rows in one transaction."""

    def __init__(
        self,
        context: Context,
        given: list[Path],
        report: Callable[[ItemOutcome], None],
        committed: Callable[[], None],
        defaults: Mapping[str, str],
    ) -> None:
        super().__init__(context, given, report, committed)
        self.source = "; ".join(display(path) for path in given)
        self.defaults = defaults
        self.accession_id = self.revision_id = 0
        self.touched: defaultdict[str, set[int]] = defaultdict(set)

    def write(self, ready: list[Pending], last: bool) -> list[ItemOutcome]:
        if not ready and not self.accession_id:
            return []  # nothing was found, or it was stopped before the first file was read: nothing to tell of
        self.staging.keep(file for pending in ready if pending.readings for file in pending.staged_files)
        label = Label(N_("Import %(source)s"), {"source": shortened(self.source)})
        outcomes: list[ItemOutcome] = []
        with self.archive.transaction(label, into=self.revision_id or None) as transaction:
            if not self.accession_id:
                self.accession_id = accessions.begin(transaction, self.archive.actor, self.source, self.defaults)
            for pending in ready:
                outcomes += enrol(transaction, self.accession_id, pending, self.defaults)
            self._collect(transaction, ready)
            if last:
                accessions.finish(transaction, self.accession_id)
        self.revision_id = transaction.revision_id
        for record, ids in transaction.changes.touched.items():
            self.touched[record] |= ids
        return outcomes

    def _collect(self, transaction: Transaction, ready: list[Pending]) -> None:
        # What is here already belongs there just as well: it was put there by the same gesture.
        ids = [article_id for pending in ready for article_id in (*pending.article_ids, *pending.duplicate_of)]
        if ids and self.defaults.get("collection"):
            collections.put(transaction, collections.add(transaction, self.defaults["collection"]), ids)
