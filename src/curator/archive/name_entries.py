"""All names on record with everything that is said of them, as they leave for other programs."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from curator.archive.preferred_names import preferring
from curator.model.authority import AuthorityKind
from curator.model.name_entry import EntryIdentifier, EntryName, EntryRelation, NameEntry


def entries(connection: sqlite3.Connection, kind: AuthorityKind | None = None) -> list[NameEntry]:
    """Return the records by kind and name, merged ones among them with what is their own.

    Args:
        kind: only records of this kind, and what joins these; of all kinds unless given.
    """
    rows = connection.execute(
        """
        SELECT here.id, here.uid, here.kind, here.preferred_name, here.dates, here.scope_note, here.note,
            here.merge_reason,
            target.uid AS merged_into
        FROM authority AS here LEFT JOIN authority AS target ON target.id = here.merged_into
        WHERE ?1 IS NULL OR here.kind = ?1 ORDER BY here.kind, here.folded, here.id""",
        (kind,),
    ).fetchall()
    uids: dict[int, str] = {row["id"]: row["uid"] for row in rows}
    names, broader, related, identifiers = (
        _names(connection),
        _broader(connection, uids),
        _related(connection, uids),
        _identifiers(connection),
    )
    return [
        NameEntry(
            key=row["uid"],
            uid=row["uid"],
            number=row["id"],
            kind=row["kind"],
            name=row["preferred_name"],
            names=tuple(names[row["id"]]),
            dates=row["dates"],
            scope_note=row["scope_note"],
            note=row["note"],
            broader=tuple(broader[row["id"]]),
            related=tuple(related[row["id"]]),
            identifiers=tuple(identifiers[row["id"]]),
            merged_into=row["merged_into"],
            merge_reason=row["merge_reason"],
        )
        for row in rows
    ]


def uids(connection: sqlite3.Connection) -> dict[str, int]:
    """Return uid -> id of all records."""
    return {row[0]: row[1] for row in connection.execute("SELECT uid, id FROM authority")}


def spellings(connection: sqlite3.Connection) -> dict[tuple[str, str], set[int]]:
    """Return kind and name, as it is written -> the records (as they stand by themselves, or merged) that have it."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for authority_id, kind, name in connection.execute(
        "SELECT authority.id, kind, name FROM authority_name JOIN authority ON authority.id = authority_id"
    ):
        found[kind, name].add(authority_id)
    return found


def _names(connection: sqlite3.Connection) -> dict[int, list[EntryName]]:
    found: dict[int, list[EntryName]] = defaultdict(list)
    for authority_id, name, language, preferred_in, name_kind in connection.execute(
        "SELECT authority_id, name, language, preferred_in, name_kind FROM variant_name ORDER BY name, language"
    ):
        found[authority_id].append(EntryName(name, language, tuple(preferring(preferred_in)), name_kind))
    return found


def _broader(connection: sqlite3.Connection, uids: dict[int, str]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for here, there in connection.execute(
        "SELECT authority_id, related_id FROM authority_relation WHERE relation = 'broader'"
    ):
        if there in uids:
            found[here].append(uids[there])
    return defaultdict(list, {key: sorted(each) for key, each in found.items()})


def _related(connection: sqlite3.Connection, uids: dict[int, str]) -> dict[int, list[EntryRelation]]:
    found: dict[int, list[EntryRelation]] = defaultdict(list)
    for here, there, type_, dates in connection.execute(
        "SELECT authority_id, related_id, type, dates FROM authority_relation WHERE relation = 'related' ORDER BY type"
    ):
        if there in uids:
            found[here].append(EntryRelation(uids[there], type_, dates))
    return found


def _identifiers(connection: sqlite3.Connection) -> dict[int, list[EntryIdentifier]]:
    found: dict[int, list[EntryIdentifier]] = defaultdict(list)
    for authority_id, scheme, identifier, match in connection.execute(
        "SELECT authority_id, scheme, identifier, match FROM external_id ORDER BY scheme, identifier"
    ):
        found[authority_id].append(EntryIdentifier(scheme, identifier, match))
    return found
