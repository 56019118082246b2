from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.search import sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["Shelf 9", "Shelf 10", "Shelf 100", "Shelf A"],
        ["1966", "Archive", "Şəhər", "Архив", "Քաղաք"],
        ["sea", "sun", "şəhər", "tea"],
        ["cat", "cut", "çay", "dawn"],
        ["east", "ezra", "əl", "far"],
        ["gaz", "gün", "ğ", "hat"],
        ["oz", "ön", "pan"],
        ["uzun", "üç", "van"],
        ["Irak", "ırmak", "İstanbul", "Izmir"],
        ["Егор", "Ёлка", "Жук"],
        ["газ", "гяз", "ґанок", "дом"],
        ["игра", "ию", "інше", "їжак", "йод", "край"],
        ["new york", "newark"],
        ["resume", "résumé", "resumes"],
        ["“Bread”", "«Bridge»", "Brown"],
        ["...", "a"],
    ],
)
def test_order(ordered: list[str]) -> None:
    assert sorted(sorted(ordered, reverse=True), key=sort_key) == ordered


@given(st.text(max_size=12), st.text(max_size=12))
def test_only_equal_texts_have_equal_keys(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)


@given(st.sampled_from(["şəhər", "Gəncə", "Müəllif", "İstanbul", "Shelf 9"]))
def test_case_decides_only_between_texts_that_are_equal_without_it(word: str) -> None:
    assert sort_key(word).split("\0")[0] == sort_key(word.upper()).split("\0")[0]
