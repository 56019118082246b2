"""SQLite connections: one that writes, many that only read."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from curator.archive.folder import ArchiveFolder

# What reads take: named here, so that no other layer needs to know the database's module.
Connection = sqlite3.Connection

# Marks the file as ours ("Cura"), so that a stray database is not taken for an archive.
APPLICATION_ID = 0x43757261
BUSY_MS = 30_000


def connect_writer(database: Path) -> sqlite3.Connection:
    """Open `database` for writing, in autocommit mode: transactions are begun by hand.

    Foreign keys are on; recursive triggers too, so that a REPLACE is journalled as the deletion it is.
    """
    connection = _connect(str(database))
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    _prepare(connection)
    connection.execute("PRAGMA recursive_triggers = ON")
    return connection


def connect_reader(database: Path, immutable: bool = False) -> sqlite3.Connection:
    """Open `database` for reading only.

    Args:
        database: the SQLite file.
        immutable: the medium cannot change, so no lock files are looked for or made.
    """
    mode = "mode=ro&immutable=1" if immutable else "mode=ro"
    address = f"file:{quote(os.fsencode(database.resolve()))}?{mode}"
    connection = _connect(address, uri=True)
    _prepare(connection)
    connection.execute("PRAGMA query_only = ON")
    # Every thread that reads has such a connection, and the system keeps the same pages for all: with 32 MB each the
    # window held 160 MB of pages twice, with 8 MB still 30.
    connection.execute("PRAGMA cache_size = -2000")
    return connection


def _connect(address: str, uri: bool = False) -> sqlite3.Connection:
    # No two threads use a connection at a time; which of them made it, the one that closes it need not be.
    return sqlite3.connect(address, uri=uri, isolation_level=None, timeout=BUSY_MS / 1000, check_same_thread=False)


def _prepare(connection: sqlite3.Connection) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -32000")


@contextmanager
def one_state(connection: sqlite3.Connection) -> Iterator[None]:
    """Let all reads of the block see the archive as it is at the first of them, whatever is written meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("COMMIT")


def is_open_elsewhere(database: Path) -> bool:
    """Tell whether a database in a folder that cannot be written is in use by someone who can write it.

    Then its log can be read in place, and it must not be taken for immutable.
    """
    if not database.with_name(database.name + "-shm").exists():
        return False
    try:
        connection = connect_reader(database)
    except sqlite3.Error:
        return False
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        return False
    finally:
        connection.close()
    return True


def readable_copy(folder: ArchiveFolder) -> tempfile.TemporaryDirectory[str] | None:
    """Copy the database and its write-ahead log off a read-only medium, when there is a log to be read.

    SQLite cannot read a log without making a file beside it; opened without the log, the last writes would be missing.

    Returns:
        the temporary folder with the copy, or None when the database is whole as it stands.
    """
    log = folder.database.with_name(folder.database.name + "-wal")
    if not log.exists() or log.stat().st_size == 0:
        return None
    place = tempfile.TemporaryDirectory(prefix="curator-")
    for file in (folder.database, log):
        shutil.copy(file, Path(place.name) / file.name)
    return place
