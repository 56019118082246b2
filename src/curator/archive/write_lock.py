"""The lock that whoever writes to an archive holds: SQLite is safest with one writer, which alone checkpoints."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import filelock

from curator.archive.folder import ArchiveFolder
from curator.errors import CuratorError
from curator.i18n import _

WAIT_S = 60.0


class WriteLock:
    """Keeps other processes, and other threads of this one, from writing; a thread that holds it may take it again.

    Args:
        folder: the archive.
        writable: False on a read-only medium, where nothing is locked because nothing is written.
    """

    def __init__(self, folder: ArchiveFolder, writable: bool) -> None:
        self._folder = folder
        self._writable = writable
        self._lock = filelock.FileLock(folder.write_lock, fallback_to_soft=False)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Wait for the lock and hold it for the block.

        Raises:
            CuratorError: when the medium is read-only, or another program writes for over a minute.
        """
        if not self._writable:
            raise CuratorError(
                _("This archive can only be read: %(path)s is read-only.") % {"path": self._folder.path},
                _("Copy the folder to a disk that can be written, and open the copy."),
            )
        try:
            self._lock.acquire(timeout=WAIT_S)
        except filelock.Timeout as error:
            raise CuratorError(
                _("Another program has been writing to this archive for over a minute."),
                _("Wait for it to end, or close it, and try again. Nothing was changed."),
            ) from error
        try:
            yield
        finally:
            self._lock.release()
