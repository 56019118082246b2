"""What became of each file of an import, as told to the user."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from curator.archive.originals import Staged
from curator.archive.transaction import Value
from curator.errors import Problem
from curator.model.article import OutcomeKind
from curator.model.reading import ArticleReading
from curator.model.revision import Changes
from curator.readers import Companion


@dataclass(frozen=True, slots=True)
class ItemOutcome:
    """What became of one file, or of one article in it.

    Args:
        path: the file, as the user named it.
        outcome: what became of it.
        article_id: the article that it is now, or was before.
        columns: of the article that was added or may be (`Draft.columns`); empty where nothing was read.
        problems: why not, or what a person should know of.
        item_id: the item of a review that waits for a person.
    """

    path: Path
    outcome: OutcomeKind
    article_id: int | None = None
    columns: Mapping[str, Value] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    item_id: int | None = None


@dataclass(slots=True)
class ImportReport:
    """The sum of an import run.

    Args:
        counts: outcome -> number of files.
        changes: what the run touched.
        cancelled: the user stopped it; what was done before is kept.
    """

    counts: dict[OutcomeKind, int] = field(default_factory=dict)
    changes: Changes = field(default_factory=Changes)
    cancelled: bool = False


@dataclass(frozen=True, slots=True)
class StagedPicture:
    """A picture of a page on its way into the archive: the file, how the page names it, its name and media type."""

    file: Staged
    address: str
    file_name: str
    media_type: str


@dataclass(slots=True)
class Pending:
    """A file on its way through an import: discovered, staged, read, then committed."""

    path: Path
    staged: Staged | None = None
    problem: Problem | None = None
    duplicate_of: list[int] = field(default_factory=list)
    same_as: Pending | None = None
    readings: tuple[ArticleReading, ...] = ()
    reader: str = ""
    version: str = ""
    media_type: str = ""
    encoding: str = ""
    is_read: bool = False
    article_ids: list[int] = field(default_factory=list)
    companions: tuple[Companion, ...] = ()
    left_out: int = 0
    # One tuple for each reading, in their order.
    pictures: tuple[tuple[StagedPicture, ...], ...] = ()

    @property
    def staged_files(self) -> list[Staged]:
        """Return what enters the store with its articles: the file and its pictures."""
        pictures = [picture.file for each in self.pictures for picture in each]
        return [self.staged, *pictures] if self.staged else []

    @property
    def weight(self) -> int:
        """Return the characters of text that it holds in memory."""
        readings = self.readings
        return len(readings[0].body) if len(readings) == 1 else sum(len(reading.body) for reading in readings)
