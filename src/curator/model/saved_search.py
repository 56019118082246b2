"""A query that was kept under a name."""

from __future__ import annotations

from dataclasses import dataclass

SEPARATOR = " / "


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A saved search; `sort` is an order of `find.Sort`, None for relevance."""

    id: int
    uid: str
    folder: str
    title: str
    query: str
    sort: str | None
    note: str | None

    @property
    def path(self) -> str:
        """The title after the folder that it stands in: "Fires / Since 1966"."""
        return f"{self.folder}{SEPARATOR}{self.title}" if self.folder else self.title
