from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.text.name_key import name_key
from curator.text.names_within import NamesWithin


@pytest.mark.parametrize(
    ("names", "text", "left"),
    [
        (["Lucia Bandini"], "Papers of LUCIA  bandini, sorted", "Papers of *, sorted"),
        (["Lucia Bandini"], "Lucia Bandininin kağızları", "* kağızları"),
        (["Lucia Bandini"], "Lucia Bandini'nin", "*'nin"),
        (["Lucia Bandini"], "Lucia and Bandini", "Lucia and Bandini"),
        (["Ann"], "Ann, Annabel, Joann", "*, Annabel, Joann"),
        (["L. Bandini", "Anna L. Bandini"], "Anna L. Bandini", "*"),
        (["Gəncə"], "GENCE", "*"),
        (["¼ Club"], "the ¼ club", "the *"),
        (["...", ""], "... and nothing", "... and nothing"),
    ],
)
def test_names_are_replaced_in_any_spelling(names: list[str], text: str, left: str) -> None:
    within = NamesWithin(names)
    assert within.replaced(text, "*") == left
    assert within.holds(text) == (left != text)


@given(st.lists(st.text("ab .¼ə", min_size=1, max_size=5), max_size=3), st.text("abAB .,¼ə"))
def test_what_is_held_is_replaced_and_then_held_no_more(names: list[str], text: str) -> None:
    within = NamesWithin(names)
    left = within.replaced(text, " … ")
    assert within.holds(text) == (left != text)
    if all(" " not in name_key(name) for name in names):
        assert not within.holds(left)
