"""What the index holds of an article: its number, its length, and the words of title and body with positions."""

from __future__ import annotations

from typing import Any

from curator.search.analysis import WordField
from curator.search.whoosh_parts import Column, NumericColumn, Schema

# Raise it when the schema, the folding or the finding of words changes: older indexes are then built anew.
SCHEMA_VERSION = 1

ARTICLE = "article"
LENGTH = "length"
TITLE = "title"
TEXT = "text"


def schema() -> Any:
    """Return the schema.

    `article` and `length` (number of words) are columns of 64 and 32 bits; `title` holds the words of the title,
    `text` those of title and body, where one in the title weighs more. Nothing of the text itself is stored.
    """
    fields = {ARTICLE: Column(NumericColumn("q")), LENGTH: Column(NumericColumn("i"))}
    return Schema(**fields, **{TITLE: WordField(), TEXT: WordField()})
