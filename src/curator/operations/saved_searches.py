"""Saved searches: keep a query under a title, find it again."""

from __future__ import annotations

from typing import get_args

from curator.archive import saved_searches
from curator.errors import CuratorError
from curator.i18n import N_, _
from curator.model.revision import Changes, Label
from curator.model.saved_search import SEPARATOR, SavedSearch
from curator.operations.context import Context
from curator.operations.find import Sort
from curator.search import parse

SORTS: tuple[str, ...] = get_args(Sort)


def add(
    context: Context, path: str, query: str, sort: str | None = None, note: str | None = None
) -> tuple[int, Changes]:
    """Save a query.

    Args:
        path: its title; before it, parted by " / ", a folder.
        query: as described in docs/query-language.md.
        sort: one of `SORTS`; by relevance unless given.

    Returns:
        the id of the saved search, and what was touched.

    Raises:
        CuratorError: when the title is empty or taken, the order unknown, or the query cannot be understood.
    """
    parse(query)
    if sort is not None and sort not in SORTS:
        raise CuratorError(
            _("There is no order “%(sort)s”.") % {"sort": sort}, _("There are: %(sorts)s") % {"sorts": ", ".join(SORTS)}
        )
    with context.archive.transaction(Label(N_("Save the search %(name)s"), {"name": path})) as transaction:
        search_id = saved_searches.add(transaction, path, query, sort, note)
    return search_id, transaction.changes


def rename(context: Context, name: str, path: str) -> Changes:
    """Give a saved search another title and folder; CuratorError when there is none such, or the title is taken."""
    found = saved_searches.find(context.archive.read(), name)
    label = Label(N_("Rename the search %(old)s to %(new)s"), {"old": found.path, "new": path})
    with context.archive.transaction(label) as transaction:
        saved_searches.rename(transaction, found.id, path)
    return transaction.changes


def move(context: Context, name: str, folder: str) -> Changes:
    """Put a saved search into another folder.

    Args:
        folder: its path, parted by " / "; empty for none.

    Raises:
        CuratorError: when there is no such search, or one with its title lies there already.
    """
    found = saved_searches.find(context.archive.read(), name)
    if not folder.strip():
        label = Label(N_("Take the search %(name)s out of its folder"), {"name": found.path})
    else:
        label = Label(N_("Put the search %(name)s into %(folder)s"), {"name": found.path, "folder": folder})
    with context.archive.transaction(label) as transaction:
        saved_searches.rename(transaction, found.id, SEPARATOR.join((folder, found.title)))
    return transaction.changes


def rename_folder(context: Context, folder: str, new: str) -> Changes:
    """Give a folder another path, with all that lies in it, at any depth; as one act.

    Args:
        new: the path it has then; empty: what lies in it comes out.

    Raises:
        CuratorError: when nothing lies in such a folder, or a search with the same title lies there already.
    """
    old = SEPARATOR.join(saved_searches.parts_of(folder))
    inside = [found for found in listed(context) if f"{found.folder}{SEPARATOR}".startswith(f"{old}{SEPARATOR}")]
    if not old or not inside:
        raise CuratorError(
            _("No saved search lies in a folder “%(name)s”.") % {"name": folder},
            _("There are: %(paths)s") % {"paths": "; ".join(folders(context))} if folders(context) else "",
        )
    label = Label(N_("Rename the folder of searches %(old)s to %(new)s"), {"old": old, "new": new})
    with context.archive.transaction(label) as transaction:
        for found in inside:
            rest = found.path[len(old) + len(SEPARATOR) :]
            saved_searches.rename(transaction, found.id, SEPARATOR.join((new, rest)))
    return transaction.changes


def folders(context: Context) -> list[str]:
    """Return the paths of all folders that a saved search lies in, at any depth, each after the one it lies in."""
    found: set[tuple[str, ...]] = set()
    for each in listed(context):
        parts = tuple(each.folder.split(SEPARATOR)) if each.folder else ()
        found.update(parts[:depth] for depth in range(1, len(parts) + 1))
    return [SEPARATOR.join(parts) for parts in sorted(found)]


def remove(context: Context, name: str) -> Changes:
    """Remove a saved search; what it finds is not touched. CuratorError when there is no such search."""
    found = saved_searches.find(context.archive.read(), name)
    with context.archive.transaction(Label(N_("Remove the search %(name)s"), {"name": found.path})) as transaction:
        saved_searches.remove(transaction, found.id)
    return transaction.changes


def listed(context: Context) -> list[SavedSearch]:
    """Return all saved searches by folder, in the order in which they were saved."""
    return saved_searches.listed(context.archive.read())
