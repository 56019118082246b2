"""Anchors: places in a text that stay where they belong when the text is edited.

An anchor names its place twice, by position and by its words with what stands around them (TextPositionSelector and
TextQuoteSelector of the W3C Web Annotation Data Model, 4.2.4 and 4.2.5).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Literal

from rapidfuzz import fuzz

from curator.text.differences import Difference, differences

# Code points of the text before and after that are kept with an anchor.
CONTEXT = 32
State = Literal["anchored", "moved", "detached"]

# Per cent (Indel similarity): how much of the words must be left where the comparison of the texts says they are.
_ENOUGH_MAPPED = 50
# The same for words that are looked for: what is looked for may be found in a wrong place.
_ENOUGH_FOUND = 80
# How much of what stood around the words must be there for a repetition of them to be taken for them.
_ENOUGH_AROUND = 60
# Code points to either side of the old place within which similar words are looked for.
_NEAR = 2_000
# Longer ones are not looked for by likeness: too slow, and something of them is nearly always left.
_LONGEST_ALIKE = 2_000
# A quotation as long as this does not turn up twice by chance.
_TELLING = 24


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a text.

    Args:
        start, end: code points, end excluded.
        quote: the words there.
        prefix, suffix: up to 32 code points before and after.
        state: "moved" when the words there are no longer the same or the place was found by looking for them;
            "detached" when it was not found: the rest is then what it was in the last text that had it.
    """

    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    state: State = "anchored"


def make(body: str, start: int, end: int, state: State = "anchored") -> Anchor:
    """Return the anchor of a stretch of `body`; 0 <= start < end <= len(body), in code points.

    Raises:
        ValueError: when there is no such stretch.
    """
    if not 0 <= start < end <= len(body):
        raise ValueError(f"{start}:{end} of {len(body)}")
    return Anchor(start, end, body[start:end], body[max(0, start - CONTEXT) : start], body[end : end + CONTEXT], state)


def carry_over(old: str | None, new: str, anchors: Sequence[Anchor]) -> list[Anchor]:
    """Return where anchors of one text stand in another, in their order; none is left out.

    An anchor whose words are untouched stays "anchored", wherever they have come to stand. One whose words changed,
    or were looked for, is "moved". One that is not found is "detached" and otherwise unchanged.

    Args:
        old: the text that the positions of the anchors count in; None when it is not known any more.
        new: the text to find them in.
    """
    if old == new:
        return [replace(anchor, state="anchored") if anchor.state == "detached" else anchor for anchor in anchors]
    comparison = _Comparison(old, new) if old is not None else None
    return [_carried(comparison, new, anchor) for anchor in anchors]


def _carried(comparison: _Comparison | None, new: str, anchor: Anchor) -> Anchor:
    if comparison and (place := comparison.untouched(anchor)):
        return make(new, *place, "moved" if anchor.state == "moved" else "anchored")
    if comparison and (place := comparison.changed(anchor)):
        return make(new, *place, "moved")
    expected = comparison.expected(anchor.start) if comparison else anchor.start
    place = _by_context(new, anchor, expected) or _by_quote(new, anchor, expected) or _alike(new, anchor, expected)
    return make(new, *place, "moved") if place else replace(anchor, state="detached")


class _Comparison:
    """Two texts and the stretches that they share.

    Args:
        old, new: the texts (str).
    """

    def __init__(self, old: str, new: str) -> None:
        self._new = new
        self._steps = differences(old, new)
        self._starts = [step.old_start for step in self._steps]

    def untouched(self, anchor: Anchor) -> tuple[int, int] | None:
        """Return where the words stand now, if all of them lie in a stretch that both texts share."""
        step = self._at(anchor.start)
        if step is None or step.kind != "equal" or anchor.end > step.old_end:
            return None
        shift = step.new_start - step.old_start
        return anchor.start + shift, anchor.end + shift

    def changed(self, anchor: Anchor) -> tuple[int, int] | None:
        """Return what the words have become, if that is like them."""
        kept = self._steps[self._index(anchor.start) : bisect_left(self._starts, anchor.end)]
        if not kept:
            return None
        places = [_trimmed(self._new, *place) for place in _ends(kept, anchor)]
        likeness, start, end = max(
            (fuzz.ratio(anchor.quote, self._new[start:end]) if start < end else 0.0, start, end)
            for start, end in places
        )
        return (start, end) if likeness >= _ENOUGH_MAPPED else None

    def expected(self, start: int) -> int:
        """Return about where in the new text an offset of the old one would be."""
        step = self._at(start)
        return min(step.new_start + start - step.old_start, step.new_end) if step else start

    def _at(self, offset: int) -> Difference | None:
        index = self._index(offset)
        return self._steps[index] if index < len(self._steps) else None

    def _index(self, offset: int) -> int:
        """Return the number of the stretch in which the character at `offset` of the old text lies."""
        index = max(bisect_right(self._starts, offset) - 1, 0)
        while index < len(self._steps) and self._steps[index].old_end <= offset:
            index += 1
        return index


def _ends(kept: Sequence[Difference], anchor: Anchor) -> Iterator[tuple[int, int]]:
    """Yield where changed words may stand now.

    Within words that were replaced there is no telling which letter became which: at either end, all of the new ones
    may belong to the anchor, or none.
    """
    first, last = kept[0], kept[-1]
    starts = [first.new_start + anchor.start - first.old_start if first.kind == "equal" else first.new_start]
    starts += [] if first.kind == "equal" else [first.new_end]
    ends = [last.new_end - (last.old_end - anchor.end) if last.kind == "equal" else last.new_end]
    ends += [] if last.kind == "equal" else [last.new_start]
    yield from product(starts, ends)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without half words at its ends."""
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _by_context(new: str, anchor: Anchor, expected: int) -> tuple[int, int] | None:
    """Find the words with all that stood before and after them."""
    if not (anchor.prefix or anchor.suffix):
        return None
    whole = anchor.prefix + anchor.quote + anchor.suffix
    nearest = _nearest(_occurrences(new, whole), expected - len(anchor.prefix))
    if nearest is None:
        return None
    start = nearest + len(anchor.prefix)
    return start, start + len(anchor.quote)


def _by_quote(new: str, anchor: Anchor, expected: int) -> tuple[int, int] | None:
    """Find the words nearest to where they were, among the places that are like theirs.

    A short word stands in many places; one that has other neighbours is another one.
    """
    found = _occurrences(new, anchor.quote)
    if len(anchor.quote) < _TELLING:
        found = (start for start in found if _around(new, anchor, start) >= _ENOUGH_AROUND)
    nearest = _nearest(found, expected)
    return None if nearest is None else (nearest, nearest + len(anchor.quote))


def _around(new: str, anchor: Anchor, start: int) -> float:
    """Return how much the neighbours of a place are those of the anchor (per cent): the better side counts."""
    end = start + len(anchor.quote)
    before = fuzz.ratio(anchor.prefix, new[max(0, start - CONTEXT) : start]) if anchor.prefix else 0
    after = fuzz.ratio(anchor.suffix, new[end : end + CONTEXT]) if anchor.suffix else 0
    return max(before, after)


def _alike(new: str, anchor: Anchor, expected: int) -> tuple[int, int] | None:
    """Find words that are like those of the anchor, not far from where they were."""
    first = max(0, expected - _NEAR)
    near = new[first : expected + len(anchor.quote) + _NEAR]
    if not len(anchor.quote) <= min(len(near), _LONGEST_ALIKE):
        return None
    found = fuzz.partial_ratio_alignment(anchor.quote, near, score_cutoff=_ENOUGH_FOUND)
    if found is None or found.dest_end <= found.dest_start:
        return None
    start, end = _trimmed(new, *_whole_words(new, first + found.dest_start, first + found.dest_end))
    if len(anchor.quote) < _TELLING and _around(new, replace(anchor, quote=new[start:end]), start) < _ENOUGH_AROUND:
        return None
    return (start, end) if start < end else None


def _occurrences(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _nearest(places: Iterable[int], expected: int) -> int | None:
    return min(places, key=lambda start: abs(start - expected), default=None)
