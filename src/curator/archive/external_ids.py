"""Identifiers of authority records in the files of others; those of merged records count for the one they stand for."""

from __future__ import annotations

import json
import sqlite3

from curator.archive import authorities
from curator.archive.transaction import Transaction
from curator.model.authority import Authority
from curator.model.authority_links import ExternalId, Match

_OF = "authority_id IN (SELECT value FROM json_each(?))"


def add(transaction: Transaction, authority_id: int, scheme: str, identifier: str, match: Match) -> None:
    """Record an identifier, or change how well it fits.

    Args:
        scheme, identifier: as `identifier_of` returns them.
        match: "exact" when it is the same entity, "close" when it is nearly the same.
    """
    there = [
        found
        for found in of(transaction.connection, authority_id)
        if (found.scheme, found.identifier) == (scheme, identifier)
    ]
    if there:
        transaction.update("external_id", there[0].id, {"match": match})
        return
    transaction.insert(
        "external_id", {"authority_id": authority_id, "scheme": scheme, "identifier": identifier, "match": match}
    )


def remove(transaction: Transaction, authority_id: int, scheme: str, identifier: str) -> int:
    """Remove an identifier from a record and those merged into it.

    Returns:
        how many rows went.
    """
    rows = [
        found.id
        for found in of(transaction.connection, authority_id)
        if (found.scheme, found.identifier) == (scheme, identifier)
    ]
    transaction.delete("external_id", rows)
    return len(rows)


def of(connection: sqlite3.Connection, authority_id: int) -> list[ExternalId]:
    """Return the identifiers of a record, by scheme."""
    members = json.dumps(authorities.members(connection, [authority_id]))
    rows = connection.execute(
        f"SELECT id, scheme, identifier, match FROM external_id WHERE {_OF} ORDER BY scheme, identifier, id", (members,)
    )
    return [ExternalId(*row) for row in rows]


def holders(connection: sqlite3.Connection, scheme: str, identifier: str) -> list[Authority]:
    """Return the records that have an identifier, merges resolved."""
    rows = connection.execute(
        "SELECT DISTINCT authority_id FROM external_id WHERE scheme = ? AND identifier = ? ORDER BY id",
        (scheme, identifier),
    )
    found = [authorities.root(connection, row[0]) for row in rows.fetchall()]
    return list({record.id: record for record in found}.values())
