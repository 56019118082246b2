from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData

from curator.gui.pasted_page import page_of, source_address
from curator.readers.saved_page import saved
from curator.text.encoding import decode

ADDRESS = "https://paper.example/news/1?a=b&c=d"


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("text/x-moz-url-priv", ADDRESS.encode("utf-16-le")),
        ("text/x-moz-url-priv", f"{ADDRESS}\n\0".encode("utf-16-le")),
        ("chromium/x-source-url", ADDRESS.encode()),
        (
            'application/x-qt-windows-mime;value="HTML Format"',
            f"Version:0.9\r\nStartHTML:0\r\nSourceURL:{ADDRESS}\r\n<html><body>x</body></html>".encode(),
        ),
    ],
)
def test_the_address_is_found_where_browsers_put_it(kind: str, data: bytes) -> None:
    clipboard = QMimeData()
    clipboard.setData(kind, data)
    assert source_address(clipboard) == ADDRESS


@pytest.mark.parametrize("data", [b"", b"\xff", b"javascript:alert(1)", b"https://a.example/--><script>"])
def test_what_is_no_address_is_none(data: bytes) -> None:
    clipboard = QMimeData()
    clipboard.setData("chromium/x-source-url", data)
    assert source_address(clipboard) == ""


@pytest.mark.parametrize(
    "html", ["<p>Бандини</p>", "<html><head><meta charset=windows-1251></head><p>Бандини</p></html>"]
)
def test_a_piece_is_a_page_that_says_where_it_is_from(html: str) -> None:
    data = page_of(html, ADDRESS)
    words = decode(data).text
    assert html in words
    found = saved(words).url
    assert found is not None
    assert found.value == ADDRESS
