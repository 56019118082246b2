"""The files of a segment where they lie on the disk.

Whoosh maps a segment, then copies each file in it into memory as it opens it: once searched, an index of 1 GB stood in
memory whole. Here what is asked for is taken out of the map, and nothing else is read.
"""

from __future__ import annotations

import io
import mmap
import os
import pickle
from collections.abc import Callable
from threading import Lock
from typing import Any
from weakref import WeakSet

from curator.search import plain_pickles
from curator.search.whoosh_parts import BufferFile, compound

# What the head of a block of postings takes; where a pickle is longer, more is read.
_USUAL_PICKLE = 256
_opening = Lock()


class MappedFile(BufferFile):  # type: ignore[misc]
    """A file inside a segment, for reading; what Whoosh's own `BufferFile` is, without a copy.

    Args:
        buf: the bytes of the file, a part of the map.
        name: what the file is called.
        onclose: called when it is closed.
    """

    def __init__(self, buf: Any, name: str | None = None, onclose: Callable[[Any], None] | None = None) -> None:
        self._buf = buf
        self._at = 0
        self._name = name
        # Whoosh reaches through to this for what is not overridden here.
        self.file: Any = self
        self.onclose = onclose
        self.is_real = False
        self.is_closed = False
        with _opening:
            _open.add(self)

    def read(self, count: int | None = -1) -> bytes:
        """Return the next `count` bytes, fewer at the end; all that are left for None or less than 0."""
        at = self._at
        end = len(self._buf) if count is None or count < 0 else at + count
        found = bytes(self._buf[at:end])
        self._at = at + len(found)
        return found

    def seek(self, place: int, whence: int = os.SEEK_SET) -> int:
        """Go to a byte, counted from the beginning, from here or from the end; return its place."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at}.get(whence, len(self._buf))
        if start + place < 0:
            raise ValueError(place)
        self._at = start + place
        return self._at

    def tell(self) -> int:
        """Return the place of the next byte to be read."""
        return self._at

    def read_pickle(self) -> Any:
        """Return the plain data that a pickle from here on holds, and go behind it; UnpicklingError for damage."""
        size = _USUAL_PICKLE
        while True:
            part = io.BytesIO(self._buf[self._at : self._at + size])
            try:
                found = plain_pickles.load(part)
            except pickle.UnpicklingError:
                if self._at + size >= len(self._buf):
                    raise
                size *= 16
                continue
            self._at += part.tell()
            return found

    def view(self) -> memoryview:
        """Return the bytes of the file where they lie; release it before the file is closed."""
        return memoryview(self._buf)

    def close(self) -> None:
        """Let go of the map."""
        # Not this file again, which Whoosh would close first.
        self.file = None
        with _opening:
            _open.discard(self)
            super().close()

    @property
    def map(self) -> object:
        """The map of the segment that the file lies in."""
        return self._buf.obj


_open: WeakSet[MappedFile] = WeakSet()


def let_go() -> None:
    """Let go of what was read of all open segments; what is read again comes from what the system keeps of files.

    The pages of a map count as this process's memory from the first look on, for as long as it is open: the whole index
    after some searches. To let go takes a millisecond, and the next search no longer for it.
    """
    advice = getattr(mmap, "MADV_DONTNEED", None)
    if advice is None:
        return
    with _opening:
        maps = {id(file.map): file.map for file in _open}
        for found in maps.values():
            if isinstance(found, mmap.mmap):
                found.madvise(advice)


def take_the_place() -> None:
    """Let Whoosh open the files of a segment in this way.

    Raises:
        AttributeError: when this Whoosh opens them by another name; then this has to be put right.
    """
    getattr(compound, "BufferFile")  # noqa: B009 - to see that it is there
    compound.BufferFile = MappedFile
