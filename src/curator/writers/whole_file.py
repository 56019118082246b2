"""A file that is written whole or not at all: beside its place first, forced to disk, then moved there."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
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
    place = Path(os.path.realpath(out))
    _refuse_taken(place, out, replace)
    part = place.parent / f".{uuid4().hex}.part"
    try:
        stream = part.open("xb")
    except OSError as error:
        raise _cannot_write(out, error) from error
    try:
        count, size = _copy(chunks, stream, out, header)
        _refuse_taken(place, out, replace)  # it may have come while the articles were written
        try:
            part.replace(place)
        except OSError as error:
            raise _cannot_write(out, error) from error
        _keep_the_name(place.parent)
    finally:
        part.unlink(missing_ok=True)
    return WriteReport(count, out, size)


def _copy(chunks: Iterable[bytes], stream: BinaryIO, out: Path, header: bytes) -> tuple[int, int]:
    """Return how many chunks and bytes were written; all are on disk then, and the stream is closed."""
    count, size = 0, len(header)
    try:
        _write(stream, header, out)
        for chunk in chunks:
            _write(stream, chunk, out)
            count += 1
            size += len(chunk)
        try:
            stream.flush()
            os.fsync(stream.fileno())
        except OSError as error:
            raise _cannot_write(out, error) from error
    finally:
        _close(stream)
    return count, size


def _write(stream: BinaryIO, chunk: bytes, out: Path) -> None:
    try:
        stream.write(chunk)
    except OSError as error:
        raise _cannot_write(out, error) from error


def _close(stream: BinaryIO) -> None:
    """Close a file all of which is on disk, or of which nothing will be kept."""
    # Closing tries once more to write what a full disk did not take; the file is closed all the same.
    with suppress(OSError):
        stream.close()


def _keep_the_name(folder: Path) -> None:
    """Force the new name of a file to disk, where the system can (Windows and some network drives cannot)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refuse_taken(place: Path, out: Path, replace: bool) -> None:
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
