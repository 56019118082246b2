"""What every reader keeps to, plug-ins among them, whatever bytes it is given."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curator.readers import Candidate, Reader, Unreadable
from curator.readers.registry import readers

each_reader = pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.name)
few = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])

FRAGMENTS = (
    "<html>", "<p>", "</p>", "<div", ">", "<title>", "&amp;", "&#x1F4DA;", "&#0;", "</script>", "<!--", "]]>", "\r",
    "<script type='application/ld+json'>", '{"@type": "NewsArticle", "headline": ["a", {}], "datePublished": "2019"}',
    "---\n", "title: ", "date: 1966-11-04\n", "# ", "\n\n", "Gəncə", "ԵՐԵՎԱՆ", "за́мок", "\u202e", "\ufeff", "\0",
)  # fmt: skip
texts = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=30), max_size=12).map("".join)
contents = (
    st.binary(max_size=300)
    | texts.map(lambda text: text.encode("utf-8", "surrogatepass"))
    | texts.map(lambda text: text.encode("utf-16", "surrogatepass"))
)
names = st.sampled_from(["page.html", "note.md", "letter.txt", "noname", "picture.png", "a\n.htm", "ə.TXT"])


def candidate(folder: Path, content: bytes, name: str) -> Candidate:
    path = folder / "staged"
    path.write_bytes(content)
    return Candidate.of(path, name)


@each_reader
def test_it_names_itself_for_the_record(reader: Reader) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9-]*", reader.name)
    assert reader.version
    assert re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", reader.media_type)


def test_no_two_have_a_name_in_common() -> None:
    assert len({reader.name for reader in readers()}) == len(readers())


@each_reader
@few
@given(content=contents, name=names)
def test_it_reads_or_says_in_words_why_not(reader: Reader, tmp_path: Path, content: bytes, name: str) -> None:
    given_file = candidate(tmp_path, content, name)
    assert 0 <= reader.score(given_file) <= 100
    try:
        readings = reader.read(given_file)
    except Unreadable as reason:
        assert reason.code and reason.message.endswith(".")
        return
    assert readings
    for reading in readings:
        assert reading.body.strip()
        assert unicodedata.is_normalized("NFC", reading.body)
        assert "\r" not in reading.body and "\0" not in reading.body
        for found in (reading.title, reading.publication, reading.published, reading.language, *reading.authors):
            assert found is None or (found.value.strip() and found.source and 0 <= found.confidence <= 1000)


def _outcome(reader: Reader, given_file: Candidate) -> object:
    """The articles, or why there are none: not every reader finds text in a page."""
    try:
        return reader.read(given_file)
    except Unreadable as reason:
        return reason.code


@each_reader
def test_the_same_file_gives_the_same_reading(reader: Reader, tmp_path: Path) -> None:
    page = "<html><head><title>Shelf</title></head><body><h1>Shelf</h1><p>The catalogue is back.</p></body></html>"
    given_file = candidate(tmp_path, page.encode(), "noname")
    assert _outcome(reader, given_file) == _outcome(reader, given_file)


@each_reader
def test_the_file_is_left_as_it_is(reader: Reader, tmp_path: Path) -> None:
    given_file = candidate(tmp_path, b"# Shelf\n\nThe catalogue of the shelf is back.\n", "a.txt")
    _outcome(reader, given_file)
    assert given_file.path.read_bytes() == b"# Shelf\n\nThe catalogue of the shelf is back.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["staged"]
