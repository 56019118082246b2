"""What goes to a worker process and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from curator.errors import Problem
from curator.model.reading import ArticleReading
from curator.readers.contract import Companion


@dataclass(frozen=True, slots=True)
class ReadJob:
    """A file to read.

    Args:
        key: the caller's number for it, given back with the result.
        path: a staged copy of the file.
        name: its original name, for its suffix and for messages.
        companions, left_out: the pictures saved beside it, as of `Candidate`.
    """

    key: int
    path: Path
    name: str
    companions: tuple[Companion, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What became of a job.

    Args:
        key: that of the job.
        reader, version: which reader read it; empty when none was found or its process died.
        media_type: what the file is by its content; empty when that is not known.
        encoding: the character encoding of its text; empty where there is none.
        readings: its articles, in their order; empty when there is a problem.
        problem: why there are none.
    """

    key: int
    reader: str = ""
    version: str = ""
    media_type: str = ""
    encoding: str = ""
    readings: tuple[ArticleReading, ...] = ()
    problem: Problem | None = None
