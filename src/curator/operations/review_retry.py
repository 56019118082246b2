"""Files of a review that could not be read are tried again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from curator.archive import originals, review_edits, review_items, reviews
from curator.archive.faults import explained
from curator.archive.originals import Staged, Staging
from curator.archive.review_items import Kept
from curator.errors import CuratorError
from curator.i18n import _
from curator.operations.context import Context
from curator.operations.discovery import unreadable
from curator.operations.outcomes import ItemOutcome, Pending
from curator.operations.picture_staging import settle_pictures
from curator.operations.review_writing import path_of, put
from curator.operations.similar_articles import SimilarTo, similar_to
from curator.readers import ReaderPool, ReadJob


def retry(
    context: Context, item_ids: Sequence[int], *, pool: ReaderPool | None = None, similar: SimilarTo = similar_to
) -> list[ItemOutcome]:
    """Read files again: where they came from, or as they were kept when they are there no more.

    What a person did to such an item before can no longer be undone.

    Returns:
        what became of each; a file that holds several articles makes several items.

    Raises:
        CuratorError: when there is no such item, or it was read well.
    """
    connection = context.archive.read()
    found = [review_items.get(connection, item_id) for item_id in item_ids]
    for item in found:
        if item.row.committed or (item.row.need != "failed" and item.reading is not None):
            raise CuratorError(
                _("Item %(id)d was read well.") % {"id": item.row.id}, _("There is nothing to try again.")
            )
    outcomes: list[ItemOutcome] = []
    with ReaderPool() if pool is None else pool as readers, explained(context.archive.folder.path):
        for item in found:
            outcomes += _again(context, item, readers, similar)
    return outcomes


def _again(context: Context, item: Kept, readers: ReaderPool, similar: SimilarTo) -> list[ItemOutcome]:
    archive = context.archive
    staging = Staging(archive.folder)
    try:
        pending = _read(context, staging, item, readers)
        staging.keep(
            {
                file.sha256: file
                for file in pending.staged_files
                if not originals.stored_path(archive.folder, file.sha256).exists()
            }.values()
        )
        with archive.unrecorded() as connection:
            review_edits.forget(connection, item.row.review_id, [item.row.id])
            return put(connection, item.row.review_id, pending, item.row.position, similar, again=item.row.id)
    finally:
        staging.close()


def _read(context: Context, staging: Staging, item: Kept, readers: ReaderPool) -> Pending:
    folder = Path(reviews.get(context.archive.read(), item.row.review_id).folder)
    pending = Pending(path_of(item.row.path, item.exact_path))
    try:
        pending.staged = staging.stage(folder / pending.path)
    except OSError as error:
        pending.staged = _as_kept(context, item)
        if pending.staged is None:
            pending.problem = unreadable(pending.path, error)
            return pending
    known = originals.known(context.archive.read(), pending.staged.sha256)
    pending.duplicate_of = known[1] if known else []
    (result,) = readers.read([ReadJob(0, pending.staged.path, item.file.file_name)])
    settle_pictures(staging, pending, result.readings)
    pending.problem = result.problem
    pending.reader, pending.version = result.reader, result.version
    pending.media_type, pending.encoding = result.media_type, result.encoding
    return pending


def _as_kept(context: Context, item: Kept) -> Staged | None:
    if item.file.sha256 is None:
        return None
    path = originals.stored_path(context.archive.folder, item.file.sha256)
    return Staged(path, item.file.sha256, item.file.size) if path.is_file() else None
