"""Searching a large archive as a person does: hits, all facets, twenty articles with passages; and what indexing takes.

    .venv/bin/python tests/benchmarks/bench_archive.py REUTERS.jsonl.gz --keep FOLDER [--articles 100000]

REUTERS: JSON Lines with "body", compressed by gzip (Reuters-21578). The archive has ten tags an article; it is made in
FOLDER once, without the journal, and used again. Every query of a kind is asked five times. CPU is of this process, all
threads together; indexing is that of the index process as a whole, which reads the texts from SQLite.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from bench_facets import fill
from measuring import MIB, Watch, peak_memory, proportional, size_of, table, timed
from mixed_corpus import articles, sentences

from curator.archive import Archive
from curator.archive.articles import body_hash
from curator.operations import upkeep
from curator.operations.context import Context
from curator.operations.describe import describe
from curator.operations.find import Finder
from curator.operations.indexing import Indexer, job_for
from curator.search import Searcher, open_index

KINDS = {
    "word, rare": ("cocoa", "zinc", "strike", "tariff"),
    "word, common": ("bank", "oil", "company", "market"),
    "word, in nearly all": ("said", "the", "of"),
    "AND": ("bank rate", "oil price", "said the of and to in"),
    "OR": ("bank OR oil OR dollar", "wheat OR corn OR sugar"),
    "NOT": ("bank NOT japan", "-said"),
    "phrase": ('"interest rate"', '"central bank"', '"crude oil"'),
    "phrase of common words": ('"of the"', '"in the"', '"to the"'),
    "phrase, partly common": ('"the bank of"', '"the company said"'),
    "prefix": ("econom*", "agricult*", "govern*"),
    "prefix of two letters": ("pr*", "co*"),
    "title": ("title:bank", "title:oil"),
    "other scripts": ("город", "քաղաք", "gence", "kütüphane"),
    "field and word": ('person:"Name 5" bank', "date:1950..1960 oil", "status:inbox company"),
    "field anywhere": ('NOT person:"Name 5" OR zinc', '(theme:"Name 4" OR date:1950) market'),
    "field alone": ('person:"Name 5"', "date:1950..1960"),
}
ROUNDS = 5
_PAGE = 20


def main() -> None:
    """Make the archive if it is not there, index it, and ask."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reuters", type=Path)
    parser.add_argument("--keep", type=Path, required=True, help="where the archive is made and stays")
    parser.add_argument("--articles", type=int, default=100_000)
    given = parser.parse_args()
    path = made(given.reuters, given.keep, given.articles)
    with Archive.open(path) as archive:
        context = Context(archive)
        measure_indexing(context, given.articles)
        measure_queries(context)
        measure_a_change(context)
    print(f"this process at most {peak_memory() / MIB:.0f} MiB, now {proportional() / MIB:.0f} MiB (PSS)")


def made(reuters: Path, folder: Path, count: int) -> Path:
    """Return the archive, made when it is not there."""
    path = folder / f"Mixed {count}.curator"
    done = path.with_suffix(".done")
    if not done.exists():
        folder.mkdir(parents=True, exist_ok=True)
        with Archive.create(path) as archive:
            fill(archive, count, with_text=False)
            with sqlite3.connect(archive.database) as database:
                database.executemany(
                    "INSERT INTO article_text (id, uid, article_id, version, made_by, body_hash, body)"
                    " VALUES (?, ?, ?, 'extracted', 'bench 1', ?, ?)",
                    _texts(sentences(reuters), count),
                )
                database.execute("UPDATE article SET text_id = id")
        done.touch()
    return path


def _texts(known: list[str], count: int) -> Iterator[tuple[object, ...]]:
    for number, _title, body in articles(known, count):
        yield number, f"text-{number}", number, body_hash(body), body


def measure_indexing(context: Context, count: int) -> None:
    """Make the index anew, and print what its process took."""
    with Watch() as watch:
        span = timed(lambda: upkeep.reindex(context))
    text = context.archive.read().execute("SELECT sum(length(CAST(body AS BLOB))) FROM article_text").fetchone()[0]
    folder = job_for(context.archive).folder
    memory = watch.peaks.get("curator-index", 0)
    print(
        f"indexed {count:,} articles: {span.children_cpu:.1f} CPU s, {count / span.children_cpu:,.0f} a CPU s, "
        f"{span.wall:.0f} s, {memory / MIB:.0f} MiB at most, index / text {size_of(folder) / text:.2f}"
    )
    started = time.perf_counter()
    with Searcher(open_index(folder, context.archive.uid)) as searcher:
        print(f"opened in {(time.perf_counter() - started) * 1000:.0f} ms, {searcher.count:,} articles")


def measure_queries(context: Context) -> None:
    """Ask everything once, then print what each kind takes with and without facets and passages."""
    rows = []
    with Finder(context, catch_up=False) as finder:
        for queries in KINDS.values():
            for query in queries:
                _ask(finder, query)
        for kind, queries in KINDS.items():
            asked = [_ask(finder, query) for query in queries * ROUNDS]
            rows.append((kind, *_row(list(zip(*asked, strict=True)))))
    head = ("query", "articles", "hits CPU ms", "with all CPU ms", "p95", "with all wall ms", "p95")
    print(table(head, rows))


def _ask(finder: Finder, query: str) -> tuple[float, float, float, float]:
    """Return how many articles a query finds, CPU ms of finding, CPU and wall ms with facets and the first passages."""
    cpu, wall = time.process_time(), time.perf_counter()
    found = finder.find(query, with_facets=True)
    hits = time.process_time() - cpu
    found.facets()
    finder.page(found, 0, _PAGE)
    return found.total, hits * 1000, (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000


def _row(columns: list[tuple[float, ...]]) -> tuple[str, ...]:
    totals, hits, cpu, wall = columns
    numbers = (statistics.median(hits), statistics.median(cpu), _p95(cpu), statistics.median(wall), _p95(wall))
    return f"{statistics.median(totals):,.0f}", *(f"{number:.1f}" for number in numbers)


def _p95(values: tuple[float, ...]) -> float:
    return sorted(values)[max(0, round(len(values) * 0.95) - 1)]


def measure_a_change(context: Context) -> None:
    """Print how long an article that was changed takes to be found, while an index process is running."""
    taken = []
    # Other words each time: those of the last run are in the index.
    draw = random.Random()
    with Finder(context, catch_up=False) as finder, Indexer(context.archive) as indexer:
        indexer.drain()
        for number in range(10):
            word = f"Changed{number}x{draw.randrange(10**9)}"
            describe(context, [number + 1], {"title": word})
            started = time.perf_counter()
            indexer.nudge()
            while not finder.find(word).total:
                indexer.settle()
                time.sleep(0.002)
            taken.append((time.perf_counter() - started) * 1000)
            while indexer._asked:
                indexer.settle()
                time.sleep(0.002)
    print(f"one changed article is found after {statistics.median(taken):.0f} ms, at most {max(taken):.0f} ms")


if __name__ == "__main__":
    main()
