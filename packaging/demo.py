"""The main job, shown once from end to end through the command line: `demo.py FOLDER [--window]`.

The sample archive is made, searched, tagged, collected and exported. What an earlier run left in the folder is
replaced.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

COLLECTION = "Drying / After floods and fires"


def curator(*arguments: str | Path) -> None:
    """Show a command of Curator as a person would type it, and run it; stop when it fails."""
    typed = [os.fspath(argument) for argument in arguments]
    print("$ curator", shlex.join(typed), flush=True)
    code = subprocess.call([sys.executable, "-m", "curator", *typed])
    if code:
        sys.exit(code)
    print()


def heading(number: int, words: str) -> None:
    """Print the title of a step."""
    title = f"{number}. {words}"
    print(f"{title}\n{'-' * len(title)}", flush=True)


def shown(path: Path) -> Path:
    """Return `path` as seen from the current folder when it lies in it."""
    absolute = path.resolve()
    return absolute.relative_to(Path.cwd()) if absolute.is_relative_to(Path.cwd()) else absolute


def fresh(folder: Path) -> tuple[Path, Path]:
    """Return the archive and the folder of exports inside `folder`, neither of them there."""
    archive, exports = folder / "Sample.curator", folder / "exports"
    for earlier in (archive, exports):
        if earlier.exists():
            shutil.rmtree(earlier)
    exports.mkdir(parents=True)
    return archive, exports


def gather(archive: Path) -> None:
    """Make the sample archive."""
    heading(1, "An archive: 41 articles in five languages, imported and curated")
    curator("sample", archive)
    curator("list", archive)
    curator("searches", archive, "list")


def find(archive: Path) -> None:
    """Search: words in any spelling, a phrase, names on record in any language."""
    heading(2, "Search: the letters need not be exact, and a name finds its other names")
    curator("search", archive, "ekinci", "--limit", "2")
    curator("search", archive, '"mud angels" place:флоренция')
    curator("search", archive, "fire library NOT freez* date:2010..", "--limit", "3", "--sort=-date")


def describe(archive: Path) -> None:
    """Say what the articles are about, and put those together that belong together."""
    heading(3, "A tag for all that a query finds; the passages of a text that have tags")
    curator("tag", archive, "--query", "vacuum AND (froze* OR frozen)", "--theme", "Vacuum chambers")
    curator("text", archive, "3", "--passages")
    heading(4, "A collection")
    curator("collect", archive, COLLECTION, "--query", 'theme:"Vacuum chambers" OR theme:drying')


def hand_over(archive: Path, exports: Path) -> None:
    """Write files that other programs and people read, and show what was done to the archive."""
    heading(5, "Export of the collection")
    curator("export", archive, exports / "drying.jsonl", "--format", "jsonl", "--collection", COLLECTION)
    curator("export", archive, exports / "drying.csv", "--format", "csv", "--collection", COLLECTION)
    curator("export", archive, exports / "drying-site", "--format", "site", "--collection", COLLECTION)
    heading(6, "What was done, latest first; `curator undo` takes the latest back")
    curator("history", archive, "--limit", "8")


def places(archive: Path, exports: Path) -> None:
    """Print where each result lies."""
    heading(7, "Where everything lies")
    for what, path in [
        ("the archive, a folder to copy or back up as a whole", archive),
        ("its records", archive / "archive.sqlite"),
        ("the files as they came in", archive / "originals"),
        *(("an export", path) for path in sorted(exports.iterdir())),
    ]:
        size = f" ({path.stat().st_size:,} bytes)" if path.is_file() else ""
        print(f"  {path}{size}: {what}")


def picture(archive: Path, out: Path) -> None:
    """Draw the window on the archive, which nobody could see here; stop when that fails."""
    heading(8, "The window on it, drawn without a screen")
    code = subprocess.call([sys.executable, "-m", "curator.gui.picture", archive, out])
    if code:
        sys.exit(code)
    print(f"  {out}: `curator {archive}` opens it where there is a screen")


def main(arguments: list[str]) -> int:
    """Do the whole job in the folder named first; at the end open the window (with --window), or draw it."""
    archive, exports = fresh(shown(Path(arguments[0])))
    gather(archive)
    find(archive)
    describe(archive)
    hand_over(archive, exports)
    places(archive, exports)
    if "--window" in arguments:
        return subprocess.call([sys.executable, "-m", "curator", archive])
    picture(archive, exports.parent / "window.png")
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
