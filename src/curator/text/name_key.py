"""The key under which spellings of a name are looked up."""

from __future__ import annotations

from curator.text.tokens import folded_words


def name_key(name: str) -> str:
    """Return the folded words of a name (str), one space between them; empty when it has no letter or digit."""
    return " ".join(folded_words(name))
