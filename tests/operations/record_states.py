"""Copies of all record tables, and what differs between two of them."""

from __future__ import annotations

import sqlite3
from typing import Any

from curator.archive import journal

# record -> id -> the row
State = dict[str, dict[int, dict[str, Any]]]


def state_of(connection: sqlite3.Connection) -> State:
    return {
        record: {row["id"]: dict(row) for row in connection.execute(f'SELECT * FROM "{record}"')}
        for record in journal.RECORDS
    }


def differing(one: State, other: State) -> dict[tuple[str, int], set[str]]:
    """Return (record, id) -> the fields that differ; all of them where the row is in one state only."""
    found: dict[tuple[str, int], set[str]] = {}
    for record in journal.RECORDS:
        for row_id in one[record].keys() | other[record].keys():
            here, there = one[record].get(row_id), other[record].get(row_id)
            if here is None or there is None:
                found[record, row_id] = set(here or there or {})
            elif here != there:
                found[record, row_id] = {name for name in here if here[name] != there[name]}
    return found


def part(state: State, fields: dict[tuple[str, int], set[str]]) -> dict[tuple[str, int], dict[str, Any] | None]:
    """Return what `state` holds in the given fields; None for a row that is not there."""
    cut: dict[tuple[str, int], dict[str, Any] | None] = {}
    for (record, row_id), names in fields.items():
        row = state[record].get(row_id)
        cut[record, row_id] = None if row is None else {name: row[name] for name in names}
    return cut
