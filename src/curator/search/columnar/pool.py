"""The pool of a writer: gathers words in memory, up to a bound, and puts what is beyond on the disk, sorted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np

from .array_file import ArrayFileWriter
from .fields import WordsField
from .inversion import FieldInverter, Inverted, ReadyPostings
from .merging import Source, save_inverted, save_merged
from .open_segment import OpenWords, open_words
from .postings import Numbers

# Pieces of texts and terms that are remembered; each takes about 150 bytes.
_REMEMBERED = 400_000
# A word takes about 60 bytes while it is sorted.
DEFAULT_WORDS = 2_000_000


class ColumnarPool:
    """Takes the place of Whoosh's own pool of postings (`SegmentWriter.pool`).

    Args:
        schema: of the index.
        storage: for what does not stay in memory.
        most: how many words to hold before they are sorted and put there.
        interrupt: called now and then while what was put there is merged; it may raise to give up.
    """

    def __init__(self, schema: Any, storage: Any, most: int, interrupt: Callable[[], object]) -> None:
        self._interrupt = interrupt
        self._schema = schema
        self._storage = storage
        self._most = most
        self._fields: dict[str, FieldInverter | ReadyPostings] = {}
        self._held = 0
        # Open words, with the new numbers of their documents.
        self._sources: list[tuple[OpenWords, Numbers]] = []
        self._next = 0
        self._first = 0
        self._text, self._split = "", list[str]()

    def add(self, posting: tuple[str, bytes, int, float, Any]) -> None:
        """Take a posting as Whoosh makes it; one of a `WordsField` is a whole text."""
        name, term, doc, _weight, value = posting
        if doc < 0:
            return
        # Only between documents: the fields of one come after each other.
        if doc >= self._next and self._held >= self._most:
            self._spill()
        self._next = max(self._next, doc + 1)
        field = self._field(name)
        before = field.size
        if isinstance(field, FieldInverter):
            field.add(doc - self._first, self._pieces_of(value))
        else:
            field.add(doc - self._first, term, self._positions(name, value))
        self._held += field.size - before

    def add_words(self, words: OpenWords, numbers: Numbers, count: int) -> None:
        """Take the words of a segment.

        Args:
            words: stay open until `cleanup`, which closes them.
            numbers: the new number of each of its documents, -1 for one that is left out.
            count: how many are not left out.
        """
        self._spill()
        self._sources.append((words, numbers))
        self._next += count
        self._first = self._next

    def skip(self, doc: int) -> None:
        """Note that there is a document of this number, whether it has words or not."""
        self._next = max(self._next, doc + 1)

    def iter_postings(self) -> ColumnarPool:
        """Return itself: `ColumnarFieldWriter.add_postings` asks for `saved`."""
        return self

    def count(self) -> int:
        """Return how many documents there are."""
        return self._next

    def saved(self) -> Iterator[tuple[str, Callable[[ArrayFileWriter], None]]]:
        """Yield each field that has words, with what puts it into a file."""
        if not self._sources:
            for name, made in self._inverted():
                yield name, partial(save_inverted, name=name, made=made, count=self._next)
            return
        self._spill()
        for name in sorted({name for words, _numbers in self._sources for name in words.fields}):
            sources = [Source(words.fields[name], numbers) for words, numbers in self._sources if name in words.fields]
            yield name, partial(save_merged, name=name, sources=sources, count=self._next, interrupt=self._interrupt)

    def cleanup(self) -> None:
        """Forget all."""
        for words, _numbers in self._sources:
            words.close()
        self._sources.clear()
        self._fields.clear()

    def _field(self, name: str) -> FieldInverter | ReadyPostings:
        if name not in self._fields:
            kind = self._schema[name]
            analyse = getattr(kind, "analyse", None) if isinstance(kind, WordsField) else None
            if isinstance(kind, WordsField) and analyse is None:
                raise TypeError(f"the field {name} does not say what its words are")
            self._fields[name] = ReadyPostings() if analyse is None else FieldInverter(analyse, kind.positions)
        return self._fields[name]

    def _pieces_of(self, text: str) -> list[str]:
        """Return a text split at white space; the same text often comes for several fields."""
        if text is not self._text:
            self._text, self._split = text, text.split()
        return self._split

    def _positions(self, name: str, value: bytes) -> Any:
        """Return the positions in a posting of one of Whoosh's own fields; counted from 0 where it has none."""
        kind = self._schema[name].format
        if kind.supports("positions"):
            return kind.decode_positions(value)
        return range(int(kind.decode_frequency(value)) if kind.supports("frequency") and value else 1)

    def _inverted(self) -> Iterator[tuple[str, Inverted]]:
        for name in sorted(self._fields):
            yield name, self._fields[name].inverted(self._next - self._first)

    def _spill(self) -> None:
        """Put what is in memory on the disk, sorted."""
        count = self._next - self._first
        if count and self._fields:
            name = f"run{len(self._sources)}.seg"
            fields = []
            with ArrayFileWriter(self._storage.create_file(name)) as file:
                for field, made in self._inverted():
                    save_inverted(file, field, made, count)
                    fields.append(field)
                file.finish({"fields": fields})
            self._sources.append((open_words(self._storage, name), np.arange(self._first, self._next)))
        self._first, self._held = self._next, 0
        if sum(field.remembered for field in self._fields.values()) > _REMEMBERED:
            self._fields.clear()
