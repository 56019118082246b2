"""Reading the journal: the history of the archive, and of one record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from curator.archive import journal
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.revision import Change, Changes, Label, Revision


def revision(connection: sqlite3.Connection, revision_id: int) -> Revision:
    """Return one revision.

    Raises:
        CuratorError: when there is none with this id.
    """
    row = connection.execute("SELECT * FROM revision WHERE id = ?", (revision_id,)).fetchone()
    if row is None:
        raise CuratorError(
            _("There is no revision %(id)d.") % {"id": revision_id},
            _("The history lists them: curator history"),
        )
    return _revision(row)


def revisions(connection: sqlite3.Connection, limit: int = 100) -> list[Revision]:
    """Return the newest revisions, newest first."""
    rows = connection.execute("SELECT * FROM revision ORDER BY id DESC LIMIT ?", (limit,))
    return [_revision(row) for row in rows]


def of_record(connection: sqlite3.Connection, record: str, row_id: int) -> Iterator[tuple[Revision, Change]]:
    """Yield who changed one row of `record` (a table's name), newest first, with the fields as they were before."""
    rows = connection.execute(
        """
        SELECT revision.*, change.kind AS change_kind, change.before
        FROM change JOIN revision ON revision.id = change.revision_id
        WHERE change.row_id = ? AND change.record = ? ORDER BY change.id DESC""",
        (row_id, record),
    )
    for row in rows:
        image = journal.before_image(row["before"])
        yield _revision(row), Change(row["id"], record, row_id, row["change_kind"], image)


def changes_since(connection: sqlite3.Connection, change_id: int) -> tuple[int, Changes]:
    """Return what any process touched after the change `change_id`, and the id of the newest change."""
    touched: dict[str, set[int]] = {}
    newest, latest_revision = change_id, None
    for row in connection.execute(
        "SELECT id, revision_id, record, row_id FROM change WHERE id > ? ORDER BY id", (change_id,)
    ):
        newest, latest_revision = row["id"], row["revision_id"]
        touched.setdefault(row["record"], set()).add(row["row_id"])
    return newest, Changes(latest_revision, {record: frozenset(ids) for record, ids in touched.items()})


def _revision(row: sqlite3.Row) -> Revision:
    return Revision(
        id=row["id"],
        uid=row["uid"],
        at=row["at"],
        actor=row["actor"],
        origin=row["origin"],
        kind=row["kind"],
        label=Label.from_json(row["label"]),
        reverts=row["reverts"],
        stands=row["reverted_by"] is None,
    )
