"""What the navigator shows: how much there is of everything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from curator.archive import Connection, articles, collections, column_rows, overview
from curator.model.authority import AuthorityKind
from curator.model.collection import Collection
from curator.operations.context import Context
from curator.search.trees import Collected, Collections


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts of an archive.

    Args:
        title: of the archive.
        articles, inbox, trash: numbers of articles.
        recheck: how many have passages that moved or were lost when their text was edited.
        languages: how many languages there are.
        collections: each with the number of articles in and below it.
        names: kind -> number of records that stand by themselves.
    """

    title: str
    articles: int
    inbox: int
    trash: int
    recheck: int
    languages: int
    collections: tuple[tuple[Collection, int], ...]
    names: Mapping[AuthorityKind, int]


def of_archive(context: Context) -> Overview:
    """Count everything once."""
    connection = context.archive.read()
    counts = overview.counts(connection)
    return Overview(
        title=overview.title(connection),
        articles=counts["articles"],
        inbox=counts["inbox"],
        trash=counts["trash"],
        recheck=counts["recheck"],
        languages=len(articles.values(connection, "language")),
        collections=_counted(connection),
        names=overview.names(connection),
    )


def _counted(connection: Connection) -> tuple[tuple[Collection, int], ...]:
    """Return all collections with their numbers of articles, counted at once: 200 one by one took a second."""
    found = collections.listed(connection)
    table = Collections.of((each.id, each.parent_id, each.path) for each in found)
    inside = Collected.of(column_rows.in_archive(connection), column_rows.collectings(connection), table)
    totals = dict(enumerate(inside.pairs.totals.tolist()))
    return tuple((each, totals.get(each.id, 0)) for each in found)


def names(context: Context, kind: AuthorityKind) -> list[tuple[int, str, int]]:
    """Return the names of a kind on record: id, preferred name, number of articles; those in most articles first."""
    return overview.counted_names(context.archive.read(), kind)
