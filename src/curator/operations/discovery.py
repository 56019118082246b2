"""Which files an import is about: folders walked, links that lead in circles and what is no file told apart."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from curator.errors import Problem
from curator.i18n import _
from curator.operations.companions import CompanionFolders
from curator.paths import display

# Left by systems and programs in every folder; nobody means to archive them.
_JUNK = frozenset({"thumbs.db", "desktop.ini", "__macosx"})


@dataclass(frozen=True, slots=True)
class Discovered:
    """A file to import, or the reason why there is none at `path`; `companions` is the folder saved with a page."""

    path: Path
    problem: Problem | None = None
    companions: Path | None = None


def discover(paths: Iterable[Path]) -> Iterator[Discovered]:
    """Yield every file at or below `paths`, folders in the order of their names, hidden files left out.

    A path that the user named is taken whatever its name; a problem stands in its place when there is no file. The
    folder that a browser saved with a page goes with the page, also when both are named.
    """
    seen: set[tuple[int, int]] = set()
    companions, given = CompanionFolders(), list(paths)
    with_pages = {companions.of(path) for path in given}
    for path in given:
        if path not in with_pages:
            yield from _at(path, seen, companions)


def _at(path: Path, seen: set[tuple[int, int]], companions: CompanionFolders) -> Iterator[Discovered]:
    try:
        facts = path.stat()
    except OSError as error:
        yield Discovered(path, _not_there(path, error))
        return
    if stat.S_ISDIR(facts.st_mode):
        yield from _in_folder(path, (facts.st_dev, facts.st_ino), seen, companions)
    elif stat.S_ISREG(facts.st_mode):
        yield Discovered(path, companions=companions.of(path))
    else:
        yield Discovered(path, _no_file(path, facts.st_mode))


def _in_folder(
    path: Path, identity: tuple[int, int], seen: set[tuple[int, int]], companions: CompanionFolders
) -> Iterator[Discovered]:
    if identity in seen:
        yield Discovered(
            path,
            Problem(
                "loop",
                _("%(path)s leads back to a folder that is being read already; it was passed over.")
                % {"path": display(path)},
            ),
        )
        return
    seen.add(identity)
    try:
        names = sorted(entry.name for entry in path.iterdir())
    except OSError as error:
        yield Discovered(path, _not_there(path, error))
        return
    with_pages = set(companions.in_folder(path, names).values())
    for name in names:
        if not _is_aside(name) and name not in with_pages:
            yield from _at(path / name, seen, companions)


def _is_aside(name: str) -> bool:
    """Hidden, or junk."""
    return name.startswith((".", "~$")) or name.lower() in _JUNK


def _not_there(path: Path, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError):
        message = _("There is no file or folder %(path)s.") % {"path": display(path)}
        return Problem("missing", message, _("Check its name and place."))
    return unreadable(path, error)


def unreadable(path: Path, error: OSError) -> Problem:
    """Return the problem of a file that the system does not let us read."""
    reason = error.strerror or str(error)
    message = _("%(path)s cannot be read: %(reason)s.") % {"path": display(path), "reason": reason}
    return Problem("unreadable", message, _("Check that you may read it, and that its disk is connected."))


def _no_file(path: Path, mode: int) -> Problem:
    kind = _("a named pipe") if stat.S_ISFIFO(mode) else _("a socket") if stat.S_ISSOCK(mode) else _("a device")
    message = _("%(path)s is %(kind)s, not a file.") % {"path": display(path), "kind": kind}
    return Problem("no-file", message, _("Save what it gives as a file, and import that."))
