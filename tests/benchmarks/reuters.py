"""Many short articles: import, tags, search, undo, with what each takes.

    .venv/bin/python tests/benchmarks/reuters.py ARTICLES.jsonl.gz [--limit N] [--keep FOLDER]

ARTICLES: one JSON object a line with "title", "body", "people", "topics", "places", "orgs" (the Reuters-21578
collection has them). Each becomes a text file, is imported as any file is, and gets its tags.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from measuring import MIB, Span, Watch, peak_memory, size_of, table, timed

from curator.archive import Archive
from curator.model.authority import AuthorityKind
from curator.operations import accession, find, history, tag
from curator.operations.context import Context
from curator.operations.indexing import Indexer, PacedNudge
from curator.operations.outcomes import ItemOutcome

KINDS: dict[str, AuthorityKind] = {"people": "person", "topics": "theme", "places": "place", "orgs": "organisation"}
QUERIES = (
    "said",
    "cocoa",
    "oil price",
    '"crude oil"',
    "wheat OR corn OR barley",
    "bank NOT japan",
    "econom*",
    "place:usa trade",
    "theme:earn dividend",
)
Tags = dict[tuple[AuthorityKind, str], list[int]]


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int, default=0, help="only the first N articles")
    parser.add_argument("--keep", type=Path, help="make the archive here and keep it")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="curator-benchmark-") as place:
        sources = Path(place) / "articles"
        wanted = write_sources(given.articles, sources, given.limit)
        folder = (given.keep or Path(place)) / "Reuters.curator"
        with Archive.create(folder, "Reuters", "benchmark") as archive, Watch() as watch:
            measure(Context(archive), sources, wanted)
        print("\nPeak memory, MiB, each process on its own")
        print(table(("process", "MiB"), [(name, f"{held / MIB:.0f}") for name, held in sorted(watch.peaks.items())]))
        print("\nSize on disk")
        parts = ("archive.sqlite", "originals", "index")
        print(table(("what", "MiB"), [(part, f"{size_of(folder / part) / MIB:.1f}") for part in parts]))


def write_sources(articles: Path, folder: Path, limit: int) -> dict[str, dict[str, list[str]]]:
    """Write each article as a text file, a few hundred to a folder.

    Returns:
        file name -> field -> the names in it.
    """
    wanted = {}
    with gzip.open(articles, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if limit and number >= limit:
                break
            article = json.loads(line)
            name = f"{number:05}.txt"
            place = folder / f"{number // 500:03}"
            place.mkdir(parents=True, exist_ok=True)
            (place / name).write_text(f"{article['title'] or ''}\n\n{article['body'] or ''}\n", encoding="utf-8")
            wanted[name] = {field: article.get(field) or [] for field in KINDS}
    return wanted


def measure(context: Context, sources: Path, wanted: dict[str, dict[str, list[str]]]) -> None:
    """Import, tag, search, undo, printing as it goes."""
    tags = imported(context, sources, wanted)
    act = tagged(context, tags)
    searched(context)
    if act:
        taken_back(context, act)


def imported(context: Context, sources: Path, wanted: dict[str, dict[str, list[str]]]) -> Tags:
    """Import all, and return which articles each tag is for."""
    tags: Tags = defaultdict(list)
    spans: list[tuple[str, Span]] = []
    counts: dict[str, int] = defaultdict(int)

    def note(outcome: ItemOutcome) -> None:
        counts[outcome.outcome] += 1
        if outcome.outcome == "added" and outcome.article_id is not None:
            for field, names in wanted[outcome.path.name].items():
                for name in names:
                    tags[KINDS[field], name].append(outcome.article_id)

    indexer = Indexer(context.archive)
    nudge = PacedNudge(indexer)
    spans.append(("import (readers)", timed(lambda: accession.import_paths(context, [sources], note, nudge))))
    spans.append(("index: the rest (index process, whole)", timed(lambda: (indexer.drain(), indexer.close()))))
    print(", ".join(f"{number:,} {outcome}" for outcome, number in sorted(counts.items())))
    print_spans(spans, len(wanted))
    print(f"main process by then: {peak_memory() / MIB:.0f} MiB at most")
    return tags


def print_spans(spans: list[tuple[str, Span]], articles: int) -> None:
    """Print each step, and all of them together."""
    whole = Span(*(sum(getattr(span, field) for _name, span in spans) for field in Span.__slots__))
    rows = [
        (
            name,
            f"{span.wall:.1f}",
            f"{articles / span.wall:.0f}",
            f"{span.own_cpu:.1f}",
            f"{span.children_cpu:.1f}",
            f"{(span.own_cpu + span.children_cpu) / articles * 1000:.2f}",
        )
        for name, span in (*spans, ("together", whole))
    ]
    print(table(("step", "s", "articles/s", "CPU s main", "CPU s children", "CPU s per 1,000"), rows))


def tagged(context: Context, tags: Tags) -> int:
    """Put each tag on all its articles at once; return the revision of the biggest act."""
    biggest = max(tags, key=lambda key: len(tags[key]), default=None)
    revisions: dict[tuple[AuthorityKind, str], int | None] = {}

    def work() -> None:
        for (kind, name), ids in tags.items():
            revisions[kind, name] = tag.add(context, ids, [(kind, name)]).revision_id

    span = timed(work)
    number = sum(map(len, tags.values()))
    print(f"\n{number:,} tags with {len(tags)} names: {span.wall:.1f} s, {number / span.wall:,.0f} a second")
    return (revisions[biggest] or 0) if biggest else 0


def searched(context: Context) -> None:
    """Time each query, the first time and again."""
    rows = []
    for query in QUERIES:
        taken = []
        for _again in range(3):
            started = time.perf_counter()
            total = find.search(context, query).total
            taken.append((time.perf_counter() - started) * 1000)
        rows.append((query, f"{total:,}", f"{taken[0]:.0f}", f"{min(taken[1:]):.0f}"))
    print("\n" + table(("query, with 20 snippets", "articles", "ms first", "ms again"), rows))


def taken_back(context: Context, revision_id: int) -> None:
    """Take back the biggest act of tagging, long after it was done."""
    changes = {}
    span = timed(lambda: changes.update(history.revert(context, revision_id)[1].touched))
    print(f"\nTaking back the biggest act, {len(changes.get('mention', ())):,} tags: {span.wall:.2f} s")


if __name__ == "__main__":
    main()
