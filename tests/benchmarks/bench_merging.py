"""Merging, taking apart and splitting names of many mentions, undo, and what has to follow: columns and completion.

    .venv/bin/python tests/benchmarks/bench_merging.py [--articles 100000] [--mentions 5000]

20,000 names; the rows are put into an empty archive directly, without the journal. Times are wall milliseconds of
one act each: "columns" is all facets anew, "completion" what is offered below a name being typed; then the time for
each key that is typed, with all names loaded.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from bench_facets import NAMES, fill
from measuring import table

from curator.archive import Archive
from curator.model.revision import Changes
from curator.operations import completion, history, merge_preview, merging, splitting
from curator.operations.columns import FACET_PARTS, ArchiveColumns
from curator.operations.context import Context
from curator.search import facets

ONE, OTHER = NAMES + 1, NAMES + 2


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--mentions", type=int, default=5_000)
    given = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="curator-benchmark-") as place,
        Archive.create(Path(place) / "Names.curator") as archive,
    ):
        fill(archive, given.articles, with_text=False)
        for number in (ONE, OTHER):
            _tag_many(archive.database, number, given.articles, given.mentions)
        print(table(("act", "act ms", "columns ms", "completion ms"), list(_acts(Context(archive), archive))))
        print(table(("typed", "keys", "p50 ms", "p95 ms", "slowest ms"), [_typed(Context(archive))]))


def _tag_many(database: Path, number: int, articles: int, mentions: int) -> None:
    """Put a person on record with as many mentions, on passages, all over the archive."""
    step = max(1, articles // mentions)
    with sqlite3.connect(database) as connection:
        connection.execute(
            "INSERT INTO authority (id, uid, kind, preferred_name, folded) VALUES (?, ?, 'person', ?, ?)",
            (number, f"authority-{number}", f"Name {number}", f"name {number}"),
        )
        for at in range(mentions):
            article = 1 + (at * step + number) % articles
            passage = connection.execute(
                'INSERT INTO passage (uid, article_id, start, "end", quote, prefix, suffix, body_hash)'
                " VALUES (?, ?, 0, 6, 'Name 1', '', '', 'none')",
                (f"measured-passage-{number}-{at}", article),
            ).lastrowid
            connection.execute(
                "INSERT INTO mention (uid, article_id, authority_id, passage_id) VALUES (?, ?, ?, ?)",
                (f"measured-mention-{number}-{at}", article, number, passage),
            )


def _acts(context: Context, archive: Archive) -> Iterator[tuple[str, ...]]:
    columns = ArchiveColumns(archive)
    known = completion.completer(context)
    _facets(columns)
    started = time.perf_counter()
    merge_preview.preview(context, [ONE, OTHER])
    yield "preview", _ms(started), "", ""
    started = time.perf_counter()
    mentions = [each.mention_id for each in splitting.mentions_of(context, ONE)]
    yield f"list {len(mentions)} mentions", _ms(started), "", ""
    started = time.perf_counter()
    splitting.mentions_of(context, ONE, limit=50)
    yield "list 50 of them", _ms(started), "", ""
    acts: list[tuple[str, Callable[[], Changes]]] = [
        ("merge", lambda: merging.merge(context, ONE, [OTHER], "measured", {"name": OTHER})),
        ("undo", lambda: history.undo(context)[1]),
        ("redo", lambda: history.redo(context)[1]),
        ("take out", lambda: merging.take_out(context, OTHER)),
        ("undo", lambda: history.undo(context)[1]),
        ("merge 20", lambda: merging.merge(context, 15_011, list(range(15_016, 15_116, 5)))),
        ("undo", lambda: history.undo(context)[1]),
        (f"split {len(mentions)}", lambda: splitting.split_off(context, ONE, mentions, "Another name")[1]),
        ("undo", lambda: history.undo(context)[1]),
    ]
    for name, act in acts:
        started = time.perf_counter()
        changes = act()
        took = _ms(started)
        started = time.perf_counter()
        _facets(columns)
        followed = _ms(started)
        started = time.perf_counter()
        completion.refresh(context, known, changes)
        yield name, took, followed, _ms(started)


def _facets(columns: ArchiveColumns) -> None:
    current = columns.current(FACET_PARTS)
    facets(current, np.ones(len(current.ids), dtype=bool))


def _typed(context: Context) -> tuple[str, ...]:
    known = completion.completer(context)
    taken = []
    for number in range(1, 20_000, 397):
        name = f"Name {number}"
        for end in range(1, len(name) + 1):
            started = time.perf_counter()
            known.complete(name[:end])
            taken.append((time.perf_counter() - started) * 1000)
    p95 = statistics.quantiles(taken, n=20)[-1]
    return "Name 1...", str(len(taken)), f"{statistics.median(taken):.1f}", f"{p95:.1f}", f"{max(taken):.1f}"


def _ms(started: float) -> str:
    return f"{(time.perf_counter() - started) * 1000:.0f}"


if __name__ == "__main__":
    main()
