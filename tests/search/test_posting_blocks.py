from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curator.search import IndexDocument, IndexWriter, open_index
from curator.search.mapped_file import MappedFile
from curator.search.posting_blocks import UnknownLayout, read_blocks
from curator.search.postings import read_postings
from curator.search.schema import TEXT, TITLE
from curator.search.segment_columns import alive
from curator.search.snapshot import Snapshot

_WORDS = ("sea", "sen", "sena", "senate", "sent", "set")
_Read = tuple[list[int], list[float]]


def _nothing() -> None:
    """Never give up."""


def _in_index(bodies: list[list[str]], removed: list[int], look: Callable[[Any], None]) -> None:
    """Index articles, some of which have a word in the title too; remove some, and look at the segment."""
    with tempfile.TemporaryDirectory() as folder:
        index = open_index(Path(folder) / "index", "archive", create=True)
        with IndexWriter(index) as writer:
            writer.update(
                IndexDocument(number, body[0] if body and number % 3 == 0 else "", " ".join(body))
                for number, body in enumerate(bodies, 1)
            )
            writer.commit()
            writer.remove(removed)
            writer.commit()
        snapshot = Snapshot(index)
        try:
            for leaf in snapshot.leaves:
                look(leaf.searcher.reader())
        finally:
            snapshot.close()


def _by_steps(reader: Any, field: str, words: list[bytes]) -> _Read:
    """Return what Whoosh's own matchers find of words, one posting after the other."""
    docs, weights = [], []
    for word in words:
        matcher = reader.postings(field, word)
        while matcher.is_active():
            docs.append(matcher.id())
            weights.append(matcher.weight())
            matcher.next()
    return docs, weights


def _by_blocks(reader: Any, field: str, words: list[bytes]) -> _Read:
    docs, weights = read_postings(reader, field, words, alive(reader), _nothing)
    return docs.tolist(), weights.tolist()


def _compare(reader: Any) -> None:
    for field in (TEXT, TITLE):
        for beginning in (b"", *(word.encode() for word in _WORDS)):
            words = list(reader.expand_prefix(field, beginning))
            if words:
                assert _by_blocks(reader, field, words) == _by_steps(reader, field, words)
            for word in words:
                assert _by_blocks(reader, field, [word]) == _by_steps(reader, field, [word])


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.sampled_from(_WORDS), max_size=6), min_size=1, max_size=12), st.data())
def test_they_are_what_the_steps_of_whoosh_find(bodies: list[list[str]], data: st.DataObject) -> None:
    removed = data.draw(st.lists(st.integers(1, len(bodies)), unique=True, max_size=3))
    _in_index(bodies, removed, _compare)


def test_they_are_the_same_over_many_blocks_of_every_kind() -> None:
    # Steps of one byte and two; words in each article, in every other, in two, in one; weights alike and not.
    bodies = [["set"] * (1 + number % 4) + (["sea"] if number % 2 else []) for number in range(700)]
    bodies[3] += ["sen"]
    bodies[650] += ["sen"]
    bodies[5] += ["sena"]
    bodies[690] += ["sena"] * 2
    bodies[699] += ["senate"] * 3
    _in_index(bodies, [4, 129, 700], _compare)
    _in_index(bodies, [], _compare)


def _postings(reader: Any) -> tuple[bytes, int, list[bytes]]:
    """Return the file of postings of a segment, where those of the text begin, and the words of the text."""
    words = list(reader.expand_prefix(TEXT, b""))
    first = reader.postings(TEXT, words[0])
    with first._postfile.view() as view:
        return bytes(view), first._startoffset, words


def test_a_layout_that_is_not_known_is_said_to_be_so() -> None:
    def look(reader: Any) -> None:
        data, start, words = _postings(reader)
        for place in (start, start + 8, start + 10):
            other = data[:place] + b"#" + data[place + 1 :]
            with pytest.raises(UnknownLayout):
                read_blocks(MappedFile(memoryview(other)), start, len(words), _nothing)

    _in_index([["sea", "set"], ["set"]], [], look)


def test_documents_that_do_not_end_where_the_block_says_are_not_believed() -> None:
    def look(reader: Any) -> None:
        data, start, words = _postings(reader)
        # The last document of the first block, 2 as a number of one byte.
        place = data.index(b"\x80\x02(K\x03K\x02", start) + 6
        other = data[:place] + b"\x01" + data[place + 1 :]
        with pytest.raises(UnknownLayout):
            read_blocks(MappedFile(memoryview(other)), start, len(words), _nothing)

    _in_index([["sea"], ["sea"], ["sea"]], [], look)


def test_what_whoosh_keeps_under_other_names_is_read_step_by_step() -> None:
    class Renamed:
        """A reader whose matchers have nothing but what Whoosh promises."""

        def __init__(self, reader: Any) -> None:
            self._reader = reader

        def postings(self, field: str, word: bytes) -> Any:
            matcher = self._reader.postings(field, word)
            del matcher._startoffset
            return matcher

    def look(reader: Any) -> None:
        words = list(reader.expand_prefix(TEXT, b"se"))
        docs, weights = read_postings(Renamed(reader), TEXT, words, alive(reader), _nothing)
        assert (docs.tolist(), weights.tolist()) == _by_steps(reader, TEXT, words)

    _in_index([["sea", "set"], ["set", "sen", "sen"]], [], look)


def test_whoever_waits_for_many_words_can_give_up() -> None:
    def interrupt() -> None:
        raise InterruptedError

    def look(reader: Any) -> None:
        words = list(reader.expand_prefix(TEXT, b"w"))
        mask = np.ones(reader.doc_count_all(), dtype=bool)
        with pytest.raises(InterruptedError):
            read_postings(reader, TEXT, words, mask, interrupt)

    _in_index([[f"w{number}" for number in range(300)]], [], look)
