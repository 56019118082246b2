"""A list of names looked for at once: in how many articles and places each stands, and in which spellings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from curator.archive import articles, authorities
from curator.errors import CuratorError
from curator.model.authority import Authority
from curator.names.completion import NameRow
from curator.names.person_name import words_of
from curator.names.word_forms import Slots
from curator.operations.find import Finder
from curator.operations.name_terms import NameFinding, names_of, phrase_of
from curator.readers import Limits, NamesJob, ReaderPool
from curator.search import IndexWords
from curator.text.cells import safe_cell
from curator.writers import WriteReport
from curator.writers.csv_table import csv_lines
from curator.writers.whole_file import write_whole

_LIMITS = Limits(wall_seconds=60.0, cpu_seconds=60)
# Names looked for at a time: between two others may search.
_AT_A_TIME = 10
# A shorter word is like too many others.
_SHORTEST_ALIKE = 5
_MOST_ALIKE = 12
COLUMNS = (
    *("name", "record", "articles", "places", "exact_articles", "exact_places", "variant_articles", "variant_places"),
    *("alike_articles", "alike_places", "alike_spellings", "query"),
)


@dataclass(frozen=True, slots=True)
class Count:
    """In how many articles, and in how many places of their titles and texts."""

    articles: int
    places: int


@dataclass(frozen=True, slots=True)
class NameHits:
    """What was found of one name.

    Args:
        name: as the list has it.
        records: the names on record that it means, by their preferred names.
        exact: the name as the list has it, capitals and marks left aside.
        variants: further articles and places with another name on record, or with another form of one.
        alike: further articles and places where a word differs in one letter: a person has to look.
        alike_spellings: which these are.
        query: what finds all of these articles again.
    """

    name: str
    records: tuple[str, ...]
    exact: Count
    variants: Count
    alike: Count
    alike_spellings: tuple[str, ...]
    query: str

    def cells(self) -> list[str | int]:
        """Return the values of `COLUMNS`; articles and places count what is not only alike."""
        own, others, alike = self.exact, self.variants, self.alike
        counts = [own.articles + others.articles, own.places + others.places, own.articles, own.places]
        counts += [others.articles, others.places, alike.articles, alike.places]
        return [self.name, "; ".join(self.records), *counts, "; ".join(self.alike_spellings), self.query]


def read_names(path: Path, column: str | None = None) -> list[str]:
    """Return the names of a file, each once, read in a confined process.

    Args:
        path: a text with a name on each line, or a table (.csv, .tsv).
        column: which column of a table; "name" or else the first unless given.

    Raises:
        CuratorError: when there are none, or no such column.
    """
    with ReaderPool(1, _LIMITS) as pool:
        (result,) = pool.read([NamesJob(0, path, path.name, as_list=True, column=column)])
    if result.problem:
        raise CuratorError(result.problem.message, result.problem.hint)
    return [entry.name for entry in result.entries]


def search_names(
    finder: Finder, names: Sequence[str], alike: bool = True, tick: Callable[[int], object] = lambda done: None
) -> Iterator[NameHits]:
    """Look for each of the names in all articles but those in the trash, by the index alone; in the order given.

    Args:
        names: those without a letter or digit are found nowhere.
        alike: look for words that differ in a letter, too, which takes most of the time.
        tick: called with how many are done; what it raises ends the work.
    """
    connection = finder.context.archive.read()
    standing = np.array(articles.all_ids(connection), dtype=np.int64)
    records = {name: authorities.named(connection, name) if words_of(name) else [] for name in names}
    rows = {name: names_of(connection, records[name]) if records[name] else [] for name in names}

    def found(known: IndexWords) -> list[NameHits]:
        finding = NameFinding(connection, known)
        return [_One(known, finding, standing).hits(name, records[name], rows[name], alike) for name in chosen]

    for first in range(0, len(names), _AT_A_TIME):
        chosen = names[first : first + _AT_A_TIME]
        yield from finder.ask(lambda searcher: searcher.words(found))
        tick(first + len(chosen))


def write_table(found: Iterable[NameHits], out: Path, replace: bool = False) -> WriteReport:
    """Write what was found as a table (CSV); CuratorError for a file in the way."""
    rows = [[safe_cell(str(cell)) for cell in hits.cells()] for hits in found]
    report = write_whole(csv_lines([list(COLUMNS), *rows]), out, replace=replace)
    return WriteReport(len(rows), report.path, report.bytes)


class _One:
    def __init__(self, known: IndexWords, finding: NameFinding, standing: NDArray[np.int64]) -> None:
        self._known, self._finding, self._standing = known, finding, standing

    def hits(self, name: str, records: Sequence[Authority], rows: Sequence[NameRow], alike: bool) -> NameHits:
        exact: Slots = tuple((word.folded,) for word in words_of(name))
        if not exact:
            return NameHits(name, (), Count(0, 0), Count(0, 0), Count(0, 0), (), "")
        every = [exact, *(slots for slots in self._finding.slots(rows) if slots != exact)]
        own, own_places = self._held([exact])
        named, named_places = self._held(every) if rows else (own, own_places)
        like = self._alike(exact, every) if alike else []
        further, further_places = self._held(like)
        query = [f'"{_quoted(name)}"', *([f'name:"{_quoted(name)}"'] if rows else ())]
        spellings = tuple(" ".join(forms[0] for forms in slots) for slots in like)
        return NameHits(
            name,
            tuple(record.preferred_name for record in records),
            Count(len(own), own_places),
            Count(len(np.setdiff1d(named, own)), max(named_places - own_places, 0)),
            Count(len(np.setdiff1d(further, named)), further_places),
            spellings,
            " OR ".join([*query, *(f'"{each}"' for each in spellings)]),
        )

    def _held(self, every: Sequence[Slots]) -> tuple[NDArray[np.int64], int]:
        """Return the articles that hold any of these, and the places; one that holds another within it counts once."""
        ids, places = np.empty(0, dtype=np.int64), 0
        single = tuple(dict.fromkeys(form for slots in every if len(slots) == 1 for form in slots[0]))
        every = [*([(single,)] if single else ()), *(slots for slots in every if len(slots) > 1)]
        for slots in every:
            if any(other != slots and (_holds(slots, other) or _is_one_of(slots, other)) for other in every):
                continue
            found, counts = self._known.holders(phrase_of(slots))
            there = np.isin(found, self._standing)
            ids, places = np.union1d(ids, found[there]), places + int(counts[there].sum())
        return ids, places

    def _alike(self, exact: Slots, known: Sequence[Slots]) -> list[Slots]:
        """Return the name with one of its words spelt alike, where that stands in articles and is no known form."""
        found: list[Slots] = []
        for place, (word,) in enumerate(exact):
            if len(word) < _SHORTEST_ALIKE or word.isdecimal():
                continue
            for other in self._known.like(word, 1):
                slots = (*exact[:place], (other,), *exact[place + 1 :])
                is_known = any(_holds(slots, each) or _is_one_of(slots, each) for each in known)
                if not is_known and len(self._held([slots])[0]):
                    found.append(slots)
        return found[:_MOST_ALIKE]


def _holds(slots: Slots, other: Slots) -> bool:
    """Return whether wherever `slots` stand `other` stands too."""
    return len(other) < len(slots) and any(
        all(set(mine) <= set(theirs) for mine, theirs in zip(slots[first:], other, strict=False))
        for first in range(len(slots) - len(other) + 1)
    )


def _is_one_of(slots: Slots, other: Slots) -> bool:
    return len(slots) == len(other) and all(set(mine) <= set(theirs) for mine, theirs in zip(slots, other, strict=True))


def _quoted(name: str) -> str:
    return name.replace('"', " ").strip()
