"""What was merged into what, why, when and by whom."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from curator.archive import authorities, mention_contexts, merge_choices
from curator.model.merging import MergedName

# The act that merged a record last: a redo goes back to the act that it did again.
_MERGED = """
    WITH RECURSIVE act (id, reverts, at, actor) AS (
        SELECT id, reverts, at, actor FROM revision WHERE id = (
            SELECT revision_id FROM change
            WHERE row_id = ? AND record = 'authority' AND kind = 'update'
                AND json_type(before, '$.merged_into') = 'null'
            ORDER BY id DESC LIMIT 1)
        UNION ALL
        SELECT revision.id, revision.reverts, revision.at, revision.actor
        FROM revision JOIN act ON revision.id = act.reverts)
    SELECT at, actor FROM act WHERE reverts IS NULL"""


def members(connection: sqlite3.Connection, authority_id: int) -> list[MergedName]:
    """Return the records that are merged into one, at any depth."""
    return _told(connection, sorted(set(authorities.members(connection, [authority_id])) - {authority_id}))


def merged(connection: sqlite3.Connection) -> list[MergedName]:
    """Return all records that were merged into others, by name."""
    return _told(connection, [record.id for record in authorities.merged(connection)])


def _told(connection: sqlite3.Connection, ids: Iterable[int]) -> list[MergedName]:
    found = []
    for authority_id in ids:
        record = authorities.get(connection, authority_id)
        row = connection.execute(_MERGED, (authority_id,)).fetchone()
        found.append(
            MergedName(
                id=record.id,
                uid=record.uid,
                name=record.preferred_name,
                kind=record.kind,
                into=record.merged_into or 0,
                reason=authorities.merge_reason(connection, authority_id),
                when=row["at"] if row else None,
                who=row["actor"] if row else None,
                chosen=merge_choices.of(connection, authority_id),
                articles=mention_contexts.extent(connection, [authority_id]).articles,
            )
        )
    return found
