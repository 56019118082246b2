"""Anchors after an edit: how many are where they belong, and how long it takes.

    .venv/bin/python tests/benchmarks/bench_anchors.py [ARTICLES.jsonl.gz] [--texts N]

Without ARTICLES (one JSON object a line with "body"; the Reuters-21578 collection will do) the texts are made up. In
each, some words are replaced, removed or put in, and where every anchored word went is kept. An anchor is right when it
stands on exactly those of its words that are left and what was put between them ("exact"), or on at least half of
that ("close"); when none is left, it is right to be detached.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import time
from collections import Counter
from itertools import islice
from pathlib import Path

from measuring import table

from curator.text.anchors import Anchor, carry_over, make

SHARES = (2, 10, 30)
ANCHORS = 20
Span = tuple[int, int]


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, nargs="?")
    parser.add_argument("--texts", type=int, default=300)
    given = parser.parse_args()
    chance = random.Random(1)
    texts = read(given.articles, given.texts) if given.articles else [made_up(chance, 300) for _ in range(given.texts)]
    print(
        f"{len(texts)} texts, {statistics.mean(len(text.split()) for text in texts):.0f} words, {ANCHORS} anchors each"
    )
    head = ("% changed", "exact %", "close %", "anchored %", "moved %", "detached %", "wrong, and not marked %")
    print(table(head, [quality(chance, texts, share) for share in SHARES]))
    print("\n5,000 words, 200 anchors")
    print(table(("% changed", "CPU ms, median", "CPU ms, slowest"), [speed(chance, share) for share in SHARES]))


def read(path: Path, most: int) -> list[str]:
    """Return the bodies of articles that have at least 80 words."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        bodies = (str(json.loads(line).get("body") or "") for line in lines)
        return [" ".join(body.split()) for body in islice((b for b in bodies if len(b.split()) >= 80), most)]


def made_up(chance: random.Random, length: int) -> str:
    """Return a text in which words come as often as in a language (Zipf)."""
    return " ".join(f"w{int(chance.paretovariate(0.8)) % 20_000}" for _ in range(length))


def edited(chance: random.Random, words: list[str], share: int) -> tuple[str, list[Span | None]]:
    """Change a share (per cent) of the words.

    Returns:
        the new text, and where each of the old words stands in it (None: gone or replaced).
    """
    pieces: list[str] = []
    places: list[Span | None] = []
    length = 0

    def put(word: str) -> Span:
        nonlocal length
        pieces.append(word)
        start, length = length, length + len(word) + 1
        return start, start + len(word)

    for word in words:
        act = chance.choice(("replace", "remove", "insert")) if chance.random() * 100 < share else "keep"
        if act == "insert":
            put(chance.choice(words))
        places.append(put(word) if act in ("keep", "insert") else None)
        if act == "replace":
            put(chance.choice(words))
    return " ".join(pieces), places


def anchored(chance: random.Random, words: list[str], text: str, count: int) -> list[tuple[Anchor, range]]:
    """Return anchors of one to six words at random, with the numbers of their words."""
    starts, at = [], 0
    for word in words:
        starts.append(at)
        at += len(word) + 1
    made = []
    for _ in range(count):
        length = chance.randint(1, 6)
        first = chance.randrange(len(words) - length)
        last = first + length - 1
        made.append((make(text, starts[first], starts[last] + len(words[last])), range(first, last + 1)))
    return made


def quality(chance: random.Random, texts: list[str], share: int) -> tuple[str, ...]:
    """Return a line of the first table."""
    seen: Counter[str] = Counter()
    for text in texts:
        words = text.split(" ")
        new, places = edited(chance, words, share)
        made = anchored(chance, words, text, ANCHORS)
        for (_anchor, numbers), found in zip(made, carry_over(text, new, [each for each, _ in made]), strict=True):
            left = [place for place in (places[number] for number in numbers) if place]
            truth = (left[0][0], left[-1][1]) if left else None
            span = None if found.state == "detached" else (found.start, found.end)
            close = overlap(truth, span) >= 0.5
            seen.update({"all": 1, found.state: 1, "exact": truth == span, "close": close})
            seen["unmarked"] += not close and found.state == "anchored"
    names = ("exact", "close", "anchored", "moved", "detached", "unmarked")
    return (str(share), *(f"{100 * seen[name] / seen['all']:.2f}" for name in names))


def overlap(one: Span | None, other: Span | None) -> float:
    """Return the shared part of two stretches (Jaccard)."""
    if one is None or other is None:
        return float(one is other)
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / (max(one[1], other[1]) - min(one[0], other[0]))


def speed(chance: random.Random, share: int) -> tuple[str, ...]:
    """Return a line of the second table."""
    taken = []
    for _ in range(15):
        text = made_up(chance, 5_000)
        words = text.split(" ")
        new, _places = edited(chance, words, share)
        made = [anchor for anchor, _numbers in anchored(chance, words, text, 200)]
        started = time.process_time()
        carry_over(text, new, made)
        taken.append((time.process_time() - started) * 1000)
    return str(share), f"{statistics.median(taken):.1f}", f"{max(taken):.1f}"


if __name__ == "__main__":
    main()
