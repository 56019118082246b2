"""Export: articles of a query or a collection leave by a writer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from curator.archive import collections
from curator.archive.connection import one_state
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
    ids: Sequence[int] | None = None,
) -> WriteReport:
    """Write articles to a file or folder: those of a query, of a collection (in its order), or all.

    Args:
        ids: exactly these articles, in this order, instead of a query and a collection.
        out: the file or folder to write; whole or not at all.
        format_name: as the writers call themselves ("jsonl", "csv", "xlsx", "site", "package").
        replace: whether what is there may be replaced.

    Raises:
        CuratorError: unknown format or collection, nothing to export, something in the way, a full disk.
    """
    writer = writer_for(format_name)
    words = _("a choice of articles") if ids is not None else _chosen_words(query, collection)
    leaving = chosen(context, query, collection) if ids is None else list(ids)
    source = ArchiveSource(context, leaving, words)
    # A package of the whole archive also holds names, searches and the trash.
    if not leaving and not (source.chosen is None and isinstance(writer, PackageWriter)):
        raise CuratorError(_("There is nothing to export: no article matches."), _("No file was written."))
    with one_state(context.archive.read()):
        return writer.write(source, out, replace=replace)


@dataclass(frozen=True, slots=True)
class Leaving:
    """What would leave.

    Args:
        articles: how many do.
        held_back: access ("restricted", "embargo", "closed") -> how many do not because of it.
        closed: how many of those that leave have an access that is not open, for formats that take all.
    """

    articles: int
    held_back: dict[str, int]
    closed: int


def leaving(context: Context, format_name: str, ids: Sequence[int] | None = None) -> Leaving:
    """Return how many articles would leave in a format, and how many not, and why.

    Args:
        ids: the articles; all unless given.

    Raises:
        CuratorError: unknown format.
    """
    only_open = getattr(writer_for(format_name), "only_open", False)
    wanted = find.all_articles(context) if ids is None else list(ids)
    rows = context.archive.read().execute(
        "SELECT access, count(*) AS number FROM article WHERE id IN (SELECT value FROM json_each(?)) GROUP BY access",
        (json.dumps(wanted),),
    )
    counts = {row["access"]: row["number"] for row in rows}
    limited = {access: number for access, number in counts.items() if access not in (None, "open")}
    held_back = limited if only_open else {}
    return Leaving(sum(counts.values()) - sum(held_back.values()), held_back, 0 if only_open else sum(limited.values()))


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
