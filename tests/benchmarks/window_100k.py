"""The window on many articles: how long it takes to be painted, its memory, and how long its thread was ever blocked.

    .venv/bin/python tests/benchmarks/window_100k.py FOLDER [--articles 100000] [--screen] [--stacks]

FOLDER keeps the archive for the next run (1.5 GB at 100,000 articles; making it takes a quarter of an hour). The
window runs in a process of its own, without a screen unless --screen is given. A timer of 2 ms beats in its thread:
the longest time between two beats is how long the window was blocked. "own" is the longest without the time in which
other programs had the processors (Linux), "busy" the most processor time of the thread: a busy machine lengthens
neither of them. Memory is PSS.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from invented import write_articles
from large_archive import large_archive
from measuring import MIB, children_of, proportional, table

_IMPORTED = 200
_EVERY_S = 0.5
# Not the file itself: the index process would load the modules of the main file, and with them the window's.
_START = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import window_drill; window_drill.run()"


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--words", type=int, default=600, help="of each article")
    parser.add_argument("--screen", action="store_true", help="show the window instead of running without a screen")
    parser.add_argument("--stacks", action="store_true", help="print what the thread was at while it was blocked")
    given = parser.parse_args()
    archive = large_archive(given.folder, given.articles, given.words)
    with tempfile.TemporaryDirectory(prefix="curator-benchmark-") as place:
        files = Path(place) / "files"
        for name in write_articles(files, _IMPORTED):
            # Other files at every run: what an earlier one imported, and did not take back, is known.
            with (files / name).open("a", encoding="utf-8") as file:
                file.write(f"\n\nSeen at {time.time()}.\n")
        out = Path(place) / "figures.json"
        window = subprocess.Popen(
            [sys.executable, "-c", _START, str(archive), str(files), str(out), str(time.monotonic())]
            + (["--stacks"] if given.stacks else []),
            env=_environment(Path(place), given.screen),
        )
        most = _watch(window)
        if window.returncode:
            sys.exit(window.returncode)
        figures = json.loads(out.read_text(encoding="utf-8"))
    heads = ("what", "took ms", "longest block ms", "own ms", "busy ms", "blocks over 16 ms", "over 100 ms")
    print(table(heads, figures["phases"]))
    print("\n" + "\n".join(figures["facts"]))
    print(", ".join(f"most of {name} {held / MIB:.0f} MiB" for name, held in most.items()))


def _environment(place: Path, screen: bool) -> dict[str, str]:
    own = {name: str(place / name) for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")}
    platform = {} if screen else {"QT_QPA_PLATFORM": "offscreen"}
    return {**os.environ, **own, **platform, "CURATOR_NAME": "Vera"}


def _watch(window: subprocess.Popen[bytes]) -> dict[str, int]:
    """Return the most memory that the window, its children and all together held (bytes)."""
    most = {"the window": 0, "its children": 0, "all processes": 0}
    while window.poll() is None:
        own = proportional(window.pid)
        children = sum(proportional(child.pid) for child in children_of(window.pid))
        for name, held in zip(most, (own, children, own + children), strict=True):
            most[name] = max(most[name], held)
        time.sleep(_EVERY_S)
    return most


if __name__ == "__main__":
    main()
