"""How good the order of hits is, beside other engines: `python tests/benchmarks/score_ranking.py DATA [COLLECTION]`.

DATA/ir holds collections: `docs.jsonl` (id, title, text), `queries.jsonl` (id, text), `qrels.tsv` (query, document,
grade). Each query is asked as its words joined by OR. Figures: nDCG@10 (Järvelin and Kekäläinen 2002) and MAP over all
queries with judgements, of Curator with and without forms of words, of SQLite's FTS5 (porter), and of tantivy (en_stem)
where it is installed (`pip install tantivy`). Title and text are given to all of them.

Cranfield's grades run from 1, a complete answer, to 4; -1 is not relevant. So a grade there gains 5 less itself.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from curator.search import IndexDocument, IndexWriter, Node, Or, Searcher, Word, open_index
from curator.search.query import parse

_DEEPEST = 1_000
_AT = 10


@dataclass(frozen=True)
class Collection:
    """Documents (id, title, text), queries and what is relevant to each."""

    documents: list[tuple[str, str, str]]
    queries: dict[str, str]
    gains: dict[str, dict[str, float]]


def load(folder: Path) -> Collection:
    """Read a collection."""
    documents = [(row["id"], row.get("title") or "", row["text"]) for row in rows(folder / "docs.jsonl")]
    queries = {row["id"]: row["text"] for row in rows(folder / "queries.jsonl")}
    gains: dict[str, dict[str, float]] = {}
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        query, document, grade = line.split("\t")
        if float(grade) > 0:
            gain = 5 - float(grade) if folder.name == "cranfield" else float(grade)
            gains.setdefault(query, {})[document] = gain
    return Collection(documents, queries, gains)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file of JSON lines."""
    yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def ndcg(ranked: list[str], gains: dict[str, float]) -> float:
    """Return the gain of the first ten, less the later they come, of the best that is possible."""
    best = sorted(gains.values(), reverse=True)
    return discounted([gains.get(each, 0.0) for each in ranked]) / discounted(best)


def discounted(gains: list[float]) -> float:
    """Return the sum of gains by place."""
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains[:_AT]))


def average_precision(ranked: list[str], gains: dict[str, float]) -> float:
    """Return the mean of the precision at each relevant document."""
    right = [place for place, each in enumerate(ranked, 1) if each in gains]
    return sum(number / place for number, place in enumerate(right, 1)) / len(gains)


def curator(collection: Collection, folder: Path, forms: bool) -> Callable[[str], list[str]]:
    """Return a function that ranks with Curator."""
    index = open_index(folder / f"curator-{forms}", "collection", create=True)
    languages = frozenset({"en"} if forms else ())
    with IndexWriter(index) as writer:
        documents = enumerate(collection.documents, 1)
        writer.update(IndexDocument(number, title, text, languages) for number, (_id, title, text) in documents)
        writer.commit()
    searcher = Searcher(index)

    def ranked(query: str) -> list[str]:
        parts = tuple(plain(parse(word), forms) for word in words_of(query))
        hits = searcher.search(Or(parts), lambda _term: np.empty(0, dtype=np.int64), _DEEPEST)
        return [collection.documents[hit.article_id - 1][0] for hit in hits.items]

    return ranked


def plain(node: Node, forms: bool) -> Node:
    """Return a word without its forms unless they are asked for."""
    return node if forms or not isinstance(node, Word) else replace(node, stems=())


def words_of(query: str) -> list[str]:
    """Return the words of a query in small letters."""
    return re.findall(r"[^\W_]+", query.lower())


def fts5(collection: Collection) -> Callable[[str], list[str]]:
    """Return a function that ranks with SQLite's FTS5."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE docs USING fts5 (title, text, tokenize = 'porter unicode61')")
    database.executemany("INSERT INTO docs (title, text) VALUES (?, ?)", (each[1:] for each in collection.documents))

    def ranked(query: str) -> list[str]:
        asked = " OR ".join(f'"{word}"' for word in words_of(query))
        found = database.execute(f"SELECT rowid FROM docs WHERE docs MATCH ? ORDER BY rank LIMIT {_DEEPEST}", (asked,))
        return [collection.documents[row[0] - 1][0] for row in found]

    return ranked


def tantivy_ranking(collection: Collection) -> Callable[[str], list[str]]:
    """Return a function that ranks with tantivy; ImportError without it."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", tokenizer_name="en_stem")
    builder.add_integer_field("number", stored=True)
    index = tantivy.Index(builder.build())
    writer = index.writer()
    for number, (_id, title, text) in enumerate(collection.documents):
        writer.add_document(tantivy.Document(text=f"{title} {text}", number=number))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def ranked(query: str) -> list[str]:
        found = searcher.search(index.parse_query(" ".join(words_of(query)), ["text"]), _DEEPEST)
        return [collection.documents[searcher.doc(address)["number"][0]][0] for _score, address in found.hits]

    return ranked


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("collections", nargs="*", default=["cranfield", "cisi"])
    arguments = parser.parse_args()
    for name in arguments.collections:
        if not (arguments.data / "ir" / name).is_dir():
            parser.error(f"there is no collection {arguments.data / 'ir' / name}")
        collection = load(arguments.data / "ir" / name)
        with tempfile.TemporaryDirectory() as folder:
            engines = {
                "curator": lambda: curator(collection, Path(folder), True),  # noqa: B023 - called at once
                "curator, no forms": lambda: curator(collection, Path(folder), False),  # noqa: B023
                "fts5 porter": lambda: fts5(collection),  # noqa: B023
                "tantivy en_stem": lambda: tantivy_ranking(collection),  # noqa: B023
            }
            for engine, opened in engines.items():
                report(name, engine, opened, collection)


def report(name: str, engine: str, opened: Callable[[], Callable[[str], list[str]]], collection: Collection) -> None:
    """Print the figures of one engine on one collection."""
    try:
        rank = opened()
    except ImportError:
        print(f"{name:10} {engine:18} is not installed")
        return
    judged = [(rank(collection.queries[query]), gains) for query, gains in collection.gains.items()]
    quality = sum(ndcg(*each) for each in judged) / len(judged)
    precision = sum(average_precision(*each) for each in judged) / len(judged)
    print(f"{name:10} {engine:18} nDCG@10 {quality:.3f}  MAP {precision:.3f}  of {len(judged)} queries")


if __name__ == "__main__":
    main()
