"""The schema and its steps: each runs in a transaction, after a copy of the database."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from curator.archive import backups
from curator.archive.connection import APPLICATION_ID
from curator.archive.faults import damaged
from curator.archive.folder import ArchiveFolder
from curator.errors import CuratorError
from curator.i18n import _

_SCHEMA = Path(__file__).parent / "schema"
migrations = Migrations("curator")


@migrations()
def m0001_first(db: Database) -> None:
    """Make the first schema."""
    db.executescript((_SCHEMA / "0001-first.sql").read_text(encoding="utf-8"))
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@migrations()
def m0002_review(db: Database) -> None:
    """Make room for what is read and waits for a person; languages of paragraphs; title and collector of a batch."""
    db.executescript((_SCHEMA / "0002-review.sql").read_text(encoding="utf-8"))


def known() -> list[str]:
    """Return the names of all steps that this program knows, in their order."""
    return [step.name for step in migrations._migrations]


def pending(connection: sqlite3.Connection, folder: ArchiveFolder) -> list[str]:
    """Return the names of the steps that `connection`'s database has not had.

    Raises:
        CuratorError: when it has had steps that this program does not know, since a newer program wrote it, or when
            steps that it has had are no longer listed: it is damaged.
    """
    db = Database(connection)
    applied = [step.name for step in migrations.applied(db)]
    foreign = set(applied) - set(known())
    if foreign:
        raise CuratorError(
            _("This archive was written by a newer Curator (format %(theirs)d; this one reads up to %(ours)d).")
            % {"theirs": len(applied), "ours": len(known())},
            _("Install the newer Curator. The archive was not touched."),
        )
    if connection.execute("PRAGMA user_version").fetchone()[0] > len(applied):
        raise damaged(folder.path)
    return [step.name for step in migrations.pending(db)]


def require_ours(connection: sqlite3.Connection, folder: ArchiveFolder) -> None:
    """Refuse a database that is not an archive's, before a step of the schema touches it.

    Raises:
        CuratorError: when it is empty, or another program's.
    """
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise CuratorError(
            _("%(path)s is not the database of a Curator archive, or it is damaged.") % {"path": folder.database},
            _("Nothing was changed. The folder backups/ beside it may hold a whole copy."),
        )
    # Damaged names of columns would come to light as a fault of decoding, much later.
    connection.execute("SELECT sql FROM sqlite_master").fetchall()


def require_finished(connection: sqlite3.Connection, folder: ArchiveFolder) -> None:
    """Refuse an archive whose making was interrupted.

    Raises:
        CuratorError: when the schema is there and nothing else.
    """
    if not connection.execute("SELECT EXISTS (SELECT 1 FROM archive)").fetchone()[0]:
        raise CuratorError(
            _("The archive %(path)s was never finished: making it was interrupted.") % {"path": folder.path},
            _("It is empty. Delete the folder and make the archive again: curator new %(path)s")
            % {"path": folder.path},
        )


def migrate(connection: sqlite3.Connection, folder: ArchiveFolder) -> list[str]:
    """Bring the database up to date, copying it to backups/ before each step unless it is new.

    Returns:
        the names of the steps taken.
    """
    steps = pending(connection, folder)
    db = Database(connection)
    # An archive that is being made has nothing yet that a copy could keep.
    is_new = not migrations.applied(db)
    for position, step in enumerate(steps):
        if not is_new:
            backups.copy_to(connection, folder.backups, step)
            backups.thin(folder.backups)
        migrations.apply(db, stop_before=steps[position + 1 :])
    if steps:
        connection.execute(f"PRAGMA user_version = {len(known())}")
    return steps
