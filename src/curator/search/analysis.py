"""From words to postings: folded words, their weights and positions, made without Whoosh's Token objects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from curator.search.whoosh_parts import FieldType, Positions

# How many times in the body a word in the title counts for.
TITLE_WEIGHT = 3


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article for one field, as `WordField` takes them.

    Args:
        body: folded words, in their order; their positions follow those of the title, with a gap that no phrase
            can cross.
        title: folded words that weigh `TITLE_WEIGHT` each.
    """

    body: list[str]
    title: list[str] = field(default_factory=list)


class WordField(FieldType):  # type: ignore[misc]
    """A field of words with positions, unstored; lengths are kept in a column of our own, exactly."""

    def __init__(self) -> None:
        super().__init__(format=Positions(), analyzer=None)

    def index(self, value: Any, **_kwargs: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield the postings of one article: word (UTF-8), frequency, weight, encoded positions."""
        encode = self.format.encode
        titled = len(value.title)
        for word, positions in _positions(value).items():
            in_title = sum(position < titled for position in positions) if titled else 0
            weight = len(positions) + in_title * (TITLE_WEIGHT - 1)
            yield word.encode(), len(positions), float(weight), encode(positions)


def _positions(words: Words) -> dict[str, list[int]]:
    positions: dict[str, list[int]] = {}
    for position, word in enumerate(words.title):
        positions.setdefault(word, []).append(position)
    for position, word in enumerate(words.body, len(words.title) + 1):
        positions.setdefault(word, []).append(position)
    return positions
