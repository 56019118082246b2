"""Files as received: copied in under the SHA-256 of their bytes, byte for byte, never altered."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import filelock

from curator.archive import reviews
from curator.archive.folder import ArchiveFolder
from curator.archive.identifiers import uuid7
from curator.archive.transaction import Transaction
from curator.i18n import _
from curator.model.article import Original

_CHUNK = 1 << 20
_UNNEEDED = "unneeded_originals"
_REST = re.compile(r"[0-9a-f]{62}")


@dataclass(frozen=True, slots=True)
class Staged:
    """A copy of a file that is not in the store yet: where it is, its SHA-256 (hex) and size in bytes."""

    path: Path
    sha256: str
    size: int


class Staging:
    """A place inside the archive where files are copied to before anybody reads them.

    So the bytes that are read, described and kept are the same, whatever happens to the source meanwhile. Nothing in
    it is an original until `keep` has moved it; what an interrupted run left is cleared by the next one.
    """

    def __init__(self, folder: ArchiveFolder) -> None:
        self._folder = folder
        folder.incoming.mkdir(parents=True, exist_ok=True)
        clear_abandoned(folder.incoming)
        self.path = folder.incoming / uuid7()
        self._lock = filelock.FileLock(f"{self.path}.lock")
        self._lock.acquire()
        self.path.mkdir()
        self._count = 0
        # Folders of the store that are known to be there.
        self._there: set[Path] = set()

    def stage(self, source: Path, tick: Callable[[], None] = lambda: None) -> Staged:
        """Copy a file in, 1 MiB at a time.

        Args:
            source: the file.
            tick: called for each MiB; what it raises ends the copying.

        Raises:
            OSError: with `source` as its filename when that cannot be read, or grows meanwhile; else it is the
                archive's disk that is at fault, which may be full.
        """
        self._count += 1
        target = self.path / str(self._count)
        digest, size = hashlib.sha256(), 0
        # A named pipe would block here for ever; O_NONBLOCK makes reading one end at once.
        descriptor = os.open(source, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            end = os.fstat(descriptor).st_size
            with target.open("wb") as writing:
                while chunk := _read(descriptor, source):
                    digest.update(chunk)
                    size += len(chunk)
                    if size > end:
                        # What is still being written is not whole, and might never end.
                        raise OSError(errno.EBUSY, _("it is still being written"), source)
                    writing.write(chunk)
                    tick()
        except BaseException:
            target.unlink(missing_ok=True)
            raise
        finally:
            os.close(descriptor)
        return Staged(target, digest.hexdigest(), size)

    def stage_bytes(self, data: bytes) -> Staged:
        """Put in bytes that are no file of their own, such as a picture inside a page."""
        self._count += 1
        target = self.path / str(self._count)
        target.write_bytes(data)
        return Staged(target, hashlib.sha256(data).hexdigest(), len(data))

    def keep(self, files: Iterable[Staged]) -> None:
        """Move copies into the store, whole on the disk before they get their name."""
        folders: set[Path] = set()
        for file in files:
            target = stored_path(self._folder, file.sha256)
            folder = target.parent
            if folder not in self._there and not folder.exists():
                folder.mkdir()
                folders.add(folder.parent)
            self._there.add(folder)
            to_disk(file.path)
            file.path.replace(target)
            folders.add(folder)
        for folder in folders:
            to_disk(folder)

    def discard(self, file: Staged) -> None:
        """Remove a copy that does not enter the archive."""
        file.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Remove the place with everything that was not kept."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._lock.release()
        Path(self._lock.lock_file).unlink(missing_ok=True)


def stored_path(folder: ArchiveFolder, sha256: str) -> Path:
    """Return where the original with this SHA-256 (hex) stands or would stand."""
    return folder.originals / sha256[:2] / sha256[2:]


def stored(folder: ArchiveFolder) -> Iterator[tuple[str, Path]]:
    """Yield (SHA-256 by its name in hex, path) of every file in the store; what is named otherwise is passed over."""
    for place in sorted(folder.originals.glob("[0-9a-f][0-9a-f]")):
        for path in sorted(place.iterdir()):
            if _REST.fullmatch(path.name):
                yield place.name + path.name, path


def digest(path: Path, tick: Callable[[], None] = lambda: None, copy: Path | None = None) -> tuple[str, int]:
    """Return the SHA-256 (hex) and the size in bytes of a file, copying it on the way if `copy` names a new file.

    Args:
        tick: called for each MiB; what it raises ends the work.
    """
    taken, size = hashlib.sha256(), 0
    with path.open("rb") as reading, contextlib.ExitStack() as closing:
        writing = closing.enter_context(copy.open("xb")) if copy else None
        while chunk := reading.read(_CHUNK):
            taken.update(chunk)
            size += len(chunk)
            if writing:
                writing.write(chunk)
            tick()
    return taken.hexdigest(), size


def wanted(connection: sqlite3.Connection) -> tuple[set[str], set[str]]:
    """Return the SHA-256s (hex) of the originals on record, and of those that only a redo or an undo would bring back.

    A journal without those would let an import that was taken back come back without its files. Those of drafts that
    wait in a review are on record, too.
    """
    now = {row[0] for row in connection.execute("SELECT sha256 FROM original")} | set(reviews.originals(connection))
    rows = connection.execute(
        "SELECT DISTINCT json_extract(before, '$.sha256') FROM change WHERE record = 'original' AND kind = 'delete'"
    )
    return now, {row[0] for row in rows} - now


def remove_unneeded(connection: sqlite3.Connection, folder: ArchiveFolder, sha256s: Iterable[str]) -> None:
    """Remove files of drafts that were dropped, as far as no record, no other draft and no undo needs them.

    While an import runs they stay until the next call: it may have put the same file there and not written it down yet.

    Args:
        connection: the writer, in a transaction.
    """
    row = connection.execute("SELECT value FROM replica_state WHERE key = ?", (_UNNEEDED,)).fetchone()
    waiting = set(sha256s) | set(json.loads(row[0]) if row else ())
    connection.execute("DELETE FROM replica_state WHERE key = ?", (_UNNEEDED,))
    if is_staging(folder):
        connection.execute("INSERT INTO replica_state VALUES (?, ?)", (_UNNEEDED, json.dumps(sorted(waiting))))
        return
    on_record, in_history = wanted(connection)
    for sha256 in waiting - on_record - in_history:
        stored_path(folder, sha256).unlink(missing_ok=True)


def is_staging(folder: ArchiveFolder) -> bool:
    """Return whether files are being copied into the archive now, by any process."""
    for path in folder.incoming.glob("*.lock") if folder.incoming.is_dir() else ():
        try:
            with filelock.FileLock(path, timeout=0):
                pass
        except filelock.Timeout:
            return True
    return False


def known(connection: sqlite3.Connection, sha256: str) -> tuple[int, list[int]] | None:
    """Return the id of the original with this SHA-256 and the ids of the articles made from it, or None.

    An article that only shows it as a picture was not made from it.
    """
    rows = connection.execute(
        """
        SELECT original.id, article_original.article_id
        FROM original JOIN article_original ON article_original.original_id = original.id
        WHERE original.sha256 = ? AND article_original.role = 'page' ORDER BY article_original.id""",
        (sha256,),
    ).fetchall()
    return (rows[0]["id"], [row["article_id"] for row in rows]) if rows else None


def add(transaction: Transaction, file: Staged, file_name: str, media_type: str, encoding: str | None) -> int:
    """Record an original; the same bytes are recorded once.

    Returns:
        its id.
    """
    rows = transaction.rows("SELECT id FROM original WHERE sha256 = ?", (file.sha256,))
    if rows:
        return int(rows[0]["id"])
    return transaction.insert(
        "original",
        {
            "sha256": file.sha256,
            "file_name": file_name,
            "media_type": media_type,
            "encoding": encoding or None,
            "size": file.size,
        },
    )


def attach(transaction: Transaction, article_id: int, original_id: int, part: str = "") -> None:
    """Record that an article was made from an original, or from a part of it."""
    transaction.insert("article_original", {"article_id": article_id, "original_id": original_id, "part": part})


def of_article(connection: sqlite3.Connection, article_id: int) -> list[Original]:
    """Return the originals that an article was made from; its pictures are in `pictures.of_article`."""
    rows = connection.execute(
        """
        SELECT original.* FROM original JOIN article_original ON article_original.original_id = original.id
        WHERE article_original.article_id = ? AND role = 'page' ORDER BY article_original.id""",
        (article_id,),
    )
    return [Original(**dict(row)) for row in rows]


def _read(descriptor: int, source: Path) -> bytes:
    """Read the next MiB, naming the file in what goes wrong, so that it is not taken for the archive's disk."""
    try:
        return os.read(descriptor, _CHUNK)
    except OSError as error:
        raise OSError(error.errno, error.strerror, source) from error


def to_disk(path: Path) -> None:
    """Wait until a file, or a folder's entries, are on the disk. Folders cannot be opened for this on Windows."""
    folder = path.is_dir()
    if folder and os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY if folder else os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def clear_abandoned(incoming: Path) -> None:
    """Remove what interrupted runs left: every place whose lock nobody holds."""
    for place in {entry.with_suffix("") for entry in incoming.iterdir()}:
        lock = filelock.FileLock(f"{place}.lock", timeout=0)
        with contextlib.suppress(filelock.Timeout), lock:
            shutil.rmtree(place, ignore_errors=True)
            Path(lock.lock_file).unlink(missing_ok=True)
