"""What a writer is: the one thing to implement for a new format out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from curator.model.export import ExportRecord


@dataclass(frozen=True, slots=True)
class WriteReport:
    """What was written: `count` articles into the file `path`, of `bytes` bytes."""

    count: int
    path: Path
    bytes: int


@runtime_checkable
class Writer(Protocol):
    """A format out. Writers are made without arguments and keep no state between calls."""

    @property
    def name(self) -> str:
        """The word for programs and the command line ("jsonl")."""

    @property
    def label(self) -> str:
        """The name for people, in the user's language."""

    @property
    def suffix(self) -> str:
        """The suffix of its files, with the dot (".jsonl")."""

    def write(self, records: Iterable[ExportRecord], out: Path, *, replace: bool = False) -> WriteReport:
        """Write all articles, or nothing: on any failure `out` stays as it was.

        Args:
            records: the articles in the order to write them; read one at a time.
            out: the file to write.
            replace: whether a file that is there already may be replaced.

        Raises CuratorError when the file is there already or cannot be written; what `records` raises goes through.
        """
