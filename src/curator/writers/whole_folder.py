"""A folder that is written whole or not at all: beside its place first, then moved there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from curator.errors import CuratorError
from curator.i18n import _
from curator.writers.whole_file import keep_the_name, writing


@contextmanager
def whole_folder(out: Path, marker: str, *, replace: bool = False) -> Iterator[Path]:
    """Give an empty folder that becomes `out` when the block ends, and leave no trace when it fails.

    Args:
        out: a new or empty folder, or one that is there already when `replace` is true; a link is followed.
        marker: a file that the block makes; only a folder that holds such a file is ever replaced, so that a
            slip of the hand does not cost anybody their documents.

    Raises CuratorError when `out` cannot be made; what the block raises goes through (see `whole_file.writing`).
    """
    place = Path(os.path.realpath(out))
    _refuse_taken(place, out, marker, replace)
    part = place.parent / f".{uuid4().hex}.part"
    with writing(out):
        part.mkdir()
    try:
        yield part
        with writing(out):
            _to_disk()
            _refuse_taken(place, out, marker, replace)  # it may have come while the files were written
            _move(part, place)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _move(part: Path, place: Path) -> None:
    """Put the new folder in its place; the old one is out of the way first, and back if the new one does not come."""
    old = place.parent / f".{uuid4().hex}.old"
    if place.exists():
        place.rename(old)
    try:
        part.rename(place)
    except BaseException:
        if old.exists():
            old.rename(place)
        raise
    keep_the_name(place.parent)
    shutil.rmtree(old, ignore_errors=True)


def _to_disk() -> None:
    """Wait until everything is on the disk: one call for all files, where the system has it."""
    if hasattr(os, "sync"):
        os.sync()


def _refuse_taken(place: Path, out: Path, marker: str, replace: bool) -> None:
    words = {"name": str(out)}
    with writing(out):
        if not place.exists() or (place.is_dir() and not any(place.iterdir())):
            return
        ours = (place / marker).is_file()
    if not replace:
        raise CuratorError(
            _("%(name)s is there already.") % words, _("Choose another name, or say that it may be replaced.")
        )
    if not ours:
        raise CuratorError(
            _("%(name)s was not made by an export of this kind, so it is not replaced.") % words,
            _("Choose another name, or move it away yourself."),
        )
