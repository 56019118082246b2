"""Pictures of saved pages on their way in: copied from the page's folder for the reader, taken from what it found."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from curator.archive.originals import Staging
from curator.model.reading import ArticleReading
from curator.operations.outcomes import Pending, StagedPicture
from curator.readers import Companion
from curator.readers.page_pictures import MOST_BYTES, MOST_BYTES_TOGETHER, MOST_PICTURES
from curator.readers.picture_kinds import HEAD_BYTES, picture_type

# How much of a folder is looked at.
_MOST_ENTRIES, _MOST_DEPTH = 5_000, 4


def stage_pictures(staging: Staging, folder: Path, tick: Callable[[], None]) -> tuple[tuple[Companion, ...], int]:
    """Copy the pictures of a page's folder in, as far as the limits go; anything else in it is passed over.

    Args:
        folder: as the page names it; links out of it are not followed.
        tick: called for each MiB; what it raises ends the copying.

    Returns:
        the pictures, and how many more were there. One that cannot be read is passed over.
    """
    staged: list[Companion] = []
    together = left_out = 0
    for path, size in _pictures(folder):
        if size > MOST_BYTES or together + size > MOST_BYTES_TOGETHER or len(staged) >= MOST_PICTURES:
            left_out += 1
            continue
        try:
            copy = staging.stage(path, tick)
        except OSError as error:
            if error.filename is None or Path(error.filename) != path:
                raise  # the archive's disk, not the picture
            left_out += 1
            continue
        together += copy.size
        address = unicodedata.normalize("NFC", path.relative_to(folder.parent).as_posix())
        staged.append(Companion(address, copy.path))
    return tuple(staged), left_out


def settle_pictures(staging: Staging, pending: Pending, readings: Sequence[ArticleReading]) -> None:
    """Take what a reader found: its pictures to the staging place, so that memory holds no more than their names."""
    for companion in pending.companions:
        companion.path.unlink(missing_ok=True)
    pending.companions = ()
    pending.pictures = tuple(
        tuple(
            StagedPicture(staging.stage_bytes(each.data), each.address, each.file_name, each.media_type)
            for each in reading.attachments
        )
        for reading in readings
    )
    pending.readings = tuple(
        replace(reading, attachments=tuple(replace(each, data=b"") for each in reading.attachments))
        for reading in readings
    )


def _pictures(folder: Path) -> Iterator[tuple[Path, int]]:
    """Yield the pictures in a folder and below, in the order of their names, and their sizes (bytes)."""
    if folder.resolve().parent != folder.parent.resolve():
        return
    top, seen, waiting = folder.resolve(), 0, [(folder, 0)]
    while waiting:
        place, depth = waiting.pop(0)
        try:
            paths = sorted(place.iterdir())
        except OSError:
            continue
        for path in paths:
            seen += 1
            if seen > _MOST_ENTRIES:
                return
            if path.is_symlink() or not path.resolve().is_relative_to(top):
                continue
            if path.is_dir() and depth < _MOST_DEPTH:
                waiting.append((path, depth + 1))
            elif size := _size_of_picture(path):
                yield path, size


def _size_of_picture(path: Path) -> int:
    """Return the size of a picture in bytes; 0 for what is none, or cannot be opened."""
    try:
        if not path.is_file():
            return 0
        with path.open("rb") as file:
            return path.stat().st_size if picture_type(file.read(HEAD_BYTES)) else 0
    except OSError:
        return 0
