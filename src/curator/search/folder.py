"""Where the index lies: generations in folders of their own and a pointer to the one in use.

A mapped file cannot be replaced on Windows; so a rebuild goes into a new folder, and only the pointer is replaced.
"""

from __future__ import annotations

import errno
import json
import os
import pickle
import re
import shutil
import struct
import uuid
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from curator.errors import CuratorError
from curator.i18n import _
from curator.search.columnar import DamagedError
from curator.search.schema import SCHEMA_VERSION, schema
from curator.search.whoosh_parts import CorruptIndexError, FileIndex, FileStorage

_POINTER = "current"
# Beside the pointer: how far a rebuild has come (rebuilding.py).
NOTE = "building"
# How often files are looked for that a commit may just have replaced.
_LOOKS = 5
_GENERATION = re.compile(r"[0-9a-f]{32}")
# What the operating system says of itself rather than of the file: no reason to build the index anew.
_REFUSALS = {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EIO, errno.EMFILE, errno.ENFILE}
_DAMAGE = (
    DamagedError,
    CorruptIndexError,
    zlib.error,
    pickle.UnpicklingError,
    struct.error,
    EOFError,
    FileNotFoundError,
)
_Result = TypeVar("_Result")


class IndexDamaged(CuratorError):  # noqa: N818 - a state to mend by a rebuild
    """The index is missing, damaged, of another version or of another archive; it has to be built anew."""


@dataclass(frozen=True, slots=True)
class Index:
    """One generation of an index.

    Args:
        folder: the folder of all generations and the pointer.
        archive_uid: the archive that the index was made from.
        generation: the name of the folder of this generation.
    """

    folder: Path
    archive_uid: str
    generation: str

    @property
    def path(self) -> Path:
        """The folder of this generation."""
        return self.folder / self.generation

    def is_named_well(self) -> bool:
        """Tell whether the name is one of a generation, and not a path to somewhere else."""
        return _GENERATION.fullmatch(self.generation) is not None

    def whoosh(self) -> Any:
        """Open the Whoosh index; raise IndexDamaged."""
        # With a schema given, Whoosh does not read the pickled one.
        return checked(self.folder, lambda: FileIndex(FileStorage(str(self.path)), schema=schema()))


def open_index(folder: Path, archive_uid: str, create: bool = False) -> Index:
    """Open the generation that the pointer names.

    Args:
        folder: the folder of the index inside the archive.
        archive_uid: uid of the archive; an index made from another one is refused, since Whoosh's tables of
            contents are pickles.
        create: make an empty index where there is none at all.

    Raises:
        IndexDamaged: it has to be built anew with `start_generation` and `publish_generation`.
    """
    if create and not (folder / _POINTER).exists():
        publish_generation(start_generation(folder, archive_uid))
    index = Index(folder, archive_uid, current_generation(folder, archive_uid))
    checked(folder, lambda: index.whoosh().reader().close())
    return index


def current_generation(folder: Path, archive_uid: str) -> str:
    """Return the name of the generation in use, by the pointer alone; raise IndexDamaged."""
    pointer = checked(folder, lambda: json.loads((folder / _POINTER).read_text("utf-8")))
    expected = {"schema": SCHEMA_VERSION, "archive": archive_uid}
    known = isinstance(pointer, dict) and {key: pointer.get(key) for key in expected} == expected
    generation = str(pointer.get("generation")) if known else ""
    if not _GENERATION.fullmatch(generation):
        raise _damaged(folder)
    return generation


def start_generation(folder: Path, archive_uid: str) -> Index:
    """Make an empty generation beside the one in use, for a rebuild; searches do not see it yet."""
    index = Index(folder, archive_uid, uuid.uuid4().hex)
    index.path.mkdir(parents=True)
    FileIndex.create(FileStorage(str(index.path)), schema(), "MAIN")
    return index


def publish_generation(index: Index) -> None:
    """Let the pointer name the generation `index`, in one step."""
    pointer: dict[str, Any] = {
        "generation": index.generation,
        "schema": SCHEMA_VERSION,
        "archive": index.archive_uid,
    }
    fresh = index.folder / f"{_POINTER}.{index.generation}"
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(pointer, file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(index.folder / _POINTER)


def remove_old_generations(index: Index) -> None:
    """Delete all generations but `index`; one whose files are still mapped (Windows) stays until the next time."""
    for path in index.folder.iterdir():
        if _GENERATION.fullmatch(path.name) and path.name != index.generation:
            shutil.rmtree(path, ignore_errors=True)
    for name in (_POINTER, NOTE):
        for path in index.folder.glob(f"{name}.*"):
            # Of a process that died while writing it.
            path.unlink(missing_ok=True)


def checked(folder: Path, read: Callable[[], _Result]) -> _Result:
    """Call `read`; raise IndexDamaged if the files cannot be understood, CuratorError if they cannot be read.

    A commit takes away the files of the one before: what is gone between its being listed and opened is looked for
    anew a few times before the index is called damaged.
    """
    looks_left = _LOOKS
    while True:
        looks_left -= 1
        try:
            return read()
        except (CuratorError, MemoryError):
            raise
        except Exception as error:
            if looks_left and isinstance(error, FileNotFoundError):
                continue
            if isinstance(error, OSError) and error.errno in _REFUSALS:
                raise _refused(folder, error) from error
            # Pickles, structs and zlib raise nearly anything for a damaged file.
            raise _damaged(folder) from error


@contextmanager
def noticing_damage(folder: Path) -> Iterator[None]:
    """Turn what Whoosh raises in the midst of a search for damaged files into IndexDamaged; bugs stay bugs."""
    try:
        yield
    except _DAMAGE as error:
        raise _damaged(folder) from error


@contextmanager
def explaining_refusals(folder: Path) -> Iterator[None]:
    """Turn what the operating system says while the index is written, such as a full disk, into a CuratorError."""
    try:
        yield
    except OSError as error:
        raise _refused(folder, error) from error


def _refused(folder: Path, error: OSError) -> CuratorError:
    message = _("The search index in %(folder)s cannot be read or written: %(reason)s.")
    return CuratorError(
        message % {"folder": folder, "reason": error.strerror or error},
        _("See that the disk has space and that you may write there, then try again."),
    )


def _damaged(folder: Path) -> IndexDamaged:
    return IndexDamaged(
        _("The search index in %(folder)s cannot be used.") % {"folder": folder},
        _("Build it anew; the articles themselves are not touched."),
    )
