"""How many articles each saved search finds now: worked out anew only when the archive or the index changed."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

from curator.archive import column_rows, outbox, saved_searches
from curator.errors import CuratorError
from curator.operations.find import Finder
from curator.operations.searched_index import IndexUnreadyError

# The newest change and tombstone, and how many articles the index has not seen.
_State = tuple[int, int, int]


class SavedSearchCounts:
    """Counts of one archive, kept from one time to the next; threads may share it.

    Args:
        finder: of the archive.
    """

    def __init__(self, finder: Finder) -> None:
        self._finder = finder
        self._lock = Lock()
        self._state: _State | None = None
        self._counts: dict[tuple[int, str], int | None] = {}

    def current(self, interrupt: Callable[[], object] = lambda: None) -> dict[int, int | None]:
        """Return how many articles each saved search finds, by the id of the search.

        A query is asked once for each state of the archive.

        Args:
            interrupt: called now and then; what it raises ends the work, and what was counted is kept.

        Returns:
            None for a query that is not understood any more, such as one with a collection that has gone, or while
            the index cannot be asked.
        """
        with self._lock:
            connection = self._finder.context.archive.read()
            state = (*column_rows.newest(connection), outbox.count(connection))
            if state != self._state:
                self._state, self._counts = state, {}
            found: dict[int, int | None] = {}
            for search in saved_searches.listed(connection):
                interrupt()
                key = (search.id, search.query)
                if key not in self._counts:
                    try:
                        self._counts[key] = self._finder.find(search.query, "accession", interrupt=interrupt).total
                    except IndexUnreadyError:
                        found[search.id] = None
                        continue
                    except CuratorError:
                        self._counts[key] = None
                found[search.id] = self._counts[key]
            return found
