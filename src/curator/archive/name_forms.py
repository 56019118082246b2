"""One row of a name changed or removed, whichever record it was put on: that of the page or one merged into it."""

from __future__ import annotations

from collections.abc import Sequence

from curator.archive import authorities, preferred_names
from curator.archive.transaction import Transaction, Value
from curator.errors import CuratorError
from curator.i18n import _


def change(transaction: Transaction, variant_id: int, name: str, language: str | None, used_by: Sequence[str]) -> None:
    """Change a variant name.

    Args:
        language: a tag of BCP 47.
        used_by: the languages and communities that prefer it.

    Raises:
        CuratorError: when it is gone, is no name, or the record has it in that language already.
    """
    row = _row(transaction, variant_id)
    there = transaction.rows(
        "SELECT id FROM variant_name WHERE authority_id = ? AND name = ? AND ifnull(language, '') = ? AND id <> ?",
        (row, name, language or "", variant_id),
    )
    if there:
        raise CuratorError(
            _("“%(name)s” is among the names already.") % {"name": name}, _("Change or remove that one instead.")
        )
    fields: dict[str, Value] = {"name": name, "folded": authorities.key_of(name), "language": language}
    transaction.update("variant_name", variant_id, fields | {"preferred_in": preferred_names.joined(used_by)})


def remove(transaction: Transaction, variant_id: int) -> None:
    """Remove a variant name; CuratorError when it is gone."""
    _row(transaction, variant_id)
    transaction.delete("variant_name", [variant_id])


def _row(transaction: Transaction, variant_id: int) -> int:
    """Return the record that a variant name is of."""
    rows = transaction.rows("SELECT authority_id FROM variant_name WHERE id = ?", (variant_id,))
    if not rows:
        raise CuratorError(_("This name is no longer there: somebody removed it."))
    return int(rows[0]["authority_id"])
