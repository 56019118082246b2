"""What a person does in a review, each act of it with the way back: a small undo stack for each review."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from curator.archive import review_items
from curator.archive.transaction import Value
from curator.model.revision import Label

_MOST = 500


@dataclass(frozen=True, slots=True)
class Turned:
    """An act that was taken back or brought back: what it was, and the items it touched."""

    label: Label
    item_ids: frozenset[int]


def change(
    connection: sqlite3.Connection,
    review_id: int,
    label: Label,
    items: Mapping[int, Mapping[str, Value]],
    review: Mapping[str, Value] | None = None,
) -> frozenset[int]:
    """Set columns of items, and of the review, as one act; on the writer, in a transaction.

    What is so already is no act. What was taken back before can no longer be brought back.

    Returns:
        the ids of the items that were touched.
    """
    before = _set(connection, review_id, items, review or {})
    if before["items"] or before["review"]:
        connection.execute("DELETE FROM review_edit WHERE review_id = ? AND undone", (review_id,))
        connection.execute(
            "INSERT INTO review_edit (review_id, label, before) VALUES (?, ?, ?)",
            (review_id, label.to_json(), json.dumps(before, ensure_ascii=False)),
        )
        connection.execute(
            """
            DELETE FROM review_edit WHERE review_id = ?1 AND id NOT IN (
                SELECT id FROM review_edit WHERE review_id = ?1 ORDER BY id DESC LIMIT ?2)""",
            (review_id, _MOST),
        )
    return frozenset(map(int, before["items"]))


def next_label(connection: sqlite3.Connection, review_id: int, undone: bool = False) -> Label | None:
    """Return what would be taken back next, or brought back, or None."""
    row = _candidate(connection, review_id, undone)
    return None if row is None else _label(row)


def turn(connection: sqlite3.Connection, review_id: int, undone: bool = False) -> Turned | None:
    """Take back the newest act that stands, or bring back (`undone`) the one that was taken back last.

    Returns:
        what that was, or None when there is none.
    """
    row = _candidate(connection, review_id, undone)
    if row is None:
        return None
    try:
        kept = json.loads(row["before"])
        items = {int(item_id): values for item_id, values in kept["items"].items()}
        before = _set(connection, review_id, items, kept["review"])
    except (ValueError, KeyError, AttributeError, TypeError):
        # What can no longer be read must not bar the way to what was done before it.
        connection.execute("DELETE FROM review_edit WHERE id = ?", (row["id"],))
        return turn(connection, review_id, undone)
    connection.execute(
        "UPDATE review_edit SET undone = ?, before = ? WHERE id = ?",
        (int(not undone), json.dumps(before, ensure_ascii=False), row["id"]),
    )
    return Turned(_label(row), frozenset(items))


def forget(connection: sqlite3.Connection, review_id: int, item_ids: Collection[int]) -> None:
    """Take items out of the stack: they were read anew, and what was done to them before means nothing now."""
    gone = set(map(str, item_ids))
    rows = connection.execute("SELECT id, before FROM review_edit WHERE review_id = ?", (review_id,)).fetchall()
    for row in rows:
        try:
            kept = json.loads(row["before"])
            items = {item_id: values for item_id, values in kept["items"].items() if item_id not in gone}
        except (ValueError, KeyError, AttributeError, TypeError):
            continue
        if not items and not kept["review"]:
            connection.execute("DELETE FROM review_edit WHERE id = ?", (row["id"],))
        elif len(items) < len(kept["items"]):
            fresh = json.dumps(kept | {"items": items}, ensure_ascii=False)
            connection.execute("UPDATE review_edit SET before = ? WHERE id = ?", (fresh, row["id"]))


def _set(
    connection: sqlite3.Connection,
    review_id: int,
    items: Mapping[int, Mapping[str, Value]],
    review: Mapping[str, Value],
) -> dict[str, dict[str, object]]:
    """Set columns; return what those that differ were before."""
    before: dict[str, dict[str, object]] = {"review": {}, "items": {}}
    for item_id, values in items.items():
        row = connection.execute(f"SELECT {', '.join(values)} FROM review_item WHERE id = ?", (item_id,)).fetchone()
        if row is not None and any(row[name] != value for name, value in values.items()):
            before["items"][str(item_id)] = dict(row)
            review_items.update(connection, item_id, values)
    if review:
        row = connection.execute(f"SELECT {', '.join(review)} FROM review WHERE id = ?", (review_id,)).fetchone()
        if any(row[name] != value for name, value in review.items()):
            before["review"] = dict(row)
            setters = ", ".join(f"{name} = ?" for name in review)
            connection.execute(f"UPDATE review SET {setters} WHERE id = ?", [*review.values(), review_id])
    return before


def _candidate(connection: sqlite3.Connection, review_id: int, undone: bool) -> sqlite3.Row | None:
    order = "ASC" if undone else "DESC"
    row: sqlite3.Row | None = connection.execute(
        f"SELECT id, label, before FROM review_edit WHERE review_id = ? AND undone = ? ORDER BY id {order} LIMIT 1",
        (review_id, int(undone)),
    ).fetchone()
    return row


def _label(row: sqlite3.Row) -> Label:
    try:
        return Label.from_json(row["label"])
    except (ValueError, KeyError, TypeError):
        return Label("")
