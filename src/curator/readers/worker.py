"""The child process: takes jobs from a pipe, works on each file within limits, sends back what it found."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from multiprocessing.connection import Connection

from curator.crossing import Crossing
from curator.errors import CuratorError, Problem
from curator.i18n import _
from curator.readers.confinement import MEMORY_EXIT, confine
from curator.readers.contract import Candidate, Reader, Unreadable
from curator.readers.failures import no_text
from curator.readers.jobs import ReadJob, ReadResult, ViewJob, ViewResult
from curator.readers.limits import Limits, limit_cpu, resident
from curator.readers.names_file import NamesJob, NamesResult, read_names
from curator.readers.registry import Registry, load
from curator.readers.sniffing import DATA, kind_of
from curator.readers.view import viewed

TAKEN = "taken"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reply(Crossing):
    """A result and how much memory the worker holds after it, in bytes."""

    result: ReadResult | ViewResult | NamesResult
    resident: int


def serve(pipe: Connection, limits: Limits, extra_readers: tuple[str, ...]) -> None:
    """Work until the other end of the pipe is closed: the main function of a worker process."""
    confine(limits)
    registry: Registry | None = None
    try:
        while not limits.idle_seconds or pipe.poll(limits.idle_seconds):
            job: ReadJob | ViewJob | NamesJob = pipe.recv()
            if registry is None and isinstance(job, ReadJob):
                # Not for looking at originals: readers bring much with them.
                registry = load(extra_readers)
            # From here on it is the job that is to blame for what happens.
            pipe.send(TAKEN)
            limit_cpu(limits.cpu_seconds)
            if isinstance(job, ViewJob):
                pipe.send(Reply(view_one(job), resident()))
            elif isinstance(job, NamesJob):
                pipe.send(Reply(names_of_one(job), resident()))
            elif registry:
                _answer(pipe, job, read_one(registry, job))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _answer(pipe: Connection, job: ReadJob, result: ReadResult) -> None:
    try:
        pipe.send(Reply(result, resident()))
    except OSError:
        raise
    except MemoryError:
        os._exit(MEMORY_EXIT)
    except Exception as error:  # a plug-in put something into a reading that cannot cross
        problem = _problem(error, job, result.reader)
        pipe.send(Reply(ReadResult(job.key, result.reader, result.version, problem=problem), resident()))


def view_one(job: ViewJob) -> ViewResult:
    """Take one original apart for looking at; whatever goes wrong becomes the problem of the result."""
    try:
        return viewed(job)
    except Exception as error:  # broken pages may fail in any way
        return job.failed(_problem(error, job, "view"))


def names_of_one(job: NamesJob) -> NamesResult:
    """Read one file of names; whatever goes wrong becomes the problem of the result."""
    try:
        return read_names(job)
    except Exception as error:  # broken files may fail in any way
        return job.failed(_problem(error, job, "names"))


def read_one(registry: Registry, job: ReadJob) -> ReadResult:
    """Read one file; whatever goes wrong becomes the problem of the result."""
    reader: Reader | None = None
    media_type = ""
    try:
        candidate = Candidate.of(job.path, job.name, job.companions, job.left_out)
        media_type = kind_of(candidate.head).media_type if candidate.head else ""
        reader = registry.choose(candidate)
        media_type = _media_type(reader, media_type)
        readings = tuple(reader.read(candidate))
        if not readings:
            raise no_text(job.name)
        encoding = readings[0].encoding
        return ReadResult(job.key, reader.name, reader.version, media_type, encoding, readings, None)
    except Exception as error:  # readers, plug-ins among them, may fail in any way
        name, version = (reader.name, reader.version) if reader else ("", "")
        return ReadResult(job.key, name, version, media_type, problem=_problem(error, job, name))


def _media_type(reader: Reader, sniffed: str) -> str:
    """The reader knows better than the first bytes where those only say "a text" or "data"."""
    return reader.media_type if sniffed in ("text/plain", DATA.media_type) else sniffed


def _problem(error: Exception, job: ReadJob | ViewJob | NamesJob, reader: str) -> Problem:
    words = {"name": job.name, "reader": reader, "error": f"{type(error).__name__}: {error}"}
    match error:
        case Unreadable():
            return error.problem
        case CuratorError():
            return Problem("reader", error.message, error.hint)
        case MemoryError():
            return out_of_memory(job.name)
        case OSError():
            words["error"] = error.strerror or str(error)
            return Problem("unreadable", _("%(name)s cannot be opened: %(error)s.") % words)
        case _:
            _log.warning("the reader %s failed", reader, exc_info=True)
            return Problem(
                "reader",
                _("The reader %(reader)s failed on %(name)s (%(error)s).") % words,
                _("Send the file to those who maintain the reader, if it may be shown."),
            )


def out_of_memory(name: str) -> Problem:
    """Return the problem of a file that needs more memory than a worker may take."""
    return Problem(
        "memory",
        _("%(name)s needs more memory than one file may take.") % {"name": name},
        _("Split it, or save the page without its pictures."),
    )
