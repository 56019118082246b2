from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from curator.text.paragraph_languages import packed, unpacked

LANGUAGES = st.lists(st.sampled_from(["az", "ru", "az-Cyrl", ""]))


def test_runs_are_counted() -> None:
    assert packed(["az", "az", "ru", "az"]) == "az*2 ru az"
    assert packed([]) is None


@given(LANGUAGES)
def test_what_was_packed_comes_back(languages: list[str]) -> None:
    assert list(unpacked(packed(languages))) == languages


def test_a_damaged_line_holds_nothing() -> None:
    assert unpacked("az*many ru") == ()
    assert unpacked(None) == ()
