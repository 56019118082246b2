"""What a person said is not meant: a record in an article or at a place, and names that shall not be put on record."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable

from curator.archive import authorities
from curator.archive.transaction import Transaction
from curator.model.authority import AuthorityKind

# Kind and key (`text/name_key.py`) of a name.
NameKey = tuple[str, str]
# A condition: nothing hangs on a passage but that a record is not meant there; a person has nothing to see in it.
UNMEANT = """
    passage.id IN (
        SELECT unmeant.passage_id FROM mention AS unmeant
        WHERE unmeant.status = 'rejected' AND unmeant.passage_id IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM mention AS meant
                WHERE meant.passage_id = unmeant.passage_id AND meant.status = 'confirmed')
            AND NOT EXISTS (SELECT 1 FROM note WHERE note.passage_id = unmeant.passage_id)
            AND NOT EXISTS (SELECT 1 FROM statement WHERE statement.passage_id = unmeant.passage_id)
            AND NOT EXISTS (SELECT 1 FROM figure WHERE figure.passage_id = unmeant.passage_id))"""


def reject_record(transaction: Transaction, article_id: int, authority_id: int, passage_id: int | None = None) -> None:
    """Keep that a record is not meant in an article, or at one passage of it; a tag that is there gives way.

    Raises:
        CuratorError: when there is no such record.
    """
    standing = authorities.root(transaction.connection, authority_id).id
    members = authorities.members(transaction.connection, [standing])
    marks = ", ".join("?" * len(members))
    rows = transaction.rows(
        f"SELECT id FROM mention WHERE article_id = ? AND passage_id IS ? AND authority_id IN ({marks})",
        (article_id, passage_id, *members),
    )
    for row in rows:
        transaction.update("mention", row["id"], {"status": "rejected"})
    if not rows:
        values = {"article_id": article_id, "authority_id": standing, "passage_id": passage_id, "status": "rejected"}
        transaction.insert("mention", values)


def reject_records(transaction: Transaction, article_ids: Iterable[int], authority_id: int) -> None:
    """Keep that a record is not meant in articles as a whole; what is tagged with it there stays."""
    standing = authorities.root(transaction.connection, authority_id).id
    members = json.dumps(authorities.members(transaction.connection, [standing]))
    there = {
        row[0]
        for row in transaction.rows(
            """
            SELECT article_id FROM mention
            WHERE authority_id IN (SELECT value FROM json_each(?)) AND passage_id IS NULL""",
            (members,),
        )
    }
    for article_id in article_ids:
        if article_id not in there:
            transaction.insert("mention", {"article_id": article_id, "authority_id": standing, "status": "rejected"})


def reject_name(transaction: Transaction, kind: AuthorityKind, name: str, article_id: int | None) -> None:
    """Keep that a name shall not be put on record; once said is enough.

    Args:
        article_id: only this article is meant; None for all of the archive.

    Raises:
        CuratorError: when the name has no letter or digit.
    """
    folded = authorities.key_of(name)
    there = transaction.rows(
        "SELECT 1 FROM rejected_name WHERE article_id IS ? AND folded = ? AND kind = ?", (article_id, folded, kind)
    )
    if not there:
        values = {"article_id": article_id, "kind": kind, "name": name, "folded": folded}
        transaction.insert("rejected_name", values)


def names_of_articles(connection: sqlite3.Connection, article_ids: Collection[int]) -> dict[int, set[NameKey]]:
    """Return the names that were rejected in articles, for those articles that have such."""
    rows = connection.execute(
        "SELECT article_id, kind, folded FROM rejected_name WHERE article_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(article_ids)),),
    )
    found: dict[int, set[NameKey]] = {}
    for article_id, kind, folded in rows:
        found.setdefault(article_id, set()).add((kind, folded))
    return found


def names_everywhere(connection: sqlite3.Connection) -> set[NameKey]:
    """Return the names that were rejected for all of the archive."""
    return {
        (row[0], row[1])
        for row in connection.execute("SELECT kind, folded FROM rejected_name WHERE article_id IS NULL")
    }


def touched_articles(connection: sqlite3.Connection, ids: Collection[int]) -> set[int]:
    """Return the articles that rows of rejected names, gone or not, are or were about."""
    wanted = json.dumps(list(ids))
    rows = connection.execute(
        """
        SELECT article_id FROM rejected_name WHERE id IN (SELECT value FROM json_each(?1))
        UNION SELECT json_extract(before, '$.article_id') FROM change
        WHERE record = 'rejected_name' AND row_id IN (SELECT value FROM json_each(?1))""",
        (wanted,),
    )
    return {row[0] for row in rows if row[0] is not None}
