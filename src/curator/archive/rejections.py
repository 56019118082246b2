"""What a person said is not meant: a record in an article or at a place, and names that shall not be put on record."""

from __future__ import annotations

from curator.archive import authorities
from curator.archive.transaction import Transaction


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
