"""How well pages are read: `python tests/benchmarks/score_pages.py DATA [--set aeb --set fundus] [--readers-only]`.

DATA holds `score.py` and the gold sets. The pages go through `curator import` and come back by `curator show`, as a
person would do it; with --readers-only straight through the pool of readers. The scores are those of `score.py`;
speed is in pages for each CPU second of the reading processes, their start included. Nothing is left behind.

With --visible the pages are plain text: all that can be seen on them, as somebody gets it who copies a whole page.
The weights of that reader are learned from aeb and fundus; train_copied_text.py prints what it reaches on other pages.

With --trade the quick choice of the text is held against trafilatura instead, in one process: a table of body scores,
CPU time and the share of pages that trafilatura was asked for, by the trust from which the quick choice stands.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measuring import MIB, peak_memory
from page_trade import print_trade

from curator.readers import ReaderPool, ReadJob, ReadResult

Row = dict[str, Any]


def main() -> None:
    arguments = _arguments()
    if arguments.trade:
        print_trade(arguments.data, arguments.set or ["aeb", "fundus"])
        return
    for name in arguments.set or ["aeb", "fundus", "htmldate"]:
        gold = arguments.data / name
        with tempfile.TemporaryDirectory() as folder:
            pages, results = Path(folder) / "pages", Path(folder) / "results.jsonl"
            _score_py(arguments.data, "visible" if arguments.visible else "unpack", gold, pages)
            read = _by_readers if arguments.readers_only else _by_command_line
            with results.open("w", encoding="utf-8") as file:
                for row in read(pages):
                    file.write(json.dumps(row, ensure_ascii=False) + "\n")
            _score_py(arguments.data, "score", gold, results)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of score.py and of the sets")
    parser.add_argument(
        "--set", action="append", metavar="NAME", help="a set, may be given more than once (aeb, fundus, htmldate)"
    )
    parser.add_argument("--readers-only", action="store_true", help="leave the archive out")
    parser.add_argument("--visible", action="store_true", help="read the visible text, as if it were copied")
    parser.add_argument("--trade", action="store_true", help="compare the quick choice of the text with trafilatura")
    return parser.parse_args()


def _score_py(data: Path, verb: str, gold: Path, other: Path) -> None:
    subprocess.run([sys.executable, data / "score.py", verb, gold, other], check=True)


def _by_command_line(pages: Path) -> Iterator[Row]:
    archive = pages.parent / "pages.curator"
    _curator("new", archive)
    before = _children_cpu()
    outcomes = _curator("import", "--json", archive, pages)
    used = _children_cpu() - before
    for outcome in outcomes:
        if outcome["outcome"] != "added" or outcome["problems"]:
            print(f"{Path(outcome['path']).name}: {outcome['outcome']} {outcome['problems']}")
    print(f"{len(outcomes) / used:.1f} pages/CPU s, archive and index included")
    for line in _curator("list", "--json", archive):
        (article,) = _curator("show", "--json", "--text", archive, str(line["article"]))
        yield {
            "file": Path(article["originals"][0]["file_name"]).stem,
            "title": article["title"],
            "date": article["published"],
            "authors": [article["byline"]] if article["byline"] else [],
            "text": article["text"],
        }


def _curator(*arguments: str | Path) -> list[Row]:
    """Run a command and return the objects that it prints; exit code 1 means that some items have problems."""
    done = subprocess.run(
        [sys.executable, "-m", "curator", *map(str, arguments)], stdout=subprocess.PIPE, encoding="utf-8", check=False
    )
    if done.returncode not in (0, 1):
        sys.exit(done.returncode)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def _by_readers(pages: Path) -> Iterator[Row]:
    files = sorted(pages.iterdir())
    jobs = (ReadJob(key, path, path.name) for key, path in enumerate(files))
    before, count, peak = _children_cpu(), 0, 0
    with ReaderPool() as pool:
        for result in pool.read(jobs):
            count += 1
            peak = max([peak, *map(peak_memory, pool.pids)])
            yield _row(result, files[result.key].stem)
    used = _children_cpu() - before
    print(f"{count / used:.1f} pages/CPU s; most memory of a worker {peak / MIB:.0f} MiB")


def _row(result: ReadResult, stem: str) -> Row:
    if result.problem:
        print(f"{stem}: {result.problem.message}")
        return {"file": stem}
    reading = result.readings[0]
    return {
        "file": stem,
        "title": reading.title.value if reading.title else None,
        "date": reading.published.value if reading.published else None,
        "authors": [author.value for author in reading.authors],
        "text": reading.body,
    }


def _children_cpu() -> float:
    """Seconds of processor time of all children that have ended, theirs included."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
