"""Copies of originals, to a backup and back: whole, by their hash, or told of as missing or changed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

from curator.archive import originals
from curator.archive.folder import ArchiveFolder
from curator.archive.originals import stored_path, to_disk


class Lacks(Protocol):
    """A report that says which originals were not copied, and why."""

    missing: list[str]
    changed: dict[str, str]


def copy(source: ArchiveFolder, target: ArchiveFolder, sha256: str, on_record: bool, report: Lacks) -> int | None:
    """Copy an original from one folder to another.

    Args:
        sha256: of its bytes (hex), which is its name in both.
        on_record: whether it is missed when it is not there; else only the history knows it.
        report: told of one that is missing, and of one whose bytes are no longer those of its name.

    Returns:
        its size in bytes; None when it was not copied.
    """
    try:
        found, size = _copied(stored_path(source, sha256), stored_path(target, sha256), sha256)
    except FileNotFoundError:
        if on_record:
            report.missing.append(sha256)
        return None
    if found != sha256:
        report.changed[sha256] = found
        return None
    return size


def _copied(path: Path, target: Path, sha256: str) -> tuple[str, int]:
    """Copy a file, which gets its name only when its bytes are those of the name; return SHA-256 and bytes found."""
    unfinished = target.with_name(f"{target.name}.unfinished")
    with path.open("rb"):
        target.parent.mkdir(exist_ok=True)
        unfinished.unlink(missing_ok=True)
    try:
        found, size = originals.digest(path, copy=unfinished)
        if found == sha256:
            # Where the system can, all of them are forced to the disk at once, in the end.
            if not hasattr(os, "sync"):
                to_disk(unfinished)
            unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return found, size
