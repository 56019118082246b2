"""Files are read into a review: they stand in it as they come, and wait for a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from curator.archive import originals, review_items, reviews
from curator.archive.faults import explained
from curator.model.article import OutcomeKind
from curator.model.review import ReviewOrigin
from curator.operations import review_batch
from curator.operations.context import Context
from curator.operations.discovery import Discovered
from curator.operations.intake import Intake
from curator.operations.outcomes import ItemOutcome, Pending
from curator.operations.review_writing import put
from curator.operations.similar_articles import SimilarTo, similar_to
from curator.paths import display
from curator.readers import ReaderPool

Report = Callable[[ItemOutcome], None]


@dataclass(frozen=True, slots=True)
class ReviewReading:
    """What became of reading files into a review: the review, the files by outcome, whether the user stopped it."""

    review_id: int
    counts: Mapping[OutcomeKind, int]
    cancelled: bool


def read_into_review(
    context: Context,
    paths: Iterable[Path],
    *,
    defaults: Mapping[str, str] | None = None,
    review_id: int | None = None,
    origin: ReviewOrigin = "import",
    report: Report = lambda outcome: None,
    committed: Callable[[], None] = lambda: None,
    pool: ReaderPool | None = None,
    similar: SimilarTo = similar_to,
    source: str = "",
    begun: Callable[[int], None] = lambda review_id: None,
) -> ReviewReading:
    """Read files and folders into a review; items stand in it batch by batch.

    Args:
        context: `progress` may raise `Cancelled`: what is read by then is there, the rest can be resumed.
        paths: what to read.
        defaults: field -> value of the batch, as `review_batch.understood_defaults` gives them.
        review_id: a review to read more into; a new one unless given.
        report: called for each item once it is written; `item_id` says which it is.
        committed: called after each batch.
        pool: reader processes to use; a pool of its own unless given.
        similar: finds articles that are like a text.
        source: where a new review comes from, in words; the paths unless given.
        begun: called with the id of the review before the first file is read.
    """
    given = list(paths)
    review_batch.tidy(context)
    names = [str(path) for path in given]
    with context.archive.unrecorded() as connection:
        if review_id is None:
            where = source or "; ".join(display(path) for path in given)
            review_id = reviews.begin(connection, where, names, origin, defaults or {})
        else:
            names = [str(path.absolute()) for path in given]
            reviews.go_on(connection, review_id, names)
    begun(review_id)
    return _read(context, review_id, names, report, committed, pool, similar)


def resume(
    context: Context,
    review_id: int,
    *,
    report: Report = lambda outcome: None,
    committed: Callable[[], None] = lambda: None,
    pool: ReaderPool | None = None,
    similar: SimilarTo = similar_to,
) -> ReviewReading:
    """Read what a review that was cut off has not read yet; see `read_into_review`."""
    review = reviews.get(context.archive.read(), review_id)
    return _read(context, review_id, review.paths, report, committed, pool, similar)


def _read(
    context: Context,
    review_id: int,
    given: Sequence[str],
    report: Report,
    committed: Callable[[], None],
    pool: ReaderPool | None,
    similar: SimilarTo,
) -> ReviewReading:
    with ReaderPool() if pool is None else pool as readers:
        run = _IntoReview(context, review_id, given, report, committed, similar)
        try:
            with explained(context.archive.folder.path):
                run.go(readers)
        finally:
            run.staging.close()
    return ReviewReading(review_id, run.result.counts, run.result.cancelled)


class _IntoReview(Intake):
    """Writes each batch into a review: the files to the disk first, then all items in one transaction."""

    # Their title and date are to be seen beside those of the article that they are.
    reads_known = True

    def __init__(
        self,
        context: Context,
        review_id: int,
        given: Sequence[str],
        report: Report,
        committed: Callable[[], None],
        similar: SimilarTo,
    ) -> None:
        connection = context.archive.read()
        # Where the process was that began it; another one, elsewhere, may go on.
        folder = Path(reviews.get(connection, review_id).folder)
        is_here = folder == Path.cwd()
        super().__init__(context, [Path(path) if is_here else folder / path for path in given], report, committed)
        self.review_id, self.folder, self.similar = review_id, folder, similar
        self.there = {folder / path for path in review_items.read_paths(connection, review_id)}

    def is_wanted(self, found: Discovered) -> bool:
        return self.folder / found.path not in self.there

    def write(self, ready: list[Pending], last: bool) -> list[ItemOutcome]:
        folder = self.archive.folder
        files = {file.sha256: file for pending in ready for file in pending.staged_files}
        self.staging.keep(file for file in files.values() if not originals.stored_path(folder, file.sha256).exists())
        outcomes: list[ItemOutcome] = []
        with self.archive.unrecorded() as connection:
            reviews.get(connection, self.review_id)  # another program may have dropped it
            position = review_items.next_position(connection, self.review_id)
            for number, pending in enumerate(ready, position):
                outcomes += put(connection, self.review_id, pending, number, self.similar)
            if last and not self.result.cancelled:
                reviews.finish(connection, self.review_id)
        return outcomes
