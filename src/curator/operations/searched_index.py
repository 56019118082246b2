"""The index as a search needs it: open, up to date, and made anew where it is damaged."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from curator.archive import Archive, outbox
from curator.errors import CuratorError
from curator.i18n import _
from curator.operations.indexing import Indexer, current_index, job_for, wait_until_current
from curator.search import Index, IndexDamaged, Searcher, open_index

Answer = TypeVar("Answer")


class IndexUnreadyError(CuratorError):
    """The index cannot be asked now; the process that makes it has been told, or is at it."""


class SearchedIndex:
    """Keeps the index of one archive open from one search to the next; threads may share it.

    Args:
        archive: the open archive.
        catch_up: bring the index up to date before it is asked; not where a process of its own does so all the time.
    """

    def __init__(self, archive: Archive, catch_up: bool = True) -> None:
        self._archive = archive
        self._catch_up = catch_up
        self._lock = Lock()
        self._searcher: Searcher | None = None
        self._missed = False

    def ask(self, question: Callable[[Searcher], Answer]) -> Answer:
        """Return the answer of the index as it is now.

        Raises:
            CuratorError: when it cannot be used, not even made anew.
        """
        try:
            try:
                return question(self._current())
            except IndexDamaged:
                # Damage that shows only where it is read.
                if not self._catch_up:
                    raise
                self.close()
                return question(self._current(anew=True))
        except IndexDamaged as error:
            self._missed = True
            raise self._unusable() from error

    def missed(self) -> bool:
        """Tell, once, whether a question found the index damaged or missing."""
        missed, self._missed = self._missed, False
        return missed

    def close(self) -> None:
        """Close the files of the index; the next question opens them again."""
        with self._lock:
            if self._searcher is not None:
                self._searcher.close()
            self._searcher = None

    def _current(self, anew: bool = False) -> Searcher:
        with self._lock:
            archive = self._archive
            index = caught_up(archive, anew) if self._catch_up else None
            if self._searcher is None:
                self._searcher = Searcher(index or open_index(job_for(archive).folder, archive.uid))
            else:
                self._searcher.refresh()
            return self._searcher

    def _unusable(self) -> CuratorError:
        if not self._catch_up:
            return IndexUnreadyError(
                _("The search index is damaged, or not made yet."),
                _("Search again in a while. If that does not help, make it anew: curator reindex ARCHIVE"),
            )
        return CuratorError(
            _("The search index was made anew, and still cannot be used."),
            _("Delete the folder %(folder)s and search again. The articles are not in it.")
            % {"folder": job_for(self._archive).folder},
        )


def caught_up(archive: Archive, anew: bool = False) -> Index:
    """Return the index once it holds everything, making it anew where it is missing or damaged, or when asked."""
    index = None if anew else current_index(archive, job_for(archive))
    if index is not None:
        return index
    with Indexer(archive) as indexer:
        if not indexer.drain(anew=anew) and indexer.busy_elsewhere:
            wait_until_current(archive)
    if archive.writable and outbox.count(archive.read()):
        raise CuratorError(
            _("The search index could not be brought up to date: its process ended by itself."),
            _("Search again. If it happens again, look into the log."),
        )
    return open_index(job_for(archive).folder, archive.uid)
