"""What a Whoosh schema is made of here: a field of words, its format, and a column of numbers."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .whoosh_api import Column, ColumnReader, ColumnWriter, FieldType, Frequency, Positions


class PositionArrays(Positions):  # type: ignore[misc]
    """The format of a posting's positions: whole numbers of 32 bits, one after the other."""

    def encode(self, poslist: Iterable[int]) -> bytes:
        """Return positions as bytes."""
        return np.array(list(poslist), dtype="<i4").tobytes()

    def decode_positions(self, valuestring: bytes) -> list[int]:
        """Return the positions that `encode` was given."""
        found: list[int] = np.frombuffer(valuestring, dtype="<i4").tolist()
        return found

    def decode_frequency(self, valuestring: bytes) -> int:
        """Return how many positions there are."""
        return len(valuestring) // 4


class Counts(Frequency):  # type: ignore[misc]
    """The format of a posting without positions."""

    def encode(self, frequency: int) -> bytes:
        """Return how often a term occurs as Whoosh's own format has it."""
        return frequency.to_bytes(4, "big")


class WordsField(FieldType):  # type: ignore[misc]
    """A field of words, not stored; only a `ColumnarWriter` can write it.

    Args:
        analyse: returns the words of a text. It has to be local: the words of two texts with white space between are
            those of the one and then those of the other. It is no part of what is kept on disk.
        positions: keep where the words stand, for phrases and nearness; more than half of the room.
    """

    def __init__(self, analyse: Callable[[str], Iterable[str]] | None = None, positions: bool = True) -> None:
        super().__init__(format=PositionArrays() if positions else Counts(), analyzer=None, scorable=True)
        self.analyse = analyse
        self.positions = positions

    def index(self, value: Any, **_kwargs: Any) -> Iterator[tuple[bytes, int, float, Any]]:
        """Yield one posting that stands for the whole text: the writer's pool takes it apart."""
        yield b"", 0, 1.0, value

    def process_text(self, qstring: str, mode: str = "", **_kwargs: Any) -> Iterator[str]:
        """Yield the words of a query."""
        return iter(self.analyse(qstring) if self.analyse else qstring.split())

    def __getstate__(self) -> dict[str, Any]:
        """Leave out what is code."""
        return self.__dict__ | {"analyse": None}


class NumberColumn(Column):  # type: ignore[misc]
    """A column of one whole number a document, 64 bits, kept so that numpy reads it where it lies."""

    def writer(self, dbfile: Any) -> Any:
        """Return what gathers the numbers and writes them to `dbfile`."""
        return _NumberWriter(dbfile)

    def reader(self, dbfile: Any, basepos: int, length: int, doccount: int) -> Any:
        """Return what reads them."""
        return NumberReader(dbfile, basepos, length, doccount)

    def default_value(self, reverse: bool = False) -> int:
        """Return what a document has that was given none."""
        return 0


class _NumberWriter(ColumnWriter):  # type: ignore[misc]
    def __init__(self, dbfile: Any) -> None:
        self._dbfile = dbfile
        self._numbers = array("q")

    def add(self, docnum: int, v: int) -> None:
        self._numbers.extend([0] * (docnum - len(self._numbers)))
        self._numbers.append(v)

    def finish(self, doccount: int) -> None:
        self._numbers.extend([0] * (doccount - len(self._numbers)))
        self._dbfile.write(self._numbers.tobytes())


class NumberReader(ColumnReader):  # type: ignore[misc]
    """Reads a `NumberColumn`."""

    def __init__(self, dbfile: Any, basepos: int, length: int, doccount: int) -> None:
        self.numbers: NDArray[np.int64] = np.frombuffer(dbfile.get(basepos, length), dtype="<i8")
        self._count = doccount

    def __getitem__(self, docnum: int) -> int:
        return int(self.numbers[docnum])

    def sort_key(self, docnum: int) -> int:
        """Return the number itself."""
        return self[docnum]

    def __iter__(self) -> Iterator[int]:
        yield from self.numbers.tolist()

    def load(self) -> list[int]:
        """Return all numbers."""
        return list(self)
