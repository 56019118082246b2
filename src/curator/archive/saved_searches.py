"""Saved searches: queries with names, in folders."""

from __future__ import annotations

import sqlite3

from curator.archive.authorities import key_of
from curator.archive.transaction import Transaction
from curator.errors import CuratorError
from curator.i18n import _
from curator.model.saved_search import SEPARATOR, SavedSearch

_FIELDS = "id, uid, folder, title, query, sort, note"


def add(transaction: Transaction, path: str, query: str, sort: str | None = None, note: str | None = None) -> int:
    """Save a query.

    Args:
        path: its title; before it, parted by " / ", a folder.

    Returns:
        the id of the saved search.

    Raises:
        CuratorError: when the title is empty or taken.
    """
    place = _place(transaction.connection, path)
    return transaction.insert("saved_search", place | {"query": query, "sort": sort, "note": note})


def rename(transaction: Transaction, search_id: int, path: str) -> None:
    """Give a saved search another title and folder; CuratorError when that is empty or taken."""
    transaction.update("saved_search", search_id, _place(transaction.connection, path, search_id))


def remove(transaction: Transaction, search_id: int) -> None:
    """Remove a saved search; what it finds is not touched."""
    transaction.delete("saved_search", [search_id])


def listed(connection: sqlite3.Connection) -> list[SavedSearch]:
    """Return all saved searches by folder, in the order in which they were saved."""
    rows = connection.execute(f"SELECT {_FIELDS} FROM saved_search ORDER BY folder, id")
    return [SavedSearch(*row) for row in rows]


def find(connection: sqlite3.Connection, name: str) -> SavedSearch:
    """Return the saved search at a path, or the only one with that title, spelling folded.

    Raises:
        CuratorError: when there is none, or several.
    """
    every = listed(connection)
    exact = [found for found in every if found.path == SEPARATOR.join(_parts(name))]
    folded = [found for found in every if key_of(name) in (key_of(found.path), key_of(found.title))]
    matches = exact or folded
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise CuratorError(
            _("Several saved searches are called “%(name)s”.") % {"name": name},
            _("Give the folder too: %(paths)s") % {"paths": "; ".join(found.path for found in matches)},
        )
    raise CuratorError(
        _("There is no saved search “%(name)s”.") % {"name": name},
        _("There are: %(paths)s") % {"paths": "; ".join(found.path for found in every)} if every else "",
    )


def parts_of(path: str) -> list[str]:
    """Return the titles of a path, spaces levelled and empty ones left out."""
    return [" ".join(part.split()) for part in path.split(SEPARATOR) if part.strip()]


def _place(connection: sqlite3.Connection, path: str, own: int | None = None) -> dict[str, str | int | None]:
    """Return the folder and title of a path that no other saved search has."""
    *folders, title = _parts(path)
    folder = SEPARATOR.join(folders)
    taken = connection.execute(
        "SELECT 1 FROM saved_search WHERE folder = ? AND title = ? AND id IS NOT ?", (folder, title, own)
    ).fetchone()
    if taken:
        raise CuratorError(
            _("There is a saved search “%(name)s” already.") % {"name": path},
            _("Choose another title, or remove that one first."),
        )
    return {"folder": folder, "title": title}


def _parts(path: str) -> list[str]:
    parts = parts_of(path)
    if not parts:
        raise CuratorError(_("A saved search needs a title."), _("Give one, such as: Fires since 1966"))
    return parts
