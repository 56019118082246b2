"""Taking names off record that nothing uses."""

from __future__ import annotations

from collections.abc import Collection

from curator.archive import authorities, name_removal
from curator.errors import CuratorError
from curator.i18n import N_, _, ngettext
from curator.model.revision import Changes, Label
from curator.operations.context import Context


def remove_unused(context: Context, ids: Collection[int]) -> Changes:
    """Take names off record; nothing may be tagged with them, said by them, or merged into them. Undo brings them back.

    Args:
        ids: of records that stand by themselves.

    Raises:
        CuratorError: when one of them is in use; then nothing is removed.
    """
    connection = context.archive.read()
    used = sorted(name_removal.in_use(connection, ids))
    first = authorities.get(connection, min(used or ids)).preferred_name
    if used:
        words = ngettext(
            "“%(name)s” is in use and stays.", "%(n)d of these names are in use; none was removed.", len(used)
        )
        raise CuratorError(
            words % {"name": first, "n": len(used)},
            _("Take its tags off first, also in the trash, or merge it with another name."),
        )
    label = Label(N_("Remove the name %(name)s"), {"name": first, "n": len(ids)}, N_("Remove %(n)d names"))
    with context.archive.transaction(label) as transaction:
        name_removal.remove(transaction, ids)
    return transaction.changes
