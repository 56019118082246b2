"""Collections: nested, ordered groups of articles."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Collection:
    """A collection; `path` is its title with those of its parents ("Fires and floods / Florence 1966")."""

    id: int
    uid: str
    parent_id: int | None
    title: str
    path: str
    note: str | None
    position: int
