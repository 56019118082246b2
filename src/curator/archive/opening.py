"""The archive as an object: open or create it, read from it, write to it in labelled transactions."""

from __future__ import annotations

import datetime
import logging
import sqlite3
import tempfile
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from curator.archive import aftermath, erasure, journal, undo
from curator.archive import folder as folders
from curator.archive.connection import connect_reader, connect_writer, is_open_elsewhere, readable_copy
from curator.archive.creation import create_folder
from curator.archive.faults import damaged, explained, explanation
from curator.archive.migrations import migrate, pending, require_finished, require_ours
from curator.archive.transaction import Transaction, Value, begin_revision, require_text
from curator.archive.write_lock import WriteLock
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.revision import Changes, Label, RevisionKind

_log = logging.getLogger(__name__)


class Archive:
    """An open archive.

    Args:
        folder: where it is.
        actor: the name that its revisions are signed with.
        origin: the program's face that writes ("cli", "window").

    `database` is the file that is read (a copy, for a log on a read-only medium); `immutable` says that it cannot
    change.

    Any thread may read, by a connection of its own. Threads that write wait for each other, as processes do.
    """

    def __init__(self, folder: folders.ArchiveFolder, actor: str = "", origin: str = "cli") -> None:
        self.folder = folder
        self.actor = actor
        self.origin = origin
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

    @classmethod
    def open(cls, path: Path, actor: str = "", origin: str = "cli") -> Archive:
        """Open the archive at `path`, bringing its schema up to date; read-only where the medium is.

        Raises:
            CuratorError: when there is none, it is damaged, or a newer Curator wrote it.
        """
        archive = cls(folders.find(path), actor, origin)
        try:
            with explained(archive.folder.path):
                require_finished(archive.read(), archive.folder)
        except BaseException:
            archive.close()
            raise
        return archive

    @classmethod
    def create(cls, path: Path, title: str = "", actor: str = "", origin: str = "cli") -> Archive:
        """Make a new archive at `path` and open it.

        Args:
            path: a folder that does not exist or is empty.
            title: what the archive is called; the folder's name unless given.

        Raises:
            CuratorError: when something is in the way.
        """
        name = title or path.name.removesuffix(".curator")
        require_text({"title": name})
        create_folder(path)
        archive = cls(folders.ArchiveFolder(path), actor, origin)
        try:
            with archive.transaction(Label(N_("Create the archive"))) as transaction:
                created = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
                transaction.insert("archive", {"title": name, "created": created})
        except BaseException:
            archive.close()
            raise
        return archive

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
    def transaction(
        self, label: Label, *, into: int | None = None, kind: RevisionKind = "act", reverts: int | None = None
    ) -> Iterator[Transaction]:
        """Write to the archive: everything in the block is one revision, or nothing is.

        Args:
            label: what the act is called.
            into: a revision of this process to go on with, for work that commits in batches.
            kind, reverts: for undo.

        Yields:
            the transaction; its `changes` are set when the block has been committed.

        Raises:
            CuratorError: read-only medium, full disk, another program writing for over a minute.
        """
        with explained(self.folder.path), self._lock.held():
            connection = self._writing()
            connection.execute("BEGIN IMMEDIATE")
            try:
                revision_id = (
                    begin_revision(connection, (self.actor, self.origin), label, kind, reverts)
                    if into is None
                    else into
                )
                _refuse_if_taken_back(connection, revision_id)
                connection.execute("DELETE FROM temp.open_revision")
                connection.execute("INSERT INTO temp.open_revision (id) VALUES (?)", (revision_id,))
                transaction = Transaction(connection, revision_id)
                yield transaction
                touched = transaction.touched()
                connection.execute("DELETE FROM temp.open_revision")
                # An act that changed nothing leaves no line in the history.
                connection.execute("COMMIT" if touched or into else "ROLLBACK")
                transaction.changes = touched
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

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

    @contextmanager
    def unrecorded(self) -> Iterator[sqlite3.Connection]:
        """Write what is no record (drafts, suggestions, outbox): all of the block, or nothing of it.

        Yields:
            the writer, in a transaction; it refuses to write records.
        """
        with explained(self.folder.path), self._lock.held():
            connection = self._writing()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def derived(self, *statements: tuple[str, Iterable[Sequence[Value]]]) -> None:
        """Write what is no record by statements, each with the rows of parameters it is carried out for."""
        with self.unrecorded() as connection:
            for sql, rows in statements:
                connection.executemany(sql, rows)

    def undo(self) -> tuple[Changes, int]:
        """Take back the newest act that stands.

        Returns:
            what that touched, and the id of the revision taken back.
        """
        return self._take_back("undo", _("There is nothing to undo."))

    def redo(self) -> tuple[Changes, int]:
        """Bring back what the last undo took back, as long as nothing was done since."""
        return self._take_back("redo", _("There is nothing to redo."))

    def revert(self, revision_id: int) -> Changes:
        """Take back one act, however old, as long as no later work stands on it."""
        return self._play(revision_id, "revert")

    def _take_back(self, kind: RevisionKind, nothing: str) -> tuple[Changes, int]:
        # Chosen and taken back under one lock, or another process could take back the same in between.
        with self._lock.held(), explained(self.folder.path):
            found = undo.candidate(self.read(), kind)
            if found is None:
                raise CuratorError(nothing)
            return self._play(found, kind), found

    def _play(self, revision_id: int, kind: RevisionKind) -> Changes:
        with self._lock.held():
            target = undo.revertible(self.read(), revision_id)
            try:
                with self.transaction(target.label, kind=kind, reverts=revision_id) as transaction:
                    undo.play_backwards(transaction, revision_id)
                    if kind == "revert":
                        aftermath.settle(transaction, revision_id)
            except sqlite3.IntegrityError as error:
                raise undo.needed_by_later_work(self.read(), revision_id) from error
            return transaction.changes

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

    def __enter__(self) -> Archive:
        """Return the archive itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        """Close it; what SQLite raised in the block, on reading a damaged page for one, comes out in words.

        Raises:
            CuratorError: instead of the failures that `explained` knows.
        """
        known = explanation(error, self.folder.path) if isinstance(error, sqlite3.Error) else None
        try:
            with explained(self.folder.path):
                self.close()
        except CuratorError:
            if error is None:
                raise
        if known:
            raise known from error


def _refuse_if_taken_back(connection: sqlite3.Connection, revision_id: int) -> None:
    row = connection.execute("SELECT reverted_by FROM revision WHERE id = ?", (revision_id,)).fetchone()
    if row["reverted_by"] is not None:
        raise CuratorError(_("This work was undone elsewhere while it was still going on. It stops here."))
