"""Writing the words of a segment, all fields at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from typing import Any, Protocol

from .array_file import ArrayFileWriter
from .open_segment import PAIRS, WORDS, open_words
from .pairs import SMALLEST, save_pairs
from .whoosh_api import FieldWriter


class InvertedFields(Protocol):
    """What the pool of a `ColumnarWriter` gives out: fields that are sorted already."""

    def count(self) -> int:
        """Return how many documents there are."""

    def saved(self) -> Iterable[tuple[str, Callable[[ArrayFileWriter], None]]]:
        """Yield each field with what puts it into a file."""


class ColumnarFieldWriter(FieldWriter):  # type: ignore[misc]
    """Writes the words of a segment; the file is made when there are any."""

    def __init__(self, storage: Any, segment: Any, with_pairs: bool) -> None:
        self._storage = storage
        self._segment = segment
        self._with_pairs = with_pairs
        self.is_closed = False

    def add_postings(self, schema: Any, lengths: Any, items: InvertedFields) -> None:
        """Write all postings, which a `ColumnarWriter` has sorted."""
        if not hasattr(items, "saved"):
            raise TypeError("postings have to come from a ColumnarWriter")
        names = []
        with ArrayFileWriter(self._segment.create_file(self._storage, WORDS)) as file:
            for name, save in items.saved():
                save(file)
                names.append(name)
            file.finish({"fields": names})
        if self._with_pairs and items.count() >= SMALLEST:
            self._add_pairs(names, items.count())

    def close(self) -> None:
        """Do nothing: all is written at once."""
        self.is_closed = True

    def _add_pairs(self, names: list[str], count: int) -> None:
        words = open_words(self._storage, self._segment.make_filename(WORDS))
        with closing(words), ArrayFileWriter(self._segment.create_file(self._storage, PAIRS)) as file:
            placed = [name for name in names if words.fields[name].has_positions]
            for name in placed:
                save_pairs(file, name, words.fields[name], count)
            file.finish({"fields": placed})
