"""How fast the index is written and searched: `python tests/benchmarks/bench_search.py FILE.jsonl.gz`.

FILE holds one article a line, with "title" and "body" (such as Reuters-21578). All figures are CPU time of this
process; compare them with others of the same machine only, which is why each query is also given as a ratio.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from curator.search import FieldTerm, Index, IndexDocument, IndexWriter, Searcher, open_index, parse, snippets
from curator.search.snapshot import Ids

QUERIES = {
    "word, rare": "cocoa",
    "word, common": "bank",
    "word, in nearly all": "said",
    "phrase": '"interest rate"',
    "phrase of common words": '"of the"',
    "AND": "bank rate",
    "OR of three": "bank OR oil OR dollar",
    "prefix": "econom*",
    "prefix, very short": "s*",
    "set AND word": "person:half bank",
    "NOT set OR word": "NOT person:half OR bank",
    "NOT word": "-said",
    "title": "title:bank",
}
COMMIT_EVERY = 5_000
RUNS = 5


def main() -> None:
    arguments = _arguments()
    articles = list(islice(_read(arguments.file), arguments.articles))
    with tempfile.TemporaryDirectory() as folder:
        index = open_index(Path(folder) / "index", "benchmark", create=True)
        _measure_writing(index, articles)
        with Searcher(index) as searcher:
            _measure_queries(searcher, articles)
    _measure_snippets(articles)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="articles, JSON Lines compressed by gzip")
    parser.add_argument("--articles", type=int, default=15_000, metavar="N", help="how many of them (15000)")
    return parser.parse_args()


def _read(path: Path) -> Iterator[IndexDocument]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            article = json.loads(line)
            yield IndexDocument(number, article["title"] or "", article["body"] or "")


def _measure_writing(index: Index, articles: list[IndexDocument]) -> None:
    words = sum(len(article.title.split()) + len(article.body.split()) for article in articles)
    source = iter(articles)

    def write_all() -> None:
        while batch := list(islice(source, COMMIT_EVERY)):
            writer.update(batch)
            writer.commit()

    def write_one() -> None:
        writer.update(articles[:1])
        writer.commit()

    with IndexWriter(index) as writer:
        spent = _cpu_seconds(write_all)
        size = sum(path.stat().st_size for path in index.path.iterdir())
        print(
            f"{len(articles)} articles of {words / len(articles):.0f} words, {len(articles) / spent:.0f} a CPU s,",
            end=" ",
        )
        print(f"{words / spent:.0f} words/CPU s, {size / 1e6:.1f} MB on disk")
        print(f"first change after that {_cpu_seconds(write_one) * 1000:.1f} ms,", end=" ")
        print(f"each further one {_median_ms(write_one):.1f} ms")
        with Searcher(index) as searcher:
            write_one()
            print(f"refresh after a commit {_cpu_seconds(searcher.refresh) * 1000:.1f} ms")
        for article in articles[:25]:
            writer.update([article])
            writer.commit()
        print(f"merge of 25 small segments {_cpu_seconds(writer.merge_small) * 1000:.1f} ms")


def _measure_queries(searcher: Searcher, articles: list[IndexDocument]) -> None:
    half = np.arange(1, len(articles) + 1, 2, dtype=np.int64)

    def resolve(term: FieldTerm) -> Ids:
        return half

    base = 0.0
    for name, query in QUERIES.items():
        node = parse(query)
        total = searcher.search(node, resolve, 20).total
        spent = _median_ms(lambda node=node: searcher.search(node, resolve, 20))
        base = base or spent
        print(f"{name:24} {query:26} {total:6} found {spent:8.2f} ms {spent / base:7.1f} times a rare word")


def _measure_snippets(articles: list[IndexDocument]) -> None:
    node = parse('bank OR "interest rate" OR econom*')
    found = [article.body for article in articles if "bank" in article.body][:20]
    spent = _median_ms(lambda: [snippets(text, node) for text in found])
    print(f"snippets of {len(found)} articles {spent:.1f} ms")


def _median_ms(work: Callable[[], object]) -> float:
    return statistics.median(_cpu_seconds(work) for _ in range(RUNS)) * 1000


def _cpu_seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
