"""Export: articles of a query or a collection leave by a writer."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from curator.archive import articles, belonging, collections
from curator.archive.connection import one_state
from curator.errors import CuratorError
from curator.i18n import _
from curator.operations import find
from curator.operations.context import Context
from curator.operations.export_source import ArchiveSource
from curator.writers import CsvWriter, PackageWriter, Writer, WriteReport, writer_for


@dataclass(frozen=True, slots=True)
class Options:
    """What else can be said of an export.

    Args:
        only_open: hold back every article whose access is not open, also in formats that take all.
        originals: whether a package holds the files as received.
        text: whether a CSV table has the text as its last column.
    """

    only_open: bool = False
    originals: bool = True
    text: bool = False


_USUAL = Options()


def export(
    context: Context,
    out: Path,
    format_name: str,
    query: str | None = None,
    collection: str | None = None,
    replace: bool = False,
    ids: Sequence[int] | None = None,
    options: Options = _USUAL,
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
    writer = _writer(format_name, options)
    words = _("a choice of articles") if ids is not None else _chosen_words(query, collection)
    wanted = chosen(context, query, collection) if ids is None else list(ids)
    leaving = articles.open_ones(context.archive.read(), wanted) if options.only_open else wanted
    if len(leaving) < len(wanted):
        words = ", ".join(filter(None, (words, _("only open articles"))))
    source = ArchiveSource(context, leaving, words, options.originals)
    # A package of the whole archive also holds names, searches and the trash.
    if not leaving and not (source.chosen is None and isinstance(writer, PackageWriter)):
        raise CuratorError(_("There is nothing to export: no article matches."), _("No file was written."))
    with one_state(context.archive.read()):
        report = writer.write(source, out, replace=replace)
    return dataclasses.replace(report, held_back=report.held_back + len(wanted) - len(leaving))


@dataclass(frozen=True, slots=True)
class Leaving:
    """What would leave.

    Args:
        articles: how many do.
        held_back: access ("restricted", "embargo", "closed") -> how many do not because of it.
        limited: the same of those that leave although their access is not open, in formats that take all.
        why: access -> the reasons given for it, and until when (EDTF), each with its number of articles.
        originals, original_bytes: the files that a package takes along.
    """

    articles: int
    held_back: Mapping[str, int]
    limited: Mapping[str, int]
    why: Mapping[str, Sequence[tuple[str, str, int]]]
    originals: int
    original_bytes: int


def leaving(
    context: Context,
    format_name: str,
    ids: Sequence[int] | None = None,
    query: str | None = None,
    collection: str | None = None,
    only_open: bool = False,
) -> Leaving:
    """Return how many articles would leave in a format, and how many not, and why.

    Args:
        ids, query, collection, only_open: as for `export`.

    Raises:
        CuratorError: unknown format or collection, or a query that cannot be understood.
    """
    only_open = only_open or getattr(writer_for(format_name), "only_open", False)
    connection = context.archive.read()
    wanted = chosen(context, query, collection) if ids is None else list(ids)
    limited: Counter[str] = Counter()
    why: defaultdict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for row in articles.by_access(connection, wanted):
        if row["access"] != "open":
            limited[row["access"]] += row["number"]
            why[row["access"]].append((row["reason"] or "", row["review"] or "", row["number"]))
    whole = ids is None and query is None and collection is None and not (only_open and limited)
    going = articles.open_ones(connection, wanted) if only_open else wanted
    files, size = belonging.originals_of(connection, None if whole else going)
    return Leaving(
        len(going), dict(limited) if only_open else {}, {} if only_open else dict(limited), dict(why), files, size
    )


def chosen(context: Context, query: str | None, collection: str | None) -> list[int]:
    """Return the ids of the articles that a query and a collection have in common; all when neither is given."""
    ids = find.all_articles(context) if query is None else find.select(context, query)
    if collection is None:
        return ids
    connection = context.archive.read()
    inside = collections.items_below(connection, collections.find(connection, collection).id)
    wanted = set(ids)
    return [article_id for article_id in inside if article_id in wanted]


def _writer(format_name: str, options: Options) -> Writer:
    writer = writer_for(format_name)
    return dataclasses.replace(writer, text=options.text) if isinstance(writer, CsvWriter) else writer


def _chosen_words(query: str | None, collection: str | None) -> str | None:
    words = [_("collection “%(name)s”") % {"name": collection}] if collection is not None else []
    if query is not None:
        words.append(_("query %(query)s") % {"query": query})
    return ", ".join(words) or None
