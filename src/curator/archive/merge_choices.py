"""Values of a merged record that stand in the one it was merged into, kept so that they can be given back.

The merged record remembers, for each field that was chosen from it, what the kept record had there (`before`) and what
it got (`after`). When several were merged one after another, the `before` of the later is the `after` of the earlier:
taking the earlier out hands its `before` on.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from curator.archive import authorities
from curator.archive.transaction import Transaction, Value
from curator.model.merging import MERGE_FIELDS, MergeField

_COLUMNS: Mapping[MergeField, tuple[str, ...]] = {
    "name": ("preferred_name", "folded"),
    "dates": ("dates", "dates_earliest", "dates_latest", "dates_verbatim"),
    "note": ("note",),
}
# field -> {"before": columns, "after": columns, "variant": uid, "had": the name that the variant had, or None if new}
_Choices = dict[MergeField, dict[str, Any]]


def choose(transaction: Transaction, merged_id: int, field: MergeField) -> None:
    """Let the record that `merged_id` was merged into have its value of a field.

    The name that the kept record had stays as another name of it.
    """
    connection = transaction.connection
    kept_id = authorities.get(connection, merged_id).merged_into
    if kept_id is None:
        return
    before, after = _values(connection, kept_id, field), _values(connection, merged_id, field)
    if before == after:
        return
    choice: dict[str, Any] = {"before": before, "after": after}
    if field == "name":
        choice |= _keep_name(transaction, kept_id, str(before["preferred_name"]), str(after["preferred_name"]))
    transaction.update("authority", kept_id, after)
    _remember(transaction, merged_id, {**_choices(connection, merged_id), field: choice})


def give_back(transaction: Transaction, merged_id: int) -> None:
    """Give the record that `merged_id` is merged into the values that it had before, but for those changed since."""
    connection = transaction.connection
    kept_id = authorities.get(connection, merged_id).merged_into
    if kept_id is None:
        return
    for field, choice in _choices(connection, merged_id).items():
        successor = _successor(connection, merged_id, kept_id, field, choice)
        if successor is not None:
            _hand_on(transaction, successor, field, choice)
        elif _values(connection, kept_id, field) == choice["after"]:
            transaction.update("authority", kept_id, choice["before"])
            _give_name_back(transaction, choice)


def of(connection: sqlite3.Connection, merged_id: int) -> tuple[MergeField, ...]:
    """Return the fields that were chosen from a merged record."""
    return tuple(_choices(connection, merged_id))


def changed_since(connection: sqlite3.Connection, merged_id: int) -> tuple[MergeField, ...]:
    """Return the fields chosen from a merged record that hold something else in the kept one by now."""
    kept_id = authorities.get(connection, merged_id).merged_into
    return tuple(
        field
        for field, choice in _choices(connection, merged_id).items()
        if kept_id is not None
        and _values(connection, kept_id, field) != choice["after"]
        and _successor(connection, merged_id, kept_id, field, choice) is None
    )


def _keep_name(transaction: Transaction, kept_id: int, old: str, new: str) -> dict[str, Any]:
    """Keep the old name as a variant; a plain variant that is the new name makes room for it."""
    plain = "authority_id = ? AND name = ? AND language IS NULL"
    if transaction.rows(f"SELECT 1 FROM variant_name WHERE {plain}", (kept_id, old)):
        return {}
    fields: dict[str, Value] = {"name": old, "folded": authorities.key_of(old)}
    rows = transaction.rows(f"SELECT id, uid FROM variant_name WHERE {plain} AND preferred_in IS NULL", (kept_id, new))
    if rows:
        transaction.update("variant_name", rows[0]["id"], fields)
        return {"variant": rows[0]["uid"], "had": new}
    made = transaction.insert("variant_name", {"authority_id": kept_id, **fields})
    return {"variant": transaction.rows("SELECT uid FROM variant_name WHERE id = ?", (made,))[0]["uid"], "had": None}


def _give_name_back(transaction: Transaction, choice: Mapping[str, Any]) -> None:
    """Turn back what `_keep_name` did, unless the variant was changed or removed since."""
    rows = transaction.rows(
        """
        SELECT id FROM variant_name
        WHERE uid = ? AND name = ? AND language IS NULL AND preferred_in IS NULL AND name_kind = 'variant'""",
        (choice.get("variant"), choice["before"].get("preferred_name")),
    )
    if rows and choice.get("had"):
        fields: dict[str, Value] = {"name": choice["had"], "folded": authorities.key_of(choice["had"])}
        transaction.update("variant_name", rows[0]["id"], fields)
    elif rows:
        transaction.delete("variant_name", [rows[0]["id"]])


def _hand_on(transaction: Transaction, successor: int, field: MergeField, choice: Mapping[str, Any]) -> None:
    """Let a record that was merged later give back what the one before it would have given back."""
    choices = _choices(transaction.connection, successor)
    later = choices.pop(field)
    _give_name_back(transaction, later)
    if later["after"] != choice["before"]:
        kept = {key: choice[key] for key in ("variant", "had") if key in choice}
        choices[field] = {"before": choice["before"], "after": later["after"], **kept}
    else:
        _give_name_back(transaction, choice)
    _remember(transaction, successor, choices)


def _successor(
    connection: sqlite3.Connection, merged_id: int, kept_id: int, field: MergeField, choice: Mapping[str, Any]
) -> int | None:
    """Return the record merged into the same one whose value of the field took the place of this one's."""
    rows = connection.execute(
        "SELECT id FROM authority WHERE merged_into = ? AND id <> ? AND merge_choices IS NOT NULL ORDER BY id",
        (kept_id, merged_id),
    ).fetchall()
    for row in rows:
        other = _choices(connection, row[0]).get(field)
        if other is not None and other["before"] == choice["after"]:
            return int(row[0])
    return None


def _values(connection: sqlite3.Connection, authority_id: int, field: MergeField) -> dict[str, Value]:
    names = ", ".join(_COLUMNS[field])
    return dict(connection.execute(f"SELECT {names} FROM authority WHERE id = ?", (authority_id,)).fetchone())


def _choices(connection: sqlite3.Connection, authority_id: int) -> _Choices:
    """Read what is remembered; what a package brought along in another shape is left out."""
    row = connection.execute("SELECT merge_choices FROM authority WHERE id = ?", (authority_id,)).fetchone()
    try:
        kept = json.loads(row[0]) if row and row[0] else {}
    except ValueError:
        return {}
    return {
        field: kept[field] for field in MERGE_FIELDS if isinstance(kept, dict) and _is_whole(kept.get(field), field)
    }


def _is_whole(choice: Any, field: MergeField) -> bool:
    names = set(_COLUMNS[field])
    return isinstance(choice, dict) and all(
        isinstance(values := choice.get(key), dict)
        and values.keys() == names
        and all(isinstance(value, str | int) or (value is None and field != "name") for value in values.values())
        for key in ("before", "after")
    )


def _remember(transaction: Transaction, authority_id: int, choices: _Choices) -> None:
    kept = json.dumps(choices, ensure_ascii=False, sort_keys=True) if choices else None
    transaction.update("authority", authority_id, {"merge_choices": kept})
