"""A file that is written whole or not at all: beside its place first, forced to disk, then moved there."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from curator.errors import CuratorError
from curator.i18n import _
from curator.writers.contract import WriteReport

_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def write_whole(chunks: Iterable[bytes], out: Path, *, replace: bool = False, header: bytes = b"") -> WriteReport:
    """Write `header` and then each chunk (the bytes of one article) to `out`; on any failure leave no trace.

    Args:
        chunks: taken one at a time, so memory does not grow with their number.
        out: a new file, or one that is there already when `replace` is true; a link is followed.

    Raises CuratorError when `out` cannot be written; what `chunks` raises goes through as it is.
    """
    count, size = 0, len(header)
    with whole_file(out, replace=replace) as stream:
        _write(stream, header, out)
        for chunk in chunks:
            _write(stream, chunk, out)
            count += 1
            size += len(chunk)
    return WriteReport(count, out, size)


@contextmanager
def whole_file(out: Path, *, replace: bool = False) -> Iterator[BinaryIO]:
    """Give a stream whose bytes become the file `out` when the block ends, and leave no trace when it fails.

    Args:
        out: as for `write_whole`.

    Raises CuratorError when `out` cannot be made; what the block raises goes through (see `writing`).
    """
    place = Path(os.path.realpath(out))
    refuse_taken(place, out, replace)
    part = place.parent / f".{uuid4().hex}.part"
    with writing(out):
        stream = part.open("xb")
    try:
        try:
            yield stream
            with writing(out):
                stream.flush()
                os.fsync(stream.fileno())
        finally:
            _close(stream)
        refuse_taken(place, out, replace)  # it may have come while the articles were written
        with writing(out):
            part.replace(place)
        keep_the_name(place.parent)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """Say in words why `out` could not be written; nothing but writing belongs into the block."""
    try:
        yield
    except OSError as error:
        raise _cannot_write(out, error) from error


def _write(stream: BinaryIO, chunk: bytes, out: Path) -> None:
    try:  # as `writing` does, at a tenth of its price
        stream.write(chunk)
    except OSError as error:
        raise _cannot_write(out, error) from error


def _close(stream: BinaryIO) -> None:
    """Close a file all of which is on disk, or of which nothing will be kept."""
    # Closing tries once more to write what a full disk did not take; the file is closed all the same.
    with suppress(OSError):
        stream.close()


def keep_the_name(folder: Path) -> None:
    """Force the new name of a file to disk, where the system can (Windows and some network drives cannot)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def refuse_taken(place: Path, out: Path, replace: bool) -> None:
    """Raise CuratorError when `place` is taken by what is no file, or by a file that may not be replaced."""
    words = {"name": str(out)}
    try:
        taken, is_file = place.exists(), place.is_file()
    except OSError as error:
        raise _cannot_write(out, error) from error
    if taken and not is_file:
        raise CuratorError(_("%(name)s is not a file.") % words, _("Give the name of the file to write."))
    if taken and not replace:
        raise CuratorError(
            _("%(name)s is there already.") % words, _("Choose another name, or say that it may be replaced.")
        )


def _cannot_write(out: Path, error: OSError) -> CuratorError:
    words = {"name": str(out), "folder": str(out.parent), "reason": error.strerror or str(error)}
    if error.errno in _FULL:
        return CuratorError(
            _("The disk is full: %(name)s was not written.") % words,
            _("Make room on the disk, or write to another one."),
        )
    if error.errno in _FORBIDDEN:
        return CuratorError(
            _("%(name)s may not be written: %(reason)s.") % words,
            _("Choose a folder that you may write to, or close the program that has the file open."),
        )
    if error.errno == errno.ENOENT:
        return CuratorError(
            _("There is no folder %(folder)s.") % words, _("Make the folder first, or choose another one.")
        )
    return CuratorError(_("%(name)s was not written: %(reason)s.") % words, _("Try another folder or another disk."))
