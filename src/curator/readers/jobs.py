"""What goes to a worker process and what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from curator.crossing import Crossing
from curator.errors import Problem
from curator.model.reading import ArticleReading
from curator.readers.contract import Companion

_Result = TypeVar("_Result", covariant=True)


class Job(Protocol[_Result]):
    """Work on one hostile file: what every kind of it has."""

    @property
    def key(self) -> int: ...

    @property
    def name(self) -> str: ...

    def failed(self, problem: Problem) -> _Result:
        """Return what became of it when it ended its worker, or raised."""
        ...


@dataclass(frozen=True, slots=True)
class ReadJob(Crossing):
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

    def failed(self, problem: Problem) -> ReadResult:
        """Return a result without readings."""
        return ReadResult(self.key, problem=problem)


@dataclass(frozen=True, slots=True)
class ReadResult(Crossing):
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


@dataclass(frozen=True, slots=True)
class ViewJob(Crossing):
    """An original to be looked at.

    Args:
        key: the caller's number for it, given back with the result.
        path: the file in the archive.
        name: its original name, for messages.
        media_type: as on record: a page, a web archive, or else a text.
        pictures: the address that the page has for a picture -> the SHA-256 (hex) of its file.
        whole: whether the page is wanted; else only what it says of its pictures.
    """

    key: int
    path: Path
    name: str
    media_type: str
    pictures: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True

    def failed(self, problem: Problem) -> ViewResult:
        """Return a result with nothing to look at."""
        return ViewResult(self.key, problem=problem)


@dataclass(frozen=True, slots=True)
class ViewResult(Crossing):
    """What an original looks like, never more than the window can show.

    Args:
        key: that of the job.
        html: safe (`text.safe_html`); None for what is no page.
        text: its text otherwise.
        is_cut: whether more follows that is not in `html` or `text`.
        captions: the addresses of the job's pictures in the order of the page -> its words for them.
        missing: how many more pictures the page has.
        problem: why there is nothing.
    """

    key: int
    html: str | None = None
    text: str = ""
    is_cut: bool = False
    captions: Mapping[str, str] = field(default_factory=dict)
    missing: int = 0
    problem: Problem | None = None
