"""What a writer is, and what it is handed: the one thing to implement for a new format out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol, TypeAlias, runtime_checkable

from curator.model.export import ExportName, ExportOrigin, ExportRecord

# One row of a table: column -> value; where it points to another row, that row's uid.
TableRow: TypeAlias = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What was written: `count` articles into the file or folder `path`, of `bytes` bytes.

    Args:
        held_back: articles that were chosen, but may not leave in this format because of their access.
    """

    count: int
    path: Path
    bytes: int
    held_back: int = 0


class ExportSource(Protocol):
    """The articles that were chosen, with all that belongs to them; writers take of it what their format holds.

    Everything is read from one state of the archive, a piece at a time, and may be read several times.
    """

    @property
    def origin(self) -> ExportOrigin:
        """The archive that they come from, and what was chosen of it."""

    @property
    def count(self) -> int:
        """How many articles `records` yields."""

    def records(self) -> Iterator[ExportRecord]:
        """Yield the articles in the order to write them."""

    def names(self) -> Iterator[ExportName]:
        """Yield everybody and everything that the articles are tagged with, by kind and name."""

    def tables(self) -> Iterator[tuple[str, Iterator[TableRow]]]:
        """Yield each table of records with its rows, by uid; no row points to one that is not there.

        Of a whole archive that is everything, the trash too; of a choice what belongs to its articles.
        """

    def open_original(self, sha256: str) -> BinaryIO:
        """Open the file as received that has this SHA-256 (hex).

        Raises:
            CuratorError: when it is missing from the archive.
        """


@runtime_checkable
class Writer(Protocol):
    """A format out. Writers are made without arguments and keep no state between calls."""

    @property
    def name(self) -> str:
        """The word for programs and the command line ("jsonl")."""

    @property
    def label(self) -> str:
        """The name for people, in the user's language, with what it is good for: one line."""

    @property
    def suffix(self) -> str:
        """The suffix of its files, with the dot (".jsonl"); empty for a format that is a folder."""

    def write(self, source: ExportSource, out: Path, *, replace: bool = False) -> WriteReport:
        """Write all articles, or nothing: on any failure `out` stays as it was.

        Args:
            source: what to write.
            out: the file or folder to write.
            replace: whether what is there already may be replaced.

        Raises:
            CuratorError: when something is there already, or it cannot be written; what `source` raises goes through.
        """
