from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curator.errors import Problem
from curator.model.draft_json import (
    edits_from_json,
    edits_to_json,
    likenesses_from_json,
    likenesses_to_json,
    problems_from_json,
    problems_to_json,
    reading_from_json,
    reading_to_json,
)
from curator.model.reading import ArticleReading, Attachment, Found, Part, Suggestion
from curator.model.review import Edits, Likeness

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
FOUND = st.builds(Found, WORDS, WORDS, st.integers(0, 1000), WORDS)
READINGS = st.builds(
    ArticleReading,
    body=WORDS,
    title=st.none() | FOUND,
    published=st.none() | FOUND,
    rights=st.none() | FOUND,
    authors=st.lists(FOUND, max_size=2).map(tuple),
    part=WORDS,
    problems=st.lists(st.builds(Problem, WORDS, WORDS, WORDS), max_size=2).map(tuple),
    parts=st.lists(st.builds(Part, WORDS, st.booleans(), WORDS, WORDS), max_size=3).map(tuple),
    suggestions=st.lists(st.builds(Suggestion, WORDS, FOUND, WORDS), max_size=2).map(tuple),
    languages=st.lists(WORDS, max_size=3).map(tuple),
)
DAMAGED = ["", "{", "[]", "3", "null", '{"body": 3}', '{"body": "a", "title": {"value": 3}}', '{"parts": [{"a": 1}]}']


@given(READINGS)
def test_a_reading_comes_back(reading: ArticleReading) -> None:
    assert reading_from_json(reading_to_json(reading)) == reading


def test_the_bytes_of_pictures_are_left_out() -> None:
    picture = Attachment("a.jpg", "image/jpeg", b"\xff\xd8", "a.jpg")
    kept = reading_to_json(ArticleReading("A text.", attachments=(picture,)))
    assert reading_from_json(kept) == ArticleReading("A text.")


def test_every_field_of_a_reading_is_kept() -> None:
    """A field that is new in readings is to be kept in drafts, too."""
    found = Found("a", "b", 1, "c")
    single = {name: found for name in ArticleReading.__dataclass_fields__ if name in _SINGLE}
    whole = ArticleReading(
        "body", **single, authors=(found,), part="p", encoding="e", problems=(Problem("a", "b", "c"),),
        parts=(Part("t"),), suggestions=(Suggestion("title", found),), languages=("az",),
    )  # fmt: skip
    empty = [each.name for each in dataclasses.fields(whole) if not getattr(whole, each.name)]
    assert empty == ["attachments"]
    assert reading_from_json(reading_to_json(whole)) == whole


_SINGLE = {
    "title", "publication", "section", "published", "published_time", "zone", "captured", "language", "url", "rights"
}  # fmt: skip


@pytest.mark.parametrize("kept", DAMAGED)
def test_what_is_damaged_is_no_fault(kept: str) -> None:
    assert reading_from_json(kept) is None
    assert edits_from_json(kept).columns == {}
    assert all(isinstance(each, Problem) for each in problems_from_json(kept))
    assert likenesses_from_json(kept) == ()


@given(st.dictionaries(WORDS, st.none() | WORDS | st.integers()), st.dictionaries(st.integers(0), st.booleans()), WORDS)
def test_edits_come_back(columns: dict[str, str | int | None], parts: dict[int, bool], body: str) -> None:
    edits = Edits(columns, parts, body)
    assert edits_from_json(edits_to_json(edits)) == edits


@given(st.lists(st.builds(Problem, WORDS, WORDS, WORDS)), st.integers(1, 1000))
def test_reasons_and_likenesses_come_back(problems: list[Problem], per_mille: int) -> None:
    assert list(problems_from_json(problems_to_json(problems))) == problems
    like = (Likeness(per_mille, item_id=3), Likeness(1000, article_id=1, same_bytes=True))
    assert likenesses_from_json(likenesses_to_json(like)) == like
