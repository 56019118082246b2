"""A BagIt 1.0 bag (RFC 8493) in the making: files with their checksums, in a folder or a zip, then the manifests."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO, Protocol

from curator.writers.package.layout import BAG_INFO, BAGIT, MANIFEST, MARKER, PAYLOAD, TAG_MANIFEST
from curator.writers.whole_file import whole_file, writing
from curator.writers.whole_folder import whole_folder

# Zip files hold the time of each member; the same records shall give the same bytes.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20


class Place(Protocol):
    """Where the files of a bag go."""

    def new_file(self, path: str) -> IO[bytes]:
        """Open a new file in the bag ("data/text/x.txt") for writing."""


class Bag:
    """A bag being filled.

    Args:
        place: where its files go.
        out: what the user calls it, for messages.
    """

    def __init__(self, place: Place, out: Path) -> None:
        self._place, self._out = place, out
        self._sums: dict[str, str] = {}
        self.payload_bytes = 0

    def add(self, path: str, chunks: Iterable[bytes]) -> str:
        """Write a file.

        Args:
            path: its place in the bag; the payload lies in data/.
            chunks: its bytes; what they raise goes through.

        Returns:
            its SHA-256 (hex).

        Raises:
            CuratorError: when it cannot be written.
        """
        digest, size = hashlib.sha256(), 0
        with writing(self._out):
            stream = self._place.new_file(path)
        try:
            for chunk in chunks:
                digest.update(chunk)
                size += len(chunk)
                with writing(self._out):
                    stream.write(chunk)
        finally:
            with writing(self._out):
                stream.close()
        self._sums[path] = digest.hexdigest()
        if path.startswith(PAYLOAD):
            self.payload_bytes += size
        return self._sums[path]

    def copy(self, path: str, source: BinaryIO) -> str:
        """Write a file from a stream; see `add`."""
        return self.add(path, iter(lambda: source.read(_CHUNK), b""))

    def seal(self, info: Iterable[tuple[str, str]]) -> None:
        """Write what makes it a bag: declaration, description and the two manifests.

        Args:
            info: label and value of each line of bag-info.txt, RFC 8493 2.2.2; Payload-Oxum is added.
        """
        payload = sorted(path for path in self._sums if path.startswith(PAYLOAD))
        lines = [*info, ("Payload-Oxum", f"{self.payload_bytes}.{len(payload)}")]
        self._text(BAGIT, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
        self._text(BAG_INFO, "".join(f"{label}: {' '.join(value.split())}\n" for label, value in lines))
        self._text(MANIFEST, self._manifest(payload))
        self._text(TAG_MANIFEST, self._manifest(sorted(path for path in self._sums if not path.startswith(PAYLOAD))))

    def _manifest(self, paths: Iterable[str]) -> str:
        return "".join(f"{self._sums[path]}  {path}\n" for path in paths)

    def _text(self, path: str, text: str) -> None:
        self.add(path, [text.encode()])


@contextmanager
def new_bag(out: Path, *, replace: bool = False) -> Iterator[Bag]:
    """Give a bag that becomes the folder `out`, or the zip file when `out` ends in ".zip", when the block ends.

    On any failure nothing is left, and what was there before stays. In a zip file the bag lies in one folder, as
    RFC 8493 section 4 wants it.
    """
    if out.suffix.lower() != ".zip":
        with whole_folder(out, MARKER, replace=replace) as folder:
            yield Bag(_Folder(folder), out)
        return
    with whole_file(out, replace=replace) as stream:
        packed = zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, allowZip64=True, compresslevel=6)
        try:
            yield Bag(_Zip(packed, out.stem), out)
            with writing(out):
                packed.close()
        except BaseException:
            _let_go(packed)
            raise


def _let_go(packed: zipfile.ZipFile) -> None:
    """Keep a zip file that is given up from being finished when it is collected."""
    packed.fp = None


class _Folder:
    def __init__(self, root: Path) -> None:
        self._root = root

    def new_file(self, path: str) -> IO[bytes]:
        target = self._root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        return target.open("xb")


class _Zip:
    def __init__(self, packed: zipfile.ZipFile, top: str) -> None:
        self._packed, self._top = packed, top

    def new_file(self, path: str) -> IO[bytes]:
        member = zipfile.ZipInfo(f"{self._top}/{path}", _NO_TIME)
        member.compress_type = zipfile.ZIP_DEFLATED
        member.external_attr = 0o644 << 16
        return self._packed.open(member, "w", force_zip64=True)
