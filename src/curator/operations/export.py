"""Export: articles of a query or a collection leave by a writer."""

from __future__ import annotations

from pathlib import Path

from curator.archive import collections
from curator.archive.records import one_state
from curator.errors import CuratorError
from curator.i18n import _
from curator.operations import find
from curator.operations.context import Context
from curator.operations.export_source import ArchiveSource
from curator.writers import PackageWriter, WriteReport, writer_for


def export(
    context: Context,
    out: Path,
    format_name: str,
    query: str | None = None,
    collection: str | None = None,
    replace: bool = False,
) -> WriteReport:
    """Write articles to a file or folder: those of a query, of a collection (in its order), or all.

    Args:
        out: the file or folder to write; whole or not at all.
        format_name: as the writers call themselves ("jsonl", "csv", "xlsx", "site", "package").
        replace: whether what is there may be replaced.

    Raises:
        CuratorError: unknown format or collection, nothing to export, something in the way, a full disk.
    """
    writer = writer_for(format_name)
    ids = chosen(context, query, collection)
    source = ArchiveSource(context, ids, _chosen_words(query, collection))
    # A package of the whole archive also holds names, searches and the trash.
    if not ids and not (source.chosen is None and isinstance(writer, PackageWriter)):
        raise CuratorError(_("There is nothing to export: no article matches."), _("No file was written."))
    with one_state(context.archive.read()):
        return writer.write(source, out, replace=replace)


def chosen(context: Context, query: str | None, collection: str | None) -> list[int]:
    """Return the ids of the articles that a query and a collection have in common; all when neither is given."""
    ids = find.all_articles(context) if query is None else find.select(context, query)
    if collection is None:
        return ids
    connection = context.archive.read()
    inside = collections.items_below(connection, collections.find(connection, collection).id)
    wanted = set(ids)
    return [article_id for article_id in inside if article_id in wanted]


def _chosen_words(query: str | None, collection: str | None) -> str | None:
    words = [_("collection “%(name)s”") % {"name": collection}] if collection is not None else []
    if query is not None:
        words.append(_("query %(query)s") % {"query": query})
    return ", ".join(words) or None
