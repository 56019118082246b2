"""An index as of one commit, open for searching: its segments and which of their documents are not deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .open_segment import OpenWords
from .terms_reader import ColumnarTermsReader


@dataclass(frozen=True, slots=True)
class Leaf:
    """One segment.

    Args:
        reader: Whoosh's reader of it.
        words: its terms and postings.
        offset: the number of its first document among those of all segments.
        alive: for each document whether it is not deleted.
        has_deletions: whether any is.
    """

    reader: Any
    words: OpenWords
    offset: int
    alive: NDArray[np.bool_]
    has_deletions: bool


class State:
    """An index as of one commit; later commits do not change it.

    Args:
        reader: Whoosh's reader of the whole index, opened without another to reuse.
    """

    def __init__(self, reader: Any) -> None:
        self.reader = reader
        self._closed = False
        self.leaves = tuple(
            Leaf(part, words_of(part), offset, part.segment().alive(), part.has_deletions())
            for part, offset in reader.leaf_readers()
            if part.doc_count_all()
        )
        self.size = sum(len(leaf.alive) for leaf in self.leaves)
        self.alive: NDArray[np.bool_] = np.concatenate([np.empty(0, bool), *(leaf.alive for leaf in self.leaves)])
        self.count = int(np.count_nonzero(self.alive))

    def column(self, name: str) -> NDArray[np.int64]:
        """Return a `NumberColumn` for all documents."""
        parts = (leaf.reader.column_reader(name, translate=False).numbers for leaf in self.leaves)
        return np.concatenate([np.empty(0, dtype=np.int64), *parts])

    def lengths(self, field: str) -> NDArray[np.int32]:
        """Return for each document how many words a field has."""
        parts = (
            leaf.words.fields[field].lengths() if field in leaf.words.fields else np.zeros(len(leaf.alive), np.int32)
            for leaf in self.leaves
        )
        return np.concatenate([np.empty(0, dtype=np.int32), *parts])

    def see_that_it_is_there(self) -> None:
        """See that no file was cut off since it was mapped; DamagedError. It takes a microsecond for each."""
        for leaf in self.leaves:
            leaf.words.see_that_it_is_there()

    def check_all(self) -> None:
        """See that all words are as they were written; DamagedError."""
        for leaf in self.leaves:
            leaf.words.check_all()

    def close(self) -> None:
        """Unmap the files; a second time does nothing."""
        if not self._closed:
            self._closed = True
            self.reader.close()


def words_of(reader: Any) -> OpenWords:
    """Return the words of the segment that a Whoosh `SegmentReader` reads; TypeError for one of another codec."""
    terms = reader._terms
    if not isinstance(terms, ColumnarTermsReader):
        raise TypeError("the segment is of another codec")
    return terms.words
