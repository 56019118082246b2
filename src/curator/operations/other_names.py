"""Other names of what a query names, where they stand in texts: which were found too, or were not looked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from curator.archive import Connection, articles, authorities
from curator.operations.find import Finder
from curator.operations.name_terms import NameFinding, names_of, phrase_of
from curator.operations.names_in_query import NameInQuery, names_in_query
from curator.search import IndexWords
from curator.text.name_key import name_key

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class OtherNames:
    """Names that are not the one that was typed.

    Args:
        names: those that stand in articles, in any form.
        is_searched: whether they were looked for.
        query: the same query without them where they were, with them where they were not.
    """

    names: tuple[str, ...]
    is_searched: bool
    query: str


def other_names(finder: Finder, query: str, found: Sequence[int]) -> OtherNames | None:
    """Return which other names a query found; else those of its first name that it was not made to look for.

    Args:
        query: one that can be understood.
        found: the articles that it found.
    """
    told = names_in_query(finder.context, query)
    if not told:
        return None
    connection, listed = finder.context.archive.read(), np.array(found, dtype=np.int64)
    standing = np.array(articles.all_ids(connection), dtype=np.int64)

    def ask(known: IndexWords) -> OtherNames | None:
        finding = NameFinding(connection, known)
        for name in told:
            if name.query is not None:
                holders = _holders(connection, finding, known, name)
                missed = _missed(_typed(query, name), listed, holders, standing)
                if missed:
                    return OtherNames(tuple(missed), False, name.query)
        searched = [name for name in told if name.is_searched]
        names = [
            variant
            for name in searched
            for variant, held in _holders(connection, finding, known, name)
            if name_key(variant) != name_key(_typed(query, name)) and np.isin(held, listed).any()
        ]
        return OtherNames(tuple(dict.fromkeys(names)), True, _as_typed(query, searched)) if names else None

    return finder.ask(lambda searcher: searcher.words(ask))


def _missed(typed: str, found: Ids, holders: Iterator[tuple[str, Ids]], standing: Ids) -> list[str]:
    """Return the names that stand where nothing was found; what holds the words that were typed was looked for."""
    key = f" {name_key(typed)} "
    return [
        variant
        for variant, held in holders
        if key not in f" {name_key(variant)} " and len(np.setdiff1d(held[np.isin(held, standing)], found))
    ]


def _holders(
    connection: Connection, finding: NameFinding, known: IndexWords, name: NameInQuery
) -> Iterator[tuple[str, Ids]]:
    """Yield each of its variants with the articles that hold it in any form."""
    rows = {row.name: row for row in names_of(connection, [authorities.root(connection, name.authority_id)])}
    for variant in name.variants:
        held = [known.holders(phrase_of(slots))[0] for slots in finding.slots([rows[variant]])]
        yield variant, np.unique(np.concatenate([np.empty(0, dtype=np.int64), *held]))


def _typed(query: str, name: NameInQuery) -> str:
    """Return what stands in the query for a name; of a number the name itself."""
    words = query[name.start : name.end]
    value = words.partition(":")[2] if name.is_searched else words
    value = value.strip('"“”„«»')
    return name.name if value.startswith("#") else value


def _as_typed(query: str, names: list[NameInQuery]) -> str:
    """Return a query that looks for the names as they were typed, in that spelling alone."""
    places = {(name.start, name.end): name for name in names}
    for (start, end), name in sorted(places.items(), reverse=True):
        query = f'{query[:start]}="{_typed(query, name)}"{query[end:]}'
    return query
