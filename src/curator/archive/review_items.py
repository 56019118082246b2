"""The items of a review: one for each article that was read, or for each file that could not be."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from curator.archive.identifiers import uuid7
from curator.archive.transaction import Value
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.draft_json import (
    edits_from_json,
    likenesses_from_json,
    problems_from_json,
    reading_from_json,
    reading_to_json,
)
from curator.model.reading import ArticleReading
from curator.model.review import DraftAttachment, DraftFile, Edits, ItemState, Need, ReviewRow

_COMMITTED = "EXISTS (SELECT 1 FROM accession_item WHERE uid = review_item.uid)"
_ROW = f"""
    id, uid, review_id, position, path, state, need, reasons, decision, duplicates, title, suggested_title, published,
    publication, language, {_COMMITTED} AS committed"""
_FILE = "sha256, file_name, media_type, encoding, size, reader, reader_version"
# What needs a person first, what is the same file as another after that, what is clean last; then as they were read.
_BY_NEED = "CASE need WHEN 'clean' THEN 2 WHEN 'duplicate' THEN 1 ELSE 0 END, position, id"


@dataclass(frozen=True, slots=True)
class Kept:
    """An item with what is too large for lists.

    Args:
        reading: None when nothing was read, or what was read is damaged.
        exact_path: the path as JSON where it is no text.
    """

    row: ReviewRow
    file: DraftFile
    reading: ArticleReading | None
    edits: Edits
    attachments: tuple[DraftAttachment, ...]
    exact_path: str | None


def add(
    connection: sqlite3.Connection,
    values: Mapping[str, Value],
    reading: ArticleReading | None,
    attachments: Iterable[DraftAttachment] = (),
) -> int:
    """Add an item; on the writer, in a transaction.

    Args:
        values: columns of `review_item`.
        reading: what was read; None for a file that could not be.

    Returns:
        its id.
    """
    row = {"uid": uuid7(), **values}
    names, marks = ", ".join(row), ", ".join("?" * len(row))
    cursor = connection.execute(f"INSERT INTO review_item ({names}) VALUES ({marks})", list(row.values()))
    item_id = int(cursor.lastrowid or 0)
    _set_reading(connection, item_id, reading, attachments)
    return item_id


def replace(
    connection: sqlite3.Connection,
    item_id: int,
    values: Mapping[str, Value],
    reading: ArticleReading | None,
    attachments: Iterable[DraftAttachment] = (),
) -> None:
    """Put what was read now in the place of what was read before."""
    connection.execute("DELETE FROM review_reading WHERE id = ?", (item_id,))
    connection.execute("DELETE FROM review_attachment WHERE item_id = ?", (item_id,))
    update(connection, item_id, values)
    _set_reading(connection, item_id, reading, attachments)


def update(connection: sqlite3.Connection, item_id: int, values: Mapping[str, Value]) -> None:
    """Set columns of an item."""
    if values:
        setters = ", ".join(f"{name} = ?" for name in values)
        connection.execute(f"UPDATE review_item SET {setters} WHERE id = ?", [*values.values(), item_id])


def rows(
    connection: sqlite3.Connection,
    review_id: int,
    needs: Sequence[Need] = (),
    states: Sequence[ItemState] = (),
    committed: bool | None = False,
    by_need: bool = True,
) -> list[ReviewRow]:
    """Return items as lists show them; no text is read.

    Args:
        needs, states: only these; all when empty.
        committed: only those that are in the archive (True) or not (False); None for both.
        by_need: what needs a person first; else in the order of the files.
    """
    conditions = ["review_id = ?"]
    values: list[Value] = [review_id]
    for column, wanted in (("need", needs), ("state", states)):
        if wanted:
            conditions.append(f"{column} IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(list(wanted)))
    if committed is not None:
        conditions.append(_COMMITTED if committed else f"NOT {_COMMITTED}")
    order = _BY_NEED if by_need else "position, id"
    listed = connection.execute(
        f"SELECT {_ROW} FROM review_item WHERE {' AND '.join(conditions)} ORDER BY {order}", values
    )
    return [_row(row) for row in listed]


def rows_of(connection: sqlite3.Connection, item_ids: Iterable[int]) -> list[ReviewRow]:
    """Return items by number, in the order given.

    Raises:
        CuratorError: when one is not there.
    """
    wanted = list(dict.fromkeys(item_ids))
    there = {row.id: row for row in found(connection, wanted)}
    for item_id in wanted:
        if item_id not in there:
            raise CuratorError(
                _("There is no item %(id)d in a review.") % {"id": item_id},
                _("The numbers are listed by: curator review ARCHIVE list"),
            )
    return [there[item_id] for item_id in wanted]


def found(connection: sqlite3.Connection, item_ids: Sequence[int]) -> list[ReviewRow]:
    """Return those of the items that are there."""
    rows = connection.execute(
        f"SELECT {_ROW} FROM review_item WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(item_ids)),)
    )
    return [_row(row) for row in rows]


def get(connection: sqlite3.Connection, item_id: int) -> Kept:
    """Return one item with its reading; CuratorError when there is none."""
    (shown,) = rows_of(connection, [item_id])
    row = connection.execute(
        f"""
        SELECT {_FILE}, edits, exact_path, reading FROM review_item
            LEFT JOIN review_reading ON review_reading.id = review_item.id WHERE review_item.id = ?""",
        (item_id,),
    ).fetchone()
    pictures = connection.execute(
        "SELECT address, sha256, file_name, media_type, size FROM review_attachment WHERE item_id = ? ORDER BY id",
        (item_id,),
    )
    return Kept(
        shown,
        DraftFile(*tuple(row)[:7]),
        reading_from_json(row["reading"]) if row["reading"] is not None else None,
        edits_from_json(row["edits"]),
        tuple(DraftAttachment(*picture) for picture in pictures),
        row["exact_path"],
    )


def ids(connection: sqlite3.Connection, review_id: int, state: ItemState, need: Need | None = None) -> list[int]:
    """Return the ids of the items in a state, and of a need where one is given, that are not committed, in order."""
    selected = connection.execute(
        f"""
        SELECT id FROM review_item WHERE review_id = ?1 AND state = ?2 AND (?3 IS NULL OR need = ?3)
            AND NOT {_COMMITTED} ORDER BY position, id""",
        (review_id, state, need),
    )
    return [row[0] for row in selected]


def read_paths(connection: sqlite3.Connection, review_id: int) -> set[str]:
    """Return the paths that were read into a review, as they were named."""
    selected = connection.execute("SELECT DISTINCT path, exact_path FROM review_item WHERE review_id = ?", (review_id,))
    return {path if exact is None else json.loads(exact) for path, exact in selected}


def next_position(connection: sqlite3.Connection, review_id: int) -> int:
    """Return the place of the next item."""
    row = connection.execute(
        "SELECT ifnull(max(position), 0) + 1 FROM review_item WHERE review_id = ?", (review_id,)
    ).fetchone()
    return int(row[0])


def twins(connection: sqlite3.Connection, column: str, value: str, own: int = 0) -> list[int]:
    """Return the ids of other items with the same "sha256" or "body_hash" that wait, the oldest first."""
    if column not in ("sha256", "body_hash"):
        raise ValueError(column)
    selected = connection.execute(
        f"""
        SELECT id FROM review_item WHERE {column} = ? AND id <> ? AND state <> 'rejected' AND need <> 'failed'
            AND NOT {_COMMITTED} ORDER BY id""",
        (value, own),
    )
    return [row[0] for row in selected]


def article_of(connection: sqlite3.Connection, item_id: int) -> int | None:
    """Return the article that an item is now, or is the same as; None while it is none."""
    row = connection.execute(
        """
        SELECT article_id FROM review_item JOIN accession_item ON accession_item.uid = review_item.uid
        WHERE review_item.id = ?""",
        (item_id,),
    ).fetchone()
    return None if row is None else row["article_id"]


def _set_reading(
    connection: sqlite3.Connection,
    item_id: int,
    reading: ArticleReading | None,
    attachments: Iterable[DraftAttachment],
) -> None:
    if reading is not None:
        connection.execute("INSERT INTO review_reading VALUES (?, ?)", (item_id, reading_to_json(reading)))
    connection.executemany(
        "INSERT INTO review_attachment (item_id, address, sha256, file_name, media_type, size)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [(item_id, each.address, each.sha256, each.file_name, each.media_type, each.size) for each in attachments],
    )


def _row(row: sqlite3.Row) -> ReviewRow:
    return ReviewRow(
        id=row["id"],
        uid=row["uid"],
        review_id=row["review_id"],
        position=row["position"],
        path=row["path"],
        state=row["state"],
        need=row["need"],
        reasons=problems_from_json(row["reasons"]),
        decision=row["decision"],
        likenesses=likenesses_from_json(row["duplicates"]),
        title=row["title"],
        suggested_title=row["suggested_title"],
        published=row["published"],
        publication=row["publication"],
        language=row["language"],
        committed=bool(row["committed"]),
    )
