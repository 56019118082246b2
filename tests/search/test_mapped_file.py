from __future__ import annotations

import io
import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.search import IndexDocument, IndexWriter, Searcher, open_index, parse
from curator.search.mapped_file import MappedFile
from curator.search.snapshot import Snapshot

_STEPS = st.one_of(
    st.tuples(st.just("read"), st.sampled_from([-1, 0, 1, 3, 8, 1_000])),
    st.tuples(st.just("start"), st.integers(0, 40)),
    st.tuples(st.just("here"), st.integers(0, 9)),
    st.tuples(st.just("end"), st.integers(-5, 0)),
)
_WHENCE = {"start": os.SEEK_SET, "here": os.SEEK_CUR, "end": os.SEEK_END}


@given(st.binary(min_size=5, max_size=40), st.lists(_STEPS, max_size=12))
def test_it_is_read_like_any_file(data: bytes, steps: list[tuple[str, int]]) -> None:
    usual, mapped = io.BytesIO(data), MappedFile(memoryview(data))
    for step, number in steps:
        if step == "read":
            assert mapped.read(number) == usual.read(number)
        else:
            assert mapped.seek(number, _WHENCE[step]) == usual.seek(number, _WHENCE[step])
        assert mapped.tell() == usual.tell()


def test_it_has_no_place_before_its_beginning() -> None:
    with pytest.raises(ValueError, match="-1"):
        MappedFile(memoryview(b"abc")).seek(-1)


@given(st.lists(st.lists(st.integers(), max_size=200) | st.text(max_size=2_000) | st.binary(), max_size=5))
def test_pickles_are_read_one_after_the_other(found: list[object]) -> None:
    mapped = MappedFile(memoryview(b"".join(map(pickle.dumps, found)) + b"behind"))
    assert [mapped.read_pickle() for _each in found] == found
    assert mapped.read() == b"behind"


def test_a_pickle_that_is_cut_off_is_damage() -> None:
    whole = pickle.dumps("x" * 5_000)
    with pytest.raises(pickle.UnpicklingError):
        MappedFile(memoryview(whole[:-10])).read_pickle()


def test_a_pickle_of_more_than_plain_data_is_refused() -> None:
    with pytest.raises(pickle.UnpicklingError, match="no place in an index"):
        MappedFile(memoryview(pickle.dumps(print))).read_pickle()


def test_closed_it_lets_go_of_what_it_was_made_from() -> None:
    data = bytearray(b"abc")
    file = MappedFile(memoryview(data))
    file.close()
    # Refused as long as anybody looks at the bytes.
    data.append(1)


def test_whoosh_opens_the_files_of_a_segment_without_copies(tmp_path: Path) -> None:
    index = open_index(tmp_path, "uid", create=True)
    with IndexWriter(index) as writer:
        writer.update([IndexDocument(1, "Cellar", "mud and water")])
        writer.commit()
    snapshot = Snapshot(index)
    terms = snapshot.leaves[0].searcher.reader()._terms
    assert isinstance(terms._dbfile, MappedFile)
    assert isinstance(terms._postfile, MappedFile)
    snapshot.close()


@pytest.mark.skipif(not Path("/proc/self/smaps").exists(), reason="read from Linux' list of maps")
def test_after_a_search_nothing_of_the_index_stays_and_it_is_read_again(tmp_path: Path) -> None:
    index = open_index(tmp_path, "uid", create=True)
    with IndexWriter(index) as writer:
        writer.update(IndexDocument(number, f"Cellar {number}", "mud and water") for number in range(1, 200))
        writer.commit()
    with Searcher(index) as searcher:
        assert _resident(index.path) > 0
        for query in ("mud", "mu*", "mud"):
            found = searcher.search(parse(query), lambda _term: []).all_ids().tolist()
            assert found == list(range(1, 200))
            assert _resident(index.path) == 0


def _resident(folder: Path) -> int:
    """Return how many kilobytes of the maps of files in a folder are in memory."""
    inside, total = False, 0
    for line in Path("/proc/self/smaps").read_text().splitlines():
        if "-" in line.partition(" ")[0]:
            inside = str(folder) in line
        elif inside and line.startswith("Rss:"):
            total += int(line.split()[1])
    return total
