"""Names within a text, in any spelling that folds to the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from curator.text.name_key import name_key
from curator.text.tokens import tokens


class NamesWithin:
    """Looks for names as whole words.

    The last word of a name of several words may have an ending (Lucia Bandininin): that such words stand together by
    chance is unlikely. A single word must be the same (Ann is not in Annabel).

    Args:
        names: those without a letter or digit are passed over.
    """

    def __init__(self, names: Iterable[str]) -> None:
        keys = {name_key(name) for name in names} - {""}
        # The longest first: L Bandini is also the end of Anna L Bandini.
        self._keys = sorted(keys, key=len, reverse=True)
        self._sought = [f" {key}" if " " in key else f" {key} " for key in self._keys]

    def holds(self, text: str) -> bool:
        """Return whether one of the names stands in `text`."""
        folded = f" {name_key(text)} "
        return any(sought in folded for sought in self._sought)

    def replaced(self, text: str, by: str) -> str:
        """Return `text` with `by` in the place of each name, its ending included."""
        pieces, last = [], 0
        for start, end in self._places(text):
            pieces += [text[last:start], by]
            last = end
        return "".join([*pieces, text[last:]])

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield start and end (code points) of the names, none over another."""
        # One sign may be several words of a key (¼); its place is theirs.
        found = [(start, end, word) for start, end, folded in tokens(text) for word in name_key(folded).split()]
        words, at = [word for _start, _end, word in found], 0
        while at < len(words):
            number = next((len(key.split()) for key in self._keys if _begins(words, at, key.split())), 0)
            if number:
                yield found[at][0], found[at + number - 1][1]
            at += number or 1


def _begins(words: list[str], at: int, key: list[str]) -> bool:
    here = words[at : at + len(key)]
    return here == key or (len(here) == len(key) > 1 and here[:-1] == key[:-1] and here[-1].startswith(key[-1]))
