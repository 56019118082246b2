"""The main job, shown once from end to end through the command line: `demo.py FOLDER [--window]`.

Six articles, invented for this purpose, become an archive, are tagged, searched and exported. What an earlier
run left in the folder is replaced.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ARTICLES = Path(__file__).resolve().parent / "demo"
COLLECTION = "Reading rooms"


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
    """Make the archive and bring the articles in."""
    heading(1, "An empty archive")
    curator("new", archive, "--title", "Libraries and archives")
    heading(2, "Six articles in five languages come in; what a file does not say stays empty")
    curator("import", archive, shown(ARTICLES))
    curator("list", archive)


def describe(archive: Path) -> None:
    """Say who and what the articles are about."""
    heading(3, "Who, what event, what theme")
    curator("tag", archive, "--query", "Marlow", "--person", "Edith Marlow")
    curator("tag", archive, "--query", "Gəncə", "--place", "Gəncə")
    curator("tag", archive, "--query", "cellar OR qəzetlər", "--event", "Return of the newspapers")
    curator("tag", archive, "--query", "catalogue OR քարտարանի OR опись", "--theme", "Catalogues")
    heading(4, "A collection")
    curator("collect", archive, COLLECTION, "--query", '"reading room" OR зал OR zalı OR salonu*')


def find(archive: Path) -> None:
    """Search: words in any spelling, a phrase, names on record."""
    heading(5, "Search: the letters need not be exact")
    curator("search", archive, "gence")
    curator("search", archive, '"reading room" NOT cellar')
    curator("search", archive, 'newspaper person:"Edith Marlow"')


def hand_over(archive: Path, exports: Path) -> None:
    """Write files that other programs read, and show what was done to the archive."""
    heading(6, "Export of the collection")
    curator("export", archive, exports / "reading-rooms.jsonl", "--format", "jsonl", "--collection", COLLECTION)
    curator("export", archive, exports / "reading-rooms.csv", "--format", "csv", "--collection", COLLECTION)
    heading(7, "What was done, latest first; `curator undo` takes the latest back")
    curator("history", archive)


def places(archive: Path, exports: Path) -> None:
    """Print where each result lies."""
    heading(8, "Where everything lies")
    for what, path in [
        ("the archive, a folder to copy or back up as a whole", archive),
        ("its records", archive / "archive.sqlite"),
        ("the files as they came in", archive / "originals"),
        *(("an export", path) for path in sorted(exports.iterdir())),
    ]:
        size = f" ({path.stat().st_size:,} bytes)" if path.is_file() else ""
        print(f"  {path}{size}: {what}")


def main(arguments: list[str]) -> int:
    """Do the whole job in the folder named first; with --window, open the window on the archive at the end."""
    archive, exports = fresh(shown(Path(arguments[0])))
    gather(archive)
    describe(archive)
    find(archive)
    hand_over(archive, exports)
    places(archive, exports)
    if "--window" in arguments:
        return subprocess.call([sys.executable, "-m", "curator", archive])
    return 0


if __name__ == "__main__":
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    sys.exit(main(sys.argv[1:]))
