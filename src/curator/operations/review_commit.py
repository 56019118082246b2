"""What was accepted in a review enters the archive: one accession, one revision, one undo."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from curator.archive import (
    Transaction,
    accessions,
    articles,
    collections,
    originals,
    pictures,
    review_edits,
    review_items,
    reviews,
)
from curator.archive.faults import explained
from curator.archive.originals import Staged
from curator.archive.review_items import Kept
from curator.errors import Cancelled, Problem
from curator.i18n import N_, _
from curator.model.article import OutcomeKind
from curator.model.progress import Progress
from curator.model.review import Review, ReviewRow
from curator.model.revision import Changes, Label
from curator.operations.accession import shortened
from curator.operations.context import Context
from curator.operations.drafts import Draft, drafted
from curator.operations.enrolment import add_article, known_bytes
from curator.operations.intake import BATCH_FILES
from curator.operations.late_pictures import add_late
from curator.operations.outcomes import ItemOutcome, StagedPicture
from curator.operations.review_batch import refuse_endless_embargo
from curator.operations.review_writing import path_of

Report = Callable[[ItemOutcome], None]


@dataclass(slots=True)
class Committed:
    """What a commit did.

    Args:
        counts: outcome ("added", "duplicate", "failed") -> number of items.
        changes: what was touched; its revision takes all of it back.
        cancelled: the user stopped it; what was not committed is still accepted.
    """

    counts: dict[OutcomeKind, int] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)
    cancelled: bool = False


def commit(
    context: Context,
    review_id: int,
    report: Report = lambda outcome: None,
    committed: Callable[[], None] = lambda: None,
) -> Committed:
    """Take the accepted items of a review into the archive, as one revision.

    Items that were left over wait; a later commit of theirs belongs to the same accession. When the commit is undone,
    the items stand in the review again as they were.

    Args:
        context: `progress` may raise `Cancelled`.
        report: called for each item once it is committed.
        committed: called after each batch of items (the indexer is nudged by it).

    Raises:
        CuratorError: no such review; the archive cannot be written, and what was reported before is in it.
    """
    review = reviews.get(context.archive.read(), review_id)
    refuse_endless_embargo(review.defaults)
    waiting = review_items.ids(context.archive.read(), review_id, "accepted")
    run = _Commit(context, review, waiting, report)
    with explained(context.archive.folder.path):
        for first in range(0, len(waiting), BATCH_FILES):
            try:
                context.progress(run.progress(first))
            except Cancelled:
                run.result.cancelled = True
                break
            run.take(waiting[first : first + BATCH_FILES])
            committed()
        run.finish()
    return run.result


class _Commit:
    """One commit, which goes on with its accession and its revision from batch to batch."""

    def __init__(self, context: Context, review: Review, waiting: list[int], report: Report) -> None:
        self.context, self.archive, self.review, self.report = context, context.archive, review, report
        self.result = Committed()
        self.total = len(waiting)
        rows = review_items.rows_of(context.archive.read(), waiting)
        self.entering = sum(not _is_noted(row) for row in rows) or self.total
        self.started = time.monotonic()
        self.accession_id = self.revision_id = 0
        self.touched: defaultdict[str, set[int]] = defaultdict(set)

    def progress(self, done: int) -> Progress:
        """Return how far it has come."""
        return Progress(done, self.total, time.monotonic() - self.started)

    def take(self, item_ids: list[int]) -> None:
        """Commit some items, and tell of them."""
        outcomes: list[ItemOutcome] = []
        with self._transaction() as transaction:
            self.accession_id = self._accession(transaction)
            for item_id in item_ids:
                kept = review_items.get(transaction.connection, item_id)
                # Another program may have been faster.
                if kept.row.state == "accepted" and not kept.row.committed and not _waits_for_twin(transaction, kept):
                    outcomes.append(self._item(transaction, kept))
            added = [each.article_id for each in outcomes if each.outcome == "added" and each.article_id]
            if added and self.review.defaults.get("collection"):
                place = collections.add(transaction, self.review.defaults["collection"])
                collections.put(transaction, place, added)
            review_edits.forget(transaction.connection, self.review.id, item_ids)
        self._remember(transaction)
        for outcome in outcomes:
            self.result.counts[outcome.outcome] = self.result.counts.get(outcome.outcome, 0) + 1
            self.report(outcome)

    def finish(self) -> None:
        """Record that the accession is done, as far as it goes."""
        if self.revision_id:
            with self._transaction() as transaction:
                accessions.finish(transaction, self.accession_id)
            self._remember(transaction)
            touched = {record: frozenset(ids) for record, ids in self.touched.items()}
            self.result.changes = Changes(self.revision_id, touched)

    def _transaction(self) -> AbstractContextManager[Transaction]:
        values: dict[str, str | int] = {"n": self.entering, "source": shortened(self.review.title)}
        label = Label(N_("Import an article from %(source)s"), values, N_("Import %(n)d articles from %(source)s"))
        return self.archive.transaction(label, into=self.revision_id or None)

    def _remember(self, transaction: Transaction) -> None:
        if transaction.changes or self.revision_id:
            self.revision_id = transaction.revision_id
        for record, ids in transaction.changes.touched.items():
            self.touched[record] |= ids

    def _accession(self, transaction: Transaction) -> int:
        review = self.review
        known = self.accession_id or accessions.with_uid(transaction.connection, review.uid)
        return known or accessions.begin(transaction, self.archive.actor, review.source, review.defaults, review.uid)

    def _item(self, transaction: Transaction, kept: Kept) -> ItemOutcome:
        path = path_of(kept.row.path, kept.exact_path)
        other = self._same_as(transaction, kept)
        if other is not None:
            article_id = other or None
            problem = _noted(transaction, kept, article_id)
            if article_id and kept.row.need == "duplicate":
                problem = add_late(transaction, problem, [article_id], [self._pictures(kept)])
            self._note(transaction, kept, "duplicate", problem, article_id)
            return ItemOutcome(path, "duplicate", article_id, problems=(problem,), item_id=kept.row.id)
        file = self._file(kept)
        if kept.reading is None or file is None:
            return ItemOutcome(path, "failed", problems=(_lost(kept),), item_id=kept.row.id)
        draft = drafted(kept.reading, kept.edits, self.review.defaults)
        article_id, original_id = self._add(transaction, kept, draft, kept.reading.part, file)
        doubt = next(iter(kept.row.reasons), None)
        self._note(transaction, kept, "added", doubt, article_id, original_id)
        self._part_from_others(transaction, kept, article_id)
        return ItemOutcome(path, "added", article_id, draft.columns, kept.row.reasons, kept.row.id)

    def _same_as(self, transaction: Transaction, kept: Kept) -> int | None:
        """Return the article that an item is a duplicate of, 0 where that is none any more; None: it enters."""
        if not _is_noted(kept.row):
            return None
        for like in kept.row.likenesses:
            found = like.article_id or review_items.article_of(transaction.connection, like.item_id or 0)
            if found and not articles.missing(transaction.connection, [found]):
                return found
        # What it was the same as did not enter, or is there no more: without it nothing would be in the archive.
        return 0 if kept.row.decision == "skip" else None

    def _file(self, kept: Kept) -> Staged | None:
        if kept.file.sha256 is None:
            return None
        path = originals.stored_path(self.archive.folder, kept.file.sha256)
        return Staged(path, kept.file.sha256, kept.file.size) if path.is_file() else None

    def _add(self, transaction: Transaction, kept: Kept, draft: Draft, part: str, file: Staged) -> tuple[int, int]:
        of = kept.file
        original_id = originals.add(transaction, file, of.file_name, of.media_type, of.encoding)
        made_by = f"{of.reader} {of.reader_version}"
        article_id = add_article(transaction, self.accession_id, draft, original_id, part, made_by)
        for each in self._pictures(kept):
            pictures.attach(transaction, article_id, each.file, each.address, each.file_name, each.media_type)
        return article_id, original_id

    def _pictures(self, kept: Kept) -> list[StagedPicture]:
        folder = self.archive.folder
        return [
            StagedPicture(
                Staged(originals.stored_path(folder, each.sha256), each.sha256, each.size),
                each.address,
                each.file_name,
                each.media_type,
            )
            for each in kept.attachments
        ]

    def _note(
        self,
        transaction: Transaction,
        kept: Kept,
        outcome: OutcomeKind,
        problem: Problem | None,
        article_id: int | None,
        original_id: int | None = None,
    ) -> None:
        accessions.add_item(
            transaction,
            self.accession_id,
            kept.row.path,
            outcome,
            # By it an item is known to be committed.
            uid=kept.row.uid,
            code=problem.code if problem else None,
            reason=problem.message if problem else None,
            article_id=article_id,
            original_id=original_id,
            reader=kept.file.reader or None,
            reader_version=kept.file.reader_version or None,
        )

    def _part_from_others(self, transaction: Transaction, kept: Kept, article_id: int) -> None:
        """Keep for good that a person said of pairs that they are not the same."""
        if kept.row.decision != "not same":
            return
        connection = transaction.connection
        for like in kept.row.likenesses:
            other = like.article_id or review_items.article_of(connection, like.item_id or 0)
            if other and other != article_id and not articles.missing(connection, [other]):
                articles.not_same(transaction, article_id, other)


def _waits_for_twin(transaction: Transaction, kept: Kept) -> bool:
    """Return whether an item is the same file as one that waits still: which it is the duplicate of is not known."""
    if not _is_noted(kept.row) or kept.row.decision == "skip":
        return False
    same = [each.item_id for each in kept.row.likenesses if each.same_bytes and each.item_id]
    return any(row.state == "pending" and not row.committed for row in review_items.found(transaction.connection, same))


def _is_noted(row: ReviewRow) -> bool:
    """Return whether an item is only noted as a duplicate."""
    return row.decision == "skip" or row.need == "duplicate"


def _noted(transaction: Transaction, kept: Kept, article_id: int | None) -> Problem:
    if article_id and kept.row.need == "duplicate":
        return known_bytes(transaction, kept.file.file_name, article_id)
    return Problem("duplicate", _("%(file)s was noted as a duplicate.") % {"file": kept.file.file_name})


def _lost(kept: Kept) -> Problem:
    return Problem(
        "draft-lost",
        _("What was read from %(file)s can no longer be read.") % {"file": kept.file.file_name},
        _("It stays in the review. Reject it, and import the file again."),
    )
