"""Pictures inside a page: data: addresses of RFC 2397 cut out of its bytes, a short address left in their places."""

from __future__ import annotations

import base64
import binascii
import re
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

PREFIX = "inline:"
# Unquoted attributes end at white space, so base64 that is broken into lines is not looked for.
_DATA = re.compile(rb"data:image/[\w.+-]{1,40}(?:;[\w=.+-]{1,40}){0,4};base64,([A-Za-z0-9+/=%]+)", re.IGNORECASE)


class CutPage(NamedTuple):
    """A page without its pictures, and those, undecoded, in their order: the first goes by the address "inline:1"."""

    data: bytes
    pictures: list[bytes]


def cut_inline(data: bytes) -> CutPage:
    """Cut the pictures out of a page's bytes; the same page gives the same addresses every time."""
    pictures: list[bytes] = []

    def take(found: re.Match[bytes]) -> bytes:
        pictures.append(found[1])
        return f"{PREFIX}{len(pictures)}".encode()

    return CutPage(_DATA.sub(take, data), pictures)


def decode_inline(coded: bytes) -> bytes:
    """Return the bytes of a picture that was cut out; empty when they are damaged."""
    plain = unquote_to_bytes(coded) if b"%" in coded else coded
    try:
        return base64.b64decode(plain + b"=" * (-len(plain) % 4))
    except (binascii.Error, ValueError):
        return b""
