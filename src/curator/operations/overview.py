"""What the navigator shows: how much there is of everything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from curator.archive import Connection, articles, collections, column_rows, hierarchy, overview
from curator.archive.connection import one_state
from curator.model.authority import AuthorityKind
from curator.model.collection import Collection
from curator.operations.context import Context
from curator.search.trees import Collected, Collections
from curator.text.name_key import name_key


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


class CountedName(NamedTuple):
    """A name on record.

    Args:
        articles: in how many articles it is, or any narrower one: each article once.
        narrower: the names right under it, those in most articles first.
    """

    id: int
    title: str
    articles: int
    narrower: tuple[CountedName, ...] = ()


def names(context: Context, kind: AuthorityKind) -> list[CountedName]:
    """Return the names of a kind as a tree: those that have no broader one, those in most articles first.

    A name with several broader ones stands under each of them.
    """
    connection = context.archive.read()
    with one_state(connection):
        flat = [CountedName(*row) for row in overview.counted_names(connection, kind)]
        steps = hierarchy.steps(connection, kind)
        if not steps:
            return flat
        right_below: dict[int, set[int]] = {}
        for narrower, broader in steps:
            right_below.setdefault(broader, set()).add(narrower)
        counts = hierarchy.counted(connection, {top: _closure(right_below, top) for top in right_below})
    known = {each.id: each._replace(articles=counts.get(each.id, each.articles)) for each in flat}
    inner = {narrower for narrower, _broader in steps}
    return _ordered(_branch(known, right_below, each, ()) for each in known if each not in inner)


def _closure(right_below: Mapping[int, set[int]], top: int) -> set[int]:
    found, waiting = {top}, [top]
    while waiting:
        further = right_below.get(waiting.pop(), set()) - found
        found |= further
        waiting += further
    return found


def _branch(
    known: Mapping[int, CountedName],
    right_below: Mapping[int, set[int]],
    name: int,
    above: tuple[int, ...],
) -> CountedName:
    """Return a name with all under it; a circle, as a foreign package may bring it, ends where it closes."""
    way = (*above, name)
    below = right_below.get(name, set()) - set(way)
    branches = (_branch(known, right_below, each, way) for each in below)
    return known[name]._replace(narrower=tuple(_ordered(branches)))


def _ordered(found: Iterable[CountedName]) -> list[CountedName]:
    return sorted(found, key=lambda each: (-each.articles, name_key(each.title), each.id))
