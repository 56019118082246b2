"""What an act taken back out of turn owes to later work: passages follow their text, broader terms make no circle."""

from __future__ import annotations

from curator.archive import articles, passages, relations
from curator.archive.transaction import Transaction


def settle(transaction: Transaction, revision_id: int) -> None:
    """Put right what later work stands on, after `revision_id` was played backwards.

    Passages made since are anchored to the text that is in use again. In turn (undo, redo) there is nothing to do:
    then every row is as it was.

    Raises:
        CuratorError: when a record would be broader than itself; nothing is taken back then.
    """
    for row in transaction.rows(
        """
        SELECT DISTINCT article.id FROM change JOIN article ON article.id = change.row_id
        WHERE change.revision_id = ? AND change.record = 'article' AND change.kind = 'update'
            AND json_type(change.before, '$.text_id') IS NOT NULL AND article.text_id IS NOT NULL""",
        (revision_id,),
    ):
        passages.carry_over(transaction, articles.text(transaction.connection, row["id"]))
    for row in transaction.rows(
        """
        SELECT authority_id AS id FROM authority_relation JOIN change ON change.row_id = authority_relation.id
        WHERE change.revision_id = ? AND change.record = 'authority_relation' AND relation = 'broader'
        UNION SELECT authority.id FROM authority JOIN change ON change.row_id = authority.id
        WHERE change.revision_id = ? AND change.record = 'authority'""",
        (revision_id, revision_id),
    ):
        relations.refuse_circle(transaction.connection, row["id"])
