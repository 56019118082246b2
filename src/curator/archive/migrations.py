"""The schema and its steps: each runs in a transaction, after a copy of the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from curator.archive import backups
from curator.archive.connection import APPLICATION_ID
from curator.archive.faults import damaged
from curator.archive.folder import ArchiveFolder
from curator.errors import CuratorError
from curator.i18n import _

if TYPE_CHECKING:
    from sqlite_utils import Database

_SCHEMA = Path(__file__).parent / "schema"
# What sqlite-utils keeps of the steps that were taken: under this name, in a table of its own.
_SET = "curator"
_APPLIED = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY rowid"
_KEPT = "SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations')"


class Steps:
    """The steps of the schema by their names, in their order.

    sqlite-utils takes them. Which are still to be taken is found out without it: most starts take none, and to load it
    costs a window a tenth of its memory.
    """

    def __init__(self) -> None:
        self.by_name: dict[str, Callable[[Database], None]] = {}

    def __call__(self, name: str = "") -> Callable[[Callable[[Database], None]], Callable[[Database], None]]:
        """Return what adds a function as the next step, under its own name unless given."""

        def add(step: Callable[[Database], None]) -> Callable[[Database], None]:
            self.by_name[name or step.__name__] = step
            return step

        return add


migrations = Steps()


@migrations()
def m0001_first(db: Database) -> None:
    """Make the first schema."""
    db.executescript((_SCHEMA / "0001-first.sql").read_text(encoding="utf-8"))
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@migrations()
def m0002_review(db: Database) -> None:
    """Make room for what is read and waits for a person; languages of paragraphs; title and collector of a batch."""
    db.executescript((_SCHEMA / "0002-review.sql").read_text(encoding="utf-8"))


@migrations()
def m0003_sketches(db: Database) -> None:
    """Make room for sketches of texts, by which copies are found."""
    db.executescript((_SCHEMA / "0003-sketches.sql").read_text(encoding="utf-8"))


@migrations()
def m0004_merge_choices(db: Database) -> None:
    """Remember what a merge wrote over in the name that was kept."""
    db.executescript((_SCHEMA / "0004-merge-choices.sql").read_text(encoding="utf-8"))


@migrations()
def m0005_suggestions(db: Database) -> None:
    """Remember which names were rejected; make room for the queue of suggestions."""
    db.executescript((_SCHEMA / "0005-suggestions.sql").read_text(encoding="utf-8"))


@migrations()
def m0006_scope_note(db: Database) -> None:
    """Make room for what a name is used for (skos:scopeNote), beside the note on it."""
    db.executescript((_SCHEMA / "0006-scope-note.sql").read_text(encoding="utf-8"))


@migrations()
def m0007_result_lists(db: Database) -> None:
    """Make room for frozen lists of what a query found, and for the last searches."""
    db.executescript((_SCHEMA / "0007-result-lists.sql").read_text(encoding="utf-8"))


def known() -> list[str]:
    """Return the names of all steps that this program knows, in their order."""
    return list(migrations.by_name)


def pending(connection: sqlite3.Connection, folder: ArchiveFolder) -> list[str]:
    """Return the names of the steps that `connection`'s database has not had.

    Raises:
        CuratorError: when it has had steps that this program does not know, since a newer program wrote it, or when
            steps that it has had are no longer listed: it is damaged.
    """
    applied = _applied(connection)
    foreign = set(applied) - set(known())
    if foreign:
        raise CuratorError(
            _("This archive was written by a newer Curator (format %(theirs)d; this one reads up to %(ours)d).")
            % {"theirs": len(applied), "ours": len(known())},
            _("Install the newer Curator. The archive was not touched."),
        )
    if connection.execute("PRAGMA user_version").fetchone()[0] > len(applied):
        raise damaged(folder.path)
    return [name for name in known() if name not in applied]


def _applied(connection: sqlite3.Connection) -> list[str]:
    if not connection.execute(_KEPT).fetchone()[0]:
        return []
    return [row[0] for row in connection.execute(_APPLIED, (_SET,))]


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
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    steps = pending(connection, folder)
    db, all_steps = Database(connection), Migrations(_SET)
    for name, step in migrations.by_name.items():
        all_steps(name=name)(step)
    # An archive that is being made has nothing yet that a copy could keep.
    is_new = not _applied(connection)
    for position, name in enumerate(steps):
        if not is_new:
            backups.copy_to(connection, folder.backups, name)
            backups.thin(folder.backups)
        all_steps.apply(db, stop_before=steps[position + 1 :])
    if steps:
        connection.execute(f"PRAGMA user_version = {len(known())}")
    return steps
