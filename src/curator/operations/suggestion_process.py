"""The side of the process that looks for names in all texts: it reads the archive and reports, and never writes."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection as Pipe
from pathlib import Path

from curator import memory
from curator.archive import Connection, suggestion_rows
from curator.archive.connection import connect_reader
from curator.archive.faults import explained
from curator.archive.suggestion_rows import NameInArticle, TextToRead
from curator.errors import CuratorError
from curator.names.matcher import Matcher
from curator.operations.names_in_texts import matcher
from curator.operations.text_names import by_name, names_in

# What is read before it is reported: little enough that the archive is held for some hundredths of a second.
_MOST_TEXTS, _MOST_S = 100, 0.5
# Everything else goes before it.
_NICE = 10
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ScanJob:
    """What the process needs to know: the database, whether it cannot change, and the articles to read, in order."""

    database: Path
    immutable: bool
    articles: tuple[int, ...]


def run(job: ScanJob, pipe: Pipe) -> None:
    """Look for names in articles.

    Sends ("found", [(what was read, without its text; the names in it)]) again and again, then ("idle",);
    ("failed", CuratorError) when it cannot be done.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    memory.keep_small()
    with contextlib.suppress(OSError, AttributeError):
        os.nice(_NICE)
    try:
        try:
            with explained(job.database.parent):
                _serve(job, pipe)
            pipe.send(("idle",))
        except CuratorError as error:
            pipe.send(("failed", error))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _serve(job: ScanJob, pipe: Pipe) -> None:
    connection = connect_reader(job.database, job.immutable)
    try:
        names = matcher(connection)
        batch: list[tuple[TextToRead, list[NameInArticle]]] = []
        started = time.monotonic()
        for text in _texts(connection, job.articles):
            batch.append((text._replace(body=""), found_in(names, text)))
            if len(batch) >= _MOST_TEXTS or time.monotonic() - started > _MOST_S:
                pipe.send(("found", batch))
                batch, started = [], time.monotonic()
        if batch:
            pipe.send(("found", batch))
    finally:
        connection.close()


def found_in(names: Matcher, text: TextToRead) -> list[NameInArticle]:
    """Return the names of one article with their places.

    A fault over one text is written into the log, and the others are read all the same.
    """
    try:
        return by_name(text.article_id, names_in(names, text))
    except Exception:
        _log.exception("names could not be looked for in article %d", text.article_id)
        return []


def _texts(connection: Connection, ids: tuple[int, ...]) -> Iterator[TextToRead]:
    for first in range(0, len(ids), _MOST_TEXTS):
        yield from suggestion_rows.texts(connection, ids[first : first + _MOST_TEXTS])
