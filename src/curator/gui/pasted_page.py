"""A piece of a page from the clipboard as a page of its own, with the address that it was copied from."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData

# As Windows keeps HTML in its clipboard ("HTML Format"): lines of names and values before the page.
_WINDOWS = 'application/x-qt-windows-mime;value="HTML Format"'
_SOURCE_URL = re.compile(r"^SourceURL:(?P<url>\S+)\s*$", re.MULTILINE)
_HEAD = 2_000
# What browsers put beside the HTML; Firefox in UTF-16 without a mark.
_ADDRESSES = {"text/x-moz-url-priv": "utf-16-le", "chromium/x-source-url": "utf-8"}
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}")


def source_address(clipboard: QMimeData) -> str:
    """Return the address that was copied from, where the clipboard names one; else empty."""
    stated = [bytes(clipboard.data(kind).data()).decode(code, "replace") for kind, code in _ADDRESSES.items()]
    head = bytes(clipboard.data(_WINDOWS).data())[:_HEAD].decode("utf-8", "replace")
    if found := _SOURCE_URL.search(head):
        stated.append(found["url"])
    cleaned = (words.strip("\0 \r\n").partition("\n")[0].strip() for words in stated)
    return next((words for words in cleaned if _ADDRESS.fullmatch(words)), "")


def page_of(html: str, address: str = "") -> bytes:
    """Return a piece of a page as the bytes of a whole one.

    They begin with the mark of UTF-8: what the piece says of its encoding was true before it was in the clipboard.

    Args:
        address: where it is from; it is noted as browsers note it in the pages that they save.
    """
    note = f"<!-- saved from url=({len(address):04}){address} -->\n" if address else ""
    if "<html" in html[:500].lower():
        whole = f"{note}{html}"
    else:
        whole = f"<!DOCTYPE html>\n{note}<html><head></head><body>\n{html}\n</body></html>\n"
    return whole.encode("utf-8-sig", "replace")
