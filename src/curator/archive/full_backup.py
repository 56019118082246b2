"""A full backup: a folder anywhere with copies of the database and every original, brought up to date by hash."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from curator.archive import backups, original_copies, originals
from curator.archive.backups import Backup
from curator.archive.connection import Connection, connect_reader
from curator.archive.faults import damaged, explained
from curator.archive.folder import ArchiveFolder
from curator.archive.originals import stored_path
from curator.errors import CuratorError
from curator.i18n import _

ABOUT = "backup.json"
DATABASES = "databases"
_README = """\
This folder is a backup of an archive of articles made with Curator.

databases/       copies of the archive's database by the time they were made (UTC), the newest last.
originals/       the files as they were received, each named by the SHA-256 of its bytes.

To get the archive back:  curator restore THIS-FOLDER NEW-ARCHIVE
To bring this backup up to date:  curator backup ARCHIVE THIS-FOLDER
"""


@dataclass(slots=True)
class FullBackup:
    """What a full backup did.

    Args:
        database: the copy of the database.
        copied, copied_bytes: originals that were new.
        there: originals that were there already.
        missing: SHA-256s of originals that the archive lacks.
        changed: SHA-256 -> the SHA-256 that the file has now; such files were not copied.
        erased: files that were taken out because what they held was erased for good.
    """

    database: Backup
    copied: int = 0
    copied_bytes: int = 0
    there: int = 0
    missing: list[str] = field(default_factory=list)
    changed: dict[str, str] = field(default_factory=dict)
    erased: int = 0


def write(
    connection: Connection,
    folder: ArchiveFolder,
    place: Path,
    archive_uid: str,
    tick: Callable[[int, int], None] = lambda done, total: None,
) -> FullBackup:
    """Bring the backup in `place` up to date, making it if need be.

    The originals come first and the copy of the database last: killed at any moment, the backup holds what it held
    before, and the next run goes on.

    Args:
        connection: to read the archive by.
        folder: the archive.
        place: a new or empty folder, or an earlier backup of the same archive.
        archive_uid: the archive's.
        tick: called with the number of originals done and their total; what it raises ends the work.

    Raises:
        CuratorError: when something else is in `place`, its disk is full, or the archive is damaged.
    """
    with explained(place), _blaming(folder):
        _prepare(folder, place, archive_uid)
        connection.execute("BEGIN")
        try:
            report = _bring_all(connection, folder, ArchiveFolder(place), tick)
            report.database = backups.copy_to(connection, place / DATABASES)
            report.erased = _forget_erased(connection, place)
        finally:
            connection.execute("ROLLBACK")
        backups.thin(place / DATABASES)
    return report


@contextmanager
def _blaming(folder: ArchiveFolder) -> Iterator[None]:
    """Say of damage to the database that it is the archive's; all else is about the place of the backup."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        raise damaged(folder.path) from error


def is_backup(place: Path) -> bool:
    """Return whether a folder is a full backup."""
    return (place / ABOUT).is_file()


def _prepare(folder: ArchiveFolder, place: Path, archive_uid: str) -> None:
    if place.resolve().is_relative_to(folder.path.resolve()):
        raise CuratorError(
            _("%(path)s lies inside the archive.") % {"path": place}, _("Choose a folder on another disk.")
        )
    if is_backup(place):
        _require_same(place, archive_uid)
    elif place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise CuratorError(
            _("%(path)s holds other things and is no backup.") % {"path": place},
            _("Give a new or empty folder, such as %(path)s") % {"path": place / f"{folder.path.stem}-backup"},
        )
    for part in (place, place / DATABASES, ArchiveFolder(place).originals):
        part.mkdir(parents=True, exist_ok=True)
    (place / "README.txt").write_text(_README, encoding="utf-8")
    fresh = place / f"{ABOUT}.new"
    fresh.write_text(json.dumps({"format": 1, "archive": archive_uid}), encoding="utf-8")
    fresh.replace(place / ABOUT)


def _require_same(place: Path, archive_uid: str) -> None:
    try:
        about = json.loads((place / ABOUT).read_text(encoding="utf-8"))
        same = about["archive"] == archive_uid
    except (ValueError, KeyError, TypeError):
        same = False
    if not same:
        raise CuratorError(
            _("%(path)s is the backup of another archive.") % {"path": place},
            _("Give each archive a folder of its own."),
        )


def _bring_all(
    connection: Connection, source: ArchiveFolder, target: ArchiveFolder, tick: Callable[[int, int], None]
) -> FullBackup:
    on_record, in_history = originals.wanted(connection)
    report = FullBackup(Backup(target.path, backups.EPOCH, "", 0))
    wanted = sorted(on_record | in_history)
    for number, sha256 in enumerate(wanted):
        tick(number, len(wanted))
        _bring(source, target, sha256, sha256 in on_record, report)
    # Once for all of them, where the system can do that.
    if hasattr(os, "sync"):
        os.sync()
    return report


def _bring(source: ArchiveFolder, target: ArchiveFolder, sha256: str, on_record: bool, report: FullBackup) -> None:
    if stored_path(target, sha256).exists():
        report.there += 1
        return
    size = original_copies.copy(source, target, sha256, on_record, report)
    if size is not None:
        report.copied += 1
        report.copied_bytes += size


def _forget_erased(connection: Connection, place: Path) -> int:
    """Take out of the backup what was erased from the archive since; return how many files went."""
    erased = {row["uid"]: row["id"] for row in connection.execute("SELECT uid, id FROM tombstone")}
    newest = max(erased.values(), default=0)
    gone = 0
    for backup in backups.listed(place / DATABASES):
        seen, known = _tombstones_and_originals(backup)
        if seen >= newest:
            continue
        for uid in known.keys() & erased.keys():
            stored_path(ArchiveFolder(place), known[uid]).unlink(missing_ok=True)
            gone += 1
        backup.path.unlink()
        gone += 1
    return gone


def _tombstones_and_originals(backup: Backup) -> tuple[int, dict[str, str]]:
    """Return the newest tombstone of a copy, and uid -> SHA-256 of the originals that it or its journal knows."""
    copy = connect_reader(backup.path, immutable=True)
    try:
        newest = copy.execute("SELECT ifnull(max(id), 0) FROM tombstone").fetchone()[0]
        rows = copy.execute(
            """
            SELECT uid, sha256 FROM original
            UNION SELECT json_extract(before, '$.uid'), json_extract(before, '$.sha256') FROM change
                WHERE record = 'original' AND kind = 'delete'"""
        )
        return int(newest), {row[0]: row[1] for row in rows}
    finally:
        copy.close()
