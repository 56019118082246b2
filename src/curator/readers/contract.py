"""What a reader is: a Protocol of four members; what it is given: a Candidate."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from curator.crossing import Crossing
from curator.errors import CuratorError, Problem
from curator.model.reading import ArticleReading

HEAD_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Companion(Crossing):
    """A picture that lies beside a saved page: its address from the page ("page_files/a.jpg"), and a staged copy."""

    address: str
    path: Path


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may hold articles.

    Args:
        path: a staged copy of the file; nobody else writes to it.
        name: the original file name, for its suffix and for messages.
        head: its first 4096 bytes.
        companions: the pictures in the folder that a browser saved with the page.
        left_out: how many more pictures were there, above the limits.
    """

    path: Path
    name: str
    head: bytes
    companions: tuple[Companion, ...] = ()
    left_out: int = 0

    @classmethod
    def of(cls, path: Path, name: str, companions: tuple[Companion, ...] = (), left_out: int = 0) -> Candidate:
        """Return a candidate with its head read; raises OSError when the file cannot be opened."""
        with path.open("rb") as file:
            return cls(path, name, file.read(HEAD_BYTES), companions, left_out)

    @property
    def suffix(self) -> str:
        """The suffix of the original name in lower case with its dot (".html"), or ""."""
        return Path(self.name).suffix.lower()


@runtime_checkable
class Reader(Protocol):
    """Reads one format. Readers have no state: one object serves every file of a process.

    Attributes:
        name: a stable word kept with each accession ("html").
        version: changes whenever the same file may give another reading.
        media_type: the type of the files it reads ("text/html"), as registered with IANA.
    """

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    @property
    def media_type(self) -> str: ...

    def score(self, candidate: Candidate) -> int:
        """Return how well the file suits this reader: 0 not at all, 100 surely. Must not read the whole file."""
        ...

    def read(self, candidate: Candidate) -> list[ArticleReading]:
        """Return the articles of the file in their order; raises Unreadable when there is none."""
        ...


class Unreadable(CuratorError):  # noqa: N818 - it names a state of the file, as in its messages
    """A file that a reader cannot make an article of, for a reason that can be told.

    Args:
        code: a stable word for programs ("empty", "too-large", "no-text", "wrong-kind", "unknown-kind").
        message, hint: as of CuratorError.
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.code = code

    def __reduce__(self) -> tuple[type[Unreadable], tuple[str, str, str]]:  # type: ignore[override]
        """Cross a process border whole."""
        return (type(self), (self.code, self.message, self.hint))

    @property
    def problem(self) -> Problem:
        """The same as a problem of one item of a batch."""
        return Problem(self.code, self.message, self.hint)
