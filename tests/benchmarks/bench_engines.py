"""Curator's index beside SQLite's FTS5, tantivy and Whoosh as it comes, over the same texts in one run.

    .venv/bin/python tests/benchmarks/bench_engines.py REUTERS.jsonl.gz [--articles 100000] [--tantivy FOLDER]

REUTERS: JSON Lines with "body", compressed by gzip (Reuters-21578). tantivy is measured where it is installed: in
FOLDER (`python -m pip install --target FOLDER tantivy`). Whoosh as it comes is so slow that it gets a smaller share
(--stock).

Each engine has a process of its own, one after the other. CPU is of that process, all threads together; the texts are
made outside the clock. Each kind of query is asked with several words, five times; no engine counts facets here.
tantivy and FTS5 find other words than Curator where letters are folded, and read the first 20 hits alone; all tell
how many there are but FTS5.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from measuring import MIB, peak_memory, size_of, table
from mixed_corpus import articles, sentences

from curator.search import IndexDocument, IndexWriter, Searcher, open_index, parse

# Each kind: what Curator is asked, and what FTS5 and tantivy understand.
KINDS: dict[str, list[tuple[str, str | None, str | None]]] = {
    "word, rare": [(word, word, word) for word in ("cocoa", "zinc", "strike", "tariff")],
    "word, common": [(word, word, word) for word in ("bank", "oil", "company", "market")],
    "word, in nearly all": [(word, word, word) for word in ("said", "the", "of")],
    "AND of two": [(f"{a} {b}", f"{a} AND {b}", f"+{a} +{b}") for a, b in (("bank", "rate"), ("oil", "price"))],
    "OR of three": [(f"{a} OR {b} OR {c}",) * 3 for a, b, c in (("bank", "oil", "dollar"), ("wheat", "corn", "sugar"))],
    "AND NOT": [("bank NOT japan", "bank NOT japan", "+bank -japan"), ("oil -opec", "oil NOT opec", "+oil -opec")],
    "phrase": [(f'"{words}"',) * 3 for words in ("interest rate", "central bank", "crude oil", "net profit")],
    "phrase of common words": [(f'"{words}"',) * 3 for words in ("of the", "in the", "to the", "said the")],
    "phrase, partly common": [(f'"{words}"',) * 3 for words in ("the bank of", "the company said", "of the agreement")],
    "prefix": [(f"{part}*", f"{part}*", None) for part in ("econom", "agricult", "govern")],
    "prefix of two letters": [(f"{part}*", f"{part}*", None) for part in ("pr", "co", "st")],
    "in other scripts": [(word, word, word) for word in ("город", "քաղաք", "müharibə", "kütüphane")],
}
ROUNDS = 5
_COMMIT = 8_000
Row = tuple[str, ...]
Ask = Callable[[tuple[str, str | None, str | None]], object] | None


def main() -> None:
    """Run the engines one after the other and print what they took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reuters", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--stock", type=int, default=4_000, help="articles for Whoosh as it comes; 0: none")
    parser.add_argument("--tantivy", type=Path, help="the folder that tantivy is installed in")
    given = parser.parse_args()
    runs: list[tuple[str, Callable[..., Any], int]] = [
        ("Curator, stems", curator_with_stems, given.articles),
        ("Curator", curator, given.articles),
        ("Curator, no pairs", curator_without_pairs, given.articles),
        ("FTS5", fts5, given.articles),
        ("FTS5, prefixes", fts5_prefixes, given.articles),
    ]
    if given.tantivy:
        runs.append(("tantivy", tantivy_engine, given.articles))
    if given.stock:
        runs.append(("Whoosh as it comes", stock, given.stock))
    written, asked = [], {}
    for name, engine, count in runs:
        with tempfile.TemporaryDirectory(prefix="curator-engines-") as place:
            written_row, asked[name] = in_process(engine, given.reuters, count, Path(place), given.tantivy)
            written.append((name, f"{count:,}", *written_row))
            print(name, *written_row, file=sys.stderr)
    print(table(("engine", "articles", "articles/CPU s", "CPU s", "MiB at most", "index/text", "open ms"), written))
    for what, at in (("CPU ms, median", 0), ("CPU ms, p95", 1), ("wall ms, p95", 2)):
        rows = [
            (kind, *(f"{taken[kind][at]:.1f}" if kind in taken else "" for taken in asked.values())) for kind in KINDS
        ]
        print(f"\n{what}\n{table(('query', *asked), rows)}")


def in_process(engine: Callable[..., Any], reuters: Path, count: int, place: Path, extra: Path | None) -> Any:
    """Run an engine in a process of its own, and return what it gives."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_run, args=(engine, reuters, count, place, extra, theirs))
    process.start()
    theirs.close()
    found = ours.recv()
    process.join()
    return found


def _run(engine: Callable[..., Any], reuters: Path, count: int, place: Path, extra: Path | None, pipe: Any) -> None:
    if extra is not None:
        sys.path.append(str(extra))
    known = sentences(reuters)
    clock = Clock()
    opened = engine(clock, lambda: articles(known, count), place)
    memory = peak_memory()
    started = time.perf_counter()
    ask = opened()
    opening = (time.perf_counter() - started) * 1000
    row = (
        f"{count / clock.cpu:,.0f}",
        f"{clock.cpu:.1f}",
        f"{memory / MIB:.0f}",
        f"{size_of(place) / clock.size:.2f}",
        f"{opening:.0f}",
    )
    pipe.send((row, _asked(ask)))


class Clock:
    """Adds up the CPU seconds of writing, and the bytes of the texts."""

    def __init__(self) -> None:
        self.cpu = 0.0
        self.size = 0

    def batches(self, source: Iterator[tuple[int, str, str]]) -> Iterator[list[tuple[int, str, str]]]:
        """Yield texts by some thousands; what is done with them is timed, how they are made is not."""
        while batch := list(islice(source, _COMMIT)):
            self.size += sum(len(title.encode()) + len(body.encode()) for _number, title, body in batch)
            started = time.process_time()
            yield batch
            self.cpu += time.process_time() - started

    def timed(self, work: Callable[[], object]) -> None:
        """Do what comes after all texts."""
        started = time.process_time()
        work()
        self.cpu += time.process_time() - started


def _asked(ask: Callable[[tuple[str, str | None, str | None]], bool]) -> dict[str, tuple[float, float, float]]:
    """Return for each kind of query that an engine knows CPU ms, median and p95, and wall ms, p95."""
    taken = {}
    for kind, asked in KINDS.items():
        cpu, wall = [], []
        for query in asked * ROUNDS:
            before, started = time.process_time(), time.perf_counter()
            if not ask(query):
                break
            cpu.append((time.process_time() - before) * 1000)
            wall.append((time.perf_counter() - started) * 1000)
        else:
            taken[kind] = statistics.median(cpu), _p95(cpu), _p95(wall)
    return taken


def _p95(values: list[float]) -> float:
    return sorted(values)[max(0, round(len(values) * 0.95) - 1)]


def curator_with_stems(clock: Clock, source: Callable[[], Any], place: Path) -> Any:
    """Write with Curator's own writer, with the stems of one language."""
    return curator(clock, source, place, frozenset({"en"}))


def curator(clock: Clock, source: Callable[[], Any], place: Path, languages: frozenset[str] = frozenset()) -> Any:
    """Write with Curator's own writer, merged as in idle times."""
    index = open_index(place / "index", "benchmark", create=True)
    with IndexWriter(index) as writer:
        for batch in clock.batches(source()):
            writer.update(IndexDocument(*article, languages) for article in batch)
            writer.commit()
        clock.timed(lambda: _merge_all(writer))

    def opened() -> Any:
        searcher = Searcher(open_index(place / "index", "benchmark"))
        return lambda query: searcher.search(parse(query[0]), lambda _term: (), 20).total or True

    return opened


def _merge_all(writer: IndexWriter) -> None:
    while writer.merge():
        pass


def curator_without_pairs(clock: Clock, source: Callable[[], Any], place: Path) -> Any:
    """Do the same without pairs of common words."""
    from curator.search.columnar import field_writer

    field_writer.SMALLEST = sys.maxsize
    return curator(clock, source, place)


def fts5(clock: Clock, source: Callable[[], Any], place: Path, options: str = "") -> Any:
    """Write a contentless table of FTS5."""
    database = sqlite3.connect(place / "fts.sqlite")
    database.execute(
        "CREATE VIRTUAL TABLE words"
        f" USING fts5(title, body, content='', tokenize='unicode61 remove_diacritics 2'{options})"
    )
    for batch in clock.batches(source()):
        database.executemany("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", batch)
        database.commit()
    database.close()

    def opened() -> Any:
        reader = sqlite3.connect(place / "fts.sqlite")
        sql = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20"
        return lambda query: query[1] and (reader.execute(sql, (query[1],)).fetchall() or True)

    return opened


def fts5_prefixes(clock: Clock, source: Callable[[], Any], place: Path) -> Any:
    """Write the same with an index of beginnings of two and three letters."""
    return fts5(clock, source, place, ", prefix='2 3'")


def tantivy_engine(clock: Clock, source: Callable[[], Any], place: Path) -> Any:
    """Write an index of tantivy with one thread."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("number", stored=True)
    for field in ("title", "body"):
        builder.add_text_field(field)
    folder = place / "tantivy"
    folder.mkdir()
    index = tantivy.Index(builder.build(), path=str(folder))
    writer = index.writer(128_000_000, 1)
    for batch in clock.batches(source()):
        for number, title, body in batch:
            writer.add_document(tantivy.Document(number=number, title=title, body=body))
        writer.commit()
    clock.timed(writer.wait_merging_threads)

    def opened() -> Any:
        known = tantivy.Index.open(str(folder))
        searcher = known.searcher()

        def ask(query: tuple[str, str | None, str | None]) -> object:
            if query[2] is None:
                return None
            return searcher.search(known.parse_query(query[2], ["title", "body"]), 20, True).count or True

        return ask

    return opened


def stock(clock: Clock, source: Callable[[], Any], place: Path) -> Any:
    """Write with Whoosh's own fields, codec and writer."""
    import pickle

    from whoosh import columns, fields, index, qparser
    from whoosh.filedb import structfile

    # Curator lets Whoosh read no pickles but its own.
    structfile.load, columns.loads = pickle.load, pickle.loads
    folder = place / "whoosh"
    folder.mkdir()
    schema = fields.Schema(title=fields.TEXT, body=fields.TEXT)
    made = index.create_in(str(folder), schema)
    for batch in clock.batches(source()):
        writer = made.writer(limitmb=256)
        for _number, title, body in batch:
            writer.add_document(title=title, body=body)
        writer.commit(merge=False)

    def opened() -> Any:
        searcher = index.open_dir(str(folder)).searcher()
        parser = qparser.MultifieldParser(["title", "body"], schema)
        return lambda query: len(searcher.search(parser.parse(query[0].replace(" -", " NOT ")), limit=20)) + 1

    return opened


if __name__ == "__main__":
    main()
