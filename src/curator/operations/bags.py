"""Bags that come from elsewhere (BagIt, RFC 8493): a folder or a zip whose every file is checked before it is used."""

from __future__ import annotations

import hashlib
import os
import stat
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Protocol
from zlib import error as zlib_error

from curator.errors import CuratorError
from curator.i18n import _
from curator.paths import display
from curator.writers.package import layout

# A package of 100,000 articles has about 250,000 files.
MOST_FILES = 2_000_000
MOST_TAG_BYTES = 500_000_000
# Text packs at 3 to 10, with many equal lines at 50; zip bombs begin at some hundreds.
MOST_RATIO = 100
FREELY_UNPACKED = 100_000_000
_CHUNK = 1 << 20
# What file managers leave wherever they look; nobody means to keep it.
_JUNK = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


class Files(Protocol):
    """The files of a bag by their paths in it, "/" between the parts."""

    @property
    def sizes(self) -> Mapping[str, int]:
        """Path -> size in bytes."""

    def open(self, path: str) -> IO[bytes]:
        """Open a file for reading."""


class Bag:
    """A bag that is being read.

    Args:
        path: as the user named it.
        files: what is in it.
    """

    def __init__(self, path: Path, files: Files) -> None:
        self.path = path
        self.files = files
        self.sums: dict[str, str] = {}

    def verify(self, tick: Callable[[int, int], None]) -> None:
        """Check that every file is listed, there, and what it was when the bag was made.

        Args:
            tick: called with the bytes read so far and all bytes; may raise.

        Raises:
            CuratorError: naming the first file that is not right.
        """
        self._require_declaration()
        tags = self._manifest(layout.TAG_MANIFEST)
        payload = self._manifest(layout.MANIFEST)
        listed = {**tags, **payload}
        for path in (layout.BAGIT, layout.MARKER, layout.MANIFEST):
            if path not in listed:
                raise self.damaged(_("%(file)s is not listed in it.") % {"file": path})
        for path in sorted(listed.keys() - self.files.sizes.keys()):
            raise self.damaged(_("the file %(file)s is missing.") % {"file": path})
        for path in sorted(self.files.sizes.keys() - listed.keys() - {layout.TAG_MANIFEST}):
            raise self.damaged(_("the file %(file)s was added to it.") % {"file": path})
        done, total = 0, sum(self.files.sizes.values())
        for path, expected in listed.items():
            if self.digest(path) != expected:
                raise self.damaged(_("the file %(file)s has changed since.") % {"file": path})
            done += self.files.sizes[path]
            tick(done, total)
        self.sums = listed

    def digest(self, path: str) -> str:
        """Return the SHA-256 (hex) of a file."""
        digest = hashlib.sha256()
        for chunk in self.chunks(path):
            digest.update(chunk)
        return digest.hexdigest()

    def chunks(self, path: str) -> Iterator[bytes]:
        """Yield a file in pieces.

        Raises:
            CuratorError: when it cannot be read, or gives more than it declares.
        """
        left = self.files.sizes[path]
        with self._readable(path), self.files.open(path) as stream:
            while chunk := stream.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise self.damaged(_("the file %(file)s is larger than it says.") % {"file": path})
                yield chunk

    def text(self, path: str) -> str:
        """Return a small file as text.

        Raises:
            CuratorError: when it is missing, too large, or no UTF-8.
        """
        if self.files.sizes.get(path, MOST_TAG_BYTES + 1) > MOST_TAG_BYTES:
            raise self.damaged(_("the file %(file)s is missing or too large.") % {"file": path})
        try:
            return b"".join(self.chunks(path)).decode("utf-8")
        except UnicodeDecodeError as error:
            raise self.damaged(_("the file %(file)s is not text in UTF-8.") % {"file": path}) from error

    def damaged(self, reason: str) -> CuratorError:
        """Return the error for a package that is not as it was made."""
        return CuratorError(
            _("The package %(path)s is not whole: %(reason)s") % {"path": display(self.path), "reason": reason},
            _("Nothing was brought in. Get the package once more from where it came."),
        )

    def _require_declaration(self) -> None:
        lines = self.text(layout.BAGIT).splitlines()
        if not lines or not lines[0].startswith("BagIt-Version:"):
            raise self.damaged(_("%(file)s does not say that it is a bag.") % {"file": layout.BAGIT})

    def _manifest(self, name: str) -> dict[str, str]:
        listed: dict[str, str] = {}
        for line in self.text(name).splitlines():
            digest, _blank, path = line.partition(" ")
            path = path.strip().removeprefix("*").removeprefix("./")
            if not _is_inside(path) or (name == layout.MANIFEST) != path.startswith(layout.PAYLOAD) or path in listed:
                raise self.damaged(_("%(list)s names “%(file)s”.") % {"list": name, "file": path})
            listed[path] = digest.lower()
        return listed

    @contextmanager
    def _readable(self, path: str) -> Iterator[None]:
        try:
            yield
        except (OSError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib_error) as error:
            reason = getattr(error, "strerror", None) or str(error)
            words = {"file": path, "reason": reason}
            raise self.damaged(_("the file %(file)s cannot be read: %(reason)s.") % words) from error


def is_package(path: Path) -> bool:
    """Return whether a folder or zip file has what marks it as a Curator package; nothing of it is trusted by that."""
    try:
        if path.is_dir():
            return all((path / name).is_file() for name in (layout.BAGIT, layout.MARKER))
        if not zipfile.is_zipfile(path):
            return False
        with zipfile.ZipFile(path) as packed:
            return _top(packed) is not None
    except (OSError, ValueError, NotImplementedError, zipfile.BadZipFile):
        return False


@contextmanager
def opened(path: Path) -> Iterator[Bag]:
    """Open the package at `path`.

    Raises:
        CuratorError: when it is too large, or names files outside itself.
    """
    if path.is_dir():
        yield Bag(path, _Folder(path))
        return
    with zipfile.ZipFile(path) as packed:
        yield Bag(path, _Zip(path, packed))


class _Folder:
    """A bag in a folder; links are not followed."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.sizes: dict[str, int] = {}
        for folder, folders, names in os.walk(root):
            for name in (*folders, *names):
                self._note(Path(folder) / name)

    def _note(self, file: Path) -> None:
        facts = file.lstat()
        if stat.S_ISDIR(facts.st_mode) or file.name.lower() in _JUNK:
            return
        path = display(file.relative_to(self._root).as_posix())
        if not stat.S_ISREG(facts.st_mode):
            raise _refused(self._root, _("%(file)s is a link or no file.") % {"file": path})
        self.sizes[path] = facts.st_size

    def open(self, path: str) -> IO[bytes]:
        """Open a file."""
        return (self._root / path).open("rb")


class _Zip:
    """A bag in a zip file, held to limits before anything is unpacked."""

    def __init__(self, path: Path, packed: zipfile.ZipFile) -> None:
        self._packed, self._top = packed, _top(packed) or ""
        members = [member for member in packed.infolist() if not member.is_dir()]
        total = sum(member.file_size for member in members)
        if len(members) > MOST_FILES or total > max(FREELY_UNPACKED, MOST_RATIO * path.stat().st_size):
            raise _refused(path, _("it would unpack to far more than a package holds."))
        self.sizes: dict[str, int] = {}
        for member in members:
            name = member.filename.removeprefix(self._top)
            if PurePosixPath(name).name.lower() in _JUNK or name.startswith("__MACOSX/"):
                continue
            if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise _refused(path, _("%(file)s is packed in an unusual way.") % {"file": member.filename})
            if not member.filename.startswith(self._top) or not _is_inside(name) or name in self.sizes:
                raise _refused(path, _("it names “%(file)s”.") % {"file": member.filename})
            self.sizes[name] = member.file_size

    def open(self, path: str) -> IO[bytes]:
        """Open a member."""
        return self._packed.open(self._top + path)


def _top(packed: zipfile.ZipFile) -> str | None:
    """Return the folder of a zip in which the bag lies ("Letters/", or "" for none), or None when there is no bag."""
    names = set(packed.namelist())
    for name in names:
        folder = name.removesuffix(layout.MARKER)
        if folder != name and folder.count("/") <= 1 and (folder == "" or folder.endswith("/")):
            return folder if folder + layout.BAGIT in names else None
    return None


def _is_inside(path: str) -> bool:
    """Return whether a path stays in the bag on every system."""
    parts = path.split("/")
    return not any(part in ("", ".", "..") for part in parts) and not set(path) & set('\\:\0\r\n*?"<>|%')


def _refused(path: Path, reason: str) -> CuratorError:
    return CuratorError(
        _("The package %(path)s was not made by Curator, or was changed: %(reason)s")
        % {"path": display(path), "reason": reason},
        _("Nothing was brought in, and nothing was unpacked."),
    )
