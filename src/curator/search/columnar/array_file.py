"""One file that holds many arrays, mapped into memory, with a checksum for each block of it.

A file is written once, from the beginning to the end, and never changed: so what a reader maps is never half new.
Lucene checks the sum of a file when it merges or is asked to (its `CodecUtil.checkFooter`); here each block of 64 kB
is checked when it is first read, so that a flipped bit is noticed by the first search that meets it, and opening
reads nothing.

Layout: arrays, each from a multiple of 8 bytes on; a directory in JSON; its place, length and CRC-32; the signature.
"""

from __future__ import annotations

import io
import json
import mmap
import os
import struct
import sys
import zlib
from collections.abc import Iterable
from contextlib import suppress
from threading import Lock
from typing import Any, Self
from weakref import WeakSet

import numpy as np
from numpy.typing import NDArray

SIGNATURE = b"columnar postings 1\n"
BLOCK = 1 << 16
_TRAILER = struct.Struct("<QQI")
_ALIGNED = 8
_opening = Lock()


class DamagedError(Exception):
    """The file is cut off, changed, or none of these."""


class ArrayFileWriter:
    """Writes arrays one after the other; on leaving it as a context manager the file is closed.

    Args:
        file: open for writing in binary, at its beginning.
    """

    def __init__(self, file: Any) -> None:
        self._file = file
        self._at = 0
        self._arrays: dict[str, tuple[str, int, int]] = {}
        self._sums: list[int] = []
        self._sum = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()

    def put(self, name: str, parts: Iterable[NDArray[Any]], dtype: Any) -> None:
        """Write an array, given in parts that follow each other, as `dtype` (little-endian)."""
        kind = np.dtype(dtype).newbyteorder("<")
        self._write(bytes(-self._at % _ALIGNED))
        start, count = self._at, 0
        for part in parts:
            self._write(np.ascontiguousarray(part, dtype=kind).view(np.uint8).data if len(part) else b"")
            count += len(part)
        self._arrays[name] = (kind.str, start, count)

    def finish(self, notes: dict[str, Any]) -> None:
        """Write the directory, with `notes` (plain data for JSON), and force all to the disk."""
        if self._at % BLOCK:
            self._sums.append(self._sum)
        directory = json.dumps({"arrays": self._arrays, "sums": self._sums, "notes": notes}).encode()
        start = self._at
        self._file.write(directory)
        self._file.write(_TRAILER.pack(start, len(directory), zlib.crc32(directory)))
        self._file.write(SIGNATURE)
        self._file.flush()
        # Whoosh can keep an index in memory.
        with suppress(AttributeError, io.UnsupportedOperation):
            os.fsync(self._file.fileno())

    def _write(self, data: bytes | memoryview) -> None:
        self._file.write(data)
        view = memoryview(data)
        while len(view):
            part = view[: BLOCK - self._at % BLOCK]
            self._sum = zlib.crc32(part, self._sum)
            self._at += len(part)
            if not self._at % BLOCK:
                self._sums.append(self._sum)
                self._sum = 0
            view = view[len(part) :]


class ArrayFile:
    """A file of arrays, open for reading; safe to share between threads.

    Args:
        data: its bytes, or the map of it.

    Raises:
        DamagedError: it is not whole.
    """

    def __init__(self, data: mmap.mmap | bytes) -> None:
        self._data = data
        tail = _TRAILER.size + len(SIGNATURE)
        end = len(data) - tail
        if end < 0 or data[-len(SIGNATURE) :] != SIGNATURE:
            raise DamagedError("no signature")
        start, length, checksum = _TRAILER.unpack(data[end : end + _TRAILER.size])
        directory = data[start : start + length]
        if start + length != end or zlib.crc32(directory) != checksum:
            raise DamagedError("no directory")
        found = json.loads(directory)
        self.notes: dict[str, Any] = found["notes"]
        self._arrays: dict[str, tuple[str, int, int]] = found["arrays"]
        self._sums: list[int] = found["sums"]
        self._end = start
        self._checked = bytearray(len(self._sums))
        with _opening:
            _open.add(self)

    def __contains__(self, name: str) -> bool:
        return name in self._arrays

    def names(self) -> list[str]:
        """Return the names of all arrays."""
        return list(self._arrays)

    def array(self, name: str) -> StoredArray:
        """Return an array, of which nothing is read yet; DamagedError if there is none of that name."""
        if name not in self._arrays:
            raise DamagedError(f"no array {name}")
        kind, start, count = self._arrays[name]
        stored: NDArray[Any] = np.frombuffer(self._data, kind, count, start)
        return StoredArray(self, stored, start)

    def check(self, start: int, end: int) -> None:
        """See that the bytes from `start` to `end` are as they were written; DamagedError if not."""
        for block in range(start // BLOCK, -(-end // BLOCK)):
            if not self._checked[block]:
                first = block * BLOCK
                if zlib.crc32(self._data[first : min(first + BLOCK, self._end)]) != self._sums[block]:
                    raise DamagedError(f"block {block} is not as it was written")
                self._checked[block] = 1

    def check_all(self) -> None:
        """See that the whole file is as it was written; DamagedError if not."""
        self._checked = bytearray(len(self._sums))
        self.check(0, self._end)

    def see_that_it_is_there(self) -> None:
        """See that the file was not cut off since it was mapped; DamagedError: to read on would end the process."""
        if isinstance(self._data, mmap.mmap) and self._data.size() < len(self._data):
            raise DamagedError("the file was cut off")

    def let_go(self) -> None:
        """Take out of this process's memory what was read; it is read again when it is asked for."""
        advice = getattr(mmap, "MADV_DONTNEED", None)
        if advice is not None and isinstance(self._data, mmap.mmap):
            with suppress(ValueError):
                self._data.madvise(advice)

    def close(self) -> None:
        """Unmap the file, at once or when the last array of it is gone."""
        data, self._data = self._data, b""
        if isinstance(data, mmap.mmap):
            with suppress(BufferError):
                data.close()


class StoredArray:
    """An array in a file: what is taken out of it is checked first, and not copied."""

    __slots__ = ("_file", "_start", "_stored")

    def __init__(self, file: ArrayFile, stored: NDArray[Any], start: int) -> None:
        self._file = file
        self._stored = stored
        self._start = start

    def __len__(self) -> int:
        return len(self._stored)

    @property
    def dtype(self) -> np.dtype[Any]:
        """The type of its values."""
        return self._stored.dtype

    def part(self, start: int, stop: int) -> NDArray[Any]:
        """Return the values from `start` to `stop`, read-only; DamagedError."""
        if not 0 <= start <= stop <= len(self._stored):
            raise DamagedError("out of range")
        size = self._stored.itemsize
        self._file.check(self._start + start * size, self._start + stop * size)
        return self._stored[start:stop]

    def whole(self) -> NDArray[Any]:
        """Return all values, read-only; DamagedError."""
        return self.part(0, len(self._stored))


_open: WeakSet[ArrayFile] = WeakSet()


def let_go() -> None:
    """Take what was read of all open files out of this process's memory, which takes about a millisecond."""
    with _opening:
        files = list(_open)
    for file in files:
        file.let_go()


def open_array_file(storage: Any, name: str) -> ArrayFile:
    """Map the file `name` in a Whoosh `storage`; FileNotFoundError, DamagedError."""
    file = storage.open_file(name)
    try:
        if not hasattr(file, "fileno"):
            return ArrayFile(bytes(file.read()))
        try:
            return ArrayFile(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        except ValueError as error:
            raise DamagedError(str(error)) from error
    finally:
        file.close()


if sys.byteorder != "little":
    raise ImportError("arrays are kept little-endian, and read as they lie")
