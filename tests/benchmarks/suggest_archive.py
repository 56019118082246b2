"""Suggestions for an archive of news: what looking for names in all texts takes, the queue, and deciding everywhere.

    .venv/bin/python tests/benchmarks/suggest_archive.py ARTICLES.jsonl.gz [--limit 10000] [--keep FOLDER]

ARTICLES: one JSON object a line with "title" and "body" (as `reuters.py` reads them). The names on record are invented,
but for the one whose places are decided about everywhere.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench_completion import records
from measuring import MIB, Watch, size_of, timed

from curator.archive import Archive, articles, authorities
from curator.model.revision import Label
from curator.operations import history, scanning, suggesting, suggestion_queue, tag_mentions
from curator.operations.context import Context
from curator.operations.indexing import Indexer


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int, default=10_000)
    parser.add_argument("--records", type=int, default=5_000)
    parser.add_argument("--name", default="company", help="the name that is put on record and accepted everywhere")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="curator-benchmark-") as place:
        folder = (given.keep or Path(place)) / "News.curator"
        with Archive.create(folder, "News", "benchmark") as archive, Watch() as watch:
            context = Context(archive)
            filled(context, given.articles, given.limit, given.records)
            with Indexer(archive) as indexer:
                indexer.drain()
            measure(context, given.name)
        print("most memory, MiB:", {name: round(held / MIB) for name, held in sorted(watch.peaks.items())})
        print(f"database: {size_of(folder / 'archive.sqlite') / MIB:.0f} MiB")


def filled(context: Context, source: Path, limit: int, number: int) -> None:
    """Put articles and invented names into an archive."""
    names: dict[int, int] = {}
    with context.archive.transaction(Label("Fill")) as transaction:
        with gzip.open(source, "rt", encoding="utf-8") as lines:
            for _number, line in zip(range(limit), lines, strict=False):
                article = json.loads(line)
                fields = {"title": article["title"] or None, "language": "en"}
                articles.add(transaction, fields, article["body"] or "-", "benchmark")
        for row in records(random.Random(1), number):
            if row.authority_id not in names:
                names[row.authority_id] = authorities.add(transaction, row.kind, row.name)  # type: ignore[arg-type]
            else:
                authorities.add_variant(transaction, names[row.authority_id], row.name)


def measure(context: Context, name: str) -> None:
    """Look for names, tell the queue, decide, take back."""
    told("all articles read, one by one, 1,000", lambda: list(suggesting.suggest(context, range(1, 1_001))))
    span = timed(lambda: print(f"{scanning.catch_up(context):,} articles read"))
    print(f"  {span.wall:.1f} s; CPU s here {span.own_cpu:.1f}, in the process {span.children_cpu:.1f}")
    print("rows:", context.archive.read().execute("SELECT count(*), sum(open) FROM suggestion").fetchone()[:])
    told("queue", lambda: suggestion_queue.queue(context))
    for each in suggestion_queue.queue(context, limit=12):
        print(f"    {each.articles:>5} {each.places:>5} {each.score:>4} {each.kind:<13} {each.name}  ({each.why})")
    with context.archive.transaction(Label("Add")) as transaction:
        record = authorities.add(transaction, "theme", name)
    told("read again for a new name", lambda: print(f"    {scanning.catch_up(context):,} articles"))
    queued = next(each for each in suggestion_queue.queue(context, new=False) if each.authority_id == record)
    print(f"{name}: {queued.articles:,} articles, {queued.places:,} places")
    told("one article, with the names prepared", lambda: suggesting.of_article(context, 1))
    told("contexts", lambda: suggestion_queue.contexts(context, queued))
    told("preview of tagging all mentions", lambda: tag_mentions.preview(context, record))
    told("accept everywhere", lambda: suggestion_queue.accept_everywhere(context, queued))
    told("queue, before that is settled", lambda: suggestion_queue.queue(context))
    told("undo", lambda: history.undo(context))
    told("redo", lambda: history.redo(context))
    told("settled", lambda: scanning.catch_up(context))
    told("queue", lambda: suggestion_queue.queue(context))


def told(what: str, work: Callable[[], object]) -> None:
    """Carry out `work` and print how long it took."""
    started, cpu = time.perf_counter(), time.process_time()
    work()
    print(f"{what}: {time.perf_counter() - started:.2f} s, {time.process_time() - cpu:.2f} CPU s")


if __name__ == "__main__":
    main()
