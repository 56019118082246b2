"""What would come of a merge: the records side by side, where they differ, what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence

from curator.archive import Connection, authorities, external_ids, mention_contexts, relations
from curator.errors import CuratorError, Problem
from curator.model.authority import Authority
from curator.model.merging import MERGE_FIELDS, MergeConflict, MergePreview, MergeSide
from curator.operations.context import Context
from curator.operations.merging import choices, refuse, roots, said_to_differ, value_of


def preview(context: Context, authority_ids: Sequence[int]) -> MergePreview:
    """Return what would come of merging records into the first of them; nothing is written.

    Args:
        authority_ids: at least one; a record that was merged already stands for the one that it is in.

    Raises:
        CuratorError: when there is no such record.
    """
    connection = context.archive.read()
    records = roots(connection, authority_ids)
    sides = tuple(_side(connection, record) for record in records)
    together = mention_contexts.extent(connection, [record.id for record in records])
    names = [side.authority.preferred_name for side in sides] + [name.name for side in sides for name in side.names]
    return MergePreview(
        sides=sides,
        conflicts=tuple(_conflicts(records)),
        apart=tuple(said_to_differ(connection, records)),
        obstacle=_obstacle(connection, records),
        articles=together.articles,
        mentions=together.mentions,
        names=tuple(dict.fromkeys(names)),
    )


def _side(connection: Connection, record: Authority) -> MergeSide:
    extent = mention_contexts.extent(connection, [record.id])
    return MergeSide(
        authority=record,
        names=tuple(authorities.variants(connection, record.id)),
        broader=tuple(relations.broader(connection, record.id)),
        related=tuple(relations.related(connection, record.id)),
        identifiers=tuple(external_ids.of(connection, record.id)),
        articles=extent.articles,
        mentions=extent.mentions,
        first_year=extent.first_year,
        last_year=extent.last_year,
        contexts=tuple(mention_contexts.of(connection, record.id, limit=3, newest_first=True)),
    )


def _conflicts(records: Sequence[Authority]) -> list[MergeConflict]:
    standing = choices(records[0], records[1:], {})
    found = []
    for field in MERGE_FIELDS:
        values = {record.id: value for record in records if (value := value_of(record, field))}
        if len(set(values.values())) > 1 or (values and records[0].id not in values):
            found.append(MergeConflict(field, values, standing[field]))
    return found


def _obstacle(connection: Connection, records: Sequence[Authority]) -> Problem | None:
    try:
        refuse(connection, records[0], records[1:])
    except CuratorError as error:
        return Problem("not-to-merge", error.message, error.hint)
    return None
