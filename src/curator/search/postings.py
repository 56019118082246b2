"""Postings of one word as arrays: Whoosh keeps them in blocks of 128, which are quicker to take whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

Interrupt = Callable[[], object]
Postings = tuple[NDArray[np.int64], NDArray[np.float64]]
_BETWEEN_LOOKS = 1_024


def read_postings(matcher: Any, alive: NDArray[np.bool_], interrupt: Interrupt) -> Postings:
    """Read all that is left of the postings of a word.

    Args:
        matcher: Whoosh's matcher of the word in one segment; it is used up.
        alive: for each document of the segment whether it is not deleted.
        interrupt: called for each block; it may raise to give up.

    Returns:
        Ascending document numbers and the weights of the word in them.
    """
    docs: list[int] = []
    weights: list[float] = []
    for block_docs, block_weights in _blocks(matcher):
        docs.extend(block_docs)
        weights.extend(block_weights)
        interrupt()
    numbers = np.array(docs, dtype=np.int64)
    kept = alive[numbers]
    return numbers[kept], np.array(weights, dtype=np.float64)[kept]


def walk(matcher: Any, interrupt: Interrupt) -> Postings:
    """Return the numbers and scores of all documents that a `matcher` finds; `interrupt` as in `read_postings`."""
    docs: list[int] = []
    scores: list[float] = []
    while matcher.is_active():
        docs.append(matcher.id())
        scores.append(matcher.score())
        matcher.next()
        if not len(docs) % _BETWEEN_LOOKS:
            interrupt()
    return np.array(docs, dtype=np.int64), np.array(scores, dtype=np.float64)


def _blocks(matcher: Any) -> Iterator[tuple[Any, Any]]:
    # With deletions Whoosh wraps the matcher into one that filters.
    inner = getattr(matcher, "child", matcher)
    # Names that are no promise of Whoosh's; where they are missing, one by one will do.
    if not all(hasattr(inner, name) for name in ("_ids", "_weights", "_next_block")):
        while matcher.is_active():
            yield (matcher.id(),), (matcher.weight(),)
            matcher.next()
        return
    while inner.is_active():
        # Asking for one reads the whole block.
        inner.id(), inner.weight()
        yield inner._ids, inner._weights
        inner._next_block()
