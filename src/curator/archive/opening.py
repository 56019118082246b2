"""The archive as an object: open or create it, read from it, write to it in labelled transactions."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from curator.archive import aftermath, undo
from curator.archive import folder as folders
from curator.archive.creation import create_folder
from curator.archive.faults import explained, explanation
from curator.archive.migrations import require_finished
from curator.archive.open_database import OpenDatabase, is_ready
from curator.archive.transaction import Transaction, Value, begin_revision, require_text
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.revision import Changes, Label, RevisionKind


class Archive(OpenDatabase):
    """An open archive.

    Args:
        folder: where it is.
        actor: the name that its revisions are signed with.
        origin: the program's face that writes ("cli", "window").
    """

    def __init__(self, folder: folders.ArchiveFolder, actor: str = "", origin: str = "cli") -> None:
        self.actor = actor
        self.origin = origin
        super().__init__(folder)

    @staticmethod
    def is_ready(path: Path) -> bool:
        """Tell whether the archive at `path` can be opened at once.

        Returns:
            False when opening it would first bring its schema up to date or finish an erasure, which for a large
            archive takes long. Also True where it cannot be opened at all: `open` says why.
        """
        try:
            return is_ready(folders.find(path))
        except (CuratorError, sqlite3.Error, UnicodeDecodeError):
            return True

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
