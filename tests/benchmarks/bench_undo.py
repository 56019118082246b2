"""How long undo and redo of many taggings take, and what the journal costs: articles a second with it and without.

.venv/bin/python tests/benchmarks/bench_undo.py [taggings]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from curator.archive import Archive, Transaction, articles, journal
from curator.model.revision import Label
from curator.operations import history, tag
from curator.operations.context import Context

NAMES = 10
BODY = "The reading room opens at nine; the catalogue stands by the door. " * 60


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def fill(transaction: Transaction, count: int) -> None:
    for number in range(count):
        articles.add(transaction, {"title": f"Article {number}", "language": "en"}, BODY, "bench 1")


def add_journalled(archive: Archive, count: int) -> None:
    with archive.transaction(Label("Add articles")) as transaction:
        fill(transaction, count)


def add_plainly(archive: Archive, count: int) -> None:
    """Add the same rows by the same code with the triggers taken off."""
    writer = archive._writing()
    triggers = [row[0] for row in writer.execute("SELECT name FROM temp.sqlite_master WHERE type = 'trigger'")]
    for name in triggers:
        writer.execute(f"DROP TRIGGER temp.{name}")
    writer.execute("BEGIN IMMEDIATE")
    fill(Transaction(writer, 0), count)
    writer.execute("COMMIT")
    journal.install(writer)


def main() -> None:
    taggings = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    count = max(1, taggings // NAMES)
    with tempfile.TemporaryDirectory() as place, Archive.create(Path(place) / "Bench.curator") as archive:
        context = Context(archive)
        # In turn, so that a busy moment of the machine does not fall on one of the two alone.
        plain = journalled = 0.0
        for _round in range(4):
            journalled += seconds(lambda: add_journalled(archive, count // 2))
            plain += seconds(lambda: add_plainly(archive, count // 2))
        total = 4 * (count // 2)
        print(f"journalled {total / journalled:8.0f} articles/s")
        print(f"plain      {total / plain:8.0f} articles/s   ratio {journalled / plain:.2f}")
        ids = articles.all_ids(archive.read())[:count]
        tags = [("person", f"Person {number}") for number in range(NAMES)]
        print(f"tag        {seconds(lambda: tag.add(context, ids, tags)):8.2f} s   {len(ids) * NAMES} taggings")
        for name, work in (("undo", history.undo), ("redo", history.redo), ("undo again", history.undo)):
            print(f"{name:10} {seconds(lambda work=work: work(context)):8.2f} s")


if __name__ == "__main__":
    main()
