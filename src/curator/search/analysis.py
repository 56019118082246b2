"""From words to postings: folded words, their weights and positions, made without Whoosh's Token objects."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Any

from curator.search.whoosh_parts import FieldType, Positions

# How many times in the body a word in the title counts for.
TITLE_WEIGHT = 3

_BYTES = b"\x00"
_WIDE = b"\x01"


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


class CompactPositions(Positions):  # type: ignore[misc]
    """Positions as steps of one byte each, or of four where one is too long; Whoosh's own are pickled lists."""

    def encode(self, positions: list[int]) -> bytes:
        """Encode ascending `positions`, at least one."""
        if len(positions) == 1 and positions[0] < 256:
            return _BYTES + bytes(positions)
        steps = [positions[0], *(after - before for before, after in pairwise(positions))]
        try:
            return _BYTES + bytes(steps)
        except ValueError:
            return _WIDE + array("I", steps).tobytes()

    def decode_positions(self, value: bytes) -> list[int]:
        """Return the positions that `encode` was given."""
        return list(accumulate(value[1:] if value[:1] == _BYTES else array("I", value[1:])))

    def decode_frequency(self, value: bytes) -> int:
        """Return how many positions there are."""
        return len(self.decode_positions(value))


class WordField(FieldType):  # type: ignore[misc]
    """A field of words with positions, unstored; lengths are kept in a column of our own, exactly."""

    def __init__(self) -> None:
        super().__init__(format=CompactPositions(), analyzer=None)

    def index(self, value: Any, **_kwargs: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield the postings of one article: word (UTF-8), frequency, weight, encoded positions."""
        encode = self.format.encode
        titled = Counter(value.title)
        for word, positions in _positions(value).items():
            weight = len(positions) + titled.get(word, 0) * (TITLE_WEIGHT - 1)
            yield word.encode(), len(positions), float(weight), encode(positions)


def _positions(words: Words) -> dict[str, list[int]]:
    positions: dict[str, list[int]] = {}
    for position, word in enumerate(words.title):
        positions.setdefault(word, []).append(position)
    for position, word in enumerate(words.body, len(words.title) + 1):
        positions.setdefault(word, []).append(position)
    return positions
