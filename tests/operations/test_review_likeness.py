"""An item of a review beside what it is like, and its page as it was received."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from curator.archive import Archive, review_items
from curator.errors import CuratorError
from curator.model.reading import Found
from curator.model.review import Likeness
from curator.operations import page_source, review_batch, review_commit
from curator.operations.context import Context
from curator.operations.review_likeness import like_other

from .reviewed import BODY, CLEAN, DOUBTFUL, review_of


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    with Archive.create(tmp_path / "Letters.curator") as archive:
        yield Context(archive)


def retold(title: str) -> object:
    body = BODY.replace("noon", "dawn")
    return replace(CLEAN, body=body, parts=(), title=Found(title, "heading", 950))


def test_an_item_is_compared_with_an_article_and_with_an_item(context: Context, tmp_path: Path) -> None:
    first, items = review_of(context, tmp_path / "one", CLEAN)
    review_batch.accept(context, items)
    review_commit.commit(context, first)
    article_id = context.archive.read().execute("SELECT id FROM article").fetchone()[0]
    _second, (one, other) = review_of(context, tmp_path / "two", retold("Dawn"), retold("Dawn again"))  # type: ignore[arg-type]
    likenesses = f'[{{"per_mille": 900, "article_id": {article_id}}}, {{"per_mille": 800, "item_id": {one}}}]'
    with context.archive.unrecorded() as connection:
        review_items.update(connection, other, {"duplicates": likenesses})
    found = like_other(context, other)
    assert found.likeness == Likeness(900, article_id=article_id)
    assert (found.number, found.total, found.title) == (1, 2, "The cellar opens")
    words = [found.texts.new[each.new_start : each.new_end] for each in found.texts.differences if each.kind != "equal"]
    assert words == ["dawn"]
    assert like_other(context, other, 1).title == "Dawn"
    assert like_other(context, other, 2).likeness == found.likeness


def test_what_is_like_nothing_is_not_compared(context: Context, tmp_path: Path) -> None:
    _review, (item,) = review_of(context, tmp_path / "one", DOUBTFUL)
    with pytest.raises(CuratorError, match="like no other"):
        like_other(context, item)


def test_the_file_of_an_item_is_shown_as_it_was_received(context: Context, tmp_path: Path) -> None:
    _review, (item,) = review_of(context, tmp_path / "one", DOUBTFUL)
    found = page_source.page_source_of_item(context, item)
    assert found.html is None
    assert found.text.endswith(DOUBTFUL.body)
    assert found.original.file_name.endswith(".txt")


def test_rows_are_those_asked_for(context: Context, tmp_path: Path) -> None:
    _review, items = review_of(context, tmp_path / "one", CLEAN, DOUBTFUL)
    assert [row.id for row in review_batch.rows(context, [items[1], 99])] == [items[1]]
