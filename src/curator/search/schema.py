"""What the index holds of an article: its number, and the words of title and body with positions."""

from __future__ import annotations

from typing import Any

from curator.search.columnar import NumberColumn, WordsField
from curator.search.whoosh_parts import Column, Schema
from curator.text.tokens import folded_words

# Raise it when the schema, the layout, the folding or the finding of words changes: older indexes are then built anew.
SCHEMA_VERSION = 2

ARTICLE = "article"
TITLE = "title"
BODY = "body"
# How many times in the body a word in the title counts for.
TITLE_WEIGHT = 3


def schema() -> Any:
    """Return the schema: `article`, a column of 64 bits; `title` and `body`, words. Nothing of the text is stored."""
    # White space always parts words, so each piece between can be looked at for itself.
    return Schema(**{ARTICLE: Column(NumberColumn()), TITLE: WordsField(folded_words), BODY: WordsField(folded_words)})
