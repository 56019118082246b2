"""Frozen lists: what a query found at one moment. Nothing of them is ever changed but title and note."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence

from curator.archive.authorities import key_of
from curator.archive.transaction import Transaction, Value
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.result_list import ListedArticle, ResultList

_FIELDS = ", ".join(ResultList.__slots__)
# uid, title, published, hash of the text in use.
State = tuple[str, str | None, str | None, str | None]


def add(transaction: Transaction, made: ResultList, articles: Sequence[tuple[int, State]]) -> int:
    """Keep a list.

    Args:
        made: its `id` and `uid` do not count.
        articles: their ids and states, in the order of the list.

    Returns:
        the id of the list.

    Raises:
        CuratorError: when the title is empty or taken.
    """
    kept = (name for name in ResultList.__slots__ if name not in ("id", "uid"))
    values: dict[str, Value] = {name: getattr(made, name) for name in kept}
    list_id = transaction.insert("result_list", values | {"title": _title(transaction.connection, made.title)})
    for position, (article_id, (uid, title, published, body_hash)) in enumerate(articles, 1):
        row: dict[str, Value] = {"list_id": list_id, "position": position, "article_uid": uid, "article_id": article_id}
        transaction.insert("result_list_item", row | {"title": title, "published": published, "body_hash": body_hash})
    return list_id


def rename(transaction: Transaction, list_id: int, title: str) -> None:
    """Give a list another title; CuratorError when it is empty or taken."""
    transaction.update("result_list", list_id, {"title": _title(transaction.connection, title, list_id)})


def remove(transaction: Transaction, list_id: int) -> None:
    """Remove a list; its articles are not touched."""
    rows = transaction.rows("SELECT id FROM result_list_item WHERE list_id = ?", (list_id,))
    transaction.delete("result_list_item", [row["id"] for row in rows])
    transaction.delete("result_list", [list_id])


def listed(connection: sqlite3.Connection) -> list[ResultList]:
    """Return all lists, the newest first."""
    return [ResultList(*row) for row in connection.execute(f"SELECT {_FIELDS} FROM result_list ORDER BY id DESC")]


def find(connection: sqlite3.Connection, name: str) -> ResultList:
    """Return the list of that title, spelling folded, or whose hash begins so.

    Raises:
        CuratorError: when there is none, or several.
    """
    every = listed(connection)
    wanted = " ".join(name.split())
    titled = [each for each in every if each.title == wanted]
    matches = titled or [each for each in every if key_of(each.title) == key_of(name)]
    if not matches and len(wanted) >= 6:
        matches = [each for each in every if each.sha256.startswith(wanted.lower())]
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise CuratorError(
            _("Several frozen lists are called “%(name)s”.") % {"name": name},
            _("Write the title exactly: %(titles)s") % {"titles": "; ".join(each.title for each in matches)},
        )
    raise CuratorError(
        _("There is no frozen list “%(name)s”.") % {"name": name},
        _("There are: %(titles)s") % {"titles": "; ".join(each.title for each in every)} if every else "",
    )


def items(connection: sqlite3.Connection, list_id: int) -> list[ListedArticle]:
    """Return the articles of a list in their order."""
    fields = ", ".join(ListedArticle.__slots__)
    rows = connection.execute(f"SELECT {fields} FROM result_list_item WHERE list_id = ? ORDER BY position", (list_id,))
    return [ListedArticle(*row) for row in rows]


def states(connection: sqlite3.Connection, article_ids: Collection[int]) -> dict[int, State]:
    """Return what a list keeps of articles, as it is now; those in the trash or merged into others are not there."""
    rows = connection.execute(
        """
        SELECT article.id, article.uid, article.title, article.published, article_text.body_hash
        FROM article LEFT JOIN article_text ON article_text.id = article.text_id
        WHERE trashed = 0 AND merged_into IS NULL AND article.id IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(article_ids)),),
    )
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}


def _title(connection: sqlite3.Connection, title: str, own: int | None = None) -> str:
    wanted = " ".join(title.split())
    if not wanted:
        raise CuratorError(_("A frozen list needs a title."), _("Give one, such as: Libraries lost, for the report"))
    taken = connection.execute("SELECT 1 FROM result_list WHERE title = ? AND id IS NOT ?", (wanted, own)).fetchone()
    if taken:
        raise CuratorError(
            _("There is a frozen list “%(name)s” already.") % {"name": wanted},
            _("Choose another title, or remove that one first."),
        )
    return wanted
