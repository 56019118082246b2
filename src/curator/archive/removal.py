"""Taking articles out of the archive with every row that hangs on them; journalled, so it can be undone."""

from __future__ import annotations

import json
from collections.abc import Collection

from curator.archive.transaction import Transaction

_IDS = "(SELECT value FROM json_each(:ids))"
_PASSAGES = f"(SELECT id FROM passage WHERE article_id IN {_IDS})"
# In this order: what points to a row goes before it.
_HANGING = (
    ("statement_about", f"statement_id IN (SELECT id FROM statement WHERE passage_id IN {_PASSAGES})"),
    ("statement", f"passage_id IN {_PASSAGES}"),
    ("figure", f"passage_id IN {_PASSAGES}"),
    ("note", f"article_id IN {_IDS}"),
    ("mention", f"article_id IN {_IDS}"),
    ("passage", f"article_id IN {_IDS}"),
    ("collection_item", f"article_id IN {_IDS}"),
    ("rejected_name", f"article_id IN {_IDS}"),
    ("field_source", f"article_id IN {_IDS}"),
    ("article_original", f"article_id IN {_IDS}"),
    ("article_relation", f"article_id IN {_IDS} OR related_id IN {_IDS}"),
    ("not_same", f"article_id IN {_IDS} OR other_article_id IN {_IDS}"),
    ("article_text", f"article_id IN {_IDS}"),
    ("article", f"id IN {_IDS}"),
)


def remove_articles(transaction: Transaction, ids: Collection[int]) -> None:
    """Delete articles with their texts, passages, tags, notes and places in collections.

    Names stay, and so do the originals, which may serve other articles. The items of an import still say what became
    of each file; that there was an article is in the journal.
    """
    given = {"ids": json.dumps(list(ids))}
    connection = transaction.connection
    connection.execute(f"UPDATE accession_item SET article_id = NULL WHERE article_id IN {_IDS}", given)
    connection.execute(f"UPDATE article SET merged_into = NULL WHERE merged_into IN {_IDS}", given)
    for record, condition in _HANGING:
        connection.execute(f"DELETE FROM {record} WHERE {condition}", given)
    for table in ("suggestion", "suggestion_scan"):
        connection.execute(f"DELETE FROM {table} WHERE article_id IN {_IDS}", given)
