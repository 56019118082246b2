from __future__ import annotations

import gc
import subprocess
import sys

import pytest

from curator import memory

_MIB = 1024 * 1024
# Small pieces, of which only the last is kept: the library can give nothing back by itself.
_PROGRAM = """
import ctypes
from curator import memory

def held():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096

memory.keep_small()
library = ctypes.CDLL(None)
library.malloc.restype = ctypes.c_void_p
library.free.argtypes = [ctypes.c_void_p]
before = held()
pieces = [library.malloc(1_000) for _piece in range(40_000)]
for piece in pieces:
    ctypes.memset(piece, 1, 1_000)
full = held()
for piece in pieces[:-1]:
    library.free(piece)
kept = held()
memory.give_back()
print(full - before, kept - before, held() - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only glibc has to be told")
def test_what_is_free_between_small_pieces_goes_back() -> None:
    told = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True).stdout
    full, kept, given_back = (int(word) / _MIB for word in told.split())
    assert full > 30
    assert kept > 30
    assert given_back < 15


def test_what_settled_is_not_searched_for_garbage_until_it_is_wanted_again() -> None:
    kept = [[number] for number in range(100)]
    memory.settle()
    try:
        assert gc.get_freeze_count() >= len(kept)
        assert not any(each is kept for each in gc.get_objects())
    finally:
        memory.unsettle()
    assert gc.get_freeze_count() == 0
    assert any(each is kept for each in gc.get_objects())
