"""curator check, reindex, backup, restore."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from curator import settings
from curator.archive.backups import Backup
from curator.archive.full_backup import FullBackup
from curator.archive.restoring import Restored
from curator.cli.options import archive_argument, json_option, opened
from curator.cli.output import ProgressLine, complain, result, tell
from curator.i18n import _, ngettext
from curator.operations import backup, check, check_report, own_backups, upkeep
from curator.paths import display


@click.command("reindex")
@archive_argument
@json_option
def reindex_command(archive: Path, as_json: bool) -> None:
    """Make the search index anew from the archive.

    Searches do this by themselves when it is missing or damaged.

    \b
      curator reindex letters.curator
    """
    with opened(archive) as context:
        number = upkeep.reindex(context)
    words = ngettext("%(n)d article is in the index.", "%(n)d articles are in the index.", number)
    result(as_json, {"articles": number}, words % {"n": number})


@click.command("check")
@archive_argument
@click.option("--fixity", is_flag=True, help="Compare all originals with their hashes, not only those that are due.")
@click.option("--repair", is_flag=True, help="Make the index and the keys of names anew where they are not right.")
@click.option(
    "--report", type=click.Path(path_type=Path), metavar="FILE", help="Write the report to FILE: .txt, .json or .csv."
)
@json_option
def check_command(archive: Path, fixity: bool, repair: bool, report: Path | None, as_json: bool) -> int:
    """Look whether an archive is sound: database, originals, search index, marked places, backups.

    Each original is compared with its hash once in thirty days; each day's check takes those that were longest not
    looked at. Nothing is changed, but what --repair makes anew. Originals and texts are never touched. The exit code is
    1 when something needs attention.

    \b
      curator check letters.curator
      curator check letters.curator --fixity --report check.csv
      curator check letters.curator --repair
    """
    if report is not None:
        check_report.require_format(report)
    with opened(archive) as context:
        line = ProgressLine()
        context.progress = line
        found = check.check(context, fixity, repair)
        line.clear()
    for finding in found.findings:
        result(as_json, asdict(finding), check_report.words(finding))
    result(as_json, check_report.fields(found), check_report.summary(found))
    if report is not None:
        check_report.write(found, report)
    return 0 if found.is_sound else 1


@click.command("backup")
@archive_argument
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.option("--now", is_flag=True, help="Make one of the archive's own backups now.")
@json_option
def backup_command(archive: Path, folder: Path | None, now: bool, as_json: bool) -> int:
    """Back up an archive with its originals to a folder; without one, list the archive's own backups.

    The first time everything is copied, later only what is new. Each file is verified. Interrupted, it goes on the
    next time. Best on another disk.

    The archive's own backups hold the database only. Curator makes one on closing when something changed, at most once
    an hour, and keeps seven.

    \b
      curator backup letters.curator /media/disk/letters-backup
      curator backup letters.curator
      curator backup letters.curator --now
    """
    with opened(archive) as context:
        if folder is not None:
            line = ProgressLine()
            context.progress = line
            report = backup.full(context, folder)
            line.clear()
            return _backed_up(as_json, folder, report)
        if now:
            own_backups.make_now(context)
        found = own_backups.listed(context)
    for copy in reversed(found):
        result(as_json, _copy_fields(copy), _copy_words(copy))
    if not found:
        tell(_("There is no backup yet. One is made when something changes: curator backup ARCHIVE --now"))
    return 0


@click.command("restore")
@click.argument("backup_path", type=click.Path(path_type=Path), metavar="BACKUP")
@click.argument("target", type=click.Path(path_type=Path), metavar="TARGET")
@json_option
def restore_command(backup_path: Path, target: Path, as_json: bool) -> int:
    """Make a new archive from a backup; nothing that is there is overwritten.

    BACKUP is a folder that curator backup wrote, or one of the files in the folder backups/ of an archive: then the
    originals are copied from that archive. Everything is verified first.

    \b
      curator restore /media/disk/letters-backup letters-again.curator
      curator restore letters.curator/backups/20260114T093000Z.sqlite letters-of-january.curator
    """
    report = backup.restore(backup_path, target, settings.actor(settings.load()))
    fields = {
        "archive": display(target),
        "database": display(report.source.database),
        "originals": report.originals,
        "bytes": report.size,
        "missing": report.missing,
        "changed": report.changed,
    }
    result(as_json, fields, _restored_words(target, report))
    return _tell_of_lacking(report, _("It could not be put back."))


def _backed_up(as_json: bool, folder: Path, report: FullBackup) -> int:
    fields = {
        "folder": display(folder),
        "database": display(report.database.path),
        "bytes": report.database.size,
        "copied": report.copied,
        "copied_bytes": report.copied_bytes,
        "there": report.there,
        "missing": report.missing,
        "changed": report.changed,
        "erased": report.erased,
    }
    words = _("Backed up to %(folder)s: the database, %(copied)d new originals (%(mb).1f MB), %(there)d there already.")
    values = {
        "folder": display(folder),
        "copied": report.copied,
        "mb": report.copied_bytes / 1e6,
        "there": report.there,
    }
    result(as_json, fields, words % values)
    if report.erased:
        gone = ngettext(
            "%(n)d file of the backup held what was erased for good since; it was deleted.",
            "%(n)d files of the backup held what was erased for good since; they were deleted.",
            report.erased,
        )
        tell(gone % {"n": report.erased})
    return _tell_of_lacking(report, _("It was not copied."))


def _tell_of_lacking(report: FullBackup | Restored, consequence: str) -> int:
    """Tell which originals are missing or changed; return the exit code."""
    for sha256 in report.missing:
        complain(_("The original %(hash)s is missing.") % {"hash": sha256}, consequence)
    for sha256, found in report.changed.items():
        words = _("The original %(hash)s was changed: its bytes now have the hash %(found)s.")
        complain(words % {"hash": sha256, "found": found}, consequence)
    return 1 if report.missing or report.changed else 0


def _restored_words(target: Path, report: Restored) -> str:
    words = ngettext(
        "Restored to %(path)s, with %(n)d original (%(mb).1f MB). The search index was made anew.",
        "Restored to %(path)s, with %(n)d originals (%(mb).1f MB). The search index was made anew.",
        report.originals,
    )
    return words % {"path": display(target), "n": report.originals, "mb": report.size / 1e6}


def _copy_fields(copy: Backup) -> dict[str, object]:
    return {"path": display(copy.path), "at": copy.at.isoformat(), "bytes": copy.size, "before": copy.before or None}


def _copy_words(copy: Backup) -> str:
    before = _("  before the step %(step)s of the format") % {"step": copy.before} if copy.before else ""
    at = copy.at.astimezone().strftime("%Y-%m-%d %H:%M")
    return f"{at}  {copy.size / 1e6:8.1f} MB  {display(copy.path)}{before}"
