"""Passages: places in the text of an article that tags, statements, figures and notes hang on."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from curator.archive import articles, authorities, texts
from curator.archive.transaction import Transaction
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.article import ArticleText
from curator.model.passage import Passage
from curator.text import anchors
from curator.text.anchors import Anchor

_HANGS_ON = ("mention", "statement", "figure", "note")
# A passage whose words are not in the text in use keeps the hash of the last text that had them, and has no place.
STATE = "CASE WHEN passage.body_hash = in_use.body_hash THEN passage.state ELSE 'detached' END"
IN_TEXT = """
    JOIN article AS described ON described.id = passage.article_id
    LEFT JOIN article_text AS in_use ON in_use.id = described.text_id"""
_PASSAGES = f"""
    SELECT passage.id, passage.article_id, start, "end", quote, {STATE} AS standing FROM passage {IN_TEXT}"""
_ANCHOR = 'start, "end", quote, prefix, suffix, state'


def add(transaction: Transaction, article_id: int, start: int, end: int) -> int:
    """Return the passage of the text in use from `start` to `end` (code points), making it when it is new.

    Raises:
        CuratorError: when the text has no words there.
    """
    text = articles.text(transaction.connection, article_id)
    if not 0 <= start < end <= len(text.body) or not text.body[start:end].strip():
        raise CuratorError(
            _("The text of article %(id)d has no words from %(start)d to %(end)d.")
            % {"id": article_id, "start": start, "end": end},
            _("It is %(length)d characters long; the first is number 0.") % {"length": len(text.body)},
        )
    found = at(transaction.connection, article_id, start, end)
    if found is not None:
        return found
    fields = _fields(anchors.make(text.body, start, end), text.body_hash)
    return transaction.insert("passage", {"article_id": article_id} | fields)


def at(connection: sqlite3.Connection, article_id: int, start: int, end: int) -> int | None:
    """Return the id of the passage that stands from `start` to `end` of the text in use, or None."""
    row = connection.execute(
        f"""
        SELECT passage.id FROM passage {IN_TEXT}
        WHERE passage.article_id = ? AND start = ? AND "end" = ? AND {STATE} <> 'detached'""",
        (article_id, start, end),
    ).fetchone()
    return int(row[0]) if row else None


def tag(transaction: Transaction, article_id: int, passage_id: int, authority_id: int) -> None:
    """Tag a passage with an authority; one that a person had rejected there is confirmed by it."""
    authority_id = authorities.root(transaction.connection, authority_id).id
    rows = _mentions(transaction, passage_id, authority_id)
    if not rows:
        transaction.insert(
            "mention", {"article_id": article_id, "authority_id": authority_id, "passage_id": passage_id}
        )
    elif all(row["status"] == "rejected" for row in rows):
        transaction.update("mention", rows[0]["id"], {"status": "confirmed", "origin": "person"})


def untag(transaction: Transaction, passage_id: int, authority_id: int) -> int:
    """Take an authority, and those merged into it, off a passage; a passage that nothing hangs on goes with it.

    Returns:
        how many tags went.
    """
    confirmed = [row["id"] for row in _mentions(transaction, passage_id, authority_id) if row["status"] == "confirmed"]
    transaction.delete("mention", confirmed)
    _remove_if_bare(transaction, passage_id)
    return len(confirmed)


def of_article(connection: sqlite3.Connection, article_id: int) -> list[Passage]:
    """Return the passages of an article in the order of the text, detached ones last."""
    rows = connection.execute(
        f"""{_PASSAGES} WHERE passage.article_id = ? ORDER BY standing = 'detached', start, "end", passage.id""",
        (article_id,),
    )
    return [Passage(*row) for row in rows]


def confirm(transaction: Transaction, passage_id: int) -> None:
    """Take a passage that moved for one that stands where it belongs; others are left as they are."""
    if standing(transaction.connection, passage_id).state == "moved":
        transaction.update("passage", passage_id, {"state": "anchored"})


def remove(transaction: Transaction, passage_id: int) -> None:
    """Take all tags off a passage, let its notes be about the article, and remove it unless something else needs it."""
    for note in transaction.rows("SELECT id FROM note WHERE passage_id = ?", (passage_id,)):
        transaction.update("note", note["id"], {"passage_id": None})
    tags = transaction.rows("SELECT id FROM mention WHERE passage_id = ?", (passage_id,))
    transaction.delete("mention", [row["id"] for row in tags])
    _remove_if_bare(transaction, passage_id)


def standing(connection: sqlite3.Connection, passage_id: int) -> Passage:
    """Return one passage; CuratorError when there is none with this id."""
    row = connection.execute(f"{_PASSAGES} WHERE passage.id = ?", (passage_id,)).fetchone()
    if row is None:
        raise CuratorError(
            _("There is no passage %(id)d in this archive.") % {"id": passage_id},
            _("The passages of an article: curator text ARCHIVE ID --passages"),
        )
    return Passage(*row)


def carry_over(transaction: Transaction, text: ArticleText) -> None:
    """Anchor the passages of an article to another version of its text, each from the version that it was anchored to.

    Args:
        text: the version that is in use now.
    """
    by_hash: dict[str, list[tuple[int, Anchor]]] = defaultdict(list)
    for row in transaction.rows(
        f"SELECT id, body_hash, {_ANCHOR} FROM passage WHERE article_id = ? ORDER BY id", (text.article_id,)
    ):
        by_hash[row["body_hash"]].append((row["id"], Anchor(*row[2:])))
    for digest, found in by_hash.items():
        old = texts.with_hash(transaction.connection, text.article_id, digest)
        carried = anchors.carry_over(old.body if old else None, text.body, [anchor for _id, anchor in found])
        for (passage_id, _was), anchor in zip(found, carried, strict=True):
            kept = digest if anchor.state == "detached" else text.body_hash
            transaction.update("passage", passage_id, _fields(anchor, kept))


def _remove_if_bare(transaction: Transaction, passage_id: int) -> None:
    if not any(transaction.rows(f"SELECT 1 FROM {each} WHERE passage_id = ?", (passage_id,)) for each in _HANGS_ON):
        transaction.delete("passage", [passage_id])


def _fields(anchor: Anchor, digest: str) -> dict[str, str | int | None]:
    return {
        "start": anchor.start,
        "end": anchor.end,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "state": anchor.state,
        "body_hash": digest,
    }


def _mentions(transaction: Transaction, passage_id: int, authority_id: int) -> Sequence[sqlite3.Row]:
    connection = transaction.connection
    standing = authorities.members(connection, [authorities.root(connection, authority_id).id])
    marks = ", ".join("?" * len(standing))
    return transaction.rows(
        f"SELECT id, status FROM mention WHERE passage_id = ? AND authority_id IN ({marks})", (passage_id, *standing)
    )
