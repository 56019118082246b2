"""What a file is by its first bytes, whatever its name says: a media type and words for a person."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache

from curator.i18n import N_, _
from curator.text.encoding import utf16_by_zeros


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file.

    Args:
        media_type: as registered with IANA, or "application/octet-stream".
        label: what a person calls it, with its article ("a PNG picture"), untranslated.
        binary: False for text that only looks strange.
    """

    media_type: str
    label: str
    binary: bool = True

    @property
    def words(self) -> str:
        """The label in the user's language."""
        return _(self.label)


HTML = Kind("text/html", N_("a web page"), binary=False)
TEXT = Kind("text/plain", N_("a text"), binary=False)
DATA = Kind("application/octet-stream", N_("a file of binary data"))

_SIGNATURES: tuple[tuple[bytes, Kind], ...] = (
    (b"\x89PNG\r\n\x1a\n", Kind("image/png", N_("a PNG picture"))),
    (b"\xff\xd8\xff", Kind("image/jpeg", N_("a JPEG picture"))),
    (b"GIF8", Kind("image/gif", N_("a GIF picture"))),
    (b"II*\x00", Kind("image/tiff", N_("a TIFF picture"))),
    (b"MM\x00*", Kind("image/tiff", N_("a TIFF picture"))),
    (b"%PDF-", Kind("application/pdf", N_("a PDF document"))),
    (b"AT&TFORM", Kind("image/vnd.djvu", N_("a DjVu document"))),
    (b"{\\rtf", Kind("application/rtf", N_("an RTF document"))),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind("application/x-ole-storage", N_("an old Office document"))),
    (b"\x1f\x8b", Kind("application/gzip", N_("a gzip archive"))),
    (b"BZh", Kind("application/x-bzip2", N_("a bzip2 archive"))),
    (b"\xfd7zXZ\x00", Kind("application/x-xz", N_("an xz archive"))),
    (b"\x28\xb5\x2f\xfd", Kind("application/zstd", N_("a Zstandard archive"))),
    (b"7z\xbc\xaf\x27\x1c", Kind("application/x-7z-compressed", N_("a 7-Zip archive"))),
    (b"Rar!\x1a\x07", Kind("application/vnd.rar", N_("a RAR archive"))),
    (b"SQLite format 3\x00", Kind("application/vnd.sqlite3", N_("an SQLite database"))),
    (b"WARC/", Kind("application/warc", N_("a web archive (WARC)"))),
    (b"\x7fELF", Kind("application/x-executable", N_("a program"))),
    (b"MZ\x90\x00", Kind("application/x-msdownload", N_("a program"))),
    (b"OggS", Kind("audio/ogg", N_("a sound recording"))),
    (b"ID3", Kind("audio/mpeg", N_("a sound recording"))),
    (b"fLaC", Kind("audio/flac", N_("a sound recording"))),
    (b"\x1aE\xdf\xa3", Kind("video/matroska", N_("a film"))),
)
_ZIP = Kind("application/zip", N_("a ZIP archive"))
# The first member of these containers is stored uncompressed and says what it is (ODF 1.2 part 3; OCF 3.3).
_ZIP_KINDS: tuple[tuple[bytes, Kind], ...] = (
    (b"application/epub+zip", Kind("application/epub+zip", N_("an EPUB book"))),
    (b"application/vnd.oasis", Kind("application/vnd.oasis.opendocument.text", N_("an OpenDocument file"))),
    (b"word/", Kind("application/vnd.openxmlformats-officedocument", N_("a Word document"))),
    (b"xl/", Kind("application/vnd.openxmlformats-officedocument", N_("an Excel workbook"))),
    (b"[Content_Types].xml", Kind("application/vnd.openxmlformats-officedocument", N_("an Office document"))),
)
_RIFF = {
    b"WEBP": Kind("image/webp", N_("a WebP picture")),
    b"WAVE": Kind("audio/wav", N_("a sound recording")),
    b"AVI ": Kind("video/avi", N_("a film")),
}
_ISO_MEDIA = {
    b"avif": Kind("image/avif", N_("an AVIF picture")),
    b"heic": Kind("image/heic", N_("a HEIC picture")),
    b"mif1": Kind("image/heif", N_("a HEIF picture")),
    b"M4A ": Kind("audio/mp4", N_("a sound recording")),
}
_FILM = Kind("video/mp4", N_("a film"))
WEB_ARCHIVE = Kind("multipart/related", N_("a web archive (MHTML)"), binary=False)
_MAIL = Kind("message/rfc822", N_("a mail message"), binary=False)

_MAIL_HEAD = re.compile(
    rb"(From |Return-Path:|Received:|Delivered-To:|Message-ID:|MIME-Version:|X-[\w-]+:|From:[^\n]*\n(?:[\w-]+:))", re.I
)
_MAIL_FIELD = re.compile(rb"^(Subject|Date|MIME-Version|Content-Type|Received|Message-ID):", re.I | re.M)
_HTML_TAG = re.compile(r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.I | re.S)
_PAGE_TAG = re.compile(r"<(?:head|body|title|meta|div|p|article|table|h1|script|link|span)[\s>]", re.I)
# Escape stands in ISO-2022.
_CONTROL = bytes(code for code in range(0x20) if code not in b"\t\n\f\r\x1b")


# Every reader asks for the kind of the same file.
@lru_cache(maxsize=2)
def kind_of(head: bytes) -> Kind:
    """Return the kind of a file from its first 4096 bytes; TEXT when it is text of no kind known here."""
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    return _container(head) or _mail(head) or _text(head)


def looks_like_page(head: bytes) -> bool:
    """Tell whether the text opens as an HTML document (doctype or <html>), comments before it aside."""
    return _HTML_TAG.match(_view(head)) is not None


def has_page_tags(head: bytes) -> bool:
    """Tell whether there is HTML markup anywhere in the head."""
    return _PAGE_TAG.search(_view(head)) is not None


def _container(head: bytes) -> Kind | None:
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next((kind for mark, kind in _ZIP_KINDS if mark in head[:2048]), _ZIP)
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12], DATA)
    if head[4:8] == b"ftyp":
        return _ISO_MEDIA.get(head[8:12], _FILM)
    if head.startswith(b"BM") and head[6:10] == b"\x00\x00\x00\x00":
        return Kind("image/bmp", N_("a BMP picture"))
    return None


def _mail(head: bytes) -> Kind | None:
    if not _MAIL_HEAD.match(head) or len(_MAIL_FIELD.findall(head)) < 2:
        return None
    return WEB_ARCHIVE if b"multipart/related" in head.lower() else _MAIL


def _text(head: bytes) -> Kind:
    if looks_like_page(head):
        return HTML
    return DATA if _is_binary(head) else TEXT


def _is_binary(head: bytes) -> bool:
    """More than one control character in fifty is no text, whatever the encoding."""
    view = _view(head)
    data = view.encode("latin-1", "ignore")
    return len(data) - len(data.translate(None, _CONTROL)) > len(view) // 50


def _view(head: bytes) -> str:
    """The head as text in which markup can be looked for: UTF-16 decoded, any other encoding byte by byte."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "ignore")
    encoding = utf16_by_zeros(head)
    return head.decode(encoding, "ignore") if encoding else head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
