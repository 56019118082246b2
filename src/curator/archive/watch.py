"""Noticing what others write: other processes, and other threads of this one."""

from __future__ import annotations

from curator.archive import history
from curator.archive.opening import Archive
from curator.archive.outbox import newest_change
from curator.model.revision import Changes


class Watch:
    """Tells what was written to the archive since it was last asked; it belongs to one thread.

    Asked every two seconds it costs a few microseconds while nobody writes (PRAGMA data_version).

    Args:
        archive: the open archive.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._version = archive.data_version()
        self._change = newest_change(archive.read())
        self._tombstone = _newest_tombstone(archive)

    def poll(self) -> Changes:
        """Return what was touched since the last call, whoever did it; empty when nothing was."""
        version = self._archive.data_version()
        if version == self._version:
            return Changes()
        self._version = version
        self._change, changes = history.changes_since(self._archive.read(), self._change)
        erased = self._erased()
        if not erased:
            return changes
        touched = {name: changes.ids(name) | erased.get(name, frozenset()) for name in {*changes.touched, *erased}}
        return Changes(changes.revision_id, touched)

    def _erased(self) -> dict[str, frozenset[int]]:
        """Erasing leaves no changes, only tombstones."""
        rows = self._archive.read().execute(
            "SELECT id, record, row_id FROM tombstone WHERE id > ? ORDER BY id", (self._tombstone,)
        )
        found: dict[str, set[int]] = {}
        for row in rows:
            self._tombstone = row["id"]
            found.setdefault(row["record"], set()).add(row["row_id"])
        return {record: frozenset(ids) for record, ids in found.items()}


def _newest_tombstone(archive: Archive) -> int:
    return int(archive.read().execute("SELECT ifnull(max(id), 0) FROM tombstone").fetchone()[0])
