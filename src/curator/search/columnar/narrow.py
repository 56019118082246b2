"""Whole numbers in one or two bytes each, with a list of the few that need more.

Source: the exceptions of PFOR: Zukowski, Héman, Nes, Boncz, "Super-Scalar RAM-CPU Cache Compression" (ICDE 2006).
Unlike bit packing this needs no decoding: numpy reads the bytes where they lie.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .array_file import ArrayFile, ArrayFileWriter

# Up to this size what is gathered stays in memory (bytes).
_IN_MEMORY = 4 << 20
_AT_A_TIME = 1 << 20


class NarrowWriter:
    """Gathers numbers from 0 on, more than memory may hold, to be put into a file.

    Args:
        dtype: what most of them fit in.
    """

    def __init__(self, dtype: Any) -> None:
        self._dtype = np.dtype(dtype)
        self._limit = np.iinfo(self._dtype).max
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by `close`
        self._count = 0
        self._at: list[NDArray[np.int64]] = []
        self._wide: list[NDArray[np.int64]] = []

    def append(self, values: NDArray[Any]) -> None:
        """Add numbers."""
        beyond = np.flatnonzero(values > self._limit)
        if len(beyond):
            self._at.append(beyond + self._count)
            self._wide.append(values[beyond].astype(np.int64))
        self._file.write(values.astype(self._dtype).tobytes())
        self._count += len(values)

    def save(self, file: ArrayFileWriter, name: str) -> None:
        """Put them into `file`."""
        file.put(name, self._parts(), self._dtype)
        if self._at:
            file.put(f"{name} at", self._at, np.int64)
            file.put(f"{name} wide", self._wide, np.int64)

    def close(self) -> None:
        """Forget them."""
        self._file.close()

    def _parts(self) -> Iterator[NDArray[Any]]:
        self._file.seek(0)
        while data := self._file.read(_AT_A_TIME):
            yield np.frombuffer(data, self._dtype)


class NarrowArray:
    """What a `NarrowWriter` has saved.

    Args:
        file: the file.
        name: as it was saved.
    """

    def __init__(self, file: ArrayFile, name: str) -> None:
        self._stored = file.array(name)
        self._at = file.array(f"{name} at") if f"{name} at" in file else None
        self._wide = file.array(f"{name} wide") if self._at is not None else None

    def __len__(self) -> int:
        return len(self._stored)

    def part(self, start: int, stop: int, dtype: Any = np.int32) -> NDArray[Any]:
        """Return the numbers from `start` to `stop` as `dtype`, a copy."""
        values = self._stored.part(start, stop).astype(dtype)
        self._widen(values, start, stop)
        return values

    def parts(self, bounds: list[tuple[int, int]], dtype: Any = np.int32) -> NDArray[Any]:
        """Return the numbers in several ranges, one after the other, as `dtype`."""
        if self._at is not None:
            return np.concatenate([np.empty(0, dtype), *(self.part(start, stop, dtype) for start, stop in bounds)])
        narrow = [self._stored.part(start, stop) for start, stop in bounds]
        return np.concatenate([np.empty(0, self._stored.dtype), *narrow]).astype(dtype)

    def _widen(self, values: NDArray[Any], start: int, stop: int) -> None:
        if self._at is not None and self._wide is not None:
            at = self._at.whole()
            first, last = at.searchsorted([start, stop])
            values[at[first:last] - start] = self._wide.whole()[first:last]
