from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.archive.erasure_labels import BLOT, Blotting


@pytest.mark.parametrize(
    ("words", "text", "left"),
    [
        (["Ann"], "Ann, Annabel, Joann", f"{BLOT}, Annabel, Joann"),
        (["a.txt", "box/a.txt"], "box/a.txt; box/b.txt", f"{BLOT}; box/b.txt"),
        (["a.txt"], "aXtxt", "aXtxt"),
        (["Gəncə"], "Gəncə'nin", f"{BLOT}'nin"),
        (["(untitled)"], "see (untitled)", f"see {BLOT}"),
        ([""], "nothing", "nothing"),
        # A label that was too long was cut off in the middle of a path.
        (["box/thornbuckle.txt"], "box/b.txt; box/thorn...", f"box/b.txt; {BLOT}"),
        (["box/thornbuckle.txt"], "box/b.txt; other/thorn...", "box/b.txt; other/thorn..."),
    ],
)
def test_words_go_where_they_stand_by_themselves(words: list[str], text: str, left: str) -> None:
    assert Blotting(words)(text) == left


@given(st.text("ab .", min_size=1), st.lists(st.text("ab.", min_size=1, max_size=3), min_size=1, max_size=3))
def test_none_of_the_words_is_left_by_itself(text: str, words: list[str]) -> None:
    left = Blotting(words)(text)
    for word in (word for word in words if word.strip(".")):
        assert not re.search(rf"(?<![\w.]){re.escape(word)}(?![\w.])", left)
