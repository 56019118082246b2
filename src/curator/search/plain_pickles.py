"""Whoosh keeps its tables as pickles, and a pickle can run any code: only plain data is let out of them here.

So the index inside an archive that somebody sent is damaged at worst, never dangerous.
"""

from __future__ import annotations

import io
import pickle
from types import ModuleType
from typing import Any, BinaryIO

# What a table of contents is made of: it holds plain data, and making one does nothing else.
_ALLOWED = frozenset({("curator.search.columnar.codec", "ColumnarSegment")})


def _bytes(text: str, _encoding: str) -> bytes:
    """Stand in for what old pickle protocols write for bytes: _codecs.encode, in Latin-1."""
    return text.encode("latin-1")


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("_codecs", "encode"):
            return _bytes
        if (module, name) not in _ALLOWED:
            raise pickle.UnpicklingError(f"{module}.{name} has no place in an index")
        return super().find_class(module, name)


def load(file: BinaryIO) -> Any:
    """Read a pickle of plain data from a file; raise UnpicklingError for anything else, damage included."""
    try:
        return _PlainUnpickler(file).load()
    except pickle.UnpicklingError:
        raise
    except Exception as error:
        # A flipped bit makes any of a pickle's operations fail, each in its own way.
        raise pickle.UnpicklingError(str(error)) from error


def loads(data: bytes) -> Any:
    """Read a pickle of plain data; raise UnpicklingError for anything else, damage included."""
    return load(io.BytesIO(data))


def confine(files: ModuleType, columns: ModuleType) -> None:
    """Let Whoosh read its pickles through this module.

    Args:
        files, columns: whoosh.filedb.structfile, whoosh.columns.

    Raises:
        AttributeError: when this Whoosh reads them by other names; then it must not be used before this is put right.
    """
    # Older distributions of Whoosh have the first one under another name.
    name = "load_pickle" if hasattr(files, "load_pickle") else "load"
    for module, known, replacement in ((files, name, load), (columns, "loads", loads)):
        getattr(module, known)
        setattr(module, known, replacement)
