"""A watched folder: new files in it are read into a review, each once. Off unless a person names a folder."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from curator.archive import originals, reviews
from curator.errors import CuratorError, Problem
from curator.i18n import _
from curator.operations import review_batch
from curator.operations.context import Context
from curator.operations.discovery import discover
from curator.operations.outcomes import ItemOutcome
from curator.operations.review_reading import ReviewReading, read_into_review
from curator.paths import display
from curator.readers import ReaderPool

# A file whose size has not changed for so long is whole.
STILL_S = 2.0
# What browsers and other programs call a file that they are still writing.
_HALF = (".part", ".partial", ".crdownload", ".download", ".tmp", ".temp", ".filepart", ".opdownload")


def folder_of(context: Context) -> Path | None:
    """Return the folder that is watched for this copy of the archive, or None: watching is off."""
    kept = reviews.watched_folder(context.archive.read())
    try:
        return Path(json.loads(kept)) if kept else None
    except (ValueError, TypeError):
        return None


def set_folder(context: Context, folder: Path | None) -> None:
    """Watch a folder from now on, or none.

    Raises:
        CuratorError: when it is no folder, or the archive lies in it or the other way round.
    """
    if folder is not None:
        refuse(context, folder)
    with context.archive.unrecorded() as connection:
        reviews.set_watched_folder(connection, None if folder is None else json.dumps(str(folder.absolute())))


def refuse(context: Context, folder: Path) -> None:
    """Refuse a folder that cannot be watched, with CuratorError; see `set_folder`."""
    if not folder.is_dir():
        problem = _gone(folder)
        raise CuratorError(problem.message, problem.hint)
    place, archive = folder.resolve(), context.archive.folder.path.resolve()
    if place.is_relative_to(archive) or archive.is_relative_to(place):
        raise CuratorError(
            _("%(path)s cannot be watched: the archive lies in it.") % {"path": display(folder)},
            _("Choose a folder that has nothing to do with the archive."),
        )


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file as it was when it was looked at: its size (bytes), its time (ns), and since when it has been so (s)."""

    size: int
    changed: int
    since: float


class Watcher:
    """Looks at a folder from time to time.

    Args:
        context: its archive; `progress` may raise `Cancelled` while files are read.
        folder: which folder.
        clock: seconds, of a clock that never goes back.

    `problem` says why the folder could not be looked at the last time, None when it could.
    """

    def __init__(self, context: Context, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self.context = context
        self.folder = folder.absolute()
        self.problem: Problem | None = None
        self._clock = clock
        self._waiting: dict[Path, _Seen] = {}
        self._done: dict[Path, tuple[int, int]] = {}

    def step(
        self, pool: ReaderPool | None = None, report: Callable[[ItemOutcome], None] = lambda outcome: None
    ) -> ReviewReading | None:
        """Look once; read the files that are new and still into the review of the watch.

        Args:
            pool: reader processes to use; a pool of its own unless given.
            report: called for each item that was read.

        Returns:
            what was read; None when there was nothing new.
        """
        fresh = self.look()
        return self.read(fresh, pool, report) if fresh else None

    def look(self) -> dict[str, Path]:
        """Return the files that are new and still, by their SHA-256 (hex); they are new until they are read."""
        self.problem = None if self.folder.is_dir() else _gone(self.folder)
        if self.problem:
            return {}
        ready = dict(self._still())
        connection = self.context.archive.read()
        fresh = {sha256: path for path, sha256 in ready.items() if not reviews.is_seen(connection, sha256)}
        self._finish(set(ready) - set(fresh.values()))
        return fresh

    def read(
        self,
        fresh: dict[str, Path],
        pool: ReaderPool | None = None,
        report: Callable[[ItemOutcome], None] = lambda outcome: None,
    ) -> ReviewReading:
        """Read files that `look` found; see `step`."""
        read = self._read(fresh, pool, report)
        if not read.cancelled:
            self._finish(set(fresh.values()))
        return read

    def _finish(self, paths: set[Path]) -> None:
        """Look at files no more until they change."""
        self._done |= {path: (seen.size, seen.changed) for path in paths if (seen := self._waiting.pop(path, None))}

    def _read(
        self, fresh: dict[str, Path], pool: ReaderPool | None, report: Callable[[ItemOutcome], None]
    ) -> ReviewReading:
        open_ones = [each.review for each in review_batch.listed(self.context) if each.review.origin == "watch"]
        review_id = open_ones[0].id if open_ones else None
        paths = sorted(fresh.values())
        read = read_into_review(
            self.context,
            paths,
            review_id=review_id,
            origin="watch",
            report=report,
            pool=pool,
            source=display(self.folder),
        )
        if not read.cancelled:
            with self.context.archive.unrecorded() as connection:
                reviews.mark_seen(connection, list(fresh))
        return read

    def _still(self) -> Iterator[tuple[Path, str]]:
        """Yield (path, SHA-256 in hex) of files that have kept still, and are not known to be done."""
        now = self._clock()
        there: dict[Path, _Seen] = {}
        for found in discover([self.folder]):
            path = found.path
            if found.problem or path.name.lower().endswith(_HALF):
                continue
            try:
                facts = path.stat()
                size, changed = facts.st_size, facts.st_mtime_ns
                if self._done.get(path) == (size, changed):
                    continue
                before = self._waiting.get(path)
                same = before if before and (before.size, before.changed) == (size, changed) else None
                there[path] = same or _Seen(size, changed, now)
                if same and now - same.since >= STILL_S:
                    yield path, originals.digest(path)[0]
            except OSError:
                continue  # gone again, or not to be read yet: the next look will tell
        self._waiting = there


def _gone(folder: Path) -> Problem:
    return Problem(
        "no-folder",
        _("There is no folder %(path)s to watch.") % {"path": display(folder)},
        _("Check its name, and that its disk is connected."),
    )
