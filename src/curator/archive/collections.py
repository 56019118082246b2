"""Collections: nested, ordered groups of articles."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from curator.archive.authorities import key_of
from curator.archive.transaction import Transaction, require_text
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.collection import Collection

SEPARATOR = " / "


def add(transaction: Transaction, path: str) -> int:
    """Make a collection, and those it lies in, as far as they are not there.

    Args:
        path: titles parted by " / ", the outermost first.

    Returns:
        the id of the innermost.
    """
    parent: int | None = None
    for title in _titles(path):
        found = _child(transaction.connection, parent, title)
        if found is None:
            found = transaction.insert(
                "collection",
                {
                    "parent_id": parent,
                    "title": title,
                    "folded": key_of(title),
                    "position": _next_position(transaction, parent),
                },
            )
        parent = found
    assert parent is not None
    return parent


def put(transaction: Transaction, collection_id: int, article_ids: Iterable[int]) -> None:
    """Put articles at the end of a collection, in the order given; those that are in it stay where they are."""
    row = transaction.rows(
        "SELECT ifnull(max(position), 0) AS last FROM collection_item WHERE collection_id = ?", (collection_id,)
    )[0]
    there = set(items(transaction.connection, collection_id))
    position = row["last"]
    for article_id in dict.fromkeys(article_ids):
        if article_id in there:
            continue
        position += 1
        transaction.insert(
            "collection_item",
            {"collection_id": collection_id, "article_id": article_id, "position": position},
        )


def take_out(transaction: Transaction, collection_id: int, article_ids: Iterable[int]) -> None:
    """Take articles out of a collection; they stay in the archive."""
    for article_id in article_ids:
        rows = transaction.rows(
            "SELECT id FROM collection_item WHERE collection_id = ? AND article_id = ?", (collection_id, article_id)
        )
        transaction.delete("collection_item", [row["id"] for row in rows])


def rename(transaction: Transaction, collection_id: int, title: str) -> None:
    """Give a collection another title; CuratorError when it is empty, or another one beside it has it."""
    title = _title(title)
    parent = get(transaction.connection, collection_id).parent_id
    _refuse_if_taken(transaction.connection, parent, title, collection_id)
    transaction.update("collection", collection_id, {"title": title, "folded": key_of(title)})


def remove(transaction: Transaction, collection_id: int) -> None:
    """Remove a collection with those that lie in it; the articles stay in the archive."""
    for inner in transaction.rows("SELECT id FROM collection WHERE parent_id = ?", (collection_id,)):
        remove(transaction, inner["id"])
    rows = transaction.rows("SELECT id FROM collection_item WHERE collection_id = ?", (collection_id,))
    transaction.delete("collection_item", [row["id"] for row in rows])
    transaction.delete("collection", [collection_id])


def move(transaction: Transaction, collection_id: int, parent_id: int | None, place: int) -> None:
    """Put a collection into another one (None: outermost), as its `place`-th part (from 0).

    Raises:
        CuratorError: when it would lie in itself, or another one there has its title.
    """
    moved = get(transaction.connection, collection_id)
    if parent_id is not None and collection_id in _outward(transaction.connection, parent_id):
        raise CuratorError(
            _("“%(name)s” cannot lie in itself.") % {"name": moved.title}, _("Choose a collection outside of it.")
        )
    _refuse_if_taken(transaction.connection, parent_id, moved.title, collection_id)
    rows = transaction.rows(
        "SELECT id FROM collection WHERE parent_id IS ? AND id <> ? ORDER BY position, id", (parent_id, collection_id)
    )
    order = [row["id"] for row in rows]
    order.insert(place, collection_id)
    transaction.update("collection", collection_id, {"parent_id": parent_id})
    for position, each in enumerate(order, 1):
        transaction.update("collection", each, {"position": position})


def get(connection: sqlite3.Connection, collection_id: int) -> Collection:
    """Return one collection; CuratorError when there is none with this id."""
    found = next((each for each in listed(connection) if each.id == collection_id), None)
    if found is None:
        raise CuratorError(_("There is no collection %(id)d in this archive.") % {"id": collection_id})
    return found


def find(connection: sqlite3.Connection, path: str) -> Collection:
    """Return the collection at `path`, or the only one with that title, spelling folded.

    Raises:
        CuratorError: when there is none, or several.
    """
    every = listed(connection)
    exact = [found for found in every if found.path == SEPARATOR.join(_titles(path))]
    folded = [found for found in every if key_of(path) in (key_of(found.path), key_of(found.title))]
    matches = exact or folded
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise CuratorError(
            _("Several collections are called “%(name)s”.") % {"name": path},
            _("Give the whole path: %(paths)s") % {"paths": "; ".join(found.path for found in matches)},
        )
    raise CuratorError(
        _("There is no collection “%(name)s”.") % {"name": path},
        _("There are: %(paths)s") % {"paths": "; ".join(found.path for found in every)} if every else "",
    )


def listed(connection: sqlite3.Connection) -> list[Collection]:
    """Return all collections, each after the one it lies in, in their order."""
    rows = connection.execute("SELECT * FROM collection ORDER BY position, id").fetchall()
    children: dict[int | None, list[sqlite3.Row]] = {}
    for row in rows:
        children.setdefault(row["parent_id"], []).append(row)
    ordered: list[Collection] = []
    waiting: list[tuple[sqlite3.Row, str]] = [(row, row["title"]) for row in reversed(children.get(None, []))]
    while waiting:
        row, path = waiting.pop()
        ordered.append(
            Collection(row["id"], row["uid"], row["parent_id"], row["title"], path, row["note"], row["position"])
        )
        inner = reversed(children.get(row["id"], []))
        waiting.extend((child, f"{path}{SEPARATOR}{child['title']}") for child in inner)
    return ordered


def items(connection: sqlite3.Connection, collection_id: int) -> list[int]:
    """Return the ids of the articles in a collection, in their order."""
    rows = connection.execute(
        "SELECT article_id FROM collection_item WHERE collection_id = ? ORDER BY position, id", (collection_id,)
    )
    return [row[0] for row in rows]


def items_below(connection: sqlite3.Connection, collection_id: int) -> list[int]:
    """Return the ids of the articles in a collection and in those that lie in it, without trashed ones."""
    rows = connection.execute(
        """
        WITH RECURSIVE below (id) AS (
            VALUES (?) UNION SELECT collection.id FROM collection JOIN below ON collection.parent_id = below.id)
        SELECT article_id FROM collection_item JOIN below ON below.id = collection_item.collection_id
            JOIN article ON article.id = article_id
        WHERE article.trashed = 0
        GROUP BY article_id ORDER BY min(collection_item.position), article_id""",
        (collection_id,),
    )
    return [row[0] for row in rows]


def of_article(connection: sqlite3.Connection, article_id: int) -> list[str]:
    """Return the paths of the collections that an article is in."""
    rows = connection.execute("SELECT collection_id FROM collection_item WHERE article_id = ?", (article_id,))
    inside = {row[0] for row in rows}
    return [found.path for found in listed(connection) if found.id in inside]


def count_articles(connection: sqlite3.Connection, article_ids: Iterable[int]) -> list[tuple[str, int]]:
    """Return the paths of the collections that some of the articles are in, each with how many of them."""
    rows = connection.execute(
        """
        SELECT collection_id, count(*) FROM collection_item
        WHERE article_id IN (SELECT value FROM json_each(?)) GROUP BY collection_id""",
        (json.dumps(list(article_ids)),),
    )
    counted = dict(rows.fetchall())
    return [(found.path, counted[found.id]) for found in listed(connection) if found.id in counted]


def _titles(path: str) -> list[str]:
    titles = [part.strip() for part in path.split(SEPARATOR) if part.strip()]
    if not titles:
        raise CuratorError(_("A collection needs a title."), _("Give one, such as: Letters 1936"))
    require_text({"title": path})
    return titles


def _title(title: str) -> str:
    title = " ".join(title.split())
    if not title or SEPARATOR.strip() in title.split():
        raise CuratorError(
            _("“%(title)s” cannot be the title of one collection.") % {"title": title},
            _("Give a title without “ / ”, such as: Letters 1936"),
        )
    require_text({"title": title})
    return title


def _refuse_if_taken(connection: sqlite3.Connection, parent: int | None, title: str, own: int) -> None:
    if _child(connection, parent, title) not in (None, own):
        raise CuratorError(
            _("There is a collection “%(title)s” there already.") % {"title": title}, _("Choose another title.")
        )


def _outward(connection: sqlite3.Connection, collection_id: int) -> list[int]:
    """Return a collection and those that it lies in, the innermost first."""
    parents = {row[0]: row[1] for row in connection.execute("SELECT id, parent_id FROM collection")}
    found = [collection_id]
    while (outer := parents.get(found[-1])) is not None:
        found.append(outer)
    return found


def _child(connection: sqlite3.Connection, parent: int | None, title: str) -> int | None:
    row = connection.execute("SELECT id FROM collection WHERE parent_id IS ? AND title = ?", (parent, title)).fetchone()
    return None if row is None else int(row[0])


def _next_position(transaction: Transaction, parent: int | None) -> int:
    row = transaction.rows(
        "SELECT ifnull(max(position), 0) + 1 AS next FROM collection WHERE parent_id IS ?", (parent,)
    )[0]
    return int(row["next"])
