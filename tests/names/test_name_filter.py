"""Filtering names while one types: by the beginnings of their words, and by how these sound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.names.name_filter import Typed, filter_key, rough
from curator.text.name_key import name_key

NAMES = ("Əliyev", "Алиев", "Ալիև", "Cəfərov", "Джафаров", "Qarabağ", "Карабах", "Gəncə", "Гянджа", "Kamran", "ალიევი")


def fits(typed: str, *names: str) -> int:
    return Typed.read(typed).fits(filter_key((name, name_key(name)) for name in names))


@pytest.mark.parametrize(
    ("typed", "name", "how"),
    [
        ("aliy", "Əliyev", 1),
        ("aliy", "Алиев", 1),
        ("aliy", "Ալիև", 1),
        ("əliy", "Əliyev", 0),
        ("ELIYEV", "Əliyev", 0),
        ("jafar", "Джафаров", 1),
        ("cəfər", "Джафаров", 1),
        ("karab", "Qarabağ", 1),
        ("qarabağ", "Карабах", 1),
        ("gan", "Gəncə", 1),
        ("bandini", "Əliyev", -1),
        ("al", "Əliyev", -1),
    ],
)
def test_what_fits_by_letters_goes_before_what_fits_by_sound(typed: str, name: str, how: int) -> None:
    assert fits(typed, name) == how


def test_words_may_come_from_several_names_of_a_record() -> None:
    assert fits("kamran джафаров", "Kamran Cəfərov", "Камран Джафаров") == 0
    assert fits("kamran bandini", "Kamran Cəfərov") == -1


def test_nothing_typed_fits_everything() -> None:
    assert Typed.read(" ... ").words == ()
    assert fits("", "Əliyev") == 0


def test_names_are_found_by_letters_alone_where_their_sound_is_left_out() -> None:
    key = filter_key([("Əliyev", "eliyev")], with_sounds=False)
    assert Typed.read("aliy").fits(key) == -1
    assert Typed.read("eliy").fits(key) == 0


@given(st.sampled_from(NAMES), st.integers(min_value=1, max_value=9))
def test_every_beginning_of_a_name_finds_it(name: str, length: int) -> None:
    assert fits(name[:length], name) == 0


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4), st.text(max_size=12))
def test_what_is_heard_in_a_name_is_one_of_its_sounds(names: list[str], text: str) -> None:
    key = filter_key((name, name_key(name)) for name in names)
    typed = Typed.read(f"{names[0]} {text}")
    assert typed.heard_in(key) <= {sound for name in names for word in name_key(name).split() for sound in rough(word)}
    assert typed.nearest(key) in {"", *key.sounds.split()}
