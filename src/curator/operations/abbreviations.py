"""Abbreviations that stand for a name in a text: other names of it, unlike a surname or the first word of a firm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from curator.archive import Transaction, authorities, suggestion_rows
from curator.archive.suggestion_rows import Place
from curator.text.name_key import name_key


def abbreviations(name: str, forms: Iterable[str]) -> list[str]:
    """Return those of the forms of a name that are one word in capitals and no word of the name, each once."""
    words = set(name_key(name).split())
    found = {form for form in forms if form.isupper() and form.replace(".", "").isalpha() and len(form) > 1}
    return sorted(form for form in found if name_key(form) not in words)


def add_abbreviations(
    transaction: Transaction, authority_id: int, name: str, places: Mapping[int, Sequence[Place]]
) -> None:
    """Give a new record the abbreviations as variants that stand at its places.

    Args:
        places: article -> places in its text in use.
    """
    forms = {
        text.body[start:end]
        for text in suggestion_rows.texts(transaction.connection, list(places))
        for start, end in places[text.article_id]
        if start is not None and end is not None
    }
    for form in abbreviations(name, forms):
        authorities.add_variant(transaction, authority_id, form)
