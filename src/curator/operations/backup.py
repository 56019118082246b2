"""Full backups to any folder, and getting an archive back."""

from __future__ import annotations

import time
from pathlib import Path

from curator.archive import Archive, full_backup, preservation, restoring
from curator.archive.full_backup import FullBackup
from curator.archive.restoring import Restored
from curator.model.progress import Progress
from curator.operations import upkeep
from curator.operations.context import Context

_FORGET_COPY = "DELETE FROM replica_state WHERE key IN ('replica', 'indexed', 'watch_folder')"


def full(context: Context, place: Path) -> FullBackup:
    """Bring the backup of the archive in the folder `place` up to date, making it if need be.

    Only originals that are not there yet are copied, each verified by its hash.

    Raises:
        CuratorError: when something else is in that folder, or its disk is full; what it held before is still there.
    """
    archive, started = context.archive, time.monotonic()

    def tick(done: int, total: int) -> None:
        context.progress(Progress(done, total, time.monotonic() - started))

    report = full_backup.write(archive.read(), archive.folder, place, archive.uid, tick)
    if archive.writable:
        good = not report.missing and not report.changed
        detail = f"{report.copied} originals copied, {report.there} there, {report.database.size} bytes of database"
        event = preservation.Event("backup", archive.actor, None, "success" if good else "warning", detail)
        archive.derived((preservation.INSERT, [event.row()]))
    return report


def restore(backup: Path, target: Path, actor: str, origin: str = "cli") -> Restored:
    """Make a new archive at `target` from a backup, with an index of its own.

    Args:
        backup: a folder that `full` wrote, or one copy of the database.
        target: where nothing is yet.
        actor: who does it.

    Raises:
        CuratorError: when something is at `target`, or the backup is damaged.
    """
    report = restoring.restore(restoring.source_of(backup), target)
    with Archive.open(target, actor, origin) as archive:
        good = not report.missing and not report.changed
        detail = f"{report.originals} originals, {report.size} bytes"
        event = preservation.Event("restore", actor, None, "success" if good else "warning", detail)
        # This copy goes its own way from here: it needs a name of its own, and knows of no index yet.
        archive.derived((_FORGET_COPY, [()]), (preservation.INSERT, [event.row()]))
        upkeep.reindex(Context(archive))
    return report
