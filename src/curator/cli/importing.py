"""curator import."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import click

from curator.cli import output
from curator.cli.batch_options import batch_options, typed_defaults
from curator.cli.long_run import Ended, Report, Stop, run_with_index
from curator.cli.options import archive_argument, json_option, opened
from curator.cli.package_preview import preview
from curator.errors import CuratorError
from curator.i18n import _, ngettext
from curator.operations import accession, packages, review_batch, review_commit, review_reading
from curator.operations.context import Context
from curator.operations.indexing import PacedNudge
from curator.operations.outcomes import ImportReport, ItemOutcome

Accept = Literal["all", "clean", "none"]


@click.command("import")
@archive_argument
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option(
    "--accept",
    type=click.Choice(["all", "clean", "none"]),
    default="all",
    help="What enters the archive at once: all (unless said), what is clean, or nothing. The rest waits for review.",
)
@batch_options
@click.option("--dry-run", is_flag=True, help="Only say what a package would bring in.")
@json_option
def import_command(
    archive: Path, paths: tuple[Path, ...], accept: Accept, dry_run: bool, as_json: bool, **batch: str | None
) -> int:
    """Import files and folders: saved pages (HTML), plain text, Markdown; or a package that Curator exported.

    Each file gets a line that says what became of it: added, duplicate (the archive has the same bytes already),
    similar, review (a person has to look at it: curator review ARCHIVE list) or failed, with the reason. The originals
    are copied into the archive unaltered; your files are not touched. Ctrl+C stops; what was added by then stays, and
    the same command goes on from there.

    \b
      curator import letters.curator ~/saved-pages letter.txt
      curator import letters.curator ~/saved-pages --accept clean --collection "Fires / Florence 1966"
      curator import new.curator letters-package.zip --dry-run

    A package goes into an empty archive, whole or not at all, once every file in it was checked.
    """
    package = packages.only_package(paths)
    defaults = typed_defaults(batch)
    if package and (defaults or accept != "all"):
        raise CuratorError(
            _("A package is brought in as it is, whole or not at all."),
            _("Leave out --accept and what all articles take."),
        )
    if dry_run:
        line, stop = output.ProgressLine(), Stop()
        with opened(archive) as context, stop.on_interrupt():
            context.progress = stop.watched(line)
            return preview(context, package, as_json, line)

    def act(context: Context, nudge: PacedNudge, report: Report) -> Ended:
        if package:
            done = packages.bring_in(context, package, report)
        elif accept == "all":
            done = accession.import_paths(context, paths, report, nudge, defaults=defaults)
        else:
            return _into_review(context, paths, accept, defaults, nudge, report)
        return Ended(_summary(done), done.cancelled, bool(done.counts.get("failed")))

    return run_with_index(archive, as_json, act)


def _into_review(
    context: Context,
    paths: tuple[Path, ...],
    accept: Accept,
    defaults: Mapping[str, str],
    nudge: PacedNudge,
    report: Report,
) -> Ended:
    """Read files into a review, and commit what is clean if that is wanted; duplicates are noted with it."""
    held: dict[int | None, ItemOutcome] = {}
    needs: list[int | None] = []

    def waits(outcome: ItemOutcome) -> None:
        enters = accept == "clean" and (outcome.outcome == "duplicate" or not outcome.problems)
        if enters:
            held[outcome.item_id] = outcome
            return
        if outcome.problems:
            needs.append(outcome.item_id)
        report(outcome)

    def entered(outcome: ItemOutcome) -> None:
        held.pop(outcome.item_id, None)
        report(outcome)

    read = review_reading.read_into_review(context, paths, defaults=defaults, report=waits)
    added = 0
    cancelled = read.cancelled
    if accept == "clean" and not cancelled:
        review_batch.accept_clean(context, read.review_id, also_duplicates=True)
        done = review_commit.commit(context, read.review_id, entered, nudge)
        added, cancelled = done.counts.get("added", 0), done.cancelled
    for outcome in held.values():
        report(outcome)
    waiting = review_batch.get(context, read.review_id).counts.waiting
    words = [ngettext("%(n)d article added", "%(n)d articles added", added) % {"n": added}]
    if waiting:
        words.append(ngettext("%(n)d waits for review", "%(n)d wait for review", waiting) % {"n": waiting})
    if cancelled:
        words.append(_("stopped: curator review ARCHIVE resume goes on"))
    has_problems = bool(needs) if accept == "clean" else bool(read.counts.get("failed"))
    return Ended(", ".join(words) + ".", cancelled, has_problems)


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
