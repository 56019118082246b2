"""Plain text as the archive keeps it: NFC, lines ended by LF, no NUL, no byte order mark."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?")
# NUL is refused by the archive; U+FEFF inside a text is the mark of files that were joined.
_UNWANTED = dict.fromkeys((0x0000, 0xFEFF))
# lxml and SQLite take neither lone surrogates nor most control characters; tab, LF and form feed stay.
_NOT_IN_PAGES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SOFT_HYPHEN = "\u00ad"


def normalise(text: str) -> str:
    """Return `text` in NFC (Unicode Annex 15) with LF line ends and without NUL and byte order marks.

    Every other character stays as it is, so that offsets into the result are good for ever.
    """
    return unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text).translate(_UNWANTED))


def without_control_characters(text: str) -> str:
    """Return `text` without the characters that XML 1.0 forbids (section 2.2, production 2)."""
    return _NOT_IN_PAGES.sub("", text)


def one_line(text: str) -> str:
    """Return `text` normalised on one line, white space as single spaces, without the soft hyphens of a layout."""
    return " ".join(normalise(text).replace(_SOFT_HYPHEN, "").split())
