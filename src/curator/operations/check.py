"""check: is the archive sound, and what to do where it is not. Only what is derived is ever repaired."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from curator.archive import Archive, backups, fixity, health, preservation
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.health import CheckReport, Finding
from curator.model.progress import Progress
from curator.model.revision import Label
from curator.operations import check_index, upkeep
from curator.operations.context import Context

_COUNTED = ("article", "article_text", "authority", "mention", "passage", "revision")


def check(context: Context, whole: bool = False, repair: bool = False) -> CheckReport:
    """Look at database, originals, index and backups.

    Args:
        context: `progress` hears of the originals that are hashed, and may raise `Cancelled`.
        whole: hash all originals, not only those that are due.
        repair: make anew what is derived and not right. Originals and texts are never touched.

    Returns:
        what was found; repaired findings are in it, marked.
    """
    archive, started = context.archive, time.monotonic()
    report = CheckReport(preservation.now())
    report.findings += health.findings(archive.read(), _restore_hint(archive))
    if not any(finding.code == "database-damaged" for finding in report.findings):
        report.counts = _counts(archive)
        report.findings += _journal(archive)
        report.findings += fixity.check(archive, report.fixity, whole, _ticker(context))
        report.findings += fixity.orphans(archive)
        report.findings += check_index.findings(archive, report.counts)
        if repair:
            report.findings = list(_repaired(context, report.findings))
    report.findings += _backups(archive)
    report.seconds = time.monotonic() - started
    return report


def _counts(archive: Archive) -> dict[str, int]:
    connection = archive.read()
    return {table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in _COUNTED}


def _journal(archive: Archive) -> Iterator[Finding]:
    if archive.writable and not archive.is_journalled():
        yield Finding(
            "journal",
            "archive.sqlite",
            _("What is written would not enter the history."),
            _("This is a fault of Curator. Do not go on working in the archive, and report it."),
        )


def _backups(archive: Archive) -> Iterator[Finding]:
    """Look whether the newest backup can be read; an archive that cannot be written has none to speak of."""
    for backup in backups.listed(archive.folder.backups)[-1:]:
        try:
            backups.verify(backup.path)
        except CuratorError:
            yield Finding(
                "backup-damaged",
                f"backups/{backup.path.name}",
                _("The newest backup, backups/%(name)s, cannot be read whole.") % {"name": backup.path.name},
                _("Delete it and make another: curator backup ARCHIVE --now. The disk may be failing."),
            )


def _repaired(context: Context, findings: list[Finding]) -> Iterator[Finding]:
    codes = {finding.code for finding in findings if finding.derived}
    done: dict[str, bool] = {}
    if "name-key" in codes:
        done["name-key"] = _repair_keys(context)
    of_index = {code for code in codes if code.startswith("index")}
    if of_index:
        right = _repair_index(context)
        done |= dict.fromkeys(of_index, right)
    for finding in findings:
        yield replace(finding, repaired=True) if done.get(finding.code) else finding


def _repair_keys(context: Context) -> bool:
    with context.archive.transaction(Label(N_("Repair the keys of names"))) as transaction:
        health.repair_keys(transaction)
    return not list(health.wrong_keys(context.archive.read()))


def _repair_index(context: Context) -> bool:
    upkeep.reindex(context)
    return not list(check_index.findings(context.archive, {}))


def _restore_hint(archive: Archive) -> str:
    """Return how to get back the newest backup that can be read whole."""
    for backup in reversed(backups.listed(archive.folder.backups)):
        try:
            backups.verify(backup.path)
        except CuratorError:
            continue
        at = backup.at.astimezone().strftime("%Y-%m-%d %H:%M")
        return _("The backup of %(at)s is whole: curator restore %(path)s NEW-ARCHIVE") % {
            "at": at,
            "path": backup.path,
        }
    return _("There is no whole backup in the folder backups/. One on another disk may be: curator restore")


def _ticker(context: Context) -> Callable[[int, int], None]:
    """Return what tells of progress in hashing."""
    started = time.monotonic()
    return lambda done, total: context.progress(Progress(done, total, time.monotonic() - started))
