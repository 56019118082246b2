"""Several sources of postings made into one: what was sorted part by part for want of memory, and older segments.

Sources are in the order of their documents. Each is sorted by terms, so it is enough to look at some terms at a time:
what all sources hold of them is read, sorted by term, and written (a k-way merge, by blocks).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .array_file import ArrayFileWriter, let_go
from .inversion import Inverted, in_order
from .postings import Numbers, Postings, PostingsWriter, ranges

# Words that are looked at together.
_AT_A_TIME = 1 << 20
Interrupt = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Source:
    """Postings, and the new number of each of its documents, -1 for one that is left out."""

    postings: Postings
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class _Block:
    """Some postings: for each the term, as a number of all terms, its document, its frequency; and all positions."""

    terms: Numbers
    docs: NDArray[Any]
    frequencies: NDArray[Any]
    positions: NDArray[Any]


def save_inverted(file: ArrayFileWriter, name: str, made: Inverted, count: int) -> None:
    """Put the postings of a field that are in memory into `file`; the segment has `count` documents."""
    with PostingsWriter(count) as writer:
        writer.append(made.docs, made.frequencies, made.positions)
        writer.save(file, name, made.terms, made.found, made.occurrences, made.lengths)


def save_merged(file: ArrayFileWriter, name: str, sources: list[Source], count: int, interrupt: Interrupt) -> None:
    """Put the postings of a field that lie in several sources into `file`; the segment has `count` documents."""
    by_source = [source.postings.terms.all() for source in sources]
    terms = in_order(by_source)
    numbers = {term: number for number, term in enumerate(terms)}
    places = [np.fromiter(map(numbers.__getitem__, held), np.int64, len(held)) for held in by_source]
    del numbers, by_source
    found = np.zeros(len(terms), dtype=np.int64)
    occurrences = np.zeros(len(terms), dtype=np.int64)
    with PostingsWriter(count) as writer:
        for block in _blocks(sources, places, len(terms)):
            interrupt()
            # What was read of a source is not looked at again.
            let_go()
            writer.append(block.docs, block.frequencies, block.positions)
            if len(block.terms):
                first, last = int(block.terms[0]), int(block.terms[-1]) + 1
                found[first:last] += np.bincount(block.terms - first)
                occurrences[first:last] += np.bincount(block.terms - first, block.frequencies).astype(np.int64)
        kept = found > 0
        left = [term for term, stays in zip(terms, kept.tolist(), strict=True) if stays]
        writer.save(file, name, left, found[kept], occurrences[kept], _lengths(sources, count))


def _lengths(sources: list[Source], count: int) -> Numbers:
    lengths = np.zeros(count, dtype=np.int64)
    for source in sources:
        stays = source.numbers >= 0
        lengths[source.numbers[stays]] = source.postings.lengths()[: len(stays)][stays]
    return lengths


def _blocks(sources: list[Source], places: list[Numbers], count: int) -> Iterator[_Block]:
    """Yield the postings of all sources, in the order of terms and documents."""
    sizes = np.zeros(count, dtype=np.int64)
    for source, place in zip(sources, places, strict=True):
        sizes[place] += source.postings.occurrences(0, len(place))
    ends = np.cumsum(sizes)
    first = 0
    while first < count:
        before = int(ends[first - 1]) if first else 0
        last = max(first + 1, int(ends.searchsorted(before + _AT_A_TIME)))
        last = min(last, count)
        parts = []
        for source, place in zip(sources, places, strict=True):
            start, stop = place.searchsorted([first, last]).tolist()
            if stop > start:
                parts.append(_part(source, place, start, stop))
        yield _sorted(parts)
        first = last


def _part(source: Source, place: Numbers, start: int, stop: int) -> _Block:
    """Read what a source holds of its terms from `start` to before `stop`, without the documents left out."""
    postings = source.postings
    terms = np.repeat(place[start:stop], postings.found(start, stop))
    docs = source.numbers[postings.docs(start, stop)]
    frequencies = postings.frequencies(start, stop)
    positions = postings.positions(start, stop) if postings.has_positions else np.empty(0, dtype=np.int32)
    stays = docs >= 0
    if stays.all():
        return _Block(terms, docs, frequencies, positions)
    if len(positions):
        positions = positions[np.repeat(stays, frequencies)]
    return _Block(terms[stays], docs[stays], frequencies[stays], positions)


def _sorted(parts: list[_Block]) -> _Block:
    """Return several blocks as one; at equal terms in their order, which is that of documents."""
    if len(parts) == 1:
        return parts[0]
    terms, docs, frequencies, positions = (
        np.concatenate([getattr(part, field) for part in parts]) if parts else np.empty(0, dtype=np.int64)
        for field in _Block.__slots__
    )
    if not len(terms):
        return _Block(terms, docs, frequencies, positions)
    order = np.argsort((terms << 32) | np.arange(len(terms)))
    if len(positions):
        starts = np.cumsum(frequencies) - frequencies
        positions = positions[ranges(starts[order], frequencies[order])]
    return _Block(terms[order], docs[order], frequencies[order], positions)
