"""Memory that is not needed any more goes back to the system, where the C library would keep it: glibc, on Linux.

Left alone, glibc gives each thread a heap of its own, and keeps what large arrays left behind for the next ones: after
the facets of 100,000 articles had been loaded, a quarter of the window's memory held nothing.
"""

from __future__ import annotations

import ctypes
import gc
import sys

# Of mallopt(3): <malloc.h> of glibc.
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
_LARGE = 256 * 1024
_HEAPS = 2


def keep_small() -> None:
    """Let large arrays go back to the system as soon as they are dropped; to be called before threads are started.

    Source: mallopt(3). Naming the thresholds also ends their growing with each large array.
    """
    library = _glibc()
    if library is not None:
        for parameter, value in ((_ARENA_MAX, _HEAPS), (_MMAP_THRESHOLD, _LARGE), (_TRIM_THRESHOLD, _LARGE)):
            library.mallopt(parameter, value)


def give_back() -> None:
    """Give back what is free between small pieces, too: after much was read of which little stays. Takes some ms.

    Source: malloc_trim(3).
    """
    library = _glibc()
    if library is not None:
        library.malloc_trim(0)


def settle() -> None:
    """Leave what is in memory now out of Python's search for garbage, until `unsettle`.

    That search holds up all threads: 80 ms for the 100,000 objects of an open window, of which nothing is garbage.

    Source: gc.freeze of the standard library.
    """
    gc.collect(0)
    gc.freeze()


def unsettle() -> None:
    """Let Python search everything for garbage again: a window was closed."""
    gc.unfreeze()


def _glibc() -> ctypes.CDLL | None:
    """Return the C library of this process if it is glibc."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "mallopt") and hasattr(library, "malloc_trim") else None
