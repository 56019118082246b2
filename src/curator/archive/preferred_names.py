"""Forms of a name that languages and communities prefer: several stand in parallel, none goes before the others."""

from __future__ import annotations

from collections.abc import Iterable

from curator.archive import authorities
from curator.archive.transaction import Transaction

# Between several languages and communities that prefer one form.
_AND = "; "


def prefer(transaction: Transaction, authority_id: int, name: str, community: str, language: str | None) -> None:
    """Record that a language or community prefers a form; others may prefer it too, or other forms.

    Args:
        community: who prefers it.
        language: the language of the form, where it is known.
    """
    rows = transaction.rows(
        "SELECT id, language, preferred_in FROM variant_name WHERE authority_id = ? AND name = ?", (authority_id, name)
    )
    if any(community in preferring(row["preferred_in"]) for row in rows):
        return
    # A community says nothing about the language: whichever the form is on record in.
    fitting = [row for row in rows if language is None or row["language"] in (None, language)]
    if not fitting:
        authorities.add_variant(transaction, authority_id, name, language, community)
        return
    row = max(fitting, key=lambda each: each["language"] == language)
    listed = joined({*preferring(row["preferred_in"]), community})
    fields = {"preferred_in": listed, "language": language or row["language"]}
    transaction.update("variant_name", row["id"], fields)


def unprefer(transaction: Transaction, authority_id: int, name: str, community: str) -> int:
    """Take that back; the form stays as a variant.

    Returns:
        how many rows were touched.
    """
    rows = transaction.rows(
        "SELECT id, preferred_in FROM variant_name WHERE authority_id = ? AND name = ?", (authority_id, name)
    )
    listed = {row["id"]: preferring(row["preferred_in"]) for row in rows}
    touched = {row_id: names for row_id, names in listed.items() if community in names}
    for row_id, names in touched.items():
        left = joined(each for each in names if each != community)
        transaction.update("variant_name", row_id, {"preferred_in": left})
    return len(touched)


def preferring(preferred_in: str | None) -> list[str]:
    """Return the languages and communities that a variant says prefer it."""
    return preferred_in.split(_AND) if preferred_in else []


def joined(used_by: Iterable[str]) -> str | None:
    """Return languages and communities as a row keeps them, None for nobody; undoes `preferring`."""
    return _AND.join(sorted(set(used_by))) or None
