"""The key under which spellings of a name are looked up."""

from __future__ import annotations

from curator.text.tokens import folded_words


def name_key(name: str) -> str:
    """Return the folded words of a name (str), one space between them; empty when it has no letter or digit.

    A key is its own key.
    """
    key = " ".join(folded_words(name))
    if name.isascii():
        return key
    # What one sign is folded to may be parted into words itself: ¼ is 1, a stroke and 4.
    while (again := " ".join(folded_words(key))) != key:
        key = again
    return key
