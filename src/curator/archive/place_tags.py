"""Tagging many places of many texts with one record, as one act."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from curator.archive import authorities, mentions, suggestion_rows
from curator.archive.passages import IN_TEXT, STATE
from curator.archive.suggestion_rows import Place
from curator.archive.transaction import Transaction
from curator.text import anchors

_CHUNK = 200


def tag(transaction: Transaction, authority_id: int, places: Mapping[int, Sequence[Place]]) -> None:
    """Tag places with a record; those that have the tag keep it, one that a person had rejected there is confirmed.

    Args:
        places: article -> places of its text in use; (None, None) is the article as a whole.
    """
    standing = authorities.root(transaction.connection, authority_id).id
    articles = sorted(places)
    for first in range(0, len(articles), _CHUNK):
        chunk = articles[first : first + _CHUNK]
        passages = _passages(transaction, {article_id: places[article_id] for article_id in chunk})
        _mention(transaction, standing, passages)
    mentions.tag(transaction, [each for each in articles if (None, None) in places[each]], standing)


def _passages(transaction: Transaction, places: Mapping[int, Sequence[Place]]) -> list[tuple[int, int]]:
    """Return (passage, article) of places, making the passages that are not there."""
    there = _passages_there(transaction.connection, places)
    found = []
    for text in suggestion_rows.texts(transaction.connection, list(places)):
        for start, end in dict.fromkeys(places[text.article_id]):
            if start is None or end is None:
                continue
            passage_id = there.get((text.article_id, start, end))
            if passage_id is None:
                anchor = anchors.make(text.body, start, end)
                passage_id = transaction.insert(
                    "passage",
                    {
                        "article_id": text.article_id,
                        "start": start,
                        "end": end,
                        "quote": anchor.quote,
                        "prefix": anchor.prefix,
                        "suffix": anchor.suffix,
                        "body_hash": text.body_hash,
                    },
                )
            found.append((passage_id, text.article_id))
    return found


def _passages_there(connection: sqlite3.Connection, articles: Iterable[int]) -> dict[tuple[int, int, int], int]:
    rows = connection.execute(
        f"""
        SELECT passage.article_id, start, "end", passage.id FROM passage {IN_TEXT}
        WHERE passage.article_id IN (SELECT value FROM json_each(?)) AND {STATE} <> 'detached'""",
        (json.dumps(list(articles)),),
    )
    return {(article_id, start, end): passage_id for article_id, start, end, passage_id in rows}


def _mention(transaction: Transaction, authority_id: int, passages: Sequence[tuple[int, int]]) -> None:
    members = authorities.members(transaction.connection, [authority_id])
    rows = transaction.rows(
        """
        SELECT id, passage_id, status FROM mention WHERE passage_id IN (SELECT value FROM json_each(?))
            AND authority_id IN (SELECT value FROM json_each(?))""",
        (json.dumps([passage_id for passage_id, _article in passages]), json.dumps(members)),
    )
    confirmed = {row["passage_id"] for row in rows if row["status"] == "confirmed"}
    rejected = {row["passage_id"]: row["id"] for row in rows if row["status"] == "rejected"}
    for passage_id, article_id in passages:
        if passage_id in confirmed:
            continue
        if passage_id in rejected:
            transaction.update("mention", rejected[passage_id], {"status": "confirmed", "origin": "person"})
        else:
            values = {"article_id": article_id, "authority_id": authority_id, "passage_id": passage_id}
            transaction.insert("mention", values)
