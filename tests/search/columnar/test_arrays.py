"""Arrays in a file: what was put in comes out, and no damage goes unnoticed."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.search.columnar.array_file import BLOCK, ArrayFile, ArrayFileWriter, DamagedError
from curator.search.columnar.dictionary import Dictionary, save_terms
from curator.search.columnar.narrow import NarrowArray, NarrowWriter


class _Kept(io.BytesIO):
    """A file whose bytes stay when it is closed."""

    data = b""

    def close(self) -> None:
        self.data = self.getvalue()
        super().close()


def file_of(arrays: dict[str, list[Any]]) -> bytes:
    kept = _Kept()
    with ArrayFileWriter(kept) as file:
        for name, parts in arrays.items():
            file.put(name, [np.array(part, dtype=np.int32) for part in parts], np.int32)
        file.finish({"made": "here"})
    return kept.data


@given(st.dictionaries(st.text(max_size=3), st.lists(st.lists(st.integers(-9, 9), max_size=5), max_size=3), max_size=4))
def test_what_was_put_in_comes_out(arrays: dict[str, list[list[int]]]) -> None:
    file = ArrayFile(file_of(arrays))
    assert file.notes == {"made": "here"}
    assert file.names() == list(arrays)
    for name, parts in arrays.items():
        assert file.array(name).whole().tolist() == [number for part in parts for number in part]


def test_parts_are_read_without_the_rest() -> None:
    array = ArrayFile(file_of({"a": [range(100_000)]})).array("a")
    assert array.part(70_000, 70_003).tolist() == [70_000, 70_001, 70_002]
    with pytest.raises(DamagedError):
        array.part(0, 100_001)


def test_every_flipped_bit_is_noticed() -> None:
    whole = file_of({"a": [range(40)], "b": [[1], [2, 3]]})
    for at in range(len(whole)):
        data = bytearray(whole)
        data[at] ^= 4
        with pytest.raises(DamagedError):
            ArrayFile(bytes(data)).check_all()


def test_a_file_that_is_cut_off_is_noticed() -> None:
    whole = file_of({"a": [range(40)]})
    for size in range(len(whole)):
        with pytest.raises(DamagedError):
            ArrayFile(whole[:size])


def test_damage_is_noticed_where_it_is_read() -> None:
    data = bytearray(file_of({"a": [range(100_000)]}))
    data[2 * BLOCK + 1] ^= 1
    array = ArrayFile(bytes(data)).array("a")
    assert array.part(0, 5).tolist() == [0, 1, 2, 3, 4]
    with pytest.raises(DamagedError):
        array.part(2 * BLOCK // 4, 2 * BLOCK // 4 + 1)


def test_an_array_that_is_not_there_is_damage() -> None:
    with pytest.raises(DamagedError):
        ArrayFile(file_of({})).array("a")


@given(st.lists(st.lists(st.integers(0, 300) | st.integers(0, 1 << 30), max_size=8), max_size=4), st.data())
def test_numbers_beyond_the_narrow_ones_are_kept(parts: list[list[int]], data: st.DataObject) -> None:
    gathered = NarrowWriter(np.uint8)
    for part in parts:
        gathered.append(np.array(part, dtype=np.int64))
    kept = _Kept()
    with ArrayFileWriter(kept) as file:
        gathered.save(file, "numbers")
        file.finish({})
    gathered.close()
    every = [number for part in parts for number in part]
    start = data.draw(st.integers(0, len(every)))
    stop = data.draw(st.integers(start, len(every)))
    numbers = NarrowArray(ArrayFile(kept.data), "numbers")
    assert len(numbers) == len(every)
    assert numbers.part(start, stop).tolist() == every[start:stop]


def dictionary_of(terms: list[bytes]) -> Dictionary:
    kept = _Kept()
    with ArrayFileWriter(kept) as file:
        save_terms(file, "words", terms)
        file.finish({})
    return Dictionary(ArrayFile(kept.data), "words")


TERMS = st.sets(st.text(st.sampled_from("abдё"), max_size=4)).map(lambda terms: sorted(t.encode() for t in terms))


@given(TERMS, st.text(st.sampled_from("abдё"), max_size=3).map(str.encode))
def test_terms_are_found_by_beginning_and_end(terms: list[bytes], part: bytes) -> None:
    dictionary = dictionary_of(terms)
    assert dictionary.all() == terms
    assert [dictionary.term(at) for at in range(len(terms))] == terms
    assert dictionary.find(part) == (terms.index(part) if part in terms else None)
    found = [terms[at] for at in range(*dictionary.beginning(part))]
    assert found == [term for term in terms if term.startswith(part)]
    assert [terms[at] for at in dictionary.ending(part).tolist()] == [term for term in terms if term.endswith(part)]
