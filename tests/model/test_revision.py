from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.model.revision import Changes, Label

VALUES = st.dictionaries(st.text(), st.text() | st.integers())


@given(st.text(), VALUES, st.text())
def test_a_label_comes_back_from_the_journal(text: str, values: dict[str, str | int], plural: str) -> None:
    assert Label.from_json(Label(text, values, plural).to_json()) == Label(text, values, plural)


def test_a_label_is_filled_in() -> None:
    assert str(Label("Rename %(old)s to %(new)s", {"old": "Kirovabad", "new": "Gəncə"})) == "Rename Kirovabad to Gəncə"


def test_a_label_without_values_may_hold_a_per_cent_sign() -> None:
    assert str(Label("100 % cotton")) == "100 % cotton"


@pytest.mark.parametrize(("count", "words"), [(1, "Tag an article"), (2, "Tag 2 articles"), (0, "Tag 0 articles")])
def test_the_number_chooses_the_form(count: int, words: str) -> None:
    assert str(Label("Tag an article", {"n": count}, "Tag %(n)d articles")) == words


def test_names_with_per_cent_signs_and_braces_are_only_filled_in_once() -> None:
    assert str(Label("Add %(name)s", {"name": "100 %(n)d {x}"})) == "Add 100 %(n)d {x}"


def test_a_label_is_kept_readable() -> None:
    assert "Gəncə" in Label("Add %(name)s", {"name": "Gəncə"}).to_json()


def test_changes_are_true_when_something_was_touched() -> None:
    changes = Changes(3, {"article": frozenset([1, 2])})
    assert changes
    assert changes.ids("article") == {1, 2}
    assert changes.ids("note") == frozenset()
    assert not Changes()
    assert not Changes(3)
