from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from contextlib import closing

import pytest

from curator.archive import Connection
from curator.archive.connection import connect_reader
from curator.errors import CuratorError
from curator.operations import find, index_process
from curator.operations.context import Context
from curator.operations.indexing import Indexer, PacedNudge, job_for
from curator.search import IndexWriter

from ..archive.samples import add_articles, describe


class Counted:
    """Stands for an indexer whose process never answers."""

    def __init__(self, fault: CuratorError | None = None) -> None:
        self.settled = self.nudged = 0
        self.fault = fault

    def settle(self) -> None:
        self.settled += 1

    def nudge(self) -> None:
        self.nudged += 1
        if self.fault:
            raise self.fault


@pytest.mark.parametrize(("seconds", "nudged"), [(3600.0, 1), (0.0, 5)])
def test_a_paced_nudge_settles_always_and_nudges_now_and_then(seconds: float, nudged: int) -> None:
    indexer = Counted()
    nudge = PacedNudge(indexer, seconds)  # type: ignore[arg-type]
    for _batch in range(5):
        nudge()
    assert (indexer.settled, indexer.nudged, nudge.failure) == (5, nudged, None)


def test_after_a_failure_it_is_silent() -> None:
    fault = CuratorError("The disk is full.")
    indexer = Counted(fault)
    nudge = PacedNudge(indexer, 0.0)  # type: ignore[arg-type]
    nudge()
    nudge()
    assert (indexer.nudged, nudge.failure) == (1, fault)


def test_an_indexer_whose_process_was_killed_starts_another(context: Context) -> None:
    with Indexer(context.archive) as indexer:
        assert indexer.drain()
        assert indexer._process is not None
        indexer._process.kill()
        indexer._process.join()
        assert indexer.drain()
    assert find.select(context, "anything") == []


def test_a_process_that_has_nothing_to_do_ends_and_the_next_work_starts_another(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    receiver, sender = multiprocessing.Pipe()
    monkeypatch.setattr(index_process, "IDLE_S", 0.0)
    # Here, since the process has modules of its own: it returns although the other end is open.
    index_process.run(job_for(context.archive), receiver)
    sender.close()
    receiver.close()
    with Indexer(context.archive) as indexer:
        assert indexer.drain()
        ended, process = indexer._pipe, indexer._process
        assert ended is not None
        assert process is not None
        # As it is when the process ends between the look whether it lives and the message.
        monkeypatch.setattr(process, "is_alive", lambda: True)
        process.terminate()
        process.join()
        assert indexer.drain()
        assert indexer._process is not process


def test_a_search_that_misses_the_index_is_told_once(context: Context) -> None:
    with find.Finder(context, catch_up=False) as finder:
        assert not finder.missed_index()
        with pytest.raises(CuratorError):
            finder.find("anything")
        assert finder.missed_index()
        assert not finder.missed_index()


def test_a_rebuild_that_broke_off_is_gone_on_with(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    ids = add_articles(context.archive, *(f"Shelf {number}" for number in range(1, 6)))
    job = job_for(context.archive)
    monkeypatch.setattr(index_process, "REBUILD_COMMIT", 2)
    written: list[int] = []
    write = index_process._write

    def dying(writer: IndexWriter, connection: Connection, some: Sequence[int]) -> None:
        if len(written) == 2:
            raise KeyboardInterrupt
        written.extend(some)
        write(writer, connection, some)

    monkeypatch.setattr(index_process, "_write", dying)
    with closing(connect_reader(job.database, job.immutable)) as connection, pytest.raises(KeyboardInterrupt):
        index_process.rebuild(job, connection)
    describe(context.archive, ids[0], title="Atlas")

    def noting(writer: IndexWriter, connection: Connection, some: Sequence[int]) -> None:
        written.extend(some)
        write(writer, connection, some)

    monkeypatch.setattr(index_process, "_write", noting)
    with closing(connect_reader(job.database, job.immutable)) as connection:
        index_process.rebuild(job, connection)
    assert written == list(ids)
    # What changed in between is still in the outbox, and is brought in by the first search.
    assert find.select(context, "atlas") == [ids[0]]
    assert find.select(context, "title:shelf") == list(ids[1:])
