"""Extracts of a text around what a query found, cut between words; from plain text, not from the index."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass

from curator.search.highlight import hits_among
from curator.search.levelled import Range
from curator.search.nodes import Node
from curator.search.text_words import TextWords
from curator.text.fold import fold

_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Snippet:
    """An extract.

    Args:
        text: the extract, exactly as in the text it is from.
        start: where it begins there (code points).
        hits: ranges to highlight, counted from the beginning of the extract (code points, end excluded).
    """

    text: str
    start: int
    hits: tuple[Range, ...]


def snippets(
    text: str, node: Node, count: int = 3, width: int = 160, languages: Collection[str] | None = None
) -> list[Snippet]:
    """Cut the most telling extracts out of a text.

    Args:
        text: plain text of an article.
        node: the query.
        count: how many extracts at most.
        width: how many code points each has at most.
        languages: those of the text, by which forms of words are told; None for all.

    Returns:
        Extracts in the order of the text, which do not overlap; where the query has no word in the text, its
        beginning alone.
    """
    words = TextWords(text, languages)
    ranges = hits_among(words, node)
    edges = _Edges(words.outline)
    if not ranges:
        return [_cut(text, edges.around((0, 0), width), ())] if text and count else []
    chosen: list[Range] = []
    for window in _by_worth(text, ranges, width):
        if len(chosen) == count:
            break
        extract = edges.around(window, width)
        if all(extract[1] <= start or end <= extract[0] for start, end in chosen):
            chosen.append(extract)
    return [_cut(text, extract, ranges) for extract in sorted(chosen)]


def _by_worth(text: str, ranges: list[Range], width: int) -> list[Range]:
    """Return for each hit the range from it to the last that fits with it; first those with most different words."""
    ends = [end for _start, end in ranges]
    windows = []
    for first, (start, end) in enumerate(ranges):
        after = max(bisect_right(ends, start + width), first + 1)
        words = {fold(text[start:end]) for start, end in ranges[first:after]}
        windows.append((-len(words), first - after, start, max(end, ends[after - 1])))
    return [(start, end) for _words, _hits, start, end in sorted(windows)]


class _Edges:
    """Where the words of a text begin and end."""

    def __init__(self, outline: str) -> None:
        self._outline = outline
        self._length = len(outline)

    def around(self, window: Range, width: int) -> Range:
        """Widen a range to `width` code points, evenly if there is room, without cutting a word."""
        start, end = window
        end = min(end, start + width)
        spare = width - (end - start)
        left = max(0, min(start - spare // 2, self._length - width))
        right = min(self._length, left + width)
        return self._after(left, start), self._before(right, end)

    def _after(self, left: int, start: int) -> int:
        """Return the first beginning of a word from `left` on, no later than `start`."""
        at = left
        if left and self._outline[left - 1].isalnum():
            while at < start and self._outline[at].isalnum():
                at += 1
        while left and at < start and not self._outline[at].isalnum():
            at += 1
        return min(at, start)

    def _before(self, right: int, end: int) -> int:
        """Return the end of text, or of the last word that ends by `right`, no earlier than `end`."""
        if right == self._length:
            return right
        following = _LETTER.search(self._outline, right)
        at = right
        if following and following.start() == right:
            while at and self._outline[at - 1].isalnum():
                at -= 1
        if following and at == right:
            # No word is cut.
            return right
        while at and not self._outline[at - 1].isalnum():
            at -= 1
        # The very first word may be too long, and has to be cut.
        return max(at, end) if at else right


def _cut(text: str, extract: Range, ranges: tuple[Range, ...] | list[Range]) -> Snippet:
    first, last = extract
    inside = tuple(
        (max(start, first) - first, min(end, last) - first) for start, end in ranges if start < last and first < end
    )
    return Snippet(text[first:last], first, inside)
