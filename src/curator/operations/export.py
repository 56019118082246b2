"""Export: articles of a query or a collection leave by a writer."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from curator.archive import collections
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.export import ExportRecord
from curator.model.progress import Progress
from curator.operations import detail, find
from curator.operations.context import Context
from curator.writers import WriteReport, writer_for


def export(
    context: Context,
    out: Path,
    format_name: str,
    query: str | None = None,
    collection: str | None = None,
    replace: bool = False,
) -> WriteReport:
    """Write articles to a file: those of a query, of a collection (in its order, with those inside it), or all.

    Args:
        out: the file to write; whole or not at all.
        format_name: as the writers call themselves ("jsonl", "csv").
        replace: whether a file that is there may be replaced.

    Raises:
        CuratorError: unknown format or collection, nothing to export, a file in the way, a full disk.
    """
    writer = writer_for(format_name)
    ids = chosen(context, query, collection)
    if not ids:
        raise CuratorError(_("There is nothing to export: no article matches."), _("No file was written."))
    return writer.write(_counted(context, ids), out, replace=replace)


def chosen(context: Context, query: str | None, collection: str | None) -> list[int]:
    """Return the ids of the articles that a query and a collection have in common; all when neither is given."""
    ids = find.all_articles(context) if query is None else find.select(context, query)
    if collection is None:
        return ids
    connection = context.archive.read()
    inside = collections.items_below(connection, collections.find(connection, collection).id)
    wanted = set(ids)
    return [article_id for article_id in inside if article_id in wanted]


def _counted(context: Context, ids: Sequence[int]) -> Iterator[ExportRecord]:
    started = time.monotonic()
    for done, record in enumerate(detail.records(context, ids)):
        context.progress(Progress(done, len(ids), time.monotonic() - started))
        yield record
