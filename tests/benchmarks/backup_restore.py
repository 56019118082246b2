"""Backup, restore and check of a large archive: times and sizes.

    .venv/bin/python tests/benchmarks/backup_restore.py [--articles 15000] [--keep FOLDER]

The articles are invented and written as rows, with an original each; a tenth is new at the second backup.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from invented import write_articles
from measuring import MIB, Span, size_of, table, timed

from curator.archive import Archive, articles, originals
from curator.archive.originals import Staging
from curator.model.revision import Label
from curator.operations import backup, own_backups, tag, upkeep
from curator.operations.check import check
from curator.operations.context import Context

BATCH = 500


def main() -> None:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=15_000)
    parser.add_argument("--keep", type=Path, help="make the archive here and keep it")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="curator-backup-") as place:
        run(given.keep or Path(place), Path(place), given.articles)


def run(folder: Path, place: Path, count: int) -> None:
    """Make the archive, and measure each step."""
    files = sorted((place / "pages") / name for name in write_articles(place / "pages", count))
    steps: list[tuple[str, Span]] = []

    def step(name: str, work: Callable[[], object]) -> None:
        steps.append((name, timed(work)))

    with Archive.create(folder / "Large.curator", "Large", "benchmark") as archive:
        context = Context(archive)
        fill(context, files[: count * 9 // 10])
        step("index", lambda: upkeep.reindex(context))
        step("own backup, verified", lambda: own_backups.make_now(context))
        step("full backup, the first", lambda: backup.full(context, place / "backup"))
        fill(context, files[count * 9 // 10 :])
        step("full backup, a tenth is new", lambda: backup.full(context, place / "backup"))
        step("full backup, nothing is new", lambda: backup.full(context, place / "backup"))
        step("check, a thirtieth of the originals", lambda: sound(context, False))
        step("check, all originals", lambda: sound(context, True))
    step("restore, index included", lambda: backup.restore(place / "backup", place / "Again.curator", "benchmark"))
    with Archive.open(place / "Again.curator") as again:
        step("check of the restored archive", lambda: sound(Context(again), True))
    print(f"{count:,} articles")
    print(
        table(
            ("step", "s", "CPU s"), [(name, f"{s.wall:.1f}", f"{s.own_cpu + s.children_cpu:.1f}") for name, s in steps]
        )
    )
    parts = [f"Large.curator/{part}" for part in ("archive.sqlite", "originals", "index", "backups")]
    sizes = [(part, folder / part) for part in parts] + [
        ("backup/databases, three copies", place / "backup" / "databases")
    ]
    sizes.append(("backup/originals", place / "backup" / "originals"))
    print("\n" + table(("size", "MiB"), [(name, f"{size_of(path) / MIB:.1f}") for name, path in sizes]))


def fill(context: Context, files: list[Path]) -> None:
    """Write an article with its original for each file, and tag one in ten."""
    staging = Staging(context.archive.folder)
    for first in range(0, len(files), BATCH):
        made = []
        staged = [(file, staging.stage(file)) for file in files[first : first + BATCH]]
        staging.keep([copy for _file, copy in staged])
        with context.archive.transaction(Label("Import")) as transaction:
            for file, copy in staged:
                original = originals.add(transaction, copy, file.name, "text/plain", "utf-8")
                made.append(articles.add(transaction, {"title": file.stem}, file.read_text("utf-8"), "benchmark 1"))
                originals.attach(transaction, made[-1], original)
        tag.add(context, made[::10], [("theme", f"Shelf {first % 7}")])
    staging.close()


def sound(context: Context, whole: bool) -> None:
    """Check the archive; it has to be sound."""
    report = check(context, whole)
    if report.findings:
        raise SystemExit("\n".join(finding.message for finding in report.findings))


if __name__ == "__main__":
    main()
