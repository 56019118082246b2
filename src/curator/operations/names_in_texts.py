"""What finds the names on record in texts: made when it is first asked for, kept as names change."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from curator.archive import Archive, Connection, column_rows, history, name_rows
from curator.model.revision import Changes
from curator.names.completion import NameRow

if TYPE_CHECKING:
    from curator.names.matcher import Matcher

# Names that changed are looked for beside the others. When they are so many, all are prepared anew (1 s for 50,000).
_MOST_CHANGED = 300


class NamesInTexts:
    """Keeps the matcher of one archive; threads may share it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._matcher: Matcher | None = None
        self._seen = (0, 0)

    @property
    def is_made(self) -> bool:
        """Whether it was asked for before, so that asking again costs little."""
        return self._matcher is not None

    def current(self, archive: Archive) -> Matcher:
        """Return what finds all names that are on record now, whoever wrote them.

        Args:
            archive: the open archive, the same at each call.
        """
        connection = archive.read()
        with self._lock:
            # Read before the names: what is written meanwhile is read again at the next call.
            newest = column_rows.newest(connection)
            if self._matcher is None or newest[1] != self._seen[1]:
                self._matcher = matcher(connection)
            elif newest[0] != self._seen[0]:
                self._matcher = self._brought_up(self._matcher, connection)
            self._seen = newest
            return self._matcher

    def _brought_up(self, known: Matcher, connection: Connection) -> Matcher:
        changes = history.changes_since(connection, self._seen[0])[1]
        ids = touched(connection, changes)
        if not ids:
            return known
        if len(ids) + known.changes > _MOST_CHANGED:
            return matcher(connection)
        return known.changed(ids, (NameRow(*row) for row in name_rows.rows(connection, ids, counted=False)))


def matcher(connection: Connection) -> Matcher:
    """Return what finds all names that are on record now; it does not change."""
    # Only now: few starts of the window need it.
    from curator.names.matcher import Matcher

    return Matcher(NameRow(*row) for row in name_rows.rows(connection, counted=False))


def touched(connection: Connection, changes: Changes) -> set[int]:
    """Return the records that have other names after a change; tags and their numbers left out."""
    names = {record: changes.ids(record) for record in ("authority", "variant_name")}
    return name_rows.touched(connection, Changes(changes.revision_id, names)) if any(names.values()) else set()
