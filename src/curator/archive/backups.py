"""The archive's own backups: copies of the database in backups/, each verified before it gets its name."""

from __future__ import annotations

import datetime
import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import filelock

from curator.archive.connection import connect_reader
from curator.archive.folder import ArchiveFolder
from curator.archive.identifiers import uuid7
from curator.archive.originals import to_disk
from curator.archive.write_lock import WAIT_S
from curator.errors import CuratorError
from curator.i18n import _

EPOCH = datetime.datetime.fromtimestamp(0, datetime.UTC)
KEPT = 7
KEPT_BEFORE_STEPS = 3
# Of the seven, so many are simply the newest; the others are the last of earlier days.
NEWEST = 3

_NAME = re.compile(r"(\d{8}T\d{6}Z)(?:-before-(\w+))?\.sqlite")
_STAMP = "%Y%m%dT%H%M%SZ"
_PAGES = 2_000
_UNFINISHED = ".unfinished-"
_COUNTED = ("article", "authority", "mention", "original", "change")


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the database.

    Args:
        path: the file.
        at: when it was made.
        before: the step of the schema that came after it; empty for an ordinary backup.
        size: bytes.
    """

    path: Path
    at: datetime.datetime
    before: str
    size: int


def listed(place: Path) -> list[Backup]:
    """Return the backups in a folder, oldest first; other files are passed over."""
    found = []
    for path in place.iterdir() if place.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match:
            at = datetime.datetime.strptime(match[1], _STAMP).replace(tzinfo=datetime.UTC)
            found.append(Backup(path, at, match[2] or "", path.stat().st_size))
    return sorted(found, key=lambda backup: (backup.at, backup.path.name))


def copy_to(
    source: sqlite3.Connection, place: Path, before: str = "", tick: Callable[[], None] = lambda: None
) -> Backup:
    """Copy the database to a new file in `place`, named by the time, and verify it before it gets its name.

    Args:
        source: a connection; what others write meanwhile is not in the copy, and does not disturb it.
        before: the step of the schema that comes next, for a copy made because of it.
        tick: called between parts of some megabytes; what it raises ends the copying.

    Raises:
        CuratorError: when the copy cannot be read back.
        sqlite3.Error, OSError: a full disk and the like. Nothing is left behind.
    """
    place.mkdir(exist_ok=True)
    with lock(place):
        _clear_unfinished(place)
        unfinished = place / f"{_UNFINISHED}{uuid7()}"
        try:
            _copy(source, unfinished, tick)
            to_disk(unfinished)
            at = _later_than_all(place)
            path = place / f"{at.strftime(_STAMP)}{f'-before-{before}' if before else ''}.sqlite"
            unfinished.replace(path)
            to_disk(place)
        finally:
            unfinished.unlink(missing_ok=True)
    return Backup(path, at, before, path.stat().st_size)


@contextmanager
def lock(place: Path) -> Iterator[None]:
    """Hold the lock of a folder of backups.

    Raises:
        CuratorError: when another program has held it for over a minute.
    """
    held = filelock.FileLock(place.with_name(f"{place.name}.lock"), fallback_to_soft=False)
    try:
        held.acquire(timeout=WAIT_S)
    except filelock.Timeout as error:
        raise CuratorError(
            _("Another program is making a backup in %(place)s.") % {"place": place}, _("Wait for it to end.")
        ) from error
    try:
        yield
    finally:
        held.release()


def thin(place: Path) -> list[Path]:
    """Delete the backups that are too many.

    Kept are the newest three and the last one of each of the four days before that have one; where there are not so
    many days, the newest of the others, so that seven stay. Of the copies before steps of the schema the last three.

    Returns:
        what was deleted.
    """
    ordinary = [backup for backup in listed(place) if not backup.before]
    steps = [backup for backup in listed(place) if backup.before]
    gone = [*_too_many(ordinary), *steps[:-KEPT_BEFORE_STEPS]]
    for backup in gone:
        backup.path.unlink(missing_ok=True)
    return [backup.path for backup in gone]


def last_change(backup: Backup) -> int | None:
    """Return the newest change that a backup holds; None when it cannot be read."""
    try:
        connection = connect_reader(backup.path, immutable=True)
        try:
            return int(connection.execute("SELECT ifnull(max(id), 0) FROM change").fetchone()[0])
        finally:
            connection.close()
    except sqlite3.Error:
        return None


def age_s(backup: Backup) -> float:
    """Return how many seconds ago a backup was made, by the time of the file; negative when the clock was set back."""
    return time.time() - backup.path.stat().st_mtime


def remove_all(folder: ArchiveFolder) -> None:
    """Delete all of the archive's own backups, the unfinished ones too."""
    with lock(folder.backups):
        for path in folder.backups.glob("*"):
            path.unlink(missing_ok=True)


def verify(path: Path, expected: Sequence[int] | None = None) -> None:
    """Open a copy and look whether it is whole.

    Args:
        path: the copy.
        expected: how many rows the counted tables have to hold; not compared unless given.

    Raises:
        CuratorError: when it is not.
    """
    try:
        connection = connect_reader(path, immutable=True)
        try:
            said = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            whole = said == "ok" and (expected is None or _counts(connection) == list(expected))
        finally:
            connection.close()
    except sqlite3.DatabaseError:
        whole = False
    if not whole:
        raise CuratorError(
            _("The copy of the database in %(place)s cannot be read back whole.") % {"place": path.parent},
            _("The disk may be failing. Earlier backups were not touched."),
        )


def _copy(source: sqlite3.Connection, path: Path, tick: Callable[[], None]) -> None:
    # Inside a read transaction all parts are of one state, whatever is written meanwhile.
    own = not source.in_transaction
    if own:
        source.execute("BEGIN")
    try:
        expected = _counts(source)
        target = sqlite3.connect(path, isolation_level=None)
        try:
            source.backup(target, pages=_PAGES, progress=lambda *_numbers: tick())
            # A file of its own: no log beside it that could get lost.
            target.execute("PRAGMA journal_mode = DELETE")
        finally:
            target.close()
    finally:
        if own:
            source.execute("ROLLBACK")
    tick()
    verify(path, expected)


def _counts(connection: sqlite3.Connection) -> list[int]:
    return [connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in _COUNTED]


def _later_than_all(place: Path) -> datetime.datetime:
    """Return now, or a second after the newest backup, should the clock have been set back."""
    at = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    return max([at, *(backup.at + datetime.timedelta(seconds=1) for backup in listed(place))])


def _too_many(backups: Sequence[Backup]) -> list[Backup]:
    kept = list(backups[-NEWEST:])
    days = {backup.at.date(): backup for backup in backups[:-NEWEST]}
    of_days = [backup for day, backup in sorted(days.items()) if not kept or day < kept[-1].at.date()]
    kept += of_days[-(KEPT - NEWEST) :]
    others = [backup for backup in backups if backup not in kept]
    spare = KEPT - len(kept)
    return others[:-spare] if spare else others


def _clear_unfinished(place: Path) -> None:
    """Delete what died processes left; the lock is held, so nobody is at work on it."""
    for path in place.glob(f"{_UNFINISHED}*"):
        path.unlink(missing_ok=True)
