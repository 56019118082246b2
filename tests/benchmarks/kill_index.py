"""Kill the index process in the midst of its work, and damage the index while it is searched: does search come back?

    .venv/bin/python tests/benchmarks/kill_index.py [--articles 3000] [--rounds 100]

Each round kills the process (SIGKILL) at a random moment of a commit or of a rebuild, or cuts off, deletes or half
copies a file of the index while a search has it open. Then the same searches are made again: they have to find what
they found, and the archive has to be sound.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from large_archive import large_archive, word

from curator.archive import Archive
from curator.errors import CuratorError
from curator.operations import check
from curator.operations.context import Context
from curator.operations.describe import describe
from curator.operations.find import Finder
from curator.operations.indexing import Indexer
from curator.operations.searched_index import IndexUnreadyError

_QUERIES = (word(3), f'"{word(0)} {word(1)}"', f"{word(40)[:3]}*", f"-{word(5)}", f"title:{word(2)} OR {word(900)}")
# About what each takes.
_REBUILD_S, _COMMIT_S = 0.8, 0.03


def main() -> int:
    """Run the rounds; 1 when a search found something else afterwards."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=3_000)
    parser.add_argument("--rounds", type=int, default=100)
    given = parser.parse_args()
    draw = random.Random(4)
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="curator-kill-") as place:
        with Archive.open(large_archive(Path(place), given.articles, 150)) as archive:
            context = Context(archive)
            expected = totals(context)
            print(f"{given.articles} articles: {expected}")
            for number in range(given.rounds):
                what = damaged(context, draw) if number % 3 == 2 else killed(context, draw, number % 3 == 0)
                seen[what] += 1
                if totals(context) != expected:
                    print(f"round {number}, {what}: {totals(context)}")
                    return 1
            findings = list(check.check(context).findings)
        print(*(f"{number:4} x {what}" for what, number in sorted(seen.items())), sep="\n")
        print(findings or "The archive is sound.")
    return 1 if findings else 0


def totals(context: Context) -> list[int]:
    """Return how many articles each query finds, by an index that is brought up to date first."""
    with Finder(context) as finder:
        return [finder.find(query).total for query in _QUERIES]


def killed(context: Context, draw: random.Random, anew: bool) -> str:
    """Kill the process while it makes the index anew, or while it brings a change in."""
    _change(context, draw)
    folder = context.archive.folder.index
    indexer = Indexer(context.archive)
    indexer.nudge(anew)
    process = indexer._process
    assert process is not None
    # There from the moment that a rebuild begins, or that a commit does.
    sign = "building" if anew else "*/MAIN.tmp"
    while not any(folder.glob(sign)) and process.is_alive():
        time.sleep(0.0005)
    time.sleep(draw.uniform(0, _REBUILD_S if anew else _COMMIT_S))
    os.kill(process.pid or 0, signal.SIGKILL)
    process.join()
    indexer.settle()
    working = any(folder.glob(sign))
    indexer.close()
    return f"killed in {'a rebuild' if anew else 'a commit'}" + ("" if working else ", after it was done")


def _change(context: Context, draw: random.Random) -> None:
    """Give some article a title whose words are in no query."""
    describe(context, [draw.randrange(1, 100)], {"title": f"Register{draw.random()}"})


def damaged(context: Context, draw: random.Random) -> str:
    """Damage a file of the index while a finder has it open, and search with it."""
    folder = context.archive.folder.index
    with Finder(context, catch_up=False) as finder:
        finder.find(_QUERIES[0])
        path = draw.choice([path for path in folder.rglob("*") if path.is_file() and path.stat().st_size])
        way = draw.choice(("cut off", "deleted", "half copied", "filled with zeros", "folder deleted"))
        if way == "cut off":
            os.truncate(path, path.stat().st_size // 2)
        elif way == "deleted":
            path.unlink()
        elif way == "half copied":
            half = path.with_name("half")
            half.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
            half.replace(path)
        elif way == "filled with zeros":
            path.write_bytes(bytes(path.stat().st_size))
        else:
            shutil.rmtree(folder)
        try:
            for query in _QUERIES:
                finder.find(query)
        except IndexUnreadyError:
            return f"{way}: noticed at once"
        except CuratorError as error:
            return f"{way}: {error.message[:40]}"
    return f"{way}: searched on"


if __name__ == "__main__":
    sys.exit(main())
