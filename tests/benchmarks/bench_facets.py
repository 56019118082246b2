"""How long filters, facets and orders take over many articles, and the first page of a list.

    .venv/bin/python tests/benchmarks/bench_facets.py [--articles 100000] [--searched 15000]

The rows are put into an empty archive directly, without the journal. Times are CPU milliseconds of this process, the
median of several rounds, but for those of whole commands, which are seconds of wall time.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from invented import SENTENCES
from measuring import table, timed

from curator.archive import Archive
from curator.archive.articles import body_hash
from curator.model.dates import parse_edtf
from curator.operations import find, tag, upkeep
from curator.operations.columns import FACET_PARTS, ArchiveColumns
from curator.operations.context import Context
from curator.operations.find import Finder
from curator.search import Dates, Filters, Selection, Titles, facets, histogram, ordered, passing

TAGS = 10
NAMES = 20_000
KINDS = ("person", "organisation", "event", "place", "theme")
ROUNDS = 9
PAGE = 256


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000, help="for columns and lists; 0: none")
    parser.add_argument("--searched", type=int, default=15_000, help="for whole commands; 0: none")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="curator-benchmark-") as place:
        if given.articles:
            with Archive.create(Path(place) / "Columns.curator") as archive:
                span = timed(lambda: fill(archive, given.articles, with_text=False))
                print(
                    f"{given.articles:,} articles, {given.articles * TAGS:,} tags put in directly: {span.wall:.1f} s\n"
                )
                measure_columns(Context(archive), given.articles)
        if given.searched:
            folder = Path(place) / "Searched.curator"
            with Archive.create(folder) as archive:
                fill(archive, given.searched, with_text=True)
                upkeep.reindex(Context(archive))
            measure_commands(folder, given.searched)


def fill(archive: Archive, count: int, with_text: bool) -> None:
    """Put articles, names, tags and collections into an empty archive in one transaction."""
    draw = random.Random(1)
    with sqlite3.connect(archive.database) as database:
        names = ((at, f"authority-{at}", KINDS[at % 5], f"Name {at}", f"name {at}") for at in range(1, NAMES + 1))
        database.executemany(
            "INSERT INTO authority (id, uid, kind, preferred_name, folded) VALUES (?, ?, ?, ?, ?)", names
        )
        database.executemany(
            "INSERT INTO article (id, uid, title, publication, language, status, published, published_earliest,"
            " published_latest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            _articles(draw, count),
        )
        if with_text:
            _put_texts(database, draw, count)
        database.executemany("INSERT INTO mention (uid, article_id, authority_id) VALUES (?, ?, ?)", _tags(draw, count))
        _put_collections(database, draw, count)


def _articles(draw: random.Random, count: int) -> Iterator[tuple[object, ...]]:
    for at in range(1, count + 1):
        year = draw.randint(1900, 2020)
        vague = draw.random()
        date = f"{year}" if vague < 0.1 else f"{year // 10}X" if vague < 0.15 else f"{year}-{draw.randint(1, 12):02}-07"
        read = parse_edtf(date)
        title = f"{draw.choice(SENTENCES)[:30]} {at}"
        publication, language = f"Paper {draw.randint(1, 300)}", draw.choice(("az", "en", "hy", "ru", "tr"))
        status = draw.choice(("inbox", "read", "described"))
        yield at, f"article-{at}", title, publication, language, status, date, read.earliest, read.latest


def _tags(draw: random.Random, count: int) -> Iterator[tuple[str, int, int]]:
    """Yield ten different tags for each article: few names are in many articles, many in few, as in newspapers."""
    for article in range(1, count + 1):
        names: set[int] = set()
        while len(names) < TAGS:
            names.add(min(int(draw.paretovariate(0.4)), NAMES))
        yield from ((f"mention-{article}-{name}", article, name) for name in names)


def _put_texts(database: sqlite3.Connection, draw: random.Random, count: int) -> None:
    for at in range(1, count + 1):
        body = " ".join(draw.choice(SENTENCES) for _sentence in range(12)) + f" shelfmark{at}"
        database.execute(
            "INSERT INTO article_text (id, uid, article_id, version, made_by, body_hash, body)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (at, f"text-{at}", at, "extracted", "bench 1", body_hash(body), body),
        )
    database.execute("UPDATE article SET text_id = id")


def _put_collections(database: sqlite3.Connection, draw: random.Random, count: int) -> None:
    for at in range(1, 201):
        parent = draw.randint(1, at - 1) if at > 20 else None
        database.execute(
            "INSERT INTO collection (id, uid, parent_id, title, folded, position) VALUES (?, ?, ?, ?, ?, ?)",
            (at, f"collection-{at}", parent, f"Box {at}", f"box {at}", at),
        )
    database.executemany(
        "INSERT INTO collection_item (uid, collection_id, article_id, position) VALUES (?, ?, ?, ?)",
        ((f"item-{at}", draw.randint(1, 200), at, at) for at in range(1, count + 1)),
    )


def measure_columns(context: Context, count: int) -> None:
    """Load, change, filter, count, sort."""
    live = ArchiveColumns(context.archive)
    rows = [("load what facets need", _once(lambda: live.current(FACET_PARTS)))]
    rows.append(("load the titles", _once(lambda: live.current((Titles,)))))
    for some in (1, 1_000):
        tag.add(context, range(1, some + 1), [("person", f"New name {some}")])
        rows.append((f"follow {some:,} new tags", _once(live.current)))
    columns = live.current()
    draw = np.random.default_rng(1)
    for hits in (round(count * 0.99883), count // 2, count // 100):
        mask = columns.mask(np.sort(draw.choice(columns.ids, hits, replace=False)))
        rows.append((f"all facets and years of {hits:,} hits", _median(lambda mask=mask: facets(columns, mask))))
    chosen = Filters({"person": Selection(frozenset({5})), "language": Selection(frozenset({"az"}))}, (2_420_000, None))
    rows.append(("the same, with three filters", _median(lambda: facets(columns, mask, chosen))))
    rows.append(("masks of these three filters", _median(lambda: passing(columns, chosen))))
    everything = columns.mask(columns.ids)
    rows.append(("years alone", _median(lambda: histogram(columns.part(Dates), everything))))
    rows.append(("sort by title, the first time", _once(lambda: ordered(columns, columns.ids, "title"))))
    for order in ("date", "-date", "title", "accession"):
        rows.append((f"sort all by {order}", _median(lambda order=order: ordered(columns, columns.ids, order))))
    print(table(("work", "CPU ms"), [(name, f"{spent:.1f}") for name, spent in rows]))
    measure_first_page(context)


def measure_first_page(context: Context) -> None:
    """Print how long it takes until a list of all articles shows its first rows."""
    print()
    for order in ("accession", "-date", "title"):
        with Finder(context, catch_up=False) as finder:
            spent = []
            for _round in range(3):
                started = time.perf_counter()
                found = finder.find("*", order)
                find.describe(context, found.ids[:PAGE].tolist())
                spent.append((time.perf_counter() - started) * 1000)
        print(f"first page of {found.total:,} by {order}: {spent[0]:.0f} ms from nothing, {min(spent):.1f} ms again")


def measure_commands(folder: Path, count: int) -> None:
    """Print how long whole commands take, the start of the program included."""
    print()
    rows = []
    for options in ((), ("--sort", "-date"), ("--sort", "title"), ("--facets",)):
        for query in ("library", "shelfmark77", "person:5 date:1950..1960"):
            command = [sys.executable, "-m", "curator", "search", str(folder), query, "--json", *options]
            spent = [
                timed(lambda command=command: subprocess.run(command, check=True, capture_output=True))
                for _ in range(3)
            ]
            wall, cpu = min(span.wall for span in spent), min(span.children_cpu for span in spent)
            rows.append((f"search {query} {' '.join(options)}", f"{wall:.2f}", f"{cpu:.2f}"))
    print(table((f"command, {count:,} articles", "s", "CPU s"), rows))


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return (time.process_time() - started) * 1000


def _median(work: Callable[[], object]) -> float:
    return statistics.median(_once(work) for _round in range(ROUNDS))


if __name__ == "__main__":
    main()
