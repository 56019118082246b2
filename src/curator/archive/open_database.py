"""The database of an archive while it is open: its connections, its lock, and what is done before it is used."""

from __future__ import annotations

import logging
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from curator.archive import erasure, journal
from curator.archive.connection import connect_reader, connect_writer, is_open_elsewhere, readable_copy
from curator.archive.faults import damaged, explained
from curator.archive.folder import ArchiveFolder
from curator.archive.migrations import migrate, pending, require_ours
from curator.archive.write_lock import WriteLock
from curator.errors import CuratorError
from curator.i18n import _

_log = logging.getLogger(__name__)


class OpenDatabase:
    """An open database, its schema brought up to date where it can be written.

    Args:
        folder: where it is.

    `database` is the file that is read (a copy, for a log on a read-only medium); `immutable` says that it cannot
    change.

    Any thread may read, by a connection of its own. Threads that write wait for each other, as processes do.
    """

    def __init__(self, folder: ArchiveFolder) -> None:
        self.folder = folder
        self.writable = folder.is_writable()
        self.database = folder.database
        self._copy: tempfile.TemporaryDirectory[str] | None = None
        self.immutable = False
        self._writer: sqlite3.Connection | None = None
        self._readers: dict[int, sqlite3.Connection] = {}
        self._guard = threading.Lock()
        self._lock = WriteLock(folder, self.writable)
        try:
            with explained(folder.path):
                self._open()
        except UnicodeDecodeError as error:
            # SQLite quotes a damaged schema in its message, and Python stumbles over the quotation.
            self.close()
            raise damaged(folder.path) from error
        except BaseException:
            self.close()
            raise

    def _open(self) -> None:
        if self.writable:
            if self.database.exists():
                require_ours(self.read(), self.folder)
            if not self.database.exists() or pending(self.read(), self.folder):
                self._migrate()
            if erasure.is_begun(self.read()):
                self._finish_erasure()
            return
        if not is_open_elsewhere(self.database):
            self._copy = readable_copy(self.folder)
            if self._copy:
                self.database = Path(self._copy.name) / self.database.name
            else:
                self.immutable = True
        require_ours(self.read(), self.folder)
        if pending(self.read(), self.folder):
            raise CuratorError(
                _("This archive was written by an older Curator and stands on a read-only medium."),
                _("Copy the folder to a disk that can be written, and open the copy."),
            )

    def _migrate(self) -> None:
        with self._lock.held():
            connection = connect_writer(self.database)
            try:
                migrate(connection, self.folder)
            finally:
                connection.close()

    def _finish_erasure(self) -> None:
        """Do what is left of an erasure that was interrupted; what cannot be done now is left to the next opening."""
        try:
            with self.unjournalled() as connection:
                erasure.finish(connection, self.folder)
        except CuratorError as error:
            _log.warning("an erasure is still not finished: %s", error.message)

    @property
    def uid(self) -> str:
        """The identity of the archive (UUID); copies share it."""
        return str(self.read().execute("SELECT uid FROM archive").fetchone()[0])

    def read(self) -> sqlite3.Connection:
        """Return this thread's read-only connection; each statement sees what was committed before it."""
        me = threading.get_ident()
        with self._guard:
            connection = self._readers.get(me)
        if connection is None:
            connection = connect_reader(self.database, self.immutable)
            with self._guard:
                self._readers[me] = connection
        return connection

    def data_version(self) -> int:
        """Return a number that is another one after any commit by anybody, for this thread to compare."""
        return int(self.read().execute("PRAGMA data_version").fetchone()[0])

    def is_journalled(self) -> bool:
        """Return whether every record table has the triggers of the journal on the writer's connection."""
        with explained(self.folder.path), self._lock.held():
            return journal.installed(self._writing())

    @contextmanager
    def unjournalled(self) -> Iterator[sqlite3.Connection]:
        """Hold the lock, and yield a writer that leaves no history and overwrites what it deletes: to erase with."""
        with explained(self.folder.path), self._lock.held():
            connection = connect_writer(self.database)
            try:
                connection.execute("PRAGMA secure_delete = ON")
                yield connection
            finally:
                connection.close()

    def _writing(self) -> sqlite3.Connection:
        if self._writer is None:
            self._writer = connect_writer(self.database)
            journal.install(self._writer)
        return self._writer

    def rest(self) -> None:
        """Let go of the pages that the writer keeps; the next writing reads them again."""
        if self._writer is not None and not self._writer.in_transaction:
            self._writer.execute("PRAGMA shrink_memory")

    def close(self) -> None:
        """Close all connections; the writer's last, under the lock, since closing checkpoints."""
        for connection in self._readers.values():
            connection.close()
        self._readers.clear()
        if self._writer is not None:
            with self._lock.held():
                self._writer.close()
            self._writer = None
        if self._copy is not None:
            self._copy.cleanup()
            self._copy = None


def is_ready(folder: ArchiveFolder) -> bool:
    """Tell whether nothing has to be done to a database before it is used; raises as `OpenDatabase` does."""
    if not folder.is_writable() or not folder.database.exists():
        return True
    connection = connect_reader(folder.database)
    try:
        require_ours(connection, folder)
        return not pending(connection, folder) and not erasure.is_begun(connection)
    finally:
        connection.close()
