"""Getting an archive back from a backup: verified first, into a folder that did not exist, whole or not at all."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from curator.archive import backups, full_backup, original_copies, originals
from curator.archive.connection import APPLICATION_ID, connect_reader
from curator.archive.creation import create_folder
from curator.archive.faults import explained
from curator.archive.folder import DATABASE, ArchiveFolder
from curator.archive.full_backup import DATABASES
from curator.archive.identifiers import uuid7
from curator.archive.migrations import pending, require_finished
from curator.errors import CuratorError
from curator.i18n import _


@dataclass(frozen=True, slots=True)
class Source:
    """What is restored: a copy of the database, and the folder whose originals/ go with it."""

    database: Path
    beside: ArchiveFolder


@dataclass(slots=True)
class Restored:
    """What was put back; `missing` and `changed` (SHA-256 -> the one found) originals could not be."""

    source: Source
    originals: int = 0
    size: int = 0
    missing: list[str] = field(default_factory=list)
    changed: dict[str, str] = field(default_factory=dict)


def source_of(path: Path) -> Source:
    """Return what a backup consists of.

    Args:
        path: a folder that `curator backup` wrote, or one copy of the database: in such a folder, or in the backups/
            of an archive.

    Raises:
        CuratorError: when it is neither.
    """
    if full_backup.is_backup(path):
        found = backups.listed(path / DATABASES)
        if found:
            return Source(found[-1].path, ArchiveFolder(path))
        raise CuratorError(
            _("The backup %(path)s was never finished: it holds no copy of the database.") % {"path": path},
            _("Make it again: curator backup ARCHIVE %(path)s") % {"path": path},
        )
    if path.is_file() and path.suffix == ".sqlite" and path.name != DATABASE:
        return Source(path, ArchiveFolder(path.absolute().parent.parent))
    if (path / DATABASE).is_file() or path.name == DATABASE:
        raise CuratorError(
            _("%(path)s is an archive, not a backup.") % {"path": path},
            _("Name one of the files in its folder backups/; curator backup ARCHIVE lists them."),
        )
    raise CuratorError(
        _("There is no backup at %(path)s.") % {"path": path},
        _("Give a folder that curator backup wrote, or a file of the folder backups/ in an archive."),
    )


def restore(source: Source, target: Path, tick: Callable[[int, int], None] = lambda done, total: None) -> Restored:
    """Make a new archive from a backup.

    Args:
        source: as `source_of` returned it.
        target: where; nothing may be there.
        tick: called with the number of originals done and their total; what it raises ends the work.

    Raises:
        CuratorError: something is at `target`, the copy of the database is damaged, or written by a newer Curator.
    """
    if target.exists() or target.is_symlink():
        raise CuratorError(
            _("There is something at %(path)s already.") % {"path": target},
            _("Nothing is overwritten: restore to a new name."),
        )
    building = target.with_name(f"{target.name}.{uuid7()}.unfinished")
    with explained(target.parent):
        on_record, in_history = _verified(source)
        try:
            folder = create_folder(building)
            shutil.copyfile(source.database, folder.database)
            report = Restored(source)
            wanted = sorted(on_record | in_history)
            for number, sha256 in enumerate(wanted):
                tick(number, len(wanted))
                size = original_copies.copy(source.beside, folder, sha256, sha256 in on_record, report)
                if size is not None:
                    report.originals += 1
                    report.size += size
            building.rename(target)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
    return report


def _verified(source: Source) -> tuple[set[str], set[str]]:
    """Look whether the copy is whole and can be read; return the originals that it wants."""
    try:
        connection = connect_reader(source.database, immutable=True)
        try:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                raise _damaged(source)
            pending(connection, source.beside)
            require_finished(connection, source.beside)
            if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                raise _damaged(source)
            return originals.wanted(connection)
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        raise _damaged(source) from error


def _damaged(source: Source) -> CuratorError:
    return CuratorError(
        _("%(path)s is damaged, or no copy of an archive's database.") % {"path": source.database},
        _("Nothing was restored. Try an older one; the others are in %(folder)s") % {"folder": source.database.parent},
    )
