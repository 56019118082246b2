"""Walking through a text by sentences: which is next, and how a passage grows and shrinks by one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from curator.text.offsets import Offsets
from curator.text.sentences import sentences

Range = tuple[int, int]


class SentenceWalk:
    """The sentences of a text in the places of its document.

    Args:
        body: the text.
        at: where it begins in the document (UTF-16 units).
    """

    def __init__(self, body: str = "", at: int = 0) -> None:
        self._body, self._at, self._offsets = body, at, Offsets(body)
        self._sentences = [self.units(*pair) for pair in sentences(body)]
        self._starts = [start for start, _end in self._sentences]
        self._ends = [end for _start, end in self._sentences]

    def units(self, start: int, end: int) -> Range:
        """Return where code points of the body stand in the document."""
        return self._at + self._offsets.units(start), self._at + self._offsets.units(end)

    def code_points(self, start: int, end: int) -> Range:
        """Return where a range of the document stands in the body, in code points."""
        return self._offsets.code_points(start - self._at), self._offsets.code_points(end - self._at)

    def is_sentence(self, passage: Range) -> bool:
        """Return whether a passage is just one sentence."""
        return passage in self._sentences

    def first_from(self, place: int) -> Range | None:
        """Return the first sentence that begins at `place` or after it, else the last one."""
        at = min(bisect_left(self._starts, place), len(self._sentences) - 1)
        return self._sentences[at] if self._sentences else None

    def step(self, place: int, by: int) -> Range | None:
        """Return the sentence after (1) or before (-1) the one that begins at `place`."""
        if not self._sentences:
            return None
        at = bisect_right(self._starts, place) if by > 0 else bisect_left(self._starts, place) - 1
        return self._sentences[max(0, min(at, len(self._sentences) - 1))]

    def stretched(self, passage: Range, by: int) -> Range:
        """Return a passage with its end at the next sentence's end (1), or at that of the one before (-1)."""
        start, end = passage
        at = bisect_right(self._ends, end) if by > 0 else bisect_left(self._ends, end) - 1
        if 0 <= at < len(self._ends) and self._ends[at] > start:
            end = self._ends[at]
        return start, end

    def trimmed(self, start: int, end: int) -> Range:
        """Leave out white space at both ends, by the body itself: what Qt gives back is not it."""
        first, last = self.code_points(start, end)
        words = self._body[first:last]
        first, last = last - len(words.lstrip()), first + len(words.rstrip())
        return self.units(first, last) if first < last else (start, end)
