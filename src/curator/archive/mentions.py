"""Tags: mentions of authorities in articles. Only a person makes or rejects one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence

from curator.archive import authorities
from curator.archive.passages import IN_TEXT, STATE
from curator.archive.transaction import Transaction
from curator.model.authority import AuthorityKind
from curator.model.passage import Mention, Passage


def tag(transaction: Transaction, article_ids: Iterable[int], authority_id: int, origin: str = "person") -> None:
    """Tag whole articles with an authority; those that have the tag stay as they are.

    An authority that a person had rejected for an article is confirmed by tagging it.
    """
    # A merged record's own tags are those from before the merge.
    authority_id = authorities.root(transaction.connection, authority_id).id
    standing = authorities.members(transaction.connection, [authority_id])
    marks = ", ".join("?" * len(standing))
    for article_id in article_ids:
        rows = transaction.rows(
            f"SELECT id, status FROM mention WHERE article_id = ? AND passage_id IS NULL AND authority_id IN ({marks})",
            (article_id, *standing),
        )
        if not rows:
            transaction.insert("mention", {"article_id": article_id, "authority_id": authority_id, "origin": origin})
        elif all(row["status"] == "rejected" for row in rows):
            transaction.update("mention", rows[0]["id"], {"status": "confirmed", "origin": origin})


def untag(transaction: Transaction, article_ids: Iterable[int], authority_id: int) -> None:
    """Remove the tag of an authority, and of those merged into it, from whole articles; passages keep theirs."""
    standing = authorities.members(transaction.connection, [authority_id])
    marks = ", ".join("?" * len(standing))
    for article_id in article_ids:
        rows = transaction.rows(
            f"SELECT id FROM mention WHERE article_id = ? AND passage_id IS NULL AND status = 'confirmed'"
            f" AND authority_id IN ({marks})",
            (article_id, *standing),
        )
        transaction.delete("mention", [row["id"] for row in rows])


def move(transaction: Transaction, mention_ids: Collection[int], authority_id: int) -> None:
    """Put mentions on another record.

    Where that one has the same place already, or two of them come from records that were merged, one stays: confirmed,
    if any of them was.
    """
    rows = transaction.rows(
        """
        SELECT id, article_id, ifnull(passage_id, 0) AS place, status FROM mention
        WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id""",
        (json.dumps(list(mention_ids)),),
    )
    there = {
        (row["article_id"], row["place"]): row
        for row in transaction.rows(
            "SELECT id, article_id, ifnull(passage_id, 0) AS place, status FROM mention WHERE authority_id = ?",
            (authority_id,),
        )
    }
    for row in rows:
        same = there.get((row["article_id"], row["place"]))
        if same is None:
            transaction.update("mention", row["id"], {"authority_id": authority_id})
            there[row["article_id"], row["place"]] = row
        elif same["id"] != row["id"]:
            transaction.delete("mention", [row["id"]])
            if same["status"] == "rejected":
                transaction.update("mention", same["id"], {"status": row["status"]})


def not_of(connection: sqlite3.Connection, mention_ids: Collection[int], authority_id: int) -> list[int]:
    """Return those of `mention_ids` that are no confirmed mention of a record or of one merged into it."""
    standing = json.dumps(authorities.members(connection, [authority_id]))
    rows = connection.execute(
        """
        SELECT id FROM mention WHERE id IN (SELECT value FROM json_each(?)) AND status = 'confirmed'
            AND authority_id IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(mention_ids)), standing),
    )
    return sorted(set(mention_ids) - {row[0] for row in rows})


def of_article(connection: sqlite3.Connection, article_id: int) -> list[Mention]:
    """Return the confirmed mentions of an article, by kind and name, whole-article ones first."""
    rows = connection.execute(
        f"""
        SELECT mention.id, mention.authority_id, mention.origin, passage.id AS passage_id, passage.start,
            passage."end", passage.quote, {STATE} AS state
        FROM mention LEFT JOIN (passage {IN_TEXT}) ON passage.id = mention.passage_id
        WHERE mention.article_id = ? AND mention.status = 'confirmed'""",
        (article_id,),
    ).fetchall()
    mentions = [_mention(connection, article_id, row) for row in rows]
    return sorted(mentions, key=_order)


def articles_with(connection: sqlite3.Connection, authority_ids: Sequence[int]) -> list[int]:
    """Return the ids of articles with a confirmed mention of any of the records, or of one merged into them."""
    standing = authorities.members(connection, authority_ids)
    marks = ", ".join("?" * len(standing))
    rows = connection.execute(
        f"SELECT DISTINCT article_id FROM mention WHERE authority_id IN ({marks}) AND status = 'confirmed'", standing
    )
    return [row[0] for row in rows]


def _mention(connection: sqlite3.Connection, article_id: int, row: sqlite3.Row) -> Mention:
    passage = None
    if row["passage_id"] is not None:
        passage = Passage(row["passage_id"], article_id, row["start"], row["end"], row["quote"], row["state"])
    return Mention(row["id"], article_id, authorities.root(connection, row["authority_id"]), passage, row["origin"])


def _order(mention: Mention) -> tuple[str, str, int]:
    start = mention.passage.start if mention.passage else -1
    return mention.authority.kind, mention.authority.preferred_name, start


def counts(connection: sqlite3.Connection, article_ids: Sequence[int]) -> dict[int, dict[AuthorityKind, int]]:
    """Return for each article how many names of each kind it is tagged with; articles without tags are left out."""
    marks = ", ".join("?" * len(article_ids))
    rows = connection.execute(
        f"""
        SELECT DISTINCT article_id, kind, authority.id, merged_into
        FROM mention JOIN authority ON authority.id = mention.authority_id
        WHERE mention.status = 'confirmed' AND article_id IN ({marks})""",
        list(article_ids),
    ).fetchall()
    tagged = {
        (article_id, kind, authorities.root(connection, authority_id).id if merged else authority_id)
        for article_id, kind, authority_id, merged in rows
    }
    found: dict[int, dict[AuthorityKind, int]] = {}
    for article_id, kind, _authority_id in tagged:
        kinds = found.setdefault(article_id, {})
        kinds[kind] = kinds.get(kind, 0) + 1
    return found


def count_tags(connection: sqlite3.Connection, article_ids: Sequence[int]) -> dict[int, int]:
    """Return for each record (id, merges resolved) that some of the articles as a whole are tagged with, how many."""
    rows = connection.execute(
        """
        SELECT DISTINCT authority_id, article_id FROM mention
        WHERE passage_id IS NULL AND status = 'confirmed' AND article_id IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(article_ids)),),
    ).fetchall()
    roots = {row[0]: authorities.root(connection, row[0]).id for row in rows}
    found: dict[int, int] = {}
    for root, _article in {(roots[authority_id], article_id) for authority_id, article_id in rows}:
        found[root] = found.get(root, 0) + 1
    return found
