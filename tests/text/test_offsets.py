from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curator.text.offsets import Offsets

TEXTS = st.text(st.sampled_from("aəԵ𐤀😀\n"))


def units_of(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(TEXTS)
def test_units_are_those_of_the_encoding(text: str) -> None:
    offsets = Offsets(text)
    assert [offsets.units(at) for at in range(len(text) + 1)] == [units_of(text[:at]) for at in range(len(text) + 1)]


@given(TEXTS)
def test_there_and_back(text: str) -> None:
    offsets = Offsets(text)
    assert [offsets.code_points(offsets.units(at)) for at in range(len(text) + 1)] == list(range(len(text) + 1))


@given(TEXTS)
def test_the_middle_of_a_character_is_its_beginning(text: str) -> None:
    offsets = Offsets(text)
    for at, character in enumerate(text):
        if character > "\uffff":
            assert offsets.code_points(offsets.units(at) + 1) == at
