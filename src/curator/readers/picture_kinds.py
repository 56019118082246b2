"""What kind of picture some bytes are, and how large it is: by the bytes, whatever its name or its page says."""

from __future__ import annotations

import re
import struct
import zlib
from typing import NamedTuple

from curator.readers.sniffing import kind_of

HEAD_BYTES = 4096
SVG = "image/svg+xml"
SUFFIXES = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/avif": ".avif",
    SVG: ".svg",
}
_SVG = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE\s+svg[^>]*>\s*)*<svg[\s>]", re.I | re.S
)
_SVG_SIZE = re.compile(rb"""\s(width|height)\s*=\s*["']\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*["']""")
# Start of frame: all markers C0 to CF but those of tables (ITU-T T.81, table B.1).
_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


class Size(NamedTuple):
    """Width and height (px); zeros where they are not told."""

    width: int = 0
    height: int = 0


def picture_type(head: bytes) -> str:
    """Return the media type of a picture that is kept, or "" for everything else.

    Args:
        head: its first 4096 bytes.
    """
    if _SVG.match(head):
        return SVG
    found = kind_of(head).media_type
    return found if found in SUFFIXES else ""


def picture_size(data: bytes, media_type: str) -> Size:
    """Return the size that a picture's bytes state.

    Source: W3C PNG (IHDR), GIF89a, ITU-T T.81 (JPEG), the container specification of WebP.
    """
    try:
        match media_type:
            case "image/png":
                return Size(*struct.unpack_from(">II", data, 16))
            case "image/gif":
                return Size(*struct.unpack_from("<HH", data, 6))
            case "image/jpeg":
                return _jpeg(data)
            case "image/webp":
                return _webp(data)
            case _:
                return _svg(data[:HEAD_BYTES]) if media_type == SVG else Size()
    except struct.error:
        return Size()


def is_whole_png(data: bytes) -> bool:
    """Tell whether a PNG has all its chunks that matter, unharmed; libpng complains aloud of those that do not.

    Source: W3C PNG, sections 5.3 (chunks) and 5.4 (upper case: a chunk that a picture cannot do without).
    """
    view, at = memoryview(data), 8
    while at + 12 <= len(data):
        (length,), kind = struct.unpack_from(">I", data, at), data[at + 4 : at + 8]
        end = at + 12 + length
        if end > len(data) or (at == 8 and (kind, length) != (b"IHDR", 13)):
            return False
        if kind[:1].isupper() and zlib.crc32(view[at + 4 : end - 4]) != struct.unpack_from(">I", data, end - 4)[0]:
            return False
        if kind == b"IEND":
            return True
        at = end
    return False


def _jpeg(data: bytes) -> Size:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return Size(width, height)
        at += 2 if marker in (0x01, 0xFF) or 0xD0 <= marker <= 0xD8 else 2 + struct.unpack_from(">H", data, at + 2)[0]
    return Size()


def _webp(data: bytes) -> Size:
    chunk = data[12:16]
    if chunk == b"VP8X":
        return Size(int.from_bytes(data[24:27], "little") + 1, int.from_bytes(data[27:30], "little") + 1)
    if chunk == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    width, height = struct.unpack_from("<HH", data, 26)
    return Size(width & 0x3FFF, height & 0x3FFF)


def _svg(head: bytes) -> Size:
    found = {name: int(number) for name, number in _SVG_SIZE.findall(head[head.lower().find(b"<svg") :])}
    return Size(found.get(b"width", 0), found.get(b"height", 0))
