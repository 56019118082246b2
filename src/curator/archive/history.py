"""Reading the journal: the history of the archive, and of one record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from curator.archive import journal
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.revision import Change, Changes, Label, Revision

# Records that say which article they belong to, as far as a person speaks of them.
_OF_ARTICLE = ("mention", "note", "collection_item", "article_text")
# How many changes back the journal is searched for rows that are gone.
_RECENT = 20_000


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


def around_article(connection: sqlite3.Connection, article_id: int, limit: int = 100) -> list[Revision]:
    """Return the newest acts that made, changed or removed tags, notes or places in collections of an article.

    What was removed longer than `_RECENT` changes ago is not looked for: the journal knows its article only by the
    fields it had.
    """
    parts = " UNION ".join(f"SELECT '{each}' AS record, id FROM {each} WHERE article_id = ?1" for each in _OF_ARTICLE)
    names = ", ".join(f"'{record}'" for record in _OF_ARTICLE)
    rows = connection.execute(
        f"""
        WITH own (record, id) AS ({parts} UNION
            SELECT record, row_id FROM change
            WHERE id > (SELECT max(id) FROM change) - {_RECENT} AND record IN ({names}) AND kind = 'delete'
                AND json_extract(before, '$.article_id') = ?1)
        SELECT revision.* FROM revision WHERE id IN (
            SELECT revision_id FROM own JOIN change ON change.row_id = own.id AND change.record = own.record)
        ORDER BY id DESC LIMIT ?2""",
        (article_id, limit),
    )
    return [_revision(row) for row in rows]


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
