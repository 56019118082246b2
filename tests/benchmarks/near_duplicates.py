"""How well copies of articles are found: `python tests/benchmarks/near_duplicates.py ARTICLES.jsonl.gz [--limit N]`.

ARTICLES has one JSON object a line with "title" and "body" (the Reuters-21578 collection has them). They are put into
an archive; then copies of some are made: cut to a part, edited (words changed, sentences dropped or moved), retitled,
merged with another article. Each copy is looked for as an import would. Recall: the article that it was made from is
named. Precision: what else is named counts as wrong unless it is like the source itself: among 15,000 newswire items
there are real copies. Then all articles are compared with each other, and pairs are printed to be judged.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from measuring import MIB, peak_memory, table

from curator.archive import Archive, articles, sketches
from curator.model.revision import Label
from curator.operations import similar_articles
from curator.operations.context import Context

_SENTENCE = re.compile(r"(?<=[.!?]) +")
_FEWEST_WORDS = 60
_PRINTED = 20
_MERGED = "merged with another"


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int, default=15_000)
    parser.add_argument("--copies", type=int, default=400, help="of each kind")
    given = parser.parse_args()
    with gzip.open(given.articles, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for _number, line in zip(range(given.limit), lines, strict=False)]
    with (
        tempfile.TemporaryDirectory(prefix="curator-benchmark-") as place,
        Archive.create(Path(place) / "Copies.curator", "Copies", "benchmark") as archive,
    ):
        bodies = _fill(archive, rows)
        before = time.process_time()
        similar_articles.catch_up(Context(archive))
        used = time.process_time() - before
        print(f"{len(bodies):,} articles sketched and compared: {used / len(bodies) * 1000:.2f} CPU ms each")
        _report_copies(archive, bodies, given.copies)
        _report_pairs(archive)
    print(f"most memory {peak_memory() / MIB:.0f} MiB")


def _fill(archive: Archive, rows: list[dict[str, str]]) -> dict[int, str]:
    bodies = {}
    with archive.transaction(Label("Fill")) as transaction:
        for row in rows:
            body = " ".join((row["body"] or "").split())
            article_id = articles.add(transaction, {"title": row["title"]}, body, "extracted")
            bodies[article_id] = body
    return bodies


def _report_copies(archive: Archive, bodies: dict[int, str], count: int) -> None:
    draw = random.Random(7)
    long_enough = [article_id for article_id, body in bodies.items() if len(body.split()) >= _FEWEST_WORDS]
    words = [word for article_id in long_enough[:2000] for word in bodies[article_id].split()]
    connection, printed = archive.read(), []
    for name, change in _changes(draw, words).items():
        right = named = wrong = 0
        started = time.process_time()
        for source in draw.sample(long_enough, count):
            copy, *more = change(bodies[source]), *([draw.choice(long_enough)] if name == _MERGED else [])
            copy = "\n\n".join([copy, *(bodies[each] for each in more)])
            found = [owner for owner, _share in similar_articles.similar_to(connection, copy)]
            right += source in found
            own = {
                owner
                for each in (source, *more)
                for owner, _share in similar_articles.similar_to(connection, bodies[each])
            }
            named, wrong = named + len(found), wrong + sum(owner not in own for owner in found)
        each_ms = (time.process_time() - started) / count * 500  # two searches for each
        printed.append((name, f"{right / count:.3f}", f"{1 - wrong / max(named, 1):.3f}", f"{each_ms:.2f}"))
    print(table(("copy", "recall", "precision", "CPU ms a search"), printed))


def _changes(draw: random.Random, words: list[str]) -> dict[str, Callable[[str], str]]:
    def cut(body: str) -> str:
        own = body.split()
        kept = max(30, round(len(own) * draw.uniform(0.4, 0.8)))
        first = draw.randrange(max(1, len(own) - kept))
        return " ".join(own[first : first + kept])

    def edited(share: float) -> Callable[[str], str]:
        return lambda body: " ".join(draw.choice(words) if draw.random() < share else word for word in body.split())

    def sentences(body: str) -> str:
        own = [each for each in _SENTENCE.split(body) if draw.random() > 0.25]
        if len(own) > 2:
            own.insert(0, own.pop(draw.randrange(len(own))))
        return " ".join(own) or body

    return {
        "the same, another title": lambda body: body,
        "cut to 40-80 %": cut,
        "sentences dropped and moved": sentences,
        "10 % of words changed": edited(0.1),
        "20 % of words changed": edited(0.2),
        "30 % of words changed": edited(0.3),
        "cut, 10 % changed": lambda body: cut(edited(0.1)(body)),
        _MERGED: lambda body: body,
    }


def _report_pairs(archive: Archive) -> None:
    connection = archive.read()
    pairs = list(sketches.pairs(connection))
    print(f"\n{len(pairs):,} pairs among the articles themselves; some of the least alike:")
    for one, other, share in sorted(random.Random(3).sample(pairs, min(len(pairs), 120)), key=lambda each: each[2])[
        :_PRINTED
    ]:
        titles = [articles.get(connection, each).title for each in (one, other)]
        print(f"  {share / 10:.0f} %  {titles[0]} | {titles[1]}")


if __name__ == "__main__":
    main()
