from __future__ import annotations

from collections.abc import Callable

import pytest

from curator.readers import Candidate, Unreadable, choose, readers
from curator.readers.registry import load

Make = Callable[..., Candidate]
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@pytest.mark.parametrize(
    ("name", "content", "reader"),
    [
        ("page.html", "<!DOCTYPE html><html><body>a", "html"),
        ("page.txt", "\n<!-- saved --><!doctype HTML>\n<html>", "html"),
        ("page", "<html lang='az'>", "html"),
        ("page", "<html>".encode("utf-16"), "html"),
        ("page.htm", "no tags at all", "html"),
        ("fragment", "<div><p>text</p></div>", "html"),
        ("note.md", "# Title\n\ntext", "markdown"),
        ("note.md", "<p align=center>logo</p>\n\n# Title", "markdown"),
        ("note.txt", "---\ntitle: A\n---\ntext", "markdown"),
        ("note.txt", "Kitabxana açıldı.", "plain-text"),
        ("note.txt", "Библиотека открыта".encode("cp1251"), "plain-text"),
        ("note.txt", "Библиотека открыла новый зал.".encode("utf-16-le"), "plain-text"),
        ("README", "text", "plain-text"),
    ],
)
def test_the_content_decides_then_the_name(candidate: Make, name: str, content: bytes | str, reader: str) -> None:
    assert choose(candidate(name, content)).name == reader


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("page.html", PNG, "wrong-kind", "page.html is a PNG picture, not a page"),
        ("page.html", b"%PDF-1.7\n%\xe2\xe3", "wrong-kind", "page.html is a PDF document, not a page"),
        ("page.htm", b"PK\x03\x04\x14\x00", "wrong-kind", "page.htm is a ZIP archive, not a page"),
        ("note.txt", b"PK\x03\x04 mimetypeapplication/epub+zip", "wrong-kind", "note.txt is an EPUB book, not a text"),
        ("note.md", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "wrong-kind", "note.md is a WebP picture, not a text"),
        ("a.png", PNG, "unknown-kind", "a.png is a PNG picture"),
        ("a.bin", bytes(range(32)) * 10, "unknown-kind", "a.bin is a file of binary data"),
        (
            "a.eml",
            b"From: <Saved>\nSubject: A\nMIME-Version: 1.0\nContent-Type: multipart/mixed;",
            "unknown-kind",
            "a mail message",
        ),
        ("page.html", b"", "empty", "page.html is empty"),
    ],
)
def test_a_file_for_no_reader_is_named_for_what_it_is(
    candidate: Make, name: str, content: bytes, code: str, words: str
) -> None:
    with pytest.raises(Unreadable) as caught:
        choose(candidate(name, content))
    assert caught.value.code == code
    assert words in caught.value.message


def test_a_broken_plug_in_is_reported_and_the_others_work(candidate: Make) -> None:
    registry = load(["no_such_module:Reader", "fault_injection:NotAReader", "fault_injection:FaultyReader"])
    assert [problem.code for problem in registry.problems] == ["plugin", "plugin"]
    assert [reader.name for reader in registry.readers][-1] == "faulty"
    assert registry.choose(candidate("a.fault", "a")).name == "faulty"
    assert registry.choose(candidate("a.txt", "a")).name == "plain-text"


def test_a_plug_in_that_fails_to_score_is_passed_over(candidate: Make) -> None:
    registry = load(["fault_injection:FailsToScore"])
    assert registry.choose(candidate("a.txt", "a")).name == "plain-text"


def test_every_reader_says_what_it_is() -> None:
    assert [reader.name for reader in readers()][:4] == ["html", "mhtml", "markdown", "plain-text"]
    assert all(reader.version and "/" in reader.media_type for reader in readers())


def test_what_cannot_be_read_keeps_its_code_across_processes(candidate: Make) -> None:
    function, arguments = Unreadable("empty", "message", "hint").__reduce__()
    assert function(*arguments).problem == Unreadable("empty", "message", "hint").problem
