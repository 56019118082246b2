"""Postings of words as arrays: taken by whole blocks where they can be, else step by step."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from curator.search.posting_blocks import Interrupt, Postings, UnknownLayout, read_blocks

_BETWEEN_LOOKS = 1_024


def read_postings(
    reader: Any, field: str, words: list[bytes], alive: NDArray[np.bool_], interrupt: Interrupt
) -> Postings:
    """Read the postings of words that follow each other in a segment.

    Args:
        reader: Whoosh's reader of the segment.
        field: the field that holds the words.
        words: at least one, with none between them left out.
        alive: for each document of the segment whether it is not deleted.
        interrupt: called now and then; it may raise to give up.

    Returns:
        Document numbers, ascending for each word in turn, and the weights of the word in them.
    """
    # A few words are read in one go, so it is asked before each.
    interrupt()
    docs, weights = _read(reader, field, words, interrupt)
    kept = alive[docs]
    return docs[kept], weights[kept]


def _read(reader: Any, field: str, words: list[bytes], interrupt: Interrupt) -> Postings:
    first = reader.postings(field, words[0])
    # With deletions Whoosh wraps the matcher into one that filters.
    inner = getattr(first, "child", first)
    # Names that are no promise of Whoosh's; where they are missing, one by one will do.
    if hasattr(inner, "_postfile") and hasattr(inner, "_startoffset"):
        try:
            return read_blocks(inner._postfile, inner._startoffset, len(words), interrupt)
        except UnknownLayout:
            pass
    parts = [_stepped(reader.postings(field, word), interrupt) for word in words]
    return np.concatenate([docs for docs, _weights in parts]), np.concatenate([weights for _docs, weights in parts])


def walk(matcher: Any, interrupt: Interrupt) -> Postings:
    """Return the numbers and scores of all documents that a `matcher` finds; `interrupt` as in `read_postings`."""
    return _stepped(matcher, interrupt, matcher.score)


def _stepped(matcher: Any, interrupt: Interrupt, value: Callable[[], float] | None = None) -> Postings:
    """Return the numbers of all documents that a matcher finds, and a value of each: the weight, if not told else."""
    docs: list[int] = []
    values: list[float] = []
    value = value or matcher.weight
    while matcher.is_active():
        docs.append(matcher.id())
        values.append(value())
        matcher.next()
        if not len(docs) % _BETWEEN_LOOKS:
            interrupt()
    return np.array(docs, dtype=np.int64), np.array(values, dtype=np.float64)
