"""curator import."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import click

from curator.cli import output
from curator.cli.options import archive_argument, json_option, opened
from curator.cli.package_preview import preview
from curator.errors import Cancelled
from curator.i18n import _, ngettext
from curator.model.progress import Progress
from curator.operations import accession, packages
from curator.operations.indexing import Indexer, PacedNudge
from curator.operations.outcomes import ImportReport, ItemOutcome
from curator.paths import display


@click.command("import")
@archive_argument
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--dry-run", is_flag=True, help="Only say what a package would bring in.")
@json_option
def import_command(archive: Path, paths: tuple[Path, ...], dry_run: bool, as_json: bool) -> int:
    """Import files and folders: saved pages (HTML), plain text, Markdown; or a package that Curator exported.

    Each file gets a line that says what became of it: added, duplicate (the archive has the same bytes already) or
    failed, with the reason. The originals are copied into the archive unaltered; your files are not touched. Ctrl+C
    stops; what was added by then stays, and the same command goes on from there.

    \b
      curator import letters.curator ~/saved-pages letter.txt
      curator import new.curator letters-package.zip --dry-run

    A package goes into an empty archive, whole or not at all, once every file in it was checked.
    """
    line = output.ProgressLine()
    stop = _Stop()

    def progress(reading: Progress) -> None:
        stop.check()
        line(reading)

    def report(outcome: ItemOutcome) -> None:
        line.clear()
        try:
            output.result(as_json, _fields(outcome), _words(outcome))
        except BrokenPipeError:
            output.stop_results()
            stop.ask()

    package = packages.only_package(paths)
    if dry_run:
        with opened(archive) as context, stop.on_interrupt():
            context.progress = progress
            return preview(context, package, as_json, line)
    with opened(archive) as context, stop.on_interrupt(), Indexer(context.archive) as indexer:
        context.progress = progress
        nudge = PacedNudge(indexer)
        if package:
            done = packages.bring_in(context, package, report)
        else:
            done = accession.import_paths(context, paths, report, nudge)
        line.clear()
        stopped = done.cancelled or not (nudge.failure or _drained(indexer, stop))
    output.tell(_summary(done))
    if nudge.failure:
        raise nudge.failure
    return 1 if stopped or done.counts.get("failed") else 0


def _drained(indexer: Indexer, stop: _Stop) -> bool:
    """Wait until the index holds everything; return whether the user let that come to its end."""
    try:
        indexer.drain(lambda _waiting: stop.check())
    except Cancelled:
        output.tell(_("All is imported. The search index is not up to date yet; the next search sees to that."))
        return False
    return True


class _Stop:
    """The user's wish to stop, given by Ctrl+C."""

    def __init__(self) -> None:
        self._wanted = False

    def ask(self) -> None:
        """Ask for a stop in good order."""
        self._wanted = True

    def check(self) -> None:
        """Raise Cancelled once the user has asked for it."""
        if self._wanted:
            raise Cancelled

    @contextmanager
    def on_interrupt(self) -> Iterator[None]:
        """Let Ctrl+C ask for a stop in good order; a second one stops at once."""

        def interrupt(_number: int, _frame: FrameType | None) -> None:
            if self._wanted:
                raise KeyboardInterrupt
            self.ask()

        before = signal.signal(signal.SIGINT, interrupt)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)


def _fields(outcome: ItemOutcome) -> dict[str, object]:
    reading = outcome.reading
    return {
        "path": display(outcome.path),
        "outcome": outcome.outcome,
        "article": outcome.article_id,
        "title": reading.title.value if reading and reading.title else None,
        "date": reading.published.value if reading and reading.published else None,
        "publication": reading.publication.value if reading and reading.publication else None,
        "language": reading.language.value if reading and reading.language else None,
        "problems": [
            {"code": problem.code, "message": problem.message, "hint": problem.hint} for problem in outcome.problems
        ],
    }


def _words(outcome: ItemOutcome) -> str:
    word = {"added": _("added"), "duplicate": _("duplicate"), "failed": _("failed")}.get(
        outcome.outcome, outcome.outcome
    )
    title = outcome.reading.title.value if outcome.reading and outcome.reading.title else _("no title")
    what = f"{outcome.article_id:>6}  {title}" if outcome.reading else display(outcome.path)
    lines = [f"{word:<10} {what}"]
    if outcome.reading:
        lines.append(f"{'':<18} {display(outcome.path)}")
    lines += [f"{'':<18} {problem.message} {problem.hint}".rstrip() for problem in outcome.problems]
    return "\n".join(lines)


def _summary(done: ImportReport) -> str:
    counts = done.counts
    added = counts.get("added", 0)
    parts = [ngettext("%(n)d article added", "%(n)d articles added", added) % {"n": added}]
    if counts.get("duplicate"):
        parts.append(_("%(n)d in the archive already") % {"n": counts["duplicate"]})
    if counts.get("failed"):
        parts.append(_("%(n)d not read, for the reasons above") % {"n": counts["failed"]})
    if done.cancelled:
        parts.append(_("stopped: import the same again to go on"))
    return ", ".join(parts) + "."
