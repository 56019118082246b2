"""Failures of disk and database in words; anything not listed here is a bug and passes through."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from curator.errors import CuratorError
from curator.i18n import _

# Damage that SQLite, or Python's module over it, tells of without a code of its own.
_DAMAGE = ("Could not decode to UTF-8", "unsupported file format")

# What SQLite's lock file beside the log takes up, in bytes.
_LOCK_FILE = 32_768


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system raise about the archive at `path` into a message and a hint.

    Raises:
        CuratorError: full disk, damaged file, lasting lock, missing permission.
    """
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        known = explanation(error, path)
        if known is None:
            raise
        raise known from error


def explanation(error: sqlite3.Error | OSError, path: Path) -> CuratorError | None:
    """Return what `error` means for the archive at `path`, or None when it is a bug."""
    return _of_sqlite(error, path) if isinstance(error, sqlite3.Error) else _of_system(error, path)


def _of_sqlite(error: sqlite3.Error, path: Path) -> CuratorError | None:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if str(error).startswith(_DAMAGE):
        code = sqlite3.SQLITE_CORRUPT
    if code == sqlite3.SQLITE_FULL:
        return disk_full(path)
    # Too big: readers take no text that is, so it is a length that was damaged.
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_TOOBIG):
        return damaged(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return CuratorError(
            _("Another program is using the archive %(path)s and does not let go.") % {"path": path},
            _("Close it and try again. Nothing was changed."),
        )
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return CuratorError(
            _("The archive %(path)s cannot be written to, or not opened at all.") % {"path": path},
            _("Check that the folder is yours to write, and that its disk is still connected."),
        )
    if code == sqlite3.SQLITE_IOERR and _has_no_space(path):
        # With not a page left, SQLite fails over its lock file rather than over the disk.
        return disk_full(path)
    if code == sqlite3.SQLITE_IOERR:
        return CuratorError(
            _("The disk that holds %(path)s failed while it was read or written.") % {"path": path},
            _("Check the disk. What was finished before is in the archive."),
        )
    return None


def _of_system(error: OSError, path: Path) -> CuratorError | None:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(path)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return CuratorError(
            _("%(path)s cannot be written: %(reason)s.") % {"path": error.filename or path, "reason": error.strerror},
            _("Check that the folder is yours to write."),
        )
    return None


def damaged(path: Path) -> CuratorError:
    """Return the error for a database under `path` that is no longer what was written."""
    return CuratorError(
        _("The database of the archive %(path)s is damaged.") % {"path": path},
        _("Copy the folder before anything else. Its folder backups/ may hold an older, whole copy."),
    )


def _has_no_space(path: Path) -> bool:
    try:
        return shutil.disk_usage(path).free < _LOCK_FILE
    except OSError:
        return False


def disk_full(path: Path) -> CuratorError:
    """Return the error for a full disk under `path`."""
    return CuratorError(
        _("The disk that holds %(path)s is full.") % {"path": path},
        _("Free some space and do it again. What was finished before is in the archive."),
    )
