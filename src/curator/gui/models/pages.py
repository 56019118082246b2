"""Pages of rows: what is on the screen is fetched, what was seen lately is kept, nothing else is in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

_Row = TypeVar("_Row")


class Pages(Generic[_Row]):
    """The pages of a long list, the least lately used dropped first.

    Args:
        fetch: asked for the page with a number, once; answers by `put`, now or later, or by `give_up`.
        size: rows in a page.
        most: pages kept.
    """

    def __init__(self, fetch: Callable[[int], None], size: int = 64, most: int = 64) -> None:
        self._fetch = fetch
        self.size = size
        self._most = most
        self._pages: OrderedDict[int, Sequence[_Row]] = OrderedDict()
        self._asked: set[int] = set()
        self._stale: set[int] = set()

    def row(self, place: int) -> _Row | None:
        """Return the row at `place` (from 0), or None while its page is being fetched."""
        number, offset = divmod(place, self.size)
        if number not in self._pages or number in self._stale:
            self._ask(number)
        page = self._pages.get(number)
        if page is None:
            return None
        self._pages.move_to_end(number)
        return page[offset] if offset < len(page) else None

    def put(self, number: int, rows: Sequence[_Row]) -> None:
        """Take a page that was fetched."""
        self.give_up(number)
        self._stale.discard(number)
        self._pages[number] = rows
        self._pages.move_to_end(number)
        while len(self._pages) > self._most:
            self._stale.discard(self._pages.popitem(last=False)[0])

    def give_up(self, number: int) -> None:
        """Do not wait for a page any more; it is asked for again once somebody looks at it."""
        self._asked.discard(number)

    def expire(self) -> None:
        """Fetch all pages anew, but show what is there until then: the same rows, which may say something else."""
        self._asked.clear()
        self._stale = set(self._pages)

    def forget(self) -> None:
        """Drop all pages: the list has changed."""
        self._pages.clear()
        self._asked.clear()
        self._stale.clear()

    def _ask(self, number: int) -> None:
        if number not in self._asked:
            self._asked.add(number)
            self._fetch(number)
