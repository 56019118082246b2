"""Articles and their texts."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from curator.archive.transaction import Transaction, Value, require_text
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.article import Article, ArticleText

_FIELDS = ", ".join(f"article.{name}" for name in Article.__slots__)
_CHUNK = 500


def body_hash(body: str) -> str:
    """Return the SHA-256 (hex) of a text in UTF-8: anchors and versions name a text by it."""
    return hashlib.sha256(body.encode("utf-8")).hexdigest()


def add(
    transaction: Transaction,
    fields: Mapping[str, Value],
    body: str,
    made_by: str,
    *,
    extracted: str = "",
    cleaned_by: str = "",
    languages: str | None = None,
) -> int:
    """Add an article with its text: as extracted, and as cleaned where something was cut from it.

    Args:
        fields: columns of `article`.
        body: the text in use, NFC, LF.
        made_by: the reader and its version.
        extracted: the text as received, where `body` is only what was kept of it; empty when it is the same.
        cleaned_by: who or what decided what to keep; the reader unless given.
        languages: of the paragraphs of `body`, packed.

    Returns:
        the id of the article.

    Raises:
        CuratorError: when a value is not text.
    """
    require_text({"body": body, "extracted": extracted})
    # The rows name each other: the ids are known before, so that none needs a second write.
    article_id = transaction.next_id("article")
    first_id = transaction.next_id("article_text")
    in_use = first_id + 1 if extracted else first_id
    transaction.insert("article", {"id": article_id, **fields, "text_id": in_use})
    text: dict[str, Value] = {"article_id": article_id, "made_by": made_by}
    if extracted:
        _insert_text(transaction, {"id": first_id, "version": "extracted", **text}, extracted)
        text |= {"version": "cleaned", "based_on": first_id, "made_by": cleaned_by or made_by}
    else:
        text["version"] = "extracted"
    _insert_text(transaction, {"id": in_use, **text, "languages": languages}, body)
    return article_id


def _insert_text(transaction: Transaction, values: Mapping[str, Value], body: str) -> None:
    transaction.insert("article_text", {**values, "body_hash": body_hash(body), "body": body})


def get(connection: sqlite3.Connection, article_id: int) -> Article:
    """Return one article.

    Raises:
        CuratorError: when there is none with this id.
    """
    row = connection.execute(f"SELECT {_FIELDS} FROM article WHERE id = ?", (article_id,)).fetchone()
    if row is None:
        raise absent(connection, article_id)
    return Article(*row)


def absent(connection: sqlite3.Connection, article_id: int) -> CuratorError:
    """Return what to tell of an article that is not there: that it was erased, when, by whom and why, or never was."""
    stone = connection.execute(
        "SELECT at, by_whom, reason FROM tombstone WHERE record = 'article' AND row_id = ? ORDER BY id DESC",
        (article_id,),
    ).fetchone()
    if stone is None:
        return CuratorError(
            _("There is no article %(id)d in this archive.") % {"id": article_id},
            _("The list shows the numbers: curator list ARCHIVE"),
        )
    return CuratorError(
        _("Article %(id)d was erased for good on %(date)s by %(name)s: %(reason)s")
        % {"id": article_id, "date": stone["at"][:10], "name": stone["by_whom"], "reason": stone["reason"]},
        _("Nothing is kept of what it was. All that was erased: curator erase ARCHIVE --list"),
    )


def get_many(connection: sqlite3.Connection, ids: Sequence[int]) -> Iterator[Article]:
    """Yield articles in the order of `ids`; ids without an article are passed over."""
    for first in range(0, len(ids), _CHUNK):
        part = ids[first : first + _CHUNK]
        marks = ", ".join("?" * len(part))
        rows = connection.execute(f"SELECT {_FIELDS} FROM article WHERE id IN ({marks})", part)
        found = {row["id"]: Article(*row) for row in rows}
        yield from (found[article_id] for article_id in part if article_id in found)


def missing(connection: sqlite3.Connection, ids: Iterable[int]) -> list[int]:
    """Return those of `ids` that no article has."""
    rows = connection.execute(
        "SELECT value FROM json_each(?) WHERE value NOT IN (SELECT id FROM article)", (json.dumps(list(ids)),)
    )
    return [row[0] for row in rows]


def shared_values(
    connection: sqlite3.Connection, ids: Iterable[int], fields: Sequence[str]
) -> tuple[dict[str, str | None], frozenset[str]]:
    """Return what articles share: field -> value, None where it is empty or differs; and the fields that differ."""
    for field in fields:
        _require_field(field)
    columns = ", ".join(f"min(ifnull({field}, '')), max(ifnull({field}, ''))" for field in fields)
    row = connection.execute(
        f"SELECT {columns} FROM article WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),)
    ).fetchone()
    ends = {field: (row[2 * place], row[2 * place + 1]) for place, field in enumerate(fields)}
    shared = {field: (least or None) if least == most else None for field, (least, most) in ends.items()}
    return shared, frozenset(field for field, (least, most) in ends.items() if least != most)


def all_ids(connection: sqlite3.Connection, trashed: bool = False) -> list[int]:
    """Return the ids of all articles that are in the archive, or of those in the trash, oldest accession first."""
    rows = connection.execute(
        "SELECT id FROM article WHERE trashed = ? AND merged_into IS NULL ORDER BY id", (int(trashed),)
    )
    return [row[0] for row in rows]


def newest_first(connection: sqlite3.Connection, article_ids: Collection[int]) -> list[int]:
    """Return articles by when they were published, the newest first, those without a date last."""
    rows = connection.execute(
        "SELECT id FROM article WHERE id IN (SELECT value FROM json_each(?)) ORDER BY published_earliest DESC, id DESC",
        (json.dumps(list(article_ids)),),
    )
    return [row[0] for row in rows]


def text(connection: sqlite3.Connection, article_id: int) -> ArticleText:
    """Return the version of an article's text that is in use.

    Raises:
        CuratorError: when there is no such article.
    """
    row = connection.execute(
        """
        SELECT article_text.id, article_text.article_id, version, made_by, body_hash, body
        FROM article JOIN article_text ON article_text.id = article.text_id WHERE article.id = ?""",
        (article_id,),
    ).fetchone()
    if row is None:
        get(connection, article_id)
        raise CuratorError(_("Article %(id)d has no text.") % {"id": article_id})
    return ArticleText(*row)


def with_body(connection: sqlite3.Connection, body: str) -> list[int]:
    """Return the ids of articles that have, or had, exactly this text."""
    rows = connection.execute(
        "SELECT DISTINCT article_id FROM article_text WHERE body_hash = ? ORDER BY article_id", (body_hash(body),)
    )
    return [row[0] for row in rows]


def overlapping_dates(connection: sqlite3.Connection, earliest: int | None, latest: int | None) -> list[int]:
    """Return the ids of articles that may have been published between two Julian days (None: open end)."""
    rows = connection.execute(
        """
        SELECT id FROM article
        WHERE published IS NOT NULL
            AND (:latest IS NULL OR published_earliest IS NULL OR published_earliest <= :latest)
            AND (:earliest IS NULL OR published_latest IS NULL OR published_latest >= :earliest)""",
        {"earliest": earliest, "latest": latest},
    )
    return [row[0] for row in rows]


def sources(connection: sqlite3.Connection, article_id: int) -> dict[str, tuple[str, int]]:
    """Return where the fields of an article came from: field -> (source, confidence per mille)."""
    rows = connection.execute("SELECT field, source, confidence FROM field_source WHERE article_id = ?", (article_id,))
    return {row["field"]: (row["source"], row["confidence"]) for row in rows}


def entered_by_person(transaction: Transaction, article_id: int, fields: Iterable[str]) -> None:
    """Forget where the values of fields came from: a person has entered them now."""
    wanted = json.dumps(list(fields))
    rows = transaction.rows(
        "SELECT id FROM field_source WHERE article_id = ? AND field IN (SELECT value FROM json_each(?))",
        (article_id, wanted),
    )
    transaction.delete("field_source", [row["id"] for row in rows])


def not_same(transaction: Transaction, one: int, other: int) -> None:
    """Keep that a person said of two articles that they are different; once said is enough."""
    pair = (min(one, other), max(one, other))
    if not transaction.rows("SELECT 1 FROM not_same WHERE article_id = ? AND other_article_id = ?", pair):
        transaction.insert("not_same", {"article_id": pair[0], "other_article_id": pair[1]})


def with_value(connection: sqlite3.Connection, field: str, value: str) -> list[int]:
    """Return the ids of articles whose `field` ("language", "status" ...) is `value`, ASCII case aside."""
    _require_field(field)
    rows = connection.execute(f"SELECT id FROM article WHERE {field} = ? COLLATE NOCASE", (value,))
    return [row[0] for row in rows]


def values(connection: sqlite3.Connection, field: str) -> list[str]:
    """Return the different values of `field`."""
    _require_field(field)
    rows = connection.execute(f"SELECT DISTINCT {field} FROM article WHERE {field} IS NOT NULL")
    return [row[0] for row in rows]


def _require_field(field: str) -> None:
    if field not in Article.__slots__:
        raise ValueError(field)


def by_access(connection: sqlite3.Connection, ids: Iterable[int]) -> list[sqlite3.Row]:
    """Return what the access of articles is: rows of `access`, `reason`, `review` (EDTF) and `number` of articles."""
    return connection.execute(
        """
        SELECT access, access_reason AS reason, access_review AS review, count(*) AS number
        FROM article WHERE id IN (SELECT value FROM json_each(?)) GROUP BY 1, 2, 3 ORDER BY number DESC, 1, 2, 3""",
        (json.dumps(list(ids)),),
    ).fetchall()


def open_ones(connection: sqlite3.Connection, ids: Sequence[int]) -> list[int]:
    """Return those of some articles whose access is open, in the same order."""
    rows = connection.execute(
        "SELECT id FROM article WHERE access = 'open' AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    found = {row[0] for row in rows}
    return [article_id for article_id in ids if article_id in found]
