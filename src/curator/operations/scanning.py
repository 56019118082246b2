"""Keeping the queue of suggestions up to date: the archive's side of the process that looks for names."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection as Pipe
from typing import Any

import filelock

from curator.archive import suggestion_rows
from curator.archive.suggestion_rows import NameInArticle, TextToRead
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.progress import Progress
from curator.operations import suggestion_process
from curator.operations.context import Context
from curator.operations.suggestion_process import ScanJob, found_in
from curator.operations.suggestion_state import KnownKeys, settle, unsettled
from curator.operations.undecided import Undecided

_TICK_S = 0.1
# What changes while names are looked for is looked at once more; somebody who never stops writing is not waited for.
_MOST_ROUNDS = 5
# Articles that are read here, where the names are prepared anyway: some milliseconds each.
_FEW = 30


def is_behind(context: Context) -> bool:
    """Return whether `catch_up` has something to do."""
    connection = context.archive.read()
    return bool(suggestion_rows.waiting(connection) or unsettled(connection))


def catch_up(context: Context) -> int:
    """Look for names in all articles that were not read yet, or are to be read again, in a process of its own.

    Every transaction is short. `progress` may end it at any time; what was found until then is kept, and the next call
    goes on. Where another program is at it, nothing is done.

    Returns:
        how many articles were read.

    Raises:
        CuratorError: when it cannot be done, or the process ended by itself.
    """
    archive = context.archive
    if not archive.writable:
        return 0
    done, started = 0, time.monotonic()
    try:
        with filelock.FileLock(archive.folder.suggestions_lock, timeout=0, fallback_to_soft=False):
            for _round in range(_MOST_ROUNDS):
                settle(context)
                waiting = suggestion_rows.waiting(archive.read())
                if not waiting:
                    break
                for batch in _scanned(context, waiting):
                    if batch:
                        _keep(context, batch)
                    done += len(batch)
                    total = max(done, len(waiting))
                    context.progress(Progress(done, total, time.monotonic() - started))
    except filelock.Timeout:
        return 0
    return done


def _scanned(context: Context, waiting: list[int]) -> Iterator[list[tuple[TextToRead, list[NameInArticle]]]]:
    """Yield what the process reports, and nothing now and then, so that it can be given up.

    To start a process for a few articles would cost more than to read them.
    """
    archive = context.archive
    if len(waiting) <= _FEW and context.names.is_made:
        matcher = context.names.current(archive)
        for text in suggestion_rows.texts(archive.read(), waiting):
            yield [(text, found_in(matcher, text))]
        return
    with _process(ScanJob(archive.database, archive.immutable, tuple(waiting))) as pipe:
        while True:
            if not pipe.poll(_TICK_S):
                yield []
                continue
            try:
                kind, *rest = pipe.recv()
            except (EOFError, OSError) as error:
                raise CuratorError(
                    _("The process that looks for names ended by itself."),
                    _("What it had found is kept. It goes on when Curator is started again."),
                ) from error
            if kind == "idle":
                return
            if kind == "failed":
                raise rest[0]
            yield rest[0]


@contextmanager
def _process(job: ScanJob) -> Iterator[Pipe]:
    spawning = multiprocessing.get_context("spawn")
    pipe, theirs = spawning.Pipe()
    process: Any = spawning.Process(
        target=suggestion_process.run, args=(job, theirs), name="curator-suggestions", daemon=True
    )
    process.start()
    theirs.close()
    try:
        yield pipe
    finally:
        pipe.close()
        # It writes nothing: there is nothing to wait for.
        process.kill()
        process.join()


def _keep(context: Context, batch: list[tuple[TextToRead, list[NameInArticle]]]) -> None:
    """Keep what was found, with how much of it is still open."""
    connection = context.archive.read()
    ids = [text.article_id for text, _names in batch]
    undecided = Undecided(connection, ids)
    known = KnownKeys(connection, {name.folded for _text, names in batch for name in names})
    rows = []
    for _text, names in batch:
        for name in names:
            standing = known.standing(name)
            if standing is not None:
                places = undecided.open(name.article_id, name.kind, standing.authority_id, name.folded, name.places)
                rows.append((standing, len(places)))
    with context.archive.unrecorded() as writer:
        suggestion_rows.put(writer, [text for text, _names in batch], rows)
