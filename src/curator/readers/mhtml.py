"""MHTML: a page with its pictures in one file, as Chromium, Edge, Opera and Internet Explorer save it."""

from __future__ import annotations

import codecs
import shutil
from contextlib import suppress
from dataclasses import replace
from email.utils import parsedate_to_datetime
from pathlib import Path

from curator.model.reading import ArticleReading, Found
from curator.readers.contract import Candidate, Companion
from curator.readers.failures import no_text
from curator.readers.html import HtmlReader
from curator.readers.mhtml_parts import Mhtml, split_mhtml
from curator.readers.picture_kinds import HEAD_BYTES, picture_type
from curator.readers.saved_page import captured_on
from curator.readers.sniffing import WEB_ARCHIVE, kind_of
from curator.readers.source import bytes_of
from curator.text.encoding import declared_charset, decode

_LIMIT_BYTES = 150_000_000
_SUFFIXES = frozenset({".mhtml", ".mht"})


class MhtmlReader:
    """Reads one article from a web archive in one file; what it is made of, the reader of pages decides."""

    name = "mhtml"
    media_type = WEB_ARCHIVE.media_type

    @property
    def version(self) -> str:
        """Its own version and that of the reader of pages."""
        return f"1+html.{HtmlReader().version}"

    def score(self, candidate: Candidate) -> int:
        """Return 95 for a web archive; 0 for all else, mail that was received among it."""
        if kind_of(candidate.head) is not WEB_ARCHIVE or b"\nreceived:" in candidate.head.lower():
            return 0
        return 95 if candidate.suffix in _SUFFIXES or _is_saved(candidate.head) else 0

    def read(self, candidate: Candidate) -> list[ArticleReading]:
        """Return one article; raises Unreadable as the reader of pages does."""
        archive = split_mhtml(bytes_of(candidate, _LIMIT_BYTES))
        if archive is None or not archive.page:
            raise no_text(candidate.name)
        folder = candidate.path.with_name(f"{candidate.path.name}.parts")
        folder.mkdir()
        try:
            page, encoding = _unpacked(archive, candidate, folder)
            (reading,) = HtmlReader().read(page)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        url = reading.url or (Found(archive.location, "file", 950) if _is_web(archive.location) else None)
        captured = _captured(archive.date) or reading.captured
        return [replace(reading, url=url, captured=captured, encoding=encoding)]


def _is_saved(head: bytes) -> bool:
    return any(mark in head.lower() for mark in (b"snapshot-content-location:", b"saved by", b"content-location:"))


def _is_web(address: str) -> bool:
    return address.startswith(("http://", "https://"))


def _unpacked(archive: Mhtml, candidate: Candidate, folder: Path) -> tuple[Candidate, str]:
    """Lay page and pictures out as a page with its folder; return it with the encoding that the page had."""
    decoded = decode(archive.page, archive.charset or declared_charset(archive.page))
    path = folder / "page"
    path.write_bytes(codecs.BOM_UTF8 + decoded.text.encode("utf-8", "replace"))
    companions: list[Companion] = []
    for number, part in enumerate(archive.parts):
        if picture_type(part.data[:HEAD_BYTES]):
            picture = folder / f"{number}"
            picture.write_bytes(part.data)
            addresses = [way for address in part.addresses for way in (address, _relative(address, archive.location))]
            companions += [Companion(address, picture) for address in addresses if address]
    return Candidate.of(path, candidate.name, tuple(companions)), decoded.encoding


def _relative(address: str, location: str) -> str:
    """Return an address as a page at `location` may name it for short; empty when it lies elsewhere."""
    folder = location.rpartition("/")[0] + "/"
    return address.removeprefix(folder) if _is_web(location) and address.startswith(folder) else ""


def _captured(date: str) -> Found | None:
    """Return the day of a Date header, in its own zone (RFC 5322, section 3.3)."""
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        found = captured_on(parsedate_to_datetime(date).date().isoformat())
        return replace(found, verbatim=date) if found else None
    return None
