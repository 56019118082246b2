"""Completing names while they are typed, from the names on record."""

from __future__ import annotations

from curator import memory
from curator.archive import name_rows
from curator.model.revision import Changes
from curator.names.completion import Completer, NameRow
from curator.operations.context import Context


def completer(context: Context) -> Completer:
    """Return what completes names, with all that are on record now; it is kept, and told of changes by `refresh`."""
    made = Completer(NameRow(*row) for row in name_rows.rows(context.archive.read()))
    # Counting in how many articles each name is took three times the memory that the names have.
    memory.give_back()
    return made


def refresh(context: Context, known: Completer, changes: Changes) -> None:
    """Bring a completer up to date after an operation, an undo, or the work of another process.

    Args:
        changes: what was touched.
    """
    known.update(*touched(context, changes))


def touched(context: Context, changes: Changes) -> tuple[set[int], list[NameRow]]:
    """Return the records whose names a change may have altered, and all names that they have now.

    Args:
        changes: what was touched.
    """
    connection = context.archive.read()
    ids = name_rows.touched(connection, changes)
    return ids, [NameRow(*row) for row in name_rows.rows(connection, ids)] if ids else []
