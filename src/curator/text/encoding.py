"""From bytes to text: byte order mark, UTF-16 by its zero bytes, strict UTF-8, the declared charset, a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The WHATWG Encoding Standard (section 4.2) reads these labels as their supersets, as all browsers do.
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# Text encodings only: a page must not choose Python's "rot13", "zlib" or "unicode_escape", nor UTF-7.
_TEXT_ENCODING = re.compile(
    r"(?!utf-7)(ascii|utf-|iso|cp\d|koi8|mac-|gb|big5|euc_|shift_jis|hz|johab|tis-620|ptcp154|kz1048|hp-)"
)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)|encoding\s*=\s*["']([A-Za-z0-9_.:-]+)["']""")
_PROLOGUE = 4096
_SAMPLE = 200_000
# A text of another encoding read as UTF-8 fails at nearly every letter beyond ASCII; a damaged one, here and there.
_MOST_DAMAGE = 0.05


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with how it was read.

    Args:
        text: the characters, without a byte order mark.
        encoding: the encoding used, in the spelling of the Python codec registry ("utf-8", "cp1254").
        source: how it was known: "mark", "zeros", "utf-8", "declared" or "guess".
        replaced: how many places could not be read and hold U+FFFD.
    """

    text: str
    encoding: str
    source: str
    replaced: int = 0


def declared_charset(data: bytes) -> str:
    """Return the charset that an HTML or XML prologue names in its first 4096 bytes, or ""."""
    found = _DECLARED.search(data[:_PROLOGUE])
    return (found[1] or found[2]).decode("ascii") if found else ""


def decode(data: bytes, declared: str = "") -> Decoded:
    """Decode `data` (bytes of a whole file).

    Args:
        declared: the charset that the file or its envelope names; "" when it names none.

    Strict UTF-8 goes before the declaration: text of another encoding is hardly ever valid UTF-8, while
    pages saved by a browser keep declarations that no longer hold.
    """
    return (
        _by_mark(data)
        or _by_zeros(data)
        or _seven_bit(data, declared)
        or _strict(data, "utf-8", "utf-8")
        or _damaged_utf8(data)
        or _by_declaration(data, declared)
        or _by_guess(data)
    )


def python_name(label: str) -> str:
    """Return the codec for a charset label, widened as browsers do, or "" when it is no text encoding."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    name = _SUPERSETS.get(name, name)
    return name if _TEXT_ENCODING.match(name) else ""


def utf16_by_zeros(data: bytes) -> str:
    """Return "utf-16-le" or "utf-16-be" when the start of `data` shows it without a mark, else "".

    Markup, spaces and points leave every second byte zero there, on one side only.
    """
    sample = data[: min(len(data), _PROLOGUE) & ~1]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    enough = max(2, len(sample) // 40)
    if odd >= enough and even <= odd // 10:
        return "utf-16-le"
    return "utf-16-be" if even >= enough and odd <= even // 10 else ""


def _strict(data: bytes, encoding: str, source: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding, source)
    except (UnicodeDecodeError, LookupError):
        return None


def _lenient(data: bytes, encoding: str, source: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, encoding, source, text.count("\ufffd"))


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding, "mark")
    return None


def _by_zeros(data: bytes) -> Decoded | None:
    encoding = utf16_by_zeros(data)
    return _strict(data[: len(data) & ~1], encoding, "zeros") if encoding else None


def _seven_bit(data: bytes, declared: str) -> Decoded | None:
    """ISO-2022 and HZ shift between alphabets within ASCII, so they would pass as UTF-8."""
    name = python_name(declared) if declared else ""
    if name.startswith(("iso2022", "hz")) and (b"\x1b" in data or b"~{" in data):
        return _strict(data, name, "declared")
    return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    text = data.decode("utf-8", "replace")
    replaced = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    # One broken place is also what a file cut off in the middle of a letter has.
    if beyond_ascii > 1 and replaced <= max(1, beyond_ascii * _MOST_DAMAGE):
        return Decoded(text, "utf-8", "utf-8", replaced)
    return None


def _by_declaration(data: bytes, declared: str) -> Decoded | None:
    name = python_name(declared) if declared else ""
    # It is not UTF-8, whatever it says: that was tried.
    return _strict(data, name, "declared") if name and not name.startswith("utf-") else None


def _by_guess(data: bytes) -> Decoded:
    from cchardet import detect

    guess = detect(_lines_beyond_ascii(data))["encoding"]
    name = python_name(guess) if guess else ""
    return (name and _strict(data, name, "guess")) or _lenient(data, "cp1252", "guess")


def _lines_beyond_ascii(data: bytes) -> bytes:
    """The lines that tell encodings apart, as much of them as a guess needs."""
    lines = [line for line in data[: 20 * _SAMPLE].splitlines() if not line.isascii()]
    return b"\n".join(lines)[:_SAMPLE] or data[:_SAMPLE]
