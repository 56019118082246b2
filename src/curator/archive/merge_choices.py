"""Values of a merged record that stand in the one it was merged into, kept so that they can be given back.

The merged record remembers, for each field that was chosen from it, what the kept record had there (`before`), what it
got (`after`), and the place of this choice among all that were made for the kept record (`order`). Taking a record out
whose value another merged record's took the place of hands its `before` on to that one.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from curator.archive import authorities
from curator.archive.transaction import Transaction, Value
from curator.model.merging import MERGE_FIELDS, MergeField
from curator.text.name_key import name_key

_COLUMNS: Mapping[MergeField, tuple[str, ...]] = {
    "name": ("preferred_name",),
    "dates": ("dates", "dates_earliest", "dates_latest", "dates_verbatim"),
    "scope_note": ("scope_note",),
    "note": ("note",),
}
# "order", "before" and "after" (columns), "variant" (its uid), "had" (the name that it had, None when it is new).
_Choice = dict[str, Any]
_Choices = dict[MergeField, _Choice]


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
    order = 1 + max((each["order"] for _id, each in _siblings(connection, kept_id, field)), default=0)
    choice: _Choice = {"order": order, "before": before, "after": after} | _keep_name(
        transaction, kept_id, before, after
    )
    _put(transaction, kept_id, after)
    _remember(transaction, merged_id, {**_choices(connection, merged_id), field: choice})


def give_back(transaction: Transaction, merged_id: int) -> None:
    """Give the record that `merged_id` is merged into the values that it had before, but for those changed since."""
    connection = transaction.connection
    kept_id = authorities.get(connection, merged_id).merged_into
    if kept_id is None:
        return
    for field, choice in _choices(connection, merged_id).items():
        later = _next(connection, kept_id, field, choice)
        if later is None and _values(connection, kept_id, field) == choice["after"]:
            _put(transaction, kept_id, choice["before"])
            _give_name_back(transaction, kept_id, choice)
        elif later is not None and later[1]["before"] == choice["after"]:
            _hand_on(transaction, kept_id, field, choice, later)


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
        and _next(connection, kept_id, field, choice) is None
    )


def _keep_name(
    transaction: Transaction, kept_id: int, before: Mapping[str, Value], after: Mapping[str, Value]
) -> _Choice:
    """Keep the old name as a variant; a plain variant that is the new name makes room for it."""
    if "preferred_name" not in before:
        return {}
    old, new = str(before["preferred_name"]), str(after["preferred_name"])
    if _without_language(transaction, kept_id, old):
        return {}
    fields: dict[str, Value] = {"name": old, "folded": authorities.key_of(old)}
    plain = [row for row in _without_language(transaction, kept_id, new) if row["preferred_in"] is None]
    if plain:
        transaction.update("variant_name", plain[0]["id"], fields)
        return {"variant": plain[0]["uid"], "had": new}
    transaction.insert("variant_name", {"authority_id": kept_id, **fields})
    return {"variant": _without_language(transaction, kept_id, old)[0]["uid"], "had": None}


def _give_name_back(transaction: Transaction, kept_id: int, choice: _Choice) -> None:
    """Turn back what `_keep_name` did, unless the variant was changed or removed since."""
    rows = [
        row
        for row in _without_language(transaction, kept_id, str(choice["before"].get("preferred_name")))
        if row["uid"] == choice.get("variant") and row["preferred_in"] is None
    ]
    had = choice.get("had")
    if rows and had and not _without_language(transaction, kept_id, had):
        transaction.update("variant_name", rows[0]["id"], {"name": had, "folded": authorities.key_of(had)})
    elif rows:
        transaction.delete("variant_name", [rows[0]["id"]])


def _without_language(transaction: Transaction, kept_id: int, name: str) -> list[sqlite3.Row]:
    return transaction.rows(
        "SELECT id, uid, preferred_in FROM variant_name WHERE authority_id = ? AND name = ? AND language IS NULL",
        (kept_id, name),
    )


def _hand_on(
    transaction: Transaction, kept_id: int, field: MergeField, choice: _Choice, later: tuple[int, _Choice]
) -> None:
    """Let the record whose value came next give back what this one would have given back."""
    later_id, replaced = later
    choices = _choices(transaction.connection, later_id)
    fresh: _Choice = {"order": replaced["order"], "before": choice["before"], "after": replaced["after"]}
    if "variant" in choice and "variant" in replaced and fresh["before"] != fresh["after"]:
        # The name in between stays where it was a variant before; else it goes with the record that brought it.
        if choice["had"] is None:
            _give_name_back(transaction, kept_id, {**replaced, "had": None})
        fresh |= {"variant": choice["variant"], "had": replaced["had"]}
    else:
        _give_name_back(transaction, kept_id, replaced)
        _give_name_back(transaction, kept_id, choice)
    choices[field] = fresh
    if fresh["before"] == fresh["after"]:
        choices.pop(field)
    _remember(transaction, later_id, choices)


def _next(
    connection: sqlite3.Connection, kept_id: int, field: MergeField, choice: _Choice
) -> tuple[int, _Choice] | None:
    """Return the choice that was made after this one for the same field of the same record, and from whom."""
    later = [each for each in _siblings(connection, kept_id, field) if each[1]["order"] > choice["order"]]
    return min(later, key=lambda each: int(each[1]["order"]), default=None)


def _siblings(connection: sqlite3.Connection, kept_id: int, field: MergeField) -> list[tuple[int, _Choice]]:
    rows = connection.execute(
        "SELECT id FROM authority WHERE merged_into = ? AND merge_choices IS NOT NULL", (kept_id,)
    ).fetchall()
    found = ((row[0], _choices(connection, row[0]).get(field)) for row in rows)
    return [(authority_id, choice) for authority_id, choice in found if choice is not None]


def _put(transaction: Transaction, kept_id: int, values: Mapping[str, Value]) -> None:
    fields = dict(values)
    if "preferred_name" in fields:
        # A name that was erased meanwhile has no letter left.
        if not name_key(str(fields["preferred_name"])):
            return
        fields["folded"] = authorities.key_of(str(fields["preferred_name"]))
    transaction.update("authority", kept_id, fields)


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
    if not isinstance(choice, dict) or not isinstance(choice.get("order"), int):
        return False
    return all(
        isinstance(values := choice.get(key), dict)
        and values.keys() == names
        and all(isinstance(value, str | int) or (value is None and field != "name") for value in values.values())
        for key in ("before", "after")
    )


def _remember(transaction: Transaction, authority_id: int, choices: _Choices) -> None:
    kept = json.dumps(choices, ensure_ascii=False, sort_keys=True) if choices else None
    transaction.update("authority", authority_id, {"merge_choices": kept})
