"""The indexer's side: a child process that reads the archive, writes the index and reports what it has seen.

It never writes to the archive. In a thread a Whoosh commit would freeze the window; in a process it cannot.
"""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection as Pipe
from pathlib import Path

import filelock

from curator import memory
from curator.archive import Connection, outbox
from curator.archive.connection import connect_reader
from curator.archive.faults import explained
from curator.errors import CuratorError
from curator.search import (
    Index,
    IndexDamaged,
    IndexDocument,
    IndexWriter,
    open_index,
    publish_generation,
    remove_old_generations,
)
from curator.search.rebuilding import begin_rebuild, begun_rebuild

# Articles that are read at a time, and that one commit of the index takes at most: of what changed, of all.
CHUNK = 500
COMMIT = 2_000
REBUILD_COMMIT = 8_000
# The process holds 40 MB: asked for nothing so long, it ends, and another is started when there is work.
IDLE_S = 20.0


@dataclass(frozen=True, slots=True)
class IndexJob:
    """What an index process needs to know: the database, whether it cannot change, the index folder, the archive."""

    database: Path
    immutable: bool
    folder: Path
    lock: Path
    archive_uid: str


def run(job: IndexJob, pipe: Pipe) -> None:
    """Serve until the other end of `pipe` is closed or asks for nothing more: each message ("go on", "anew") asks for
    work on the index.

    Sends ("seen", [(article id, seq)]) for each commit, then ("idle",); ("busy",) when another process does this
    work; ("failed", CuratorError) when it cannot be done.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    memory.keep_small()
    lock = filelock.FileLock(job.lock, timeout=0, fallback_to_soft=False)
    try:
        while pipe.poll(IDLE_S) and (wish := pipe.recv()):
            try:
                with lock, explained(job.folder):
                    _serve(job, pipe, anew=wish == "anew")
            except filelock.Timeout:
                pipe.send(("busy",))
            except CuratorError as error:
                pipe.send(("failed", error))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


class _Asked(Exception):  # noqa: N818 - no fault
    """There is work to do."""


def _serve(job: IndexJob, pipe: Pipe, anew: bool) -> None:
    connection = connect_reader(job.database, job.immutable)
    try:
        try:
            index = _bring_up_to_date(job, pipe, connection, anew)
        except IndexDamaged:
            # Damage that opening it does not show.
            connection.rollback()
            index = _bring_up_to_date(job, pipe, connection, anew=True)
        pipe.send(("idle",))
    finally:
        connection.close()
        memory.give_back()
    _tidy(index, pipe)


def _bring_up_to_date(job: IndexJob, pipe: Pipe, connection: Connection, anew: bool) -> Index:
    index = None if anew else usable(job, connection)
    if index is None:
        index, seen = rebuild(job, connection)
        pipe.send(("seen", seen))
    for seen in _catch_up(index, connection):
        pipe.send(("seen", seen))
    return index


def _tidy(index: Index, pipe: Pipe) -> None:
    """Merge segments until there is other work, which is then done first."""

    def stop_if_asked() -> None:
        if pipe.poll():
            raise _Asked

    try:
        with IndexWriter(index) as writer:
            while writer.merge(stop_if_asked):
                stop_if_asked()
    except _Asked:
        pass
    finally:
        memory.give_back()


def usable(job: IndexJob, connection: Connection) -> Index | None:
    """Return the index if it can be read and belongs to this state of the archive, else None.

    An archive put back from a backup is behind its index; an index put back is behind its archive.
    """
    try:
        index = open_index(job.folder, job.archive_uid)
        seen = _seen(index)
    except IndexDamaged:
        return None
    fits = outbox.settled(connection) <= seen <= outbox.newest_change(connection)
    return index if fits else None


def rebuild(job: IndexJob, connection: Connection) -> tuple[Index, Sequence[tuple[int, int]]]:
    """Make a new generation from the whole archive, while the old one serves; go on with one that was begun.

    Returns:
        the index, and the lines of the outbox that it has seen.
    """
    job.folder.mkdir(parents=True, exist_ok=True)
    connection.execute("BEGIN")
    begun = begun_rebuild(job.folder, job.archive_uid, outbox.settled(connection), outbox.newest_change(connection))
    if begun is None:
        begun = begin_rebuild(job.folder, job.archive_uid, outbox.newest_change(connection))
    waiting = [(article_id, seq) for article_id, seq in outbox.pending(connection, limit=-1) if seq <= begun.seen]
    ids = [article_id for article_id in outbox.indexable(connection) if article_id > begun.done]
    try:
        with IndexWriter(begun.index) as writer:
            for first in range(0, len(ids), REBUILD_COMMIT):
                written = ids[first : first + REBUILD_COMMIT]
                _write(writer, connection, written)
                writer.commit()
                begun.note(written[-1])
    except IndexDamaged:
        begun.forget()
        raise
    connection.execute("COMMIT")
    _note_seen(begun.index, begun.seen)
    publish_generation(begun.index)
    begun.forget()
    remove_old_generations(begun.index)
    return begun.index, waiting


def _catch_up(index: Index, connection: Connection) -> Iterator[list[tuple[int, int]]]:
    """Bring the index up to date, yielding what each commit has seen."""
    after = 0
    with IndexWriter(index) as writer:
        while waiting := outbox.pending(connection, after, COMMIT):
            _write(writer, connection, [article_id for article_id, _seq in waiting])
            writer.commit()
            after = waiting[-1][1]
            _note_seen(index, max(after, _seen(index)))
            yield waiting


def _write(writer: IndexWriter, connection: Connection, ids: Sequence[int]) -> None:
    found: set[int] = set()
    for first in range(0, len(ids), CHUNK):
        documents = outbox.documents(connection, ids[first : first + CHUNK])
        writer.update(IndexDocument(*document) for document in documents)
        found.update(document[0] for document in documents)
    writer.remove([article_id for article_id in ids if article_id not in found])


def _seen(index: Index) -> int:
    try:
        return int(json.loads(_seen_file(index).read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise IndexDamaged(str(error)) from error


def _note_seen(index: Index, seq: int) -> None:
    fresh = _seen_file(index).with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(seq, file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(_seen_file(index))


def _seen_file(index: Index) -> Path:
    """The change up to which a generation has seen the archive; kept beside Whoosh's own files."""
    return index.path / "seen.json"
