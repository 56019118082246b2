"""The backups that an archive makes of itself: on closing, when something changed, and never in anybody's way."""

from __future__ import annotations

import logging
import time

from curator.archive import backups, outbox
from curator.archive.backups import Backup
from curator.archive.faults import explained
from curator.errors import CuratorError, Problem
from curator.i18n import _
from curator.operations.context import Context

HOUR_S = 3_600.0
PATIENCE_S = 1.0

_log = logging.getLogger(__name__)


class _OutOfTime(Exception):  # noqa: N818 - no error: the next closing tries again
    """The backup would keep somebody waiting."""


def on_close(
    context: Context, least_age_s: float = HOUR_S, patience_s: float | None = PATIENCE_S
) -> tuple[Backup | None, Problem | None]:
    """Make a backup if something changed since the last one; for whoever is about to close the archive.

    Args:
        context: the open archive; any thread may call this, also while others write.
        least_age_s: seconds that have to lie between two backups.
        patience_s: seconds after which it is given up, half of them for copying and half for verifying; None: never.

    Returns:
        the backup, or None when none was due or the time was too short; and what went wrong, since a disk that is
        full must not undo what the user did.
    """
    try:
        with explained(context.archive.folder.path):
            if not is_due(context, least_age_s):
                return None, None
            return make(context, patience_s), None
    except _OutOfTime:
        _log.info("no backup: it would have taken longer than %s s", patience_s)
        return None, None
    except CuratorError as error:
        _log.warning("no backup: %s", error.message)
        message = _("What you did is in the archive, but no backup of it could be made. %(reason)s")
        return None, Problem("no-backup", message % {"reason": error.message}, error.hint)


def make(context: Context, patience_s: float | None = None) -> Backup:
    """Make a backup now, and delete those that are too many; what can go wrong passes through."""
    started = time.monotonic()

    def tick() -> None:
        if patience_s is not None and time.monotonic() - started > patience_s / 2:
            raise _OutOfTime

    archive = context.archive
    made = backups.copy_to(archive.read(), archive.folder.backups, tick=tick)
    backups.thin(archive.folder.backups)
    return made


def make_now(context: Context) -> Backup:
    """Make a backup now.

    Raises:
        CuratorError: on a read-only medium, on a full disk.
    """
    archive = context.archive
    if not archive.writable:
        raise CuratorError(
            _("The archive %(path)s is read-only and cannot hold a backup of itself.") % {"path": archive.folder.path},
            _("Make one elsewhere: curator backup ARCHIVE FOLDER"),
        )
    with explained(archive.folder.path):
        return make(context)


def listed(context: Context) -> list[Backup]:
    """Return the archive's own backups, oldest first."""
    return backups.listed(context.archive.folder.backups)


def is_due(context: Context, least_age_s: float = HOUR_S) -> bool:
    """Return whether something changed since the last backup, and that is old enough."""
    archive = context.archive
    if not archive.writable:
        return False
    ordinary = [backup for backup in listed(context) if not backup.before]
    if ordinary and 0 <= backups.age_s(ordinary[-1]) < least_age_s:
        return False
    return not ordinary or backups.last_change(ordinary[-1]) != outbox.newest_change(archive.read())
